"""What keeps a service at work: rounds, timers, probes."""
