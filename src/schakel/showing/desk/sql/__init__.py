"""Questions that only the desk asks of the tables, one file a question."""
