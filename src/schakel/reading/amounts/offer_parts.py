"""The parts of a line of an offer, and the value of digits."""

import re
from collections.abc import Sequence

from schakel.reading.amounts.market_tokens import ListedHit
from schakel.reading.remembered import Remembered

# Kinds of parts. A bare number is NUMBER until the line shows what it is.
AMOUNT, MONEY, NUMBER, STRENGTH, PRODUCT = "amount", "money", "number", "strength", "product"
PER, EACH, AT, FROM, MINIMUM, FOR, DASH, CLOSE = (
    "per",
    "each",
    "at",
    "from",
    "minimum",
    "for",
    "dash",
    "close",
)
OPEN = "open"
WHOLE = "whole"
SEPARATOR, STOP, LINE, WORD, NOT_A_PRICE, FREE = "separator", "stop", "line", "word", "not a price", "free"

_FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅛": 0.125, "⅓": 1 / 3, "⅔": 2 / 3}


class Part:
    """One part of a line of an offer, with its place in the plain text.

    What a part does not say for itself is said by the class: there are many parts, and most say little.
    """

    currency: str = ""
    threshold: bool = False  # "5g+", "vanaf 5g"
    grouped: bool = False  # of kilos: written with a point before three digits, "2.850 kg"
    upward: bool = False  # said by a word behind it: "5 kilo üstü"
    after_price: bool = False  # said after its price: "100 les 5"
    alone: bool = False  # a unit word without a number
    left: bool = False  # "nog 4 stuks"
    hit: ListedHit | None = None
    unit_word: bool = False  # a product word that is also a unit: "pillen"
    unit_name: str = ""  # of a product word that is also a unit: that unit
    counts: str = ""  # of a product: the unit that its words name, "xtc pillen"
    whole: bool = False  # of a thing sold whole: "cart"
    in_words: bool = False  # of a number: spelled out, so that it is part of no name
    by_itself: bool = False  # of a price: nothing else stands in its piece
    spelled: bool = False  # came with its own sign or word, so that it cannot be anything else

    def __init__(self, kind: str, start: int, end: int, value: float = 0.0, unit: str = "") -> None:
        self.kind = kind
        self.start = start
        self.end = end
        self.value = value
        self.unit = unit  # of an amount, strength or "per"


# The part of a word that says nothing here; where it stands matters to nobody, so one will do for all.
UNKNOWN = Part(WORD, 0, 0)


def parse_number(text: str) -> float | None:
    """The value of digits with points and commas: "1.000" is a thousand, "3,5" and ".5" have decimals; None for anything else."""
    return _VALUES[text]


def _value(text: str) -> float | None:
    text = text.replace("’", "'").replace("o", "0").replace("о", "0").lstrip("'")
    if text.isdecimal():
        return float(text) if len(text) <= 12 else None
    pieces = re.split(r"[.,']", text)
    if len(pieces) == 1 or not "".join(pieces).isdecimal():  # ".-"; "t.me" behind a slash
        return None
    if len(pieces) > 2 and len({c for c in text if not c.isdigit()}) > 1:
        whole, last = "".join(pieces[:-1]), pieces[-1]
        return float(f"{whole}.{last}") if len(whole) <= 12 else None
    if pieces[0] not in ("", "0") and len(pieces[0]) <= 3 and all(len(p) == 3 for p in pieces[1:]):
        return float("".join(pieces)) if len(pieces) <= 4 else None
    if len(pieces) == 2 and len(text) <= 14:
        return float(f"{pieces[0] or '0'}.{pieces[1] or '0'}")
    return None


_VALUES = Remembered(_value)  # most prices and amounts are round


def parse_fraction(text: str) -> float:
    """The value of "½", "1½", "1/2" and of "11⁄2", which is one and a half."""
    if text[-1] in _FRACTIONS:
        return float(text[:-1] or 0) + _FRACTIONS[text[-1]]
    above, below = re.split("[/⁄]", text)
    whole = above[:-1] if "⁄" in text else ""
    return float(whole or 0) + float(above[-1]) / max(float(below), 1.0)


def only_product(parts: Sequence[Part]) -> ListedHit | None:
    """The first product, if the text names one commodity only."""
    hits = [part.hit for part in parts if part.kind == PRODUCT and part.hit is not None]
    return hits[0] if len({hit.term.concept for hit in hits}) == 1 else None


def lines_with_product(parts: Sequence[Part]) -> frozenset[int]:
    """Numbers of the lines that name a product by a word that is not also a unit."""
    line, out = 0, set()
    for part in parts:
        if part.kind == LINE:
            line += 1
        elif part.kind == PRODUCT and not part.unit_word:
            out.add(line)
    return frozenset(out)
