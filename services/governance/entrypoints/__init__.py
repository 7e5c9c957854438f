"""Ways into governance: the gRPC door, the worker, and the loading of an association's file."""
