"""What a user would take instead, each as a program of its own that is measured like ours.

A program prints one JSON object: `done` (how many of the `unit`), `apart` and
`apart_processor` (seconds of learning, by the clock and of the processor, which are not counted),
`found` where both find the same kind of thing; or `cannot`, the reason why it could not be run.
"""
