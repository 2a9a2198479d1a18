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


def varied(texts: Sequence[Sample], copies: Sequence[int], shown: Sequence[str] | None = None) -> Varied:
    """The words that all texts share and what each slot holds; `copies` tells how often each text was posted.

    `shown` are the same texts as they may be shown, word for word: compared are the texts, what comes out are these.
    """
    words = [sample.text.split()[:MOST_WORDS] for sample in texts]
    told = words if shown is None else [text.split()[:MOST_WORDS] for text in shown]
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
        held: Counter[tuple[str, str]] = Counter()
        for place, other, seen, many in zip(places, words, told, copies, strict=True):
            begin, end = _bounds(place, common, start, stop, len(other))
            held[" ".join(other[begin:end]) or _EMPTY, " ".join(seen[begin:end]) or _EMPTY] += many
        ordered = sorted(held.items(), key=lambda row: (-row[1], row[0]))
        after = " ".join(told[0][max(start - 3, 0) : start])
        slots.append(Slot(next(names, "<...>"), after, tuple((seen, many) for (_, seen), many in ordered)))
    # The words of slots stay as they are: they tell what kind of slot it is.
    mixed = [seen if same else word for word, seen, same in zip(first, told[0], common, strict=True)]
    return Varied(" ".join(filled(mixed, common, gaps, texts[0])), tuple(slots))


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


def _bounds(
    place: dict[int, int], common: Sequence[bool], start: int, stop: int, length: int
) -> tuple[int, int]:
    """Where the words of a slot begin and end in one of the texts."""
    before = place[start - 1] + 1 if start > 0 else 0
    return before, place[stop] if stop < len(common) else length
