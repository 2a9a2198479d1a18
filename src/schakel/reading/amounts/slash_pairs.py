"""Two numbers with a slash between them: an amount and its price, or the price and its amount."""

from collections.abc import Sequence
from itertools import pairwise

from schakel.reading.amounts.market_tokens import Token
from schakel.reading.amounts.offer_parts import DASH, EACH, FOR, MONEY, NUMBER, PER, SEPARATOR, Part

_PRICED = (MONEY, NUMBER)
_STEPS = (3, 4, -3, -4)  # parts from one pair to the next, with or without a comma or a dash between


def apart(tokens: Sequence[Token]) -> list[Token]:
    """The tokens with a comma between pairs of a price and its amount: "40/1g 300/10g", where "1g 300" is none, "€140/3g €220/5g"."""
    ends = [
        end
        for i in range(len(tokens))
        if tokens[i].kind in ("number", "money") and (end := _priced_amount(tokens, i))
    ]
    again = {end for end in ends if end < len(tokens) and _priced_amount(tokens, end)}
    if not again:
        return list(tokens)
    out: list[Token] = []
    for i, token in enumerate(tokens):
        if i in again:
            out.append(Token("comma", token.start, token.start, ","))
        out.append(token)
    return out


def _priced_amount(tokens: Sequence[Token], i: int) -> int:
    """The place behind a price, a slash and an amount with its unit that stand close together at i, or 0."""
    signed = tokens[i].kind == "money" and i + 1 < len(tokens) and tokens[i + 1].kind == "number"
    at = i + 1 + signed
    if not signed and at < len(tokens) and tokens[at].kind == "money":
        at += 1
    row = tokens[i : at + 3]
    if len(row) < at + 3 - i or [token.kind for token in row[-3:-1]] != ["slash", "number"]:
        return 0
    unit = row[-1].word
    close = all(a.end == b.start for a, b in pairwise(row))
    return at + 3 if close and row[-1].kind == "word" and unit is not None and unit.unit else 0


def is_slash_pair(parts: Sequence[Part], i: int) -> bool:
    """Cases such as "1/50 2/90": two numbers with one slash, the second much greater; not a row "50/90/200"."""
    second = parts[i + 2]
    beside = [parts[k] for k in (i - 1, i + 3) if 0 <= k < len(parts)]
    row = any(part.kind == SEPARATOR and part.unit == "/" for part in beside)
    if second.kind == NUMBER and closes_pair(parts, i + 2):
        return False  # "4,50 / 10=35"
    if not row and i + 3 < len(parts) and parts[i + 3].kind in (EACH, PER) and parts[i].value > second.value:
        return True  # "500 / 0,95 p.st"
    return not row and (second.kind == MONEY or second.value >= 2 * parts[i].value or _pairs_rise(parts, i))


def _pairs_rise(parts: Sequence[Part], i: int) -> bool:
    """Cases such as "100/60 1000/400", "80/1, 150/2": another pair beside this one, and more costs more."""
    if not _is_tied(parts[i : i + 3]):
        return False
    for step in _STEPS:
        other = parts[max(0, i + step) : i + step + 3]
        between = parts[min(i, i + step) + 3 : max(i, i + step)]
        apart = all(part.kind in (SEPARATOR, DASH) and part.unit != "/" for part in between)
        if not _is_tied(other) or not apart:
            continue
        more, dearer = other[0].value - parts[i].value, other[2].value - parts[i + 2].value
        if more * step > 0 and dearer * step > 0:
            return True
    return False


def _is_tied(three: Sequence[Part]) -> bool:
    """Whether these are a number, a slash and a number with no space between."""
    if len(three) != 3 or three[0].kind != NUMBER or three[2].kind != NUMBER:
        return False
    slash = three[1].kind in (SEPARATOR, FOR) and three[1].end - three[1].start == 1
    return slash and three[2].start - three[0].end == 1


def closes_pair(parts: Sequence[Part], i: int) -> bool:
    """Whether the number at i already has its own price by a sign: "50 1=50" leaves the first alone."""
    return i + 2 < len(parts) and parts[i + 1].kind == FOR and parts[i + 2].kind in _PRICED
