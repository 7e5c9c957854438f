"""Measurements: ratios within one run on one machine, with the machine named."""
