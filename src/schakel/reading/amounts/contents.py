"""What is inside: a second amount that tells what a box, strip or plate holds, not how much is sold."""

from schakel.reading.amounts.offer_parts import AMOUNT, DASH, OPEN, PRODUCT, STRENGTH, Part
from schakel.reading.amounts.unit_by_price import EIGHTH
from schakel.reading.amounts.waiting import Waiting

CONTAINERS = frozenset({"strip", "box", "pack", "small box", "carton"})
_CONTENTS = frozenset({"pill", "tab", "piece", "count", "ball", EIGHTH})
_BY_WEIGHT = frozenset({"g", "kg"})
_HOLDS = CONTAINERS | {"count", "piece", "ball", "block", "pill", EIGHTH}


def is_inside(held: Waiting, i: int, part: Part) -> bool:
    """Whether the amount at part i belongs to the one that waits, which is made complete by it.

    Cases such as "5g-10g" is a range; "1 strip 10 pillen" and "2 dozen (100 stuks)" tell what is inside.
    """
    waiting = held.amount
    if waiting is None or held.split:
        return False
    cartons = (waiting.unit, part.unit) == ("box", "carton")  # "doos van 50 sloffen 1750"
    if waiting.alone and (cartons or _sells_contents(held, part)):
        part.threshold = part.threshold or waiting.threshold
        held.amount = part  # "plaquette de 100g 350"
        return True
    if waiting.unit == "count" and part.alone:
        waiting.unit = part.unit  # "5x blue kenzo pill"
        return True
    if held.parts[i - 1].kind == DASH and waiting.unit == part.unit:
        return held.parts[i - 2] is waiting
    if waiting.unit in CONTAINERS and part.unit in _CONTENTS:
        return True
    return waiting.unit in _HOLDS and waiting.unit != part.unit and held.amount_hit is None


def in_packs(held: Waiting, i: int, part: Part) -> Part:
    """The amount at part i, by its contents where the goods are counted so: "50er Packung 45", "10'lu paket 2.400"."""
    size = held.parts[i - 1] if i else part
    sized = size.kind == STRENGTH and not size.unit and part.alone and part.unit in CONTAINERS
    if not sized or not held.counted_by_contents:
        return part
    return Part(AMOUNT, size.start, part.end, size.value, "count")


def is_content(held: Waiting, i: int) -> bool:
    """Whether a bare number says what the waiting container holds: "sheet of 100 £320", "heel vel (100) = 320"."""
    waiting = held.amount
    if waiting is None or waiting not in held.parts[max(0, i - 2) : i]:
        return False
    if waiting.in_words and waiting.value <= 1.0 and held.parts[i - 1].kind == OPEN:
        waiting.value = 1.0
        return True  # "la base entera (62.000) 4.500€", "media (50) 130"
    if waiting.unit not in CONTAINERS:
        return False
    following = held.parts[i + 1 : i + 2]
    named = following[0].hit if following and following[0].kind == PRODUCT else None
    return held.counted_by_contents if named is None else held.is_counted_by_contents(named)


def _sells_contents(held: Waiting, part: Part) -> bool:
    """Whether the goods are counted by what is in a container: a plate of 100 g, a box of 50 rounds."""
    if part.alone:
        return False
    if part.unit in _BY_WEIGHT:
        return held.counted_by_weight
    return held.counted_by_contents and part.unit in _CONTENTS
