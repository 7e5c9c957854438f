"""The doors of committee: translation only."""
