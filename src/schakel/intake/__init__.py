"""Intake: sealed exports become messages, with every record accounted for."""
