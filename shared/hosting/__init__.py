"""Hosting: a service with its infrastructure around it, the same parts in one process or in many."""
