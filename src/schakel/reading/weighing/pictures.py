"""A picture right beside a word settles what the word means: "snoepjes 💊" are pills, "HORSE 🟤 35" is heroin.

Only words that lists have for these goods, and only without a number, a comma or other words in between: further off,
a picture may belong to the goods before or after.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from tomllib import loads

from schakel.reading.folding.plain_text import plain_text
from schakel.reading.terms.term_search import TermHit

# What may stand between: signs, and a remark in brackets ("g (flesje) 💧").
_BETWEEN = r"[^\S\n]*(?:\([^()\n\d]{1,14}\))?(?:[^\S\n]|[:=–-])*"


@dataclass(frozen=True, slots=True)
class _Pictures:
    meant: Mapping[str, frozenset[str]]  # picture -> commodities
    other: Mapping[tuple[str, str], tuple[str, str]]  # word and picture -> commodity and product
    after: re.Pattern[str]
    before: re.Pattern[str]
    any: re.Pattern[str]


def settled_by_pictures(plain: str, wares: Sequence[TermHit]) -> list[TermHit]:
    """The ambiguous words that a picture beside them settles, each with the meaning that it has there."""
    pictures = _pictures()
    if not wares or plain.isascii() or not pictures.any.search(plain):
        return []
    return [
        meant
        for hit in wares
        if hit.term.ambiguous and hit.term.language != "emoji" and (meant := _settled(plain, hit, pictures))
    ]


def _settled(plain: str, hit: TermHit, pictures: _Pictures) -> TermHit | None:
    for found in (
        pictures.after.match(plain, hit.end),
        pictures.before.search(plain, max(0, hit.start - 6), hit.start),
    ):
        if found is None:
            continue
        picture = found.group(1)
        if other := pictures.other.get((hit.term.written, picture)):
            concept, product = other
            return hit._replace(term=replace(hit.term, concept=concept, product=product))
        if hit.term.concept in pictures.meant.get(picture, ()):
            return hit
    return None


@cache
def _pictures() -> _Pictures:
    data = loads((files("schakel.lexicons") / "picture_clues.toml").read_text("utf-8"))
    meant: dict[str, set[str]] = {}
    for concept, signs in data["pictures"].items():
        for sign in _signs(signs):
            meant.setdefault(sign, set()).add(concept)
    other = {
        (word, sign): (row["concept"], row["product"])
        for row in data["other"]
        for word in row["words"]
        for sign in _signs(row["pictures"])
    }
    either = "|".join(map(re.escape, sorted(meant)))
    return _Pictures(
        {sign: frozenset(concepts) for sign, concepts in meant.items()},
        other,
        re.compile(f"{_BETWEEN}({either})"),
        re.compile(f"({either})[^\\S\\n]*$"),
        re.compile(either),
    )


def _signs(text: str) -> list[str]:
    return [plain_text(sign).plain.strip() for sign in text.split()]
