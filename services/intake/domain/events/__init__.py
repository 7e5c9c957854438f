"""What can have happened in intake, kept for ever, one module per aggregate."""
