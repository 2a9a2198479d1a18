"""Collects the preview pages that a public channel shows to everybody, without an account."""
