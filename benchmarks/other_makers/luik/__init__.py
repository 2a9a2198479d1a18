"""A made-up market on a chat platform, with its truth: material for an independent measurement."""
