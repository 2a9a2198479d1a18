"""What the shape of a list and the unit of an amount say about a word: "G 50ml" is no powder, a menu has a ware a line."""

import re
from collections.abc import Iterator, Sequence

from schakel.reading.terms.term_search import TermHit

_UNITS = (
    ("volume", r"ml|мл|cl|l|л|liters?|litros?|litres?|литр\w{0,2}|dop|dopjes?"),
    ("kilos", r"kg|кг|kilos?|kilo's|кило|key|keys|block|blocks|blok|blokken"),
    ("grams", r"gr?|gram\w{0,3}|grammes?|gramos?|г|гр|грамм\w{0,2}|oz|zips?|ounces?|onza"),
    (
        "tablets",
        r"pil|pillen|pills?|tabs?|tabletten?|tabletas?|cachets?|comprimés?|comprimidos?|pastillas?|hap|таб\w{0,6}|колес\w{0,3}",
    ),
    ("strips", r"strips?|strippen|blisters?|streifen|plaquettes?|tira|tiras|блистер\w{0,2}|şerit"),
    (
        "pieces",
        r"st|stk|stuks?|stück|pcs?|pieces?|pièces?|unid\w{0,4}|шт\w{0,2}|adet|tane|p/st|each|ea|par|paar|pair|paire",
    ),
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
