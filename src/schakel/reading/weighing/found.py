"""What the searches found in one text, before anything is weighed."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from schakel.reading.plain_text import PlainText
from schakel.reading.selectors.selector import Selector
from schakel.reading.term_search import TermHit

_PAGES = frozenset({"url"})
_IN_EVERY_AD = frozenset({"phone", "url", "e-mail"})


@dataclass(frozen=True, slots=True)
class Found:
    """A text with its names and links and the listed words in it, without those inside a name or link."""

    text: PlainText
    selectors: Sequence[Selector]
    hits: Sequence[TermHit]
    kinds: dict[str, list[TermHit]] = field(default_factory=dict)
    _words: dict[tuple[str, str], list[TermHit]] = field(default_factory=dict, repr=False, compare=False)

    @property
    def wares(self) -> list[TermHit]:
        """The commodity words, whether or not they mean goods here."""
        return self.kinds.get("commodity", [])

    @property
    def contacts(self) -> int:
        """How many names and links there are to write to; a telephone number stands in every lawful ad."""
        return sum(one.type not in _IN_EVERY_AD for one in self.selectors)

    @property
    def reachable(self) -> int:
        """How many ways to reach somebody; a web address alone leads to a page, not to a person."""
        return sum(one.type not in _PAGES for one in self.selectors)

    def words(self, kind: str, concept: str = "") -> list[TermHit]:
        """The words of one kind (and concept), one hit a word, the heaviest first."""
        hits = self.kinds.get(kind)
        if hits is None:
            return []
        known = self._words.get((kind, concept))
        if known is None:
            if concept:
                hits = [hit for hit in hits if hit.term.concept == concept]
            known = self._words[kind, concept] = hits if len(hits) < 2 else _distinct(hits)
        return known


def found_in(text: PlainText, selectors: Sequence[Selector], hits: Sequence[TermHit]) -> Found:
    """The words and names of a text, sorted by kind; @coke_king names somebody, not a product."""
    taken = [(one.start, one.end) for one in selectors]
    if taken:
        origin = text.origin
        hits = [hit for hit in hits if not any(start <= origin[hit.start] < end for start, end in taken)]
    found = Found(text, selectors, hits)
    for hit in hits:
        found.kinds.setdefault(hit.term.kind, []).append(hit)
    return found


def _distinct(hits: list[TermHit]) -> list[TermHit]:
    by_word: dict[str, TermHit] = {}
    for hit in hits:
        by_word.setdefault(hit.term.written, hit)
    return sorted(by_word.values(), key=lambda hit: (-abs(hit.term.weight), hit.start, hit.term.written))
