"""The hidden population: one estimator a file, `estimate.py` is the one way in."""
