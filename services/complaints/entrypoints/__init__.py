"""The doors of complaints: translation only."""
