"""Measured quality of the ghost judgement and of roles, against a known truth."""
