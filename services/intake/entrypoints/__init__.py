"""The doors of intake: translation only."""
