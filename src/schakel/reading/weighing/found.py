"""What the searches found in one text, before anything is weighed."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from schakel.reading.folding.plain_text import PlainText
from schakel.reading.selectors.selector import Selector
from schakel.reading.terms.term_search import TermHit
from schakel.reading.weighing.lawful_things import KIND as LAWFUL
from schakel.reading.weighing.lawful_things import lawful_wares, names_only_lawful
from schakel.reading.weighing.short_ads import ALONE, WANTED, short_ad
from schakel.reading.weighing.sold_by_name import plain_where_sold, plainly

_PAGES = frozenset({"url"})
_TELLING = 0.8  # log10: the least weight of a word that is goods where somebody offers it
_FRAMES = frozenset({"sure", "asked"})  # of short ads in which nothing but goods fits
_IN_EVERY_AD = frozenset({"phone", "url", "e-mail"})


@dataclass(slots=True)
class Found:
    """A text with its names and links and the listed words in it, without those inside a name or link.

    `wares` are the commodity words, whether or not they mean goods here. `contacts` says how many names and links there
    are to write to (a telephone number stands in every lawful ad), `reachable` how many ways to reach somebody (a web
    address alone leads to a page, not to a person). `short_ad` says whether it offers in a frame of few words, `short_request`
    whether it asks for goods in one, `alone` whether it holds goods and places and nothing else, `lawful` whether it names lawful things only. All are asked for many times a text.
    """

    text: PlainText
    selectors: Sequence[Selector]
    hits: Sequence[TermHit]
    kinds: dict[str, list[TermHit]] = field(default_factory=dict)
    wares: list[TermHit] = field(init=False)
    contacts: int = 0
    reachable: int = 0
    short_ad: bool = False
    alone: bool = False
    short_request: bool = False
    lawful: bool = False
    _words: dict[tuple[str, str], list[TermHit]] = field(default_factory=dict, repr=False, compare=False)

    def __post_init__(self) -> None:
        self.wares = self.kinds.get("commodity", [])
        if self.selectors:
            types = [one.type for one in self.selectors]
            self.contacts = sum(kind not in _IN_EVERY_AD for kind in types)
            self.reachable = sum(kind not in _PAGES for kind in types)

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
    kinds: dict[str, list[TermHit]] = {}
    for hit in hits:
        kind = hit.term.kind
        if kind in kinds:
            kinds[kind].append(hit)
        else:
            kinds[kind] = [hit]
    lawful = LAWFUL in kinds and _without_lawful(text.plain, kinds)
    if LAWFUL in kinds:
        del kinds[LAWFUL]
        hits = [hit for hit in hits if hit.term.kind != LAWFUL]
    if "act" in kinds and "commodity" in kinds:
        kinds["commodity"] = list(plain_where_sold(text.plain, kinds))
    short = short_ad(text, kinds, taken)
    if short in _FRAMES:
        kinds["commodity"] = [
            plainly(hit) if hit.term.weight >= _TELLING else hit for hit in kinds["commodity"]
        ]
    found = Found(text, selectors, hits, kinds, alone=short == ALONE, lawful=lawful)
    found.short_ad, found.short_request = short not in ("", ALONE, WANTED), short == WANTED
    return found


def _without_lawful(plain: str, kinds: dict[str, list[TermHit]]) -> bool:
    """Takes the commodity words out that only name lawful things, and tells whether nothing else is named."""
    lawful = lawful_wares(plain, kinds)
    only = names_only_lawful(kinds, lawful)
    if lawful:
        kinds["commodity"] = [hit for hit in kinds["commodity"] if hit not in lawful]
        if not kinds["commodity"]:
            del kinds["commodity"]
    return only


def _distinct(hits: list[TermHit]) -> list[TermHit]:
    by_word: dict[str, TermHit] = {}
    for hit in hits:
        by_word.setdefault(hit.term.written, hit)
    return sorted(by_word.values(), key=lambda hit: (-abs(hit.term.weight), hit.start, hit.term.written))
