"""The doors of notifications: translation only."""
