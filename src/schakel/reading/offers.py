"""One text in, one reading out: what it does, with which goods, where, and how it can be answered."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from schakel.reading.act_weights import act_weights
from schakel.reading.acts import Evidence, judge_act
from schakel.reading.company import goods_in_company
from schakel.reading.find_terms import TermHit, find_terms
from schakel.reading.items import Item, read_items
from schakel.reading.language import detect_language
from schakel.reading.places import Place, find_places
from schakel.reading.plain_text import PlainText, plain_text
from schakel.reading.selector import Selector
from schakel.reading.selectors import read_selectors
from schakel.records.facts import Reason

_MOST = 20_000  # characters: Telegram allows 4,096; longer texts come from files and are read up to here


@dataclass(frozen=True, slots=True)
class TextReading:
    """What one text says; all spans are places in the original text.

    `score` is the probability of `act`; for act `none` it is the probability of the nearest act.
    """

    act: str
    score: float
    language: str
    items: tuple[Item, ...]
    places: tuple[Place, ...]
    selectors: tuple[Selector, ...]
    delivery: tuple[str, ...]
    payment: tuple[str, ...]
    advance: bool
    reasons: tuple[Reason, ...]


def read_texts(texts: list[str]) -> list[TextReading]:
    """The readings of many texts, in the same order."""
    return [read_text(text) for text in texts]


def read_text(text: str) -> TextReading:
    """The reading of one text. Never fails on its content; what is not understood is simply not found."""
    folded = plain_text(text[:_MOST])
    language, _ = detect_language(folded.original)
    selectors = read_selectors(folded.original)
    hits = _outside(selectors, find_terms(folded), folded)
    places = find_places(folded, selectors)
    items = read_items(folded, hits, language) if any(hit.term.kind == "commodity" for hit in hits) else []
    goods = goods_in_company(folded, hits, items, _contacts(selectors))
    if len(goods) < sum(hit.term.kind == "commodity" for hit in hits):
        # A word that means no goods here must not take an amount from one that does.
        items = _items_of_goods(folded, hits, goods, language)
    judgement = judge_act(_evidence(folded, hits, goods, items, (_reachable(selectors), len(places))))
    act = judgement.act
    if act == "request" and not goods:
        items = _items_of_goods(folded, hits, _likely(hits, goods), language)
    return TextReading(
        act=act,
        score=_probability(judgement.odds),
        language=language,
        items=tuple(_in_original(item, folded) for item in _named(items)) if act != "none" else (),
        places=tuple(_place_in_original(place, folded) for place in places),
        selectors=tuple(selectors),
        delivery=_concepts(hits, "delivery"),
        payment=_concepts(hits, "payment"),
        advance=_concepts(hits, "advance") == ("advance",),
        reasons=judgement.reasons,
    )


def _contacts(selectors: Sequence[Selector]) -> int:
    """How many names and links there are to write to; a telephone number stands in every lawful ad."""
    return sum(found.type not in {"phone", "url", "e-mail"} for found in selectors)


def _reachable(selectors: Sequence[Selector]) -> int:
    """How many ways to reach somebody stand in the text; a web address alone leads to a page, not to a person."""
    return sum(found.type != "url" for found in selectors)


def _outside(selectors: Sequence[Selector], hits: list[TermHit], text: PlainText) -> list[TermHit]:
    """The hits that are no part of a name or link: @coke_king names somebody, not a product."""
    taken = [(found.start, found.end) for found in selectors]
    if not taken:
        return hits
    origin = text.origin
    return [hit for hit in hits if not any(start <= origin[hit.start] < end for start, end in taken)]


def _evidence(
    text: PlainText,
    hits: Sequence[TermHit],
    goods: Sequence[TermHit],
    items: Sequence[Item],
    counts: tuple[int, int],
) -> Evidence:
    return Evidence(text, hits, goods, _likely(hits, goods), items, selectors=counts[0], places=counts[1])


def _likely(hits: Sequence[TermHit], goods: Sequence[TermHit]) -> list[TermHit]:
    """Ambiguous words without company that are still likely enough to be what a request asks for."""
    w = act_weights()
    return [
        hit
        for hit in hits
        if hit.term.kind == "commodity"
        and hit.term.weight >= w.goods["ambiguous_request"]
        and hit.term.concept not in w.needs_plain_word
        and hit not in goods
    ]


def _items_of_goods(
    text: PlainText, hits: Sequence[TermHit], goods: Sequence[TermHit], language: str
) -> list[Item]:
    if not goods:
        return []
    kept = [hit for hit in hits if hit.term.kind != "commodity"]
    return read_items(text, sorted([*kept, *goods], key=lambda hit: (hit.start, hit.end)), language)


def _named(items: Sequence[Item]) -> Sequence[Item]:
    """The items that name a commodity, if any does; else all: an amount at a price is still worth seeing."""
    named = [item for item in items if item.commodity]
    return named or items


def _concepts(hits: Sequence[TermHit], kind: str) -> tuple[str, ...]:
    return tuple(sorted({hit.term.concept for hit in hits if hit.term.kind == kind}))


def _probability(odds: float) -> float:
    return 1.0 / (1.0 + math.pow(10.0, -max(-15.0, min(15.0, odds))))


def _in_original(item: Item, text: PlainText) -> Item:
    spans = [text.span(start, end) for start, end in item.spans]
    return replace(item, spans=tuple((span.start, span.end) for span in spans))


def _place_in_original(place: Place, text: PlainText) -> Place:
    span = text.span(place.start, place.end)
    return replace(place, start=span.start, end=span.end)
