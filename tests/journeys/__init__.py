"""Whole cases in people's words, lived in both modes."""
