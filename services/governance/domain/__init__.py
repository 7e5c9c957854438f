"""What governance decides, and how: pure."""
