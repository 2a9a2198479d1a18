"""Texts that do nothing but name something, as titles on market sites: "Xanax 2mg x 50, Pfizer".

They have no verb, and often nothing else that says what the text does. Whether one is an offer is left to the signs of
an act; what it names can be read all the same. A sentence is told from a title by its small words: the frequent words
of the seven languages (`lexicons/language_words.toml`) are a quarter of a sentence or more, and of 19 in 20 titles of
one large market less than that.
"""

import re
from functools import cache
from importlib.resources import files
from tomllib import loads

from schakel.reading.weighing.found import Found

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_LONGEST = 250  # characters: market sites allow about 200, and disguises make them longer
_MOST_SMALL_WORDS = 0.3  # of all words
# Log10 odds from which an ambiguous word counts: what a title names is goods far more often than what a chat names.
TITLE_ENOUGH = -0.3


def is_bare_title(found: Found) -> bool:
    """Whether a text only names something: one line, no question, nobody to write to, few small words."""
    plain = found.text.plain.strip()
    if not found.wares or found.reachable or len(plain) > _LONGEST or "\n" in plain or "?" in plain:
        return False
    words = _WORD.findall(plain)
    small = _small_words()
    return sum(word in small for word in words) <= max(1, _MOST_SMALL_WORDS * len(words))


@cache
def _small_words() -> frozenset[str]:
    data = loads((files("schakel.lexicons") / "language_words.toml").read_text("utf-8"))
    return frozenset(word for words in data["common"].values() for word in words.split())
