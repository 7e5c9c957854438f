"""What a complaint is and what may be decided about it."""
