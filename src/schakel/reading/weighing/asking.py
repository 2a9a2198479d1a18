"""Who asks for goods, and who asks others whether they need them and so sells: see `lexicons/set_signs.toml`."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from tomllib import loads

from schakel.reading.term_search import TermHit
from schakel.reading.weighing.found import Found
from schakel.reading.weighing.sold_by_name import stands_beside

NEEDED = "goods that others may need, at a price"
ADDRESSED = "goods that the reader may need"
ASKED = "plain goods right beside words of request"
_TELLING = 1.0  # log10: the least weight of a word of offer that says what a text does


def asking_signs(found: Found, goods: Sequence[TermHit]) -> Iterator[str]:
    """The names of these forms that a text with goods has."""
    plain = found.text.plain
    if "?" in plain and needed_at_a_price(plain):
        yield NEEDED
    if _patterns()[2].search(plain):
        yield ADDRESSED
    if "veto" not in found.kinds and _asked_for(found, goods):
        yield ASKED


def _asked_for(found: Found, goods: Sequence[TermHit]) -> bool:
    """Whether plain goods stand beside a word that asks, and no weighty word offers: "wij bezorgen; prijs voor 10 g pep is"."""
    if any(word.term.weight >= _TELLING for word in found.words("act", "offer")):
        return False
    words = found.words("act", "request")
    return any(not hit.term.ambiguous and stands_beside(found.text.plain, hit, words) for hit in goods)


def needed_at_a_price(plain: str) -> bool:
    """Whether others are asked if they need something, and money is named behind the question or in it."""
    needs, money, _ = _patterns()
    asked = needs.search(plain)
    return asked is not None and money.search(plain, asked.start()) is not None


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Who may need something, at the beginning of a line or sentence; money; the reader addressed as one who may."""
    data = loads((files("schakel.lexicons") / "set_signs.toml").read_text("utf-8"))
    needs, money, reader = ("|".join(data[name]) for name in ("needs", "money", "reader"))
    return (
        re.compile(rf"(?:^|[\n.!,])[^\w\n]{{0,6}}(?:{needs})[^\n?]{{0,100}}\?"),
        re.compile(money),
        re.compile(rf"(?<!\w)(?:{reader})(?!\w)"),
    )
