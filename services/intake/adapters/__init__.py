"""Intake talks to nothing outside the platform: its adapters are the vault and the log it is given."""
