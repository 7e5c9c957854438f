"""Surveys talks to nothing outside the platform."""
