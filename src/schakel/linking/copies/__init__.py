"""Copies: which texts and photos are the same but for small changes, and who posted them first."""
