"""How much of what, for how much: numbers, units, prices and ladders of an offer become its items."""
