"""Drafts of legal requests: what is asked of whom, on which accounts and times it rests, and what a person must still fill in.

Nothing here sends or signs anything, and nobody is contacted.
"""
