"""Lists in which every line begins with its price: "50 = ❄️", "1200 — круглая таблетка, одна", "60 👉 🐚"."""

from collections.abc import Sequence
from itertools import pairwise

from schakel.reading.amounts.lines import Row
from schakel.reading.amounts.offer_parts import AMOUNT, DASH, FOR, MONEY, NUMBER, PRODUCT, SEPARATOR, Part

_LINKS = (FOR, DASH, SEPARATOR)
_LEAST_LINES = 2


def prices_moved_behind(rows: Sequence[Row]) -> Sequence[Row]:
    """The lines with each price behind its goods, if all lines that name goods begin with theirs; else as they are."""
    first = {at for at, row in enumerate(rows) if len(row) > 2 and _price_first(row)}
    if len(first) < _LEAST_LINES or any(
        _priced_behind(row) for at, row in enumerate(rows) if at not in first
    ):
        return rows
    return [_turned(row) if at in first else row for at, row in enumerate(rows)]


def _start(row: Row) -> int:
    """Where the line begins to say something, behind a dash that only marks it."""
    return 1 if row and row[0].kind == DASH else 0


def _price_first(row: Row) -> bool:
    """Whether a number and a sign begin the line, and the goods that follow have no price behind them."""
    at = _start(row)
    if len(row) < at + 3 or row[at].kind not in (NUMBER, MONEY) or row[at + 1].kind not in _LINKS:
        return False
    if row[at].threshold or row[at + 1].unit in ("/", "and"):
        return False
    rest = row[at + 2 :]
    numbers = [part for part in rest if part.kind in (NUMBER, MONEY)]
    return any(part.kind == PRODUCT for part in rest) and not numbers


def _priced_behind(row: Row) -> bool:
    """Whether a number stands behind goods."""
    seen = False
    for part in row:
        if seen and part.kind in (NUMBER, MONEY, AMOUNT):
            return True
        seen = seen or part.kind == PRODUCT
    return False


def _turned(row: Row) -> Row:
    at = _start(row)
    price, link, rest = row[at], row[at + 1], row[at + 2 :]
    money = Part(MONEY, price.start, price.end, price.value)
    money.currency, money.spelled = price.currency, True
    return [*rest, *_repeated(rest), Part(FOR, link.start, link.end), money]


def _repeated(rest: Row) -> Row:
    """Cases such as "115 = 🐚🐚": the same sign twice, side by side, counts two."""
    signs = [part for part in rest if part.kind == PRODUCT]
    if len(signs) < 2 or any(part.kind == AMOUNT for part in rest):
        return []
    alike = {(part.hit.term.concept, part.end - part.start) for part in signs if part.hit is not None}
    if len(alike) > 1 or any(b.start != a.end for a, b in pairwise(signs)):
        return []
    return [Part(AMOUNT, signs[0].start, signs[-1].end, float(len(signs)), "count")]
