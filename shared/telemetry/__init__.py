"""Logs, traces and metrics: structured, and without personal data, since only codes, ids and counts go in."""
