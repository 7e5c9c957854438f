"""Promises about the code itself, kept by reading it."""
