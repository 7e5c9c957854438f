"""The complaints service: what it shows and says."""
