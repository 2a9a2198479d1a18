"""The words all rooms share: tables, facts, ids, moments and errors. Imports nothing of ours."""
