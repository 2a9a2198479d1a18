"""Copies, sellers and ties: which ads, accounts and contacts belong together, and the evidence for it."""
