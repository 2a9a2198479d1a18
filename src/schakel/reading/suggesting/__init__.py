"""New street words: proposed from what a workspace holds, accepted by a person, read from then on.

1. posts        what is looked at: every text once, whether it trades or not, and how many accounts posted it
2. places       where known commodity words stand, and which other words stand in the same places
3. suggest      the words worth a look, each with its evidence and three contexts
4. own_words    the words that people accepted, in a list of the workspace's own
5. read_again   the texts that hold a newly accepted word are read again, no others
"""
