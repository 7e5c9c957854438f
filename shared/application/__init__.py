"""How a service answers: routes, the work a command does, and the rules it has adopted."""
