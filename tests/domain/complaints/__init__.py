"""The complaints service: what may be decided."""
