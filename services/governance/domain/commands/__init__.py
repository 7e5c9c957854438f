"""What governance may be asked to do, one module per aggregate."""
