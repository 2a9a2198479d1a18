"""What the traffic means: which sellers are ghosts, what each does in the trade, where, when and how big."""
