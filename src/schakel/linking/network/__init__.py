"""Who speaks to whom and of whom, what passes between accounts, and the communities in that."""
