"""How published facts travel from a service's log to the reactions of the others."""
