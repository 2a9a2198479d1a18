"""Which removals break a network most, and how it would recover; `dismantle.py` is the one way in."""
