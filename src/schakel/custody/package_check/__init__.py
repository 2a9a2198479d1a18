"""The independent check of a hand-over package; needs nothing but Python itself."""
