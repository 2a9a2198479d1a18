"""What the shape of a list and the unit of an amount say about a word: "G 50ml" is no powder, a menu has a ware a line."""

import re
from collections.abc import Iterator, Sequence

from schakel.reading.terms.term_search import TermHit
from schakel.reading.word_data import data_file

_UNITS = tuple(
    (name, "|".join(words)) for name, words in data_file("measures_written.toml")["beside"].items()
)
_UNIT = re.compile(
    r"\d[\d.,]{0,5} ?(?:" + "|".join(f"(?P<{name}>{words})" for name, words in _UNITS) + r")(?![^\W_])"
)


_NUMBER = re.compile(r"\d")


def signs_of_amount(plain: str, hit: TermHit, before: int, after: int) -> Iterator[tuple[str, float]]:
    """Whether an amount follows the word up to the next goods, and the unit of its own amount.

    `before` and `after` are where the goods beside it end and begin. An amount before the word is its own only where
    none follows.
    """
    start, end = hit.end, after
    if _NUMBER.search(plain, start, end):
        yield "number up to the next ware", 1.0
    else:
        start, end = before, hit.start
    if found := _UNIT.search(plain, start, end):
        yield f"{found.lastgroup} beside", 1.0


def lines_with_wares(plain: str, wares: Sequence[TermHit]) -> frozenset[int]:
    """Where the numbered lines begin that have a word for goods at their head."""
    heads = set()
    for hit in wares:
        start = plain.rfind("\n", 0, hit.start) + 1
        if start == hit.start or not any(map(str.isalnum, plain[start : hit.start])):
            end = plain.find("\n", hit.end)
            line = plain[hit.end : end if end >= 0 else len(plain)]
            if any(map(str.isdigit, line)):
                heads.add(start)
    return frozenset(heads)


def signs_of_list(hit: TermHit, start: int, heads: frozenset[int]) -> Iterator[tuple[str, float]]:
    """Whether the word heads one of several lines that each begin with goods and hold a number."""
    if start in heads and len(heads) > 1:
        yield "one of several lines of goods", float(min(4, len(heads)))
