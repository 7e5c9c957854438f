"""The one way into governance besides its gRPC door and its worker: an association's file."""
