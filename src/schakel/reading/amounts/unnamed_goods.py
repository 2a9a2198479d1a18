"""Prices of goods that a text does not name: "100 ml 40, liter 220", "1 = 31k, 5+ = 29.5k each".

Who veils the goods still says what each amount costs, since that is what the ad is for.
"""

import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from itertools import combinations, starmap
from tomllib import loads

from schakel.reading.amounts.drafts import Draft
from schakel.reading.amounts.folded_text import FoldedText
from schakel.reading.amounts.ladders import OfferReader
from schakel.reading.amounts.market_tokens import market_tokens
from schakel.reading.amounts.measure_words import load_measure_words
from schakel.reading.amounts.offer_parts import MONEY, NUMBER, Part
from schakel.reading.amounts.price_words import PartReader
from schakel.reading.amounts.prices import amount_in_base
from schakel.reading.amounts.slash_pairs import apart
from schakel.reading.folding.plain_text import plain_text
from schakel.reading.word_data import data_file

_TWO_NUMBERS = re.compile(r"\d\D+\d")
_BARE = frozenset({"", "count", "thing"})
_LIMITS = data_file("amount_limits.toml")["unnamed_goods"]
_FEWEST: float = _LIMITS["fewest"]
_MOST: float = _LIMITS["most"]
_LONGEST: int = _LIMITS["longest"]


def has_priced_amounts(text: FoldedText, language: str) -> bool:
    """Whether several amounts have a price each, in a text in which no word names goods.

    They are of some measure ("100 ml 40, liter 220") or cost less apiece the more there are ("1 = 31k, 5 = 140k").
    `language` is an ISO 639-1 code, "und" for unknown.
    """
    plain = text.plain
    if len(plain) > _LONGEST or not _TWO_NUMBERS.search(plain) or names_lawful_goods(plain):
        return False
    lists = load_measure_words()
    tokens = market_tokens(plain, (), lists.counting.get(language) or lists.counting["en"])
    parts = PartReader(apart(tokens) if "/" in plain else tokens, lists, language).read()
    priced = [d for d in OfferReader(parts, lists, language).read() if d.quantity and d.price]
    others = [part.value for part in parts if part.kind in (NUMBER, MONEY) and not _within(part, priced)]
    if len(others) > len(priced):
        return False  # a log, a table of results
    measured = {amount_in_base(d) for d in priced if d.unit not in _BARE}
    if measured and len({amount_in_base(d) for d in priced}) > 1:
        return True
    steps = any(starmap(_is_step, combinations(priced, 2)))
    return steps or any(_is_after_one(draft, price) for draft in priced for price in others)


def _within(part: Part, priced: Sequence[Draft]) -> bool:
    return any(start <= part.start < end for draft in priced for start, end in draft.spans)


def _is_after_one(several: Draft, price: float) -> bool:
    """Cases such as "ein Kissen 70, zwei Kissen 130": a price that stands by itself is that of one."""
    asked, many = several.price or 0.0, several.quantity or 0.0
    if several.unit not in _BARE or several.each or not _FEWEST <= many <= _MOST:
        return False
    return any(price < told <= price * many and price >= many for told in (asked, asked * 1000.0))


def _is_step(one: Draft, other: Draft) -> bool:
    """Whether more of it costs more, and no more apiece, as lists of prices go."""
    less, more = sorted([one, other], key=amount_in_base)
    (few, unit), (many, same) = amount_in_base(less), amount_in_base(more)
    if unit != same or few == many or many > _MOST:
        return False
    low, high = (d.price * amount_in_base(d)[0] if d.each else d.price for d in (less, more) if d.price)
    return 1.0 < high / low <= many / few


def names_lawful_goods(plain: str) -> bool:
    """Whether a folded text names what is lawfully sold at so much apiece (`lexicons/lawful_goods.toml`)."""
    return _lawful_goods().search(plain) is not None


@cache
def _lawful_goods() -> re.Pattern[str]:
    rows = loads((files("schakel.lexicons") / "lawful_goods.toml").read_text("utf-8"))["words"]
    words = sorted(
        {
            plain_text(word.rstrip("|")).plain + ("|" if word.endswith("|") else "")
            for row in rows.values()
            for word in row
        }
    )
    written = "|".join(
        re.escape(word.rstrip("|")) + (r"(?!\w)" if word.endswith("|") else "") for word in words
    )
    return re.compile(rf"(?<!\w)(?:{written})")
