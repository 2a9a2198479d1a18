"""Handing results over to others: each way in a room of its own."""
