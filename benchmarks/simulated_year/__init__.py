"""A year of casework on made-up markets of which the truth is known: what a plan closes, beside three simple orders."""
