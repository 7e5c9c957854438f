"""Surveys needs no way in of its own: `__main__` serves its door and its worker, both made from its routes."""
