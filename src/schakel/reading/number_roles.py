"""Decides whether a bare number is an amount, a price, or neither, by what stands around it."""

from collections.abc import Sequence
from typing import Protocol

from schakel.reading.market_tokens import ListedHit
from schakel.reading.offer_parts import (
    AMOUNT,
    AT,
    CLOSE,
    DASH,
    EACH,
    FOR,
    FROM,
    LINE,
    MONEY,
    NUMBER,
    PER,
    PRODUCT,
    SEPARATOR,
    STOP,
    STRENGTH,
    WORD,
    Part,
)

AS_AMOUNT, AS_PRICE, NEITHER = "amount", "price", ""
_PRICED = (MONEY, NUMBER)
_CONTAINERS = frozenset({"strip", "box", "pack", "carton"})


class Waiting(Protocol):
    """What the reader of a message holds when it meets the number."""

    amount: Part | None
    money: Part | None
    per: Part | None
    split: bool
    after_product: bool
    context: ListedHit | None
    from_: bool
    at: bool
    veto: bool


def next_on_line(parts: Sequence[Part], i: int, kinds: Sequence[str]) -> bool:
    """Whether the first part after i that says something is one of `kinds`; dashes and colons say nothing."""
    for part in parts[i + 1 : i + 5]:
        if part.kind in kinds:
            return True
        if part.kind not in (FOR, DASH, WORD, STRENGTH, AT):
            return False
    return False


def number_role(parts: Sequence[Part], i: int, waiting: Waiting) -> str:
    """The role of the bare number parts[i]."""
    if waiting.amount is not None:
        return _beside_amount(parts, i, waiting)
    linked = waiting.money is not None and not waiting.split and i > 0 and parts[i - 1].kind == FOR
    if linked or _price_follows(parts, i):
        return AS_AMOUNT
    return NEITHER if parts[i].threshold else _without_price(parts, i, waiting)  # "18+"


def _without_price(parts: Sequence[Part], i: int, waiting: Waiting) -> str:
    """The role of a number that has no price of its own after it."""
    if waiting.per is not None or waiting.at or _per_follows(parts, i) or _amount_follows(parts, i):
        return AS_PRICE
    if waiting.after_product and _counts_before(parts, i):
        return _after_product(parts, i)
    if _product_follows(parts, i):
        return AS_AMOUNT
    return NEITHER if waiting.veto or _is_year(parts[i]) else _in_context(parts, i, waiting)


def _beside_amount(parts: Sequence[Part], i: int, waiting: Waiting) -> str:
    """An amount waits: the number is its price, unless it begins a new thing ("5g coke, 10 xtc")."""
    if waiting.split and (_product_follows(parts, i) or _price_follows(parts, i)):
        return AS_AMOUNT
    if waiting.amount is not None and waiting.amount.unit in _CONTAINERS and _holds(parts, i):
        return NEITHER  # "strip van 10 €25"
    apart = waiting.split or parts[i - 1].kind in (WORD, PRODUCT)
    if apart and (_is_year(parts[i]) or (parts[i].value < 2 and not _per_follows(parts, i))):
        return NEITHER
    return AS_PRICE


def _holds(parts: Sequence[Part], i: int) -> bool:
    """Whether the price is still to come, so that the number tells what is inside."""
    for part in parts[i + 1 : i + 4]:
        if part.kind in _PRICED:
            return True
        if part.kind not in (WORD, PRODUCT, CLOSE, FOR, STRENGTH):
            return False
    return False


def _price_follows(parts: Sequence[Part], i: int) -> bool:
    """Cases such as "1=50", "1 50", "1 - 50", "2 voor 75", "1/50"."""
    if i + 1 >= len(parts):
        return False
    first = parts[i + 1]
    if first.kind in _PRICED:
        return first.kind == MONEY or not _closes_pair(parts, i + 1)
    if i + 2 >= len(parts) or parts[i + 2].kind not in _PRICED:
        return False
    if first.kind in (FOR, DASH, AT):
        return True
    if first.kind == SEPARATOR and first.unit == "/" and _is_slash_pair(parts, i):
        first.kind = FOR
        return True
    return False


def _is_slash_pair(parts: Sequence[Part], i: int) -> bool:
    """Cases such as "1/50 2/90": two numbers with one slash, the second much greater; not a row "50/90/200"."""
    second = parts[i + 2]
    beside = [parts[k] for k in (i - 1, i + 3) if 0 <= k < len(parts)]
    row = any(part.kind == SEPARATOR and part.unit == "/" for part in beside)
    return not row and (second.kind == MONEY or second.value >= 2 * parts[i].value)


def _closes_pair(parts: Sequence[Part], i: int) -> bool:
    """Whether the number at i already has its own price by a sign: "50 1=50" leaves the first alone."""
    return i + 2 < len(parts) and parts[i + 1].kind == FOR and parts[i + 2].kind in _PRICED


def _per_follows(parts: Sequence[Part], i: int) -> bool:
    return i + 1 < len(parts) and parts[i + 1].kind in (PER, EACH)


def _amount_follows(parts: Sequence[Part], i: int) -> bool:
    """Cases such as "90 voor 2 gram"."""
    following = parts[i + 1 : i + 3]
    linked = len(following) == 2 and following[0].kind == FOR and following[0].unit != ":"
    return linked and following[1].kind == AMOUNT


def _counts_before(parts: Sequence[Part], i: int) -> bool:
    """Whether product and number stand close: "wit 50", "wit: 50", "wit vanaf 50", "wit top 50"."""
    unknown = 0
    for part in reversed(parts[max(0, i - 4) : i]):
        if part.kind == PRODUCT:
            return unknown <= 2
        if part.kind == WORD:
            unknown += 1
        elif part.kind not in (FOR, DASH, FROM, AT, STRENGTH, CLOSE):
            return False
    return False


def _after_product(parts: Sequence[Part], i: int) -> str:
    """Cases such as "wit 50" is a price; in "gelato 41 5g 50" the first is a name, in "8/2 mg" a strength."""
    following = parts[i + 1 : i + 4]
    if any(part.kind == STRENGTH for part in following[:2]):
        return NEITHER
    if following and following[0].kind == AMOUNT and any(p.kind in _PRICED for p in following[1:]):
        return NEITHER
    if _is_year(parts[i]) and parts[i - 1].kind == WORD:
        return NEITHER
    return AS_PRICE


def _product_follows(parts: Sequence[Part], i: int) -> bool:
    """Cases such as "10 xtc", "100 popcorn time mdma": a whole number right before the product, with few words between."""
    value = parts[i].value
    if value != int(value) or _is_year(parts[i]):
        return False
    for part in parts[i + 1 : i + 5]:
        if part.kind == PRODUCT:
            return True
        if part.kind not in (WORD, STRENGTH, CLOSE):
            return False
    return False


def _is_year(part: Part) -> bool:
    return 1990 <= part.value <= 2039 and part.end - part.start == 4 and part.value == int(part.value)


def _in_context(parts: Sequence[Part], i: int, waiting: Waiting) -> str:
    """In a list under a heading, a number at the end of a short line is a price: "amnesia 10"."""
    if waiting.context is None:
        return NEITHER
    before = parts[i - 1].kind if i else LINE
    if before == FOR or waiting.from_:
        return AS_PRICE
    ends = i + 1 >= len(parts) or parts[i + 1].kind in (LINE, STOP)
    start = next((k for k in range(i - 1, max(-1, i - 6), -1) if parts[k].kind == LINE), None)
    short = start is not None or i <= 4
    return AS_PRICE if ends and short and before in (WORD, DASH, CLOSE, STRENGTH) else NEITHER
