"""Prices of one before the amount from which they hold: "speed 4 euro vanaf 50 g, 3 vanaf 100 g", "меф 1800 от 10г, 1500 от 50г".

Each such price is put behind its amount, as in "vanaf 50 g à 4": a ladder reads from there on.
"""

from collections.abc import Sequence

from schakel.reading.amounts.lines import Row
from schakel.reading.amounts.measure_words import MeasureWords
from schakel.reading.amounts.offer_parts import (
    AMOUNT,
    AT,
    DASH,
    FOR,
    FROM,
    MONEY,
    NUMBER,
    PRODUCT,
    SEPARATOR,
    STOP,
    WORD,
    Part,
)

_PRICES = (MONEY, NUMBER)
_BEFORE = (PRODUCT, SEPARATOR, STOP, WORD)  # what may stand before such a price
_JOINTS = (AT, FOR, DASH)  # "по 1800 от 10г"
_WEIGHED = frozenset({"g", "kg"})  # of what is counted such a price is read as that of one anyhow


def prices_behind_their_amounts(rows: Sequence[Row], lists: MeasureWords, language: str) -> Sequence[Row]:
    """The lines with every such price behind the amount from which it holds; the same lines where there is none.

    A sum that nobody asks for a gram of the goods is the price of the whole amount: "меф 18000 от 10г".
    """
    if not any(part.kind == FROM for row in rows for part in row):
        return rows
    named = {part.hit.term.concept for row in rows for part in row if part.hit is not None}
    rate = lists.gram_rates.get(language, 1.0)
    bounds = [bound.high for name, bound in lists.gram_price.items() if name in named]
    most = rate * max(bounds or [bound.high for bound in lists.gram_price.values()])
    turned = [_turned(row, most) for row in rows]
    return rows if all(one is row for one, row in zip(turned, rows, strict=True)) else turned


def _turned(row: Row, most: float) -> Row:
    if not any(part.kind == FROM for part in row):
        return row
    out: list[Part] = []
    at, found = 0, False
    while at < len(row):
        if _holds_from(row, at, out):
            price, start, amount = row[at : at + 3]
            each = Part(AT if price.value <= most else FOR, price.start, price.start)
            each.unit = "each" if price.value <= most else ""
            money = Part(MONEY, price.start, price.end, price.value)
            money.currency, money.spelled = price.currency, True
            if out and out[-1].kind in _JOINTS:
                out.pop()
            out += [start, amount, each, money]
            at, found = at + 3, True
        else:
            out.append(row[at])
            at += 1
    return out if found else row


def _holds_from(row: Row, at: int, before: Sequence[Part]) -> bool:
    """Whether a price stands here that no amount before it has, and behind it a weight from which it holds and that has no other."""
    kinds = [part.kind for part in row[at : at + 5]]
    if len(kinds) < 3 or kinds[0] not in _PRICES or kinds[1] != FROM or kinds[2] != AMOUNT:
        return False
    if row[at + 2].unit not in _WEIGHED or any(kind in _PRICES for kind in kinds[3:4]):
        return False
    if kinds[3:4] and kinds[3] in _JOINTS and kinds[4:5] and kinds[4] in _PRICES:
        return False
    behind = before[:-1] if before and before[-1].kind in _JOINTS else before
    return not behind or behind[-1].kind in _BEFORE
