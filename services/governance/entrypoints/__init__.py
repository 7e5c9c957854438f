"""Ways into governance: the gRPC door, the worker, and the reading of an association’s file."""
