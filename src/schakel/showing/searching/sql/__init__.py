"""What the search index is made from, one file a question."""
