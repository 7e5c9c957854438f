"""What a process tells of itself, and that it tells nothing else."""
