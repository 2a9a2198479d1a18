"""A made-up market with its truth: sellers, ghosts, aliases, copiers and roles act day by day and leave a Telegram Desktop export."""
