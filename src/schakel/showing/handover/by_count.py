"""Sentences that go with one thing or with several: `{count} [text is|texts are] hidden`."""

import re

_BY_COUNT = re.compile(r"\[([^|\]]*)\|([^|\]]*)\]")


def by_count(words: str, count: int) -> str:
    """Words of ours with `[one|several]` in them, as a number of things asks."""
    return _BY_COUNT.sub(lambda found: found[1 if count == 1 else 2], words)
