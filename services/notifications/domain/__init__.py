"""Who is told what, by which way, and what to do when a way fails: pure functions."""
