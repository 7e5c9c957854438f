"""What a campaign and an invitation are and what may be decided about them."""
