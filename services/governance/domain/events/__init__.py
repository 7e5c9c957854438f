"""What can have happened in governance, kept for ever, one module per aggregate."""
