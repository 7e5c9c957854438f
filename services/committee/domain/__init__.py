"""The reviewing body's decisions: pure functions over reviews and sessions."""
