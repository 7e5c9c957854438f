"""Complaints talks to nothing outside the platform."""
