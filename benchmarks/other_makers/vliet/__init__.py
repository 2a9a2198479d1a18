"""Made-up markets on a chat platform, with their truth: an examiner's material (see README.md and worlds.py)."""
