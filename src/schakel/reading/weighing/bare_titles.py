"""Texts that do nothing but name something, as titles on market sites: "Xanax 2mg x 50, Pfizer".

They have no verb, and often nothing else that says what the text does. Whether one is an offer is left to the signs of
an act; what it names can be read all the same. A sentence is told from a title by its small words, the frequent ones of
the seven languages in `lexicons/language_words.toml`: they are at most a quarter of the words in 19 of 20 titles of one
large market, and a quarter or more in half of all ordinary messages.
"""

import re
from functools import cache
from importlib.resources import files
from tomllib import loads

from schakel.reading.weighing.found import Found
from schakel.reading.weighing.goods import Enough

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_LONGEST = 250  # characters: market sites allow about 200, and disguises make them longer
_OTHER_TALK = frozenset({"news", "weather"})
_SMALL_WORDS = 3  # at most one in so many words
# A title names goods, and no word around it could mark them. Where no ambiguous word is likely to mean goods the likeliest
# counts from these log10 odds: macro-F1 of held vendors is then .753, with -0.8 .749 (docs/reading-measured.md).
IN_A_TITLE = Enough(alone=-1.0, marked=False)


def is_bare_title(found: Found) -> bool:
    """Whether a text only names something that the lists know."""
    return bool(found.wares) and only_names(found)


def only_names(found: Found) -> bool:
    """Whether a text only names something: one line, no question, nobody to write to, few small words."""
    plain = found.text.plain.strip()
    if found.reachable or len(plain) > _LONGEST or "\n" in plain or "?" in plain:
        return False
    if any(hit.term.concept in _OTHER_TALK for hit in found.kinds.get("veto", ())):
        return False  # headlines lack verbs too
    words = _WORD.findall(plain)
    small = _small_words()
    return sum(word in small for word in words) <= max(1, len(words) // _SMALL_WORDS)


@cache
def _small_words() -> frozenset[str]:
    data = loads((files("schakel.lexicons") / "language_words.toml").read_text("utf-8"))
    return frozenset(word for words in data["common"].values() for word in words.split())
