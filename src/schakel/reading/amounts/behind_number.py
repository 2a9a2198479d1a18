"""What stands behind a number in a line of an offer: its price, a unit that it is the price of, the end of its piece."""

from collections.abc import Sequence

from schakel.reading.amounts.offer_parts import (
    AT,
    CLOSE,
    DASH,
    EACH,
    FOR,
    LINE,
    MONEY,
    NUMBER,
    OPEN,
    PER,
    PRODUCT,
    SEPARATOR,
    STOP,
    STRENGTH,
    WORD,
    Part,
)
from schakel.reading.amounts.slash_pairs import closes_pair, is_slash_pair

PRICED = (MONEY, NUMBER)
ENDS = (LINE, STOP, SEPARATOR)
SAID = (WORD, PRODUCT, STRENGTH, CLOSE)
LINKS = (FOR, DASH, AT)
MOST_WORDS = 8  # between the name of a thing and its price


def says_price(following: Sequence[Part]) -> bool:
    """Whether these parts begin with a price, or with what leads to one: "= 50", "voor 50"."""
    kinds = [part.kind for part in following]
    return bool(kinds) and (kinds[0] in PRICED or (kinds[0] in LINKS and kinds[-1] in PRICED))


def price_follows(parts: Sequence[Part], i: int) -> bool:
    """Cases such as "1=50", "1 50", "1 - 50", "2 voor 75", "1/50", "tien (10) 140"."""
    if i + 1 >= len(parts):
        return False
    first = parts[i + 1]
    if first.kind in PRICED:
        return first.kind == MONEY or not closes_pair(parts, i + 1)
    if first.kind == OPEN:
        again = i + 3 < len(parts) and parts[i + 2].kind == NUMBER and parts[i + 3].kind == CLOSE
        return again and says_price(parts[i + 4 : i + 6])
    return i + 2 < len(parts) and parts[i + 2].kind in PRICED and is_link(parts, i)


def is_link(parts: Sequence[Part], i: int) -> bool:
    """Whether the part after i leads to its price at i + 2: "=", "voor", or one slash."""
    first = parts[i + 1]
    if first.kind in LINKS:
        return parts[i + 2].kind == MONEY or not begins_list(parts, i + 1)
    if first.kind == SEPARATOR and first.unit == "/" and is_slash_pair(parts, i):
        first.kind = FOR
        return True
    return False


def begins_list(parts: Sequence[Part], i: int) -> bool:
    """Cases such as "tesla 240: 10 for 50", "LSD 110: 5 £30": the number behind the link at i has its own price."""
    if closes_pair(parts, i + 1):
        return True
    signed = parts[i].unit == ":" and i + 2 < len(parts) and parts[i + 2].kind == MONEY
    return signed and parts[i + 1].kind == NUMBER and parts[i + 1].value < parts[i + 2].value


def per_follows(parts: Sequence[Part], i: int) -> bool:
    """Whether it is said right behind part i what it is the price of: "per gram", "each", "das Stück"."""
    behind = [part.kind for part in parts[i + 1 : i + 3]]
    return behind[:1] in ([PER], [EACH]) or behind == [WORD, PER]


def price_ahead(parts: Sequence[Part], i: int) -> bool:
    """Whether words follow and then a price by its sign."""
    for k in range(i + 1, min(i + MOST_WORDS, len(parts) - 1)):
        kind = parts[k].kind
        if kind in LINKS or kind == MONEY:
            return k > i + 1 and (kind == MONEY or parts[k + 1].kind in PRICED)
        if kind not in (WORD, CLOSE, OPEN):
            return False
    return False


def is_last(parts: Sequence[Part], i: int) -> bool:
    """Whether nothing that counts comes after part i in its piece, and few words."""
    words = 0
    for part in parts[i + 1 : i + 5]:
        if part.kind in ENDS:
            return True
        if part.kind not in (WORD, CLOSE):
            return False
        words += part.kind == WORD
    return words <= 3


def stands_alone(parts: Sequence[Part], i: int) -> bool:
    """Cases such as "Glock 19, sin número. 2.900. Con cargador": a number with nothing else in its sentence."""
    begins = i > 0 and parts[i - 1].kind in (STOP, LINE)
    return begins and i + 1 < len(parts) and parts[i + 1].kind in ENDS


def price_closes(parts: Sequence[Part], i: int) -> bool:
    """Whether words and then a greater number follow."""
    for k in range(i + 1, min(i + 2 * MOST_WORDS, len(parts))):
        kind = parts[k].kind
        if kind in PRICED:
            return parts[k].value > parts[i].value or parts[k].kind == MONEY
        if kind not in (*SAID, DASH) and not (kind == FOR and parts[k].unit == ":"):
            return False
    return False


def next_is_word(parts: Sequence[Part], i: int) -> bool:
    """Whether a word stands behind part i that is no measure, goods or money."""
    return i + 1 < len(parts) and parts[i + 1].kind == WORD


def is_year(parts: Sequence[Part], i: int) -> bool:
    """Whether the number may be a year; round ones and those after a dash are not."""
    part = parts[i]
    if not (1990 <= part.value <= 2039 and part.end - part.start == 4) or part.value % 50 == 0:
        return False
    return not (i and parts[i - 1].kind in LINKS)


def next_on_line(parts: Sequence[Part], i: int, kinds: Sequence[str]) -> bool:
    """Whether the first part after i that says something is one of `kinds`; dashes and colons say nothing."""
    for part in parts[i + 1 : i + 5]:
        if part.kind in kinds:
            return True
        if part.kind not in (FOR, DASH, WORD, STRENGTH, AT):
            return False
    return False
