"""What a user would take instead, each as a program of its own that is measured like ours.

A program prints one JSON object: `done` (how many of the `unit`), `apart` (seconds of learning, which are not counted),
`found` where both find the same kind of thing; or `cannot`, the reason why it could not be run.
"""
