"""Everything that is checked before anyone relies on it."""
