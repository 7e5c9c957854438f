"""Governance talks to nothing outside; association files are handed in by whoever reads them."""
