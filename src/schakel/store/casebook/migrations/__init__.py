"""The casebook's history of changes, one numbered file a change."""
