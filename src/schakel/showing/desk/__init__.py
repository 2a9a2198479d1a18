"""The web desk: a read-only look at one workspace, on this machine only."""
