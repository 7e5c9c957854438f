"""Surveys needs no way in of its own: `__main__` serves its gRPC door and its worker, both made from its routes."""
