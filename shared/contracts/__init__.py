"""The published language: what each service says in public, and nothing of how it came to say it."""
