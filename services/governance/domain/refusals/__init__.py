"""Why governance says no: stable codes with a sentence in each language, one module per subject."""
