"""Questions that a package asks of the tables."""
