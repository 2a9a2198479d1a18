"""Lists in which each price stands before its amount, with a sign between: "€50 | 1 gram", "£35 / 3.5g", "€140, 3 gram".

By such a sign alone nobody could tell whose price it is. The list shows it: each line, or the whole of one line, begins with a
price and ends with an amount, as many prices as amounts, and more costs more.
"""

from collections.abc import Sequence
from itertools import pairwise

from schakel.reading.amounts.lines import Row
from schakel.reading.amounts.offer_parts import (
    AMOUNT,
    DASH,
    FOR,
    MONEY,
    NUMBER,
    PRODUCT,
    SEPARATOR,
    WORD,
    Part,
)

_PRICES = (MONEY, NUMBER)
_SAID = (WORD, PRODUCT)
_LEAST_PAIRS = 2
_Pair = tuple[Part, Part, Part, Row]  # price, sign, amount, and the words behind the amount


def amounts_before_prices(rows: Sequence[Row]) -> Sequence[Row]:
    """The lines with each amount before its price, if they all are such; else as they are."""
    found = {at: split for at, row in enumerate(rows) if (split := _split(row)) is not None}
    pairs = [pair for _, row in sorted(found.items()) for pair in row[1]]
    if len(pairs) < _LEAST_PAIRS or any(_is_other_way(row) for at, row in enumerate(rows) if at not in found):
        return rows
    heads = [any(part.kind == PRODUCT for part in lead) for _, (lead, _) in sorted(found.items())]
    if any(heads[1:]) or not _more_costs_more(pairs):
        return rows
    return [_turned(*found[at]) if at in found else row for at, row in enumerate(rows)]


def _split(row: Row) -> tuple[Row, list[_Pair]] | None:
    """What stands before the first price, and the pairs; None for a line that says anything else."""
    at = next((k for k, part in enumerate(row) if part.kind in (*_PRICES, AMOUNT)), len(row))
    lead, pairs = row[:at], []
    if any(part.kind not in (*_SAID, DASH, SEPARATOR, FOR) for part in lead):
        return None
    while at < len(row):
        if not _is_pair(row[at : at + 4]):
            return None
        price, sign, amount = row[at : at + 3]
        if sign.unit == "and" or price.threshold or amount.threshold or amount.unit == "count":
            return None
        end = next((k for k in range(at + 3, len(row)) if row[k].kind not in _SAID), len(row))
        behind = row[at + 3 : end]
        if price.kind == NUMBER and any(part.kind == PRODUCT for part in behind):
            return None  # "5, 10 pills xtc": it may number the line
        pairs.append((price, sign, amount, behind))
        at = end + 1 if end < len(row) and row[end].kind == SEPARATOR else end
    return (lead, pairs) if pairs else None


def _is_pair(row: Row) -> bool:
    """Whether a price, a sign and an amount begin here; behind a price with its sign goods may be counted: "€10 / 5 xtc"."""
    kinds = [part.kind for part in row]
    if len(kinds) < 3 or kinds[0] not in _PRICES or kinds[1] != SEPARATOR:
        return False
    return kinds[2] == AMOUNT or kinds == [MONEY, SEPARATOR, NUMBER, PRODUCT]


def _is_other_way(row: Row) -> bool:
    """Whether a price stands somewhere behind an amount, as on no such line; "delivery £5, min 3.5g" says nothing."""
    amount = next((k for k, part in enumerate(row) if part.kind == AMOUNT), len(row))
    return any(part.kind in _PRICES for part in row[amount:])


def _more_costs_more(pairs: Sequence[_Pair]) -> bool:
    """Whether from pair to pair of one list more of a unit costs more, and the numbers before do not only count the lines."""
    for (price, _, amount, _), (dearer, _, more, named) in pairwise(pairs):
        other = amount.unit != more.unit or any(part.kind == PRODUCT for part in named)
        if not other and (more.value - amount.value) * (dearer.value - price.value) <= 0:
            return False
    numbered = [price.value for price, *_ in pairs if price.kind == NUMBER]
    return not numbered or numbered != [float(k + 1) for k in range(len(numbered))]


def _turned(lead: Row, pairs: Sequence[_Pair]) -> Row:
    out = list(lead)
    for k, (price, sign, amount, behind) in enumerate(pairs):
        money = Part(MONEY, price.start, price.end, price.value)
        money.currency, money.spelled = price.currency, True
        comma = [Part(SEPARATOR, price.start, price.start)] if k else []
        out += [*comma, amount, *behind, Part(FOR, sign.start, sign.end), money]
    return out
