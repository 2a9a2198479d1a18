"""From weighed pairs to groups of accounts that are one seller each, and why."""
