"""Questions that the screens ask of the tables, one file a question."""
