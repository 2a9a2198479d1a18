"""What stands in the changing slots of a campaign: the prices, places and contacts that its copies differ in."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from schakel.linking.copies.templates import MOST_WORDS, Sample, filled

_EMPTY = "(nothing)"


@dataclass(frozen=True, slots=True)
class Slot:
    """One changing slot: its name, the words before it, and what stands there how often, the commonest first."""

    name: str
    after: str
    values: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Varied:
    """A template over all its texts, with its slots in order."""

    template: str
    slots: tuple[Slot, ...]


def varied(texts: Sequence[Sample], copies: Sequence[int]) -> Varied:
    """The words that all texts share and what each slot holds; `copies` tells how often each text was posted."""
    words = [sample.text.split()[:MOST_WORDS] for sample in texts]
    first = words[0]
    places = [_places(first, other) for other in words]
    common = [all(at in place for place in places) for at in range(len(first))]
    gaps = {
        at
        for at in range(len(first) + 1)
        if any(_between(place, common, at, len(other)) for place, other in zip(places, words, strict=True))
    }
    stretches = _stretches(common, gaps)
    names = iter(
        word for word in filled(first, common, gaps, texts[0]) if word.startswith("<") and word.endswith(">")
    )
    slots = []
    for start, stop in stretches:
        held: Counter[str] = Counter()
        for place, other, many in zip(places, words, copies, strict=True):
            held[_held(place, other, common, start, stop)] += many
        ordered = sorted(held.items(), key=lambda row: (-row[1], row[0]))
        slots.append(Slot(next(names, "<...>"), " ".join(first[max(start - 3, 0) : start]), tuple(ordered)))
    return Varied(" ".join(filled(first, common, gaps, texts[0])), tuple(slots))


def _places(first: Sequence[str], other: Sequence[str]) -> dict[int, int]:
    """Where in the other text each word of the first one stands, for those that do, in order."""
    a, b = [word.lower() for word in first], [word.lower() for word in other]
    blocks = SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks()
    return {block.a + step: block.b + step for block in blocks for step in range(block.size)}


def _between(place: dict[int, int], common: Sequence[bool], at: int, length: int) -> bool:
    """Whether a text has words of its own right before word `at` of the first text, between two shared words."""
    if (at > 0 and not common[at - 1]) or (at < len(common) and not common[at]):
        return False
    before = place[at - 1] if at > 0 else -1
    after = place[at] if at < len(common) else length
    return after - before > 1


def _stretches(common: Sequence[bool], gaps: set[int]) -> list[tuple[int, int]]:
    """The slots as stretches of the first text; an empty one where only others have words."""
    out, at = [], 0
    while at <= len(common):
        stop = at
        while stop < len(common) and not common[stop]:
            stop += 1
        if stop > at or at in gaps:
            out.append((at, stop))
        at = stop + 1
    return out


def _held(place: dict[int, int], other: Sequence[str], common: Sequence[bool], start: int, stop: int) -> str:
    before = place[start - 1] + 1 if start > 0 else 0
    after = place[stop] if stop < len(common) else len(other)
    return " ".join(other[before:after]) or _EMPTY
