"""What intake may be asked to do, one module per aggregate."""
