"""Measured quality of linking: against a known truth, and by splitting accounts in two."""
