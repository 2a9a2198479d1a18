"""Letters behind disguise: a text folded for searching, with the way back to what was written."""
