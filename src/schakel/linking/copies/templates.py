"""What copies have in common: the words they share, with a named slot where they differ."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

MOST_WORDS = 400  # an ad is some tens of words; a template of more would help nobody
_CONTACT = re.compile(r"@\w|t\.me/|https?:|\+?\d[\d\- ]{7,}\d|\w@\w", re.IGNORECASE)
_PRICE = re.compile(r"\d|€|\$|£|euro", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Sample:
    """One of the texts of a campaign, with the spans of the places it names."""

    text: str
    places: tuple[tuple[int, int], ...] = ()


def template(sample: Sequence[Sample]) -> str:
    """The words that all texts of the sample share, in the order of the first one.

    Where the others have other words stands `<contact>`, `<price>` or `<place>` if that is what stands
    there in the first text, else `<...>`. Only the first 400 words of each text are compared.
    """
    first = sample[0].text.split()[:MOST_WORDS]
    common = [True] * len(first)
    gaps: set[int] = set()  # other texts have words before this one that the first text has not
    for other in sample[1:]:
        _compare(first, other.text.split()[:MOST_WORDS], common, gaps)
    return " ".join(filled(first, common, gaps, sample[0]))


def _compare(first: list[str], other: list[str], common: list[bool], gaps: set[int]) -> None:
    a, b = [w.lower() for w in first], [w.lower() for w in other]
    # Copies mostly differ in one or two words: the equal ends are cut off before the slow alignment.
    start = _equal_run(a, b)
    end = _equal_run(a[start:][::-1], b[start:][::-1])
    middle = a[start : len(a) - end], b[start : len(b) - end]
    for tag, i1, i2, _, _ in SequenceMatcher(None, *middle, autojunk=False).get_opcodes():
        if tag == "insert":
            gaps.add(start + i1)
        elif tag != "equal":
            for at in range(start + i1, start + i2):
                common[at] = False


def _equal_run(a: list[str], b: list[str]) -> int:
    run = 0
    for one, other in zip(a, b, strict=False):
        if one != other:
            break
        run += 1
    return run


def filled(first: Sequence[str], common: Sequence[bool], gaps: set[int], sample: Sample) -> list[str]:
    """The words of the first text with a named slot for each stretch that is not common and each gap."""
    places = _place_words(sample)
    out: list[str] = []
    slot: list[int] = []
    for at, word in enumerate(first):
        if not common[at]:
            slot.append(at)
            continue
        if slot or at in gaps:
            out.append(_slot_name(first, slot, places))
            slot = []
        out.append(word)
    if slot or len(first) in gaps:
        out.append(_slot_name(first, slot, places))
    return out


def _slot_name(first: Sequence[str], slot: list[int], places: set[int]) -> str:
    words = " ".join(first[at] for at in slot)
    if _CONTACT.search(words):
        return "<contact>"
    if places.intersection(slot):
        return "<place>"
    return "<price>" if _PRICE.search(words) else "<...>"


def _place_words(sample: Sample) -> set[int]:
    """Which words of a text, counted from 0, belong to a place name."""
    if not sample.places:
        return set()
    spans = [match.span() for match in re.finditer(r"\S+", sample.text)]
    return {
        at
        for at, (start, end) in enumerate(spans)
        if any(start < stop and begin < end for begin, stop in sample.places)
    }
