"""Lines in which each amount stands behind "per" and before its price: "per 100 90 euro per 1000 650", "per gram 50 per 5 gram 220"."""

from collections.abc import Sequence

from schakel.reading.amounts.lines import Row
from schakel.reading.amounts.offer_parts import AMOUNT, EACH, FOR, MONEY, NUMBER, PER, SEPARATOR, Part

_PRICES = (MONEY, NUMBER)
_LEAST_PAIRS = 2


def amounts_behind_per(rows: Sequence[Row]) -> Sequence[Row]:
    """The lines with each such amount as an amount, where a line has several and no price stands before the first; else as they are."""
    if not any(map(_is_list, rows)):
        return rows
    return [_as_amounts(row) if _is_list(row) else row for row in rows]


def _is_list(row: Row) -> bool:
    """Whether several amounts stand behind "per", each with its price right behind it, and no other amount or price."""
    if sum(part.kind == PER for part in row) < _LEAST_PAIRS or any(
        part.kind in (AMOUNT, EACH) for part in row
    ):
        return False
    pairs = [_has_price(row, at) for at, part in enumerate(row) if part.kind == PER]
    prices = sum(part.kind in _PRICES for part in row)
    first = next(part.kind for part in row if part.kind in (PER, *_PRICES))
    return first == PER and all(pairs) and prices == len(pairs)


def _has_price(row: Row, at: int) -> bool:
    behind = row[at + 1 : at + 3]
    if behind and behind[0].kind == FOR:
        behind = behind[1:]
    return bool(behind) and behind[0].kind in _PRICES


def _as_amounts(row: Row) -> Row:
    out: list[Part] = []
    for part in row:
        if part.kind == PER:
            if any(one.kind == AMOUNT for one in out):
                out.append(Part(SEPARATOR, part.start, part.start))
            out.append(Part(AMOUNT, part.start, part.end, part.value, part.unit))
        else:
            out.append(part)
    return out
