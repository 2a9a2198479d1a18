"""Tables with the amounts in their first line and a row of prices for each of the goods below it."""

from collections.abc import Sequence
from itertools import pairwise

from schakel.reading.amounts.lines import Row
from schakel.reading.amounts.offer_parts import (
    AMOUNT,
    CLOSE,
    DASH,
    FOR,
    MONEY,
    NUMBER,
    OPEN,
    PER,
    PRODUCT,
    SEPARATOR,
    STRENGTH,
    WORD,
    Part,
)

_COUNTS = frozenset({AMOUNT, NUMBER, PER})
_BETWEEN = frozenset({WORD, SEPARATOR, FOR, DASH, OPEN, CLOSE})
_PRICED = frozenset({NUMBER, MONEY})
_LEAST_ROWS = 2


def columns_as_pairs(rows: Sequence[Row]) -> Sequence[Row]:
    """The lines with each price of a table beside the amount at the head of its column; else as they are."""
    heads = {at: head for at, row in enumerate(rows) if len(row) > 1 and (head := _head(row))}
    out = rows
    for at, head in heads.items():
        found: dict[int, Row] = {}
        for place in range(at + 1, len(rows)):
            priced = _row_of_table(rows[place], head)
            if priced is not None:
                found[place] = priced
            elif rows[place]:
                break
        if len(found) >= _LEAST_ROWS:
            out = [[] if place == at else found.get(place, row) for place, row in enumerate(out)]
    return out


def _head(row: Row) -> list[Part]:
    """The amounts of a line that holds nothing but rising amounts: "1 | 3,5 | 28", "per 1 | per 5"; none otherwise."""
    amounts = []
    for part in row:
        if part.kind in _COUNTS:
            amounts.append(part)
        elif part.kind not in _BETWEEN:
            return []
    if len(amounts) < 2 or any(a.value >= b.value for a, b in pairwise(amounts)) or _is_linked(row, _COUNTS):
        return []
    return amounts


def _is_linked(row: Row, cells: frozenset[str]) -> bool:
    """Whether "=" or a dash ties one number of a line to the next, as an amount to its price: "10 – 40", "1 = 9"."""
    return any(
        before.kind in cells and link.kind in (FOR, DASH) and after.kind in cells
        for before, link, after in zip(row, row[1:], row[2:], strict=False)
    )


def _row_of_table(row: Row, head: Sequence[Part]) -> Row | None:
    """The goods of a row, then each amount with its price; None where the line is no row of this table."""
    first = next((at for at, part in enumerate(row) if part.kind == PRODUCT), None)
    if first is None or any(part.kind in (AMOUNT, PER) for part in row[first:]) or _is_linked(row, _PRICED):
        return None
    cells = [part for part in row[first + 1 :] if part.kind in _PRICED]
    prices: list[Part | None] = list(cells[-len(head) :])
    if len(cells) > len(head) + 1:
        return None
    if len(cells) < len(head):
        prices = _with_gaps(row[first + 1 :], len(head))
    known = [cell for cell in prices if cell is not None]
    if not known or any(a.value >= b.value for a, b in pairwise(known)):
        return None
    goods = [part for part in row if part.kind in (PRODUCT, WORD, STRENGTH) and part.end <= known[0].start]
    return goods + _pairs(head, prices)


def _with_gaps(row: Row, columns: int) -> list[Part | None]:
    """The prices of a row in which a dash stands for each that is missing; none where they do not fill it."""
    cells = [
        part if part.kind in _PRICED else None for part in row if part.kind in _PRICED or part.kind == DASH
    ]
    return cells if len(cells) == columns else []


def _unit(head: Sequence[Part], column: Part) -> str:
    """The unit of a column; that of the columns behind where only those say it: "1 / 10 strips"."""
    if column.kind != NUMBER:
        return column.unit
    behind = {part.unit for part in head if part.kind == AMOUNT and part.value > column.value}
    return behind.pop() if len(behind) == 1 else "count"


def _pairs(head: Sequence[Part], prices: Sequence[Part | None]) -> Row:
    out: Row = []
    for column, price in zip(head, prices, strict=True):
        if price is None:
            continue
        if out:
            out.append(Part(SEPARATOR, price.start, price.start))
        out.append(Part(AMOUNT, column.start, column.end, column.value, _unit(head, column)))
        money = Part(MONEY, price.start, price.end, price.value)
        money.currency, money.spelled = price.currency, True
        out += [Part(FOR, price.start, price.start), money]
    return out
