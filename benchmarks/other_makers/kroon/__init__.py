"""kroon: made-up markets on Telegram with their truth, to measure readers of such markets."""
