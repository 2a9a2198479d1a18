"""Weighing what was found in a text: which words mean goods here, and what the text does."""
