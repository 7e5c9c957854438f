"""The doors of surveys: translation only."""
