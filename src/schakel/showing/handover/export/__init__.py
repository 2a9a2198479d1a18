"""Exports for the tools that others use: one file a format, one that gathers what goes out."""
