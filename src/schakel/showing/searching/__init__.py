"""Searching: full text, contacts, facets, and ads that look alike."""
