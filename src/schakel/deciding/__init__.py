"""What to work on: what each lead is worth, what it costs, and the best use of the hours at hand."""
