"""A rehearsal: one complete, invented case for an association, told to a platform as its staff would."""
