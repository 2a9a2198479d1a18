"""A made-up market on a chat platform, with its truth: people act day by day, and messages follow from what they do."""
