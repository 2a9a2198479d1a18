"""`schakel bench`: how fast each step is on this machine, beside what a user would take instead, in one run."""
