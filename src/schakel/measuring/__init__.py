"""How big is it: what is out there unseen, and what a takedown does to a network.

`market_size` estimates populations from how often accounts were seen; `networks` finds the removals that break a
network most, and how it recovers.
"""
