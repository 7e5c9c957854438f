"""What intake decides, and by which rules: pure, without input or output."""
