"""The services: strangers to each other, all of one shape. `python -m services` runs them in one process."""
