"""The surveys service: what may be decided."""
