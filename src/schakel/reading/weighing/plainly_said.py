"""Texts that do little but praise or warn: heavy words of it make up two fifths of their letters ("@x is je man", "finger weg").

Customers recommend and warn in a few words that nobody says of anything else; the same words in a longer text are one of many things
(lists: `lexicons/acts_praise_in_few_words.toml`, `acts_warnings_in_few_words.toml`).
"""

import re
from collections.abc import Iterator, Sequence

from schakel.reading.terms.term_search import TermHit
from schakel.reading.weighing.found import Found

PRAISES, WARNS = "little but words of vouch", "little but words of warning"
_SIGNS = {"vouch": PRAISES, "warning": WARNS}
_LONGEST = 160  # characters
_HEAVY = 1.3  # log10: the least weight of a word that is nearly only said of who sells
_TELLING = 1.0  # log10: the least weight of a word that says the text does something else
_PART = 0.4  # of all letters but those of names and links
_LETTERS = re.compile(r"[^\W\d_]")
_AT = re.compile(r"@\w+")


def plainly_said(found: Found) -> Iterator[str]:
    """The sign that a short text without a question does little but praise, or little but warn."""
    plain = found.text.plain
    if "act" not in found.kinds or len(plain) > _LONGEST or "?" in plain:
        return
    heavy = [hit for hit in found.kinds["act"] if hit.term.weight >= _HEAVY and hit.term.concept in _SIGNS]
    acts = {hit.term.concept for hit in heavy}
    if len(acts) != 1 or _says_otherwise(found, acts):
        return
    if _covered(plain, heavy) >= _PART * len(_LETTERS.findall(_AT.sub("", plain))):
        yield _SIGNS[acts.pop()]


def _says_otherwise(found: Found, acts: set[str]) -> bool:
    return any(hit.term.weight >= _TELLING and hit.term.concept not in acts for hit in found.kinds["act"])


def _covered(plain: str, hits: Sequence[TermHit]) -> int:
    """How many letters the words hold, each counted once."""
    held: set[int] = set()
    for hit in hits:
        held.update(range(hit.start, hit.end))
    return len(_LETTERS.findall("".join(plain[at] for at in sorted(held))))
