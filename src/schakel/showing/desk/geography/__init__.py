"""What the map draws: see tools/make_areas.py for where it comes from."""
