"""The casebook: what people decided, learned and were allowed to do. Rows are added, never changed."""
