"""One text in, one reading out: what it does, with which goods, where, and how it can be answered.

1. fold      letters in disguise become plain letters, with the way back to the original
2. search    names, telephone numbers and the words of the lists
3. wording   what the text does by its wording alone, for all texts at once
4. goods     which of the commodity words mean goods here
5. items     how much, for how much, of each
6. act       offer, request, vouch, warning, recruit or none, by all signs together
7. letters   where a short text speaks of one commodity: is it the one that the lists say?
"""

from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter
from typing import NamedTuple

from schakel.reading.amounts.guns_sold_whole import priced_as_a_gun
from schakel.reading.amounts.items import Item, read_items
from schakel.reading.amounts.unnamed_goods import has_priced_amounts
from schakel.reading.context.doubt import in_doubt, most_of_context
from schakel.reading.find_terms import TermHit, find_terms_each
from schakel.reading.folding.plain_text import PlainText, plain_text
from schakel.reading.language import detect_language
from schakel.reading.places.find import Place, find_places
from schakel.reading.replaced_letters import with_letters_back
from schakel.reading.selectors.find import read_selectors_each
from schakel.reading.selectors.selector import Selector
from schakel.reading.selectors.wallets import WALLET_TYPES
from schakel.reading.short_cries import without_marks
from schakel.reading.slips import without_slips
from schakel.reading.terms.disguises import without_disguise
from schakel.reading.told_by_letters import goods_told, reason_of
from schakel.reading.weighing.act_signs import PRICES_OF_UNNAMED, ActSign, early_signs, late_signs
from schakel.reading.weighing.acts import (
    ASKING,
    OFFER,
    Judgement,
    act_odds,
    grounds_of,
    judge_act,
    out_of_reach,
    with_late,
)
from schakel.reading.weighing.bare_titles import IN_A_TITLE, is_bare_title, only_names
from schakel.reading.weighing.course import course, marks_of_form
from schakel.reading.weighing.found import Found, found_in
from schakel.reading.weighing.goods import goods_in_each
from schakel.reading.weighing.goods_by_letters import LONGEST, Asked, Told, commodities_told
from schakel.reading.weighing.late_reach import BRIEF, NO_GOODS, MayShow
from schakel.reading.weighing.line_pictures import without_marks_of_lines
from schakel.reading.weighing.masking import masked
from schakel.reading.weighing.means_of_payment import without_words_of_payment
from schakel.reading.weighing.open_sellers import OPEN
from schakel.reading.weighing.pictures import settled_by_pictures
from schakel.reading.weighing.senses import sense_row
from schakel.reading.weighing.sold_by_name import stands_beside
from schakel.reading.weighing.told_of_names import as_told
from schakel.reading.weighing.weights import load_families
from schakel.reading.weighing.wording import MOST_OF_WORDING, load_wording, wording_odds
from schakel.records.facts import Reason

_SHORTEST_NAME = 4  # letters
# log10 odds of an offer by all but prices: below, prices of unnamed goods make none of a text
_MAY_SELL = -0.5
_OF_GOODS = frozenset({"offer", "request"})
_PLACE = attrgetter("start", "end")
_MOST = 20_000  # characters: Telegram allows 4,096; longer texts come from files and are read up to here


class TextReading(NamedTuple):
    """What one text says; all spans are places in the original text.

    `score` is the probability of `act`; for act `none` it is the probability of the nearest act.
    `items` of act `none` are what a bare title names; all other texts that are no act have none. `among_traders` are
    the odds of each act by the wording of a text in doubt, as people word it who trade.
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
    judgement: Judgement
    goods_reasons: tuple[Reason, ...] = ()
    among_traders: tuple[float, ...] = ()

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """The evidence for the act, or for `none` that of the nearest act, and what tells the goods beside the lists.

        Those of the act add up to its odds (`judgement.reasons`); `goods_reasons` are no part of them.
        """
        return (*self.judgement.reasons, *self.goods_reasons)


def read_texts(texts: Sequence[str], *, acts_only: bool = False) -> list[TextReading]:
    """The readings of many texts, in the same order; many at once cost less each.

    With `acts_only` all but the selectors is left out where a text can be no act in any context: tables hold the
    rest for acts only. Where a context could make it one, its items stay, and what its wording says among traders is told.
    """
    # Step by step over all texts: what a step needs stays in the core's cache, where text by text the search alone takes a
    # sixth longer.
    searched = search_texts(texts)
    worded = wordings_of(searched)
    readings = _readings(searched, worded, acts_only=acts_only)
    if not acts_only:
        return readings
    doubted = [n for n, one in enumerate(readings) if in_doubt(one.judgement.all_odds)]
    odds = wording_odds([worded[n] for n in doubted], load_wording("wording_traders"))
    meant = _as_traders_mean([readings[n] for n in doubted], [searched[n] for n in doubted], odds.tolist())
    for n, reading in zip(doubted, meant, strict=True):
        readings[n] = reading
    return readings


def read_as_in_doubt(
    searched: Sequence[Found], worded: Sequence[str], among_traders: Sequence[Sequence[float]]
) -> list[TextReading]:
    """The readings of texts that were searched and worded already, each as one of which only people who trade could tell the act.

    `among_traders` are the odds of each act by its wording among those.
    """
    return _as_traders_mean(_readings(searched, worded, acts_only=True), searched, among_traders)


def _readings(searched: Sequence[Found], worded: Sequence[str], *, acts_only: bool) -> list[TextReading]:
    """What the texts say by themselves."""
    wording = wording_odds(worded).clip(-MOST_OF_WORDING, MOST_OF_WORDING).tolist()
    goods = goods_in_each(list(zip(searched, wording, strict=True)))
    signs = list(map(early_signs, searched, goods, wording))
    early = list(map(_with_prices, map(_Early, searched, wording, goods, signs, map(act_odds, signs))))
    open_ = [not acts_only or _within_reach(one) for one in early]
    read = iter(_read([one for one, may in zip(early, open_, strict=True) if may], acts_only))
    return [next(read) if may else _nothing(one) for one, may in zip(early, open_, strict=True)]


def _as_traders_mean(
    readings: Sequence[TextReading], searched: Sequence[Found], odds: Sequence[Sequence[float]]
) -> list[TextReading]:
    """The readings with what the wording says among people who trade; where the text alone neither offers nor asks for goods, those that they mean."""
    odds = as_told(odds, [one.judgement.signs for one in readings])
    told = [one._replace(among_traders=tuple(said)) for one, said in zip(readings, odds, strict=True)]
    meant = [max(said[OFFER], said[ASKING[0]]) > 0 for said in odds]
    bare = [n for n, one in enumerate(told) if meant[n] and not one.items and one.act not in _OF_GOODS]
    goods = goods_in_each([(searched[n], odds[n]) for n in bare], enough=IN_A_TITLE)
    for n, hits in zip(bare, goods, strict=True):
        items = items_of(searched[n], hits, detect_language(searched[n].text.original)[0])
        of_text = tuple(_in_original(item, searched[n].text) for item in _named(items))
        told[n] = told[n]._replace(items=of_text)
    return told


def read_text(text: str) -> TextReading:
    """The reading of one text. Never fails on its content; what is not understood is simply not found."""
    return read_texts([text])[0]


def search_texts(texts: Sequence[str]) -> list[Found]:
    """The folded copy of each text with the names, links and listed words in it."""
    folded = [without_marks(without_slips(with_letters_back(plain_text(text[:_MOST])))) for text in texts]
    selectors = read_selectors_each([one.original for one in folded])
    return list(map(found_in, folded, selectors, find_terms_each(folded)))


def search_text(text: str) -> Found:
    """The same of one text."""
    return search_texts([text])[0]


def wordings_of(searched: Sequence[Found]) -> list[str]:
    """Each text with its particulars masked, and behind it the course that it takes and the senses of its words."""
    bare = [masked(found.text.plain, [(hit.start, hit.end) for hit in found.wares]) for found in searched]
    forms = [marks_of_form(found) for found in searched]
    courses = list(map(course, searched, forms))
    senses = list(map(sense_row, searched, forms))
    return list(map("".join, zip(bare, courses, senses, strict=True)))


def wording_of(found: Found) -> str:
    """The same of one text."""
    return wordings_of([found])[0]


class _Early(NamedTuple):
    """A text with what is known of it before its places, amounts and prices are read."""

    found: Found
    wording: Sequence[float]
    goods: Sequence[TermHit]
    signs: list[ActSign]
    odds: list[float]


def _with_prices(one: _Early) -> _Early:
    """The same; of who names no goods but may be a seller, whether several amounts have a price each."""
    if (
        one.goods
        or one.odds[OFFER] - grounds_of(one.signs)[OFFER] < _MAY_SELL
        or "payment" in one.found.kinds
        or one.found.lawful
    ):
        return one  # (who veils the goods does not say how to pay; shops do)
    if not has_priced_amounts(_without_names(one.found), detect_language(one.found.text.original)[0]):
        return one
    signs = [*one.signs, ActSign(PRICES_OF_UNNAMED, 1.0)]
    return one._replace(signs=signs, odds=act_odds(signs))


def _within_reach(one: _Early) -> bool:
    """Whether amounts, prices, places and a context together could still make an act of a text."""
    return not out_of_reach(one.odds, most_of_context(), _may_show(one.found.text, one.goods))


def _read(early: Sequence[_Early], acts_only: bool) -> list[TextReading]:
    """The readings of texts that could be an act."""
    languages = [detect_language(one.found.text.original)[0] for one in early]
    places = [
        find_places(one.found.text, one.found.selectors, language)
        for one, language in zip(early, languages, strict=True)
    ]
    items = [_items_of(one, language) for one, language in zip(early, languages, strict=True)]
    readings = [
        _reading(*known, acts_only=acts_only) for known in zip(early, languages, places, items, strict=True)
    ]
    return _by_letters(readings, early, acts_only)


def _items_of(one: _Early, language: str) -> list[Item]:
    """The items of the goods, or what is asked for amounts of goods that have no name."""
    unnamed = not one.goods and one.signs[-1].name == PRICES_OF_UNNAMED
    read = _items_beside if unnamed else items_of
    return read(one.found, one.goods, language)


def _by_letters(readings: list[TextReading], early: Sequence[_Early], acts_only: bool) -> list[TextReading]:
    """The readings, the goods of those that speak of one commodity at most told by all their letters too."""
    at = [n for n, one in enumerate(readings) if _of_one_commodity(one, early[n], acts_only)]
    asked = [_asked(readings[n], early[n].found, early[n].goods) for n in at]
    for n, before, now in zip(at, asked, commodities_told(asked), strict=True):
        if now.commodity is not None and now.commodity != before.listed:
            readings[n] = _of_commodity(readings[n], early[n], now, now.commodity)
    return readings


def _asked(reading: TextReading, found: Found, goods: Sequence[TermHit]) -> Asked:
    listed = next((item.commodity for item in reading.items), None)
    plain, offers = found.text.plain, found.words("act", "offer")
    named = [hit for hit in found.wares if hit.term.concept == listed]
    # "te koop heater 10 stuks 250 euro": what a word of offer stands beside is meant, whatever its price looks like.
    sold = any(stands_beside(plain, hit, offers) for hit in named)
    plainly = sold or any(not hit.term.ambiguous for hit in named)
    priced = any(item.price is not None for item in reading.items)
    # (a plain word with a price is no mere title)
    title = not sold and not (plainly and priced) and only_names(found)
    told = (
        without_words_of_payment(found)
        if listed and listed not in load_families().members["fraud"]
        else plain
    )
    if listed and "\n" in plain:
        told = without_marks_of_lines(told, found.wares, goods)
    return Asked(without_disguise(told), listed, plainly, title, reading.act not in _OF_GOODS)


def _of_one_commodity(reading: TextReading, one: _Early, acts_only: bool) -> bool:
    """Whether a text is short, has to do with goods and names one commodity at most."""
    found = one.found
    if not reading.items and any(sign.name == OPEN for sign in one.signs):
        return False  # "telefoon staat aan tot 4": no goods stand in its letters
    if found.lawful or len(found.text.plain) > LONGEST or len({item.commodity for item in reading.items}) > 1:
        return False
    if settled_by_pictures(found.text.plain, found.wares):
        return False
    return bool(reading.items) or reading.act in _OF_GOODS or (not acts_only and only_names(found))


def _of_commodity(reading: TextReading, one: _Early, told: Told, commodity: str) -> TextReading:
    """The reading with another commodity, its amounts read anew as those of such goods.

    Where no amount is left there is one item that rests on all letters of the text.
    """
    text = one.found.text
    goods = goods_told(text.plain, one.goods, commodity)
    items = items_of(one.found, goods, reading.language) if reading.act != "none" else []
    if any(item.quantity is not None or item.price is not None for item in items):
        again = tuple(_in_original(item, text) for item in _named(items))
    elif reading.items:
        again = tuple(item._replace(commodity=commodity, product="") for item in reading.items)
    else:
        again = (Item(commodity, "", None, None, None, None, None, (text.place(0, len(text.plain)),)),)
    return reading._replace(items=again, goods_reasons=(reason_of(told, text),))


def _reading(
    one: _Early, language: str, places: Sequence[Place], items: Sequence[Item], *, acts_only: bool
) -> TextReading:
    late = late_signs(one.found, one.goods, items if one.goods else (), len(places))
    judgement = judge_act([*one.signs, *late], one.found.text, with_late(one.odds, late))
    if judgement.act == "none" and not (acts_only and in_doubt(judgement.all_odds)):
        items = [] if acts_only else _of_title(one.found, one.wording, language)
    return _made(one.found, judgement, language, items, places)


def _may_show(text: PlainText, goods: Sequence[TermHit]) -> MayShow:
    """What amounts, prices and places could still be found in a text."""
    if not goods:
        return NO_GOODS
    return MayShow(plain=any(not hit.term.ambiguous for hit in goods), brief=len(text.plain) <= BRIEF)


def _of_title(found: Found, wording: Sequence[float], language: str) -> list[Item]:
    """What a text that is no act names, if it does nothing but name."""
    if not is_bare_title(found):
        return []
    return items_of(found, goods_in_each([(found, wording)], enough=IN_A_TITLE)[0], language)


def _nothing(one: _Early) -> TextReading:
    """The reading of a text that can be no act in any context: of it only the names and links are kept."""
    judgement = judge_act(one.signs, one.found.text, one.odds)
    selectors = tuple(one.found.selectors)
    return TextReading("none", judgement.score, "und", (), (), selectors, (), (), False, judgement)


def _made(
    found: Found, judgement: Judgement, language: str, items: Sequence[Item], places: Sequence[Place]
) -> TextReading:
    text = found.text
    return TextReading(
        act=judgement.act,
        score=judgement.score,
        language=language,
        items=tuple(_in_original(item, text) for item in _named(items)),
        places=tuple(_place_in_original(place, text) for place in places),
        selectors=tuple(found.selectors),
        delivery=_concepts(found, "delivery"),
        payment=_payment(found),
        advance=_concepts(found, "advance") == ("advance",),
        judgement=judgement,
    )


def items_of(found: Found, goods: Sequence[TermHit], language: str) -> list[Item]:
    """The items of the words that mean goods; a word that does not must take no amount from one that does."""
    return _items_beside(found, goods, language) if goods else []


def _items_beside(found: Found, goods: Sequence[TermHit], language: str) -> list[Item]:
    """The items of these goods, of which there may be none, beside all listed words that name no goods."""
    # By kind, since the terms of all hits lie far apart in memory; of hits at one place the first kind comes first.
    kept = [hit for kind in sorted(found.kinds) if kind != "commodity" for hit in found.kinds[kind]]
    return priced_as_a_gun(read_items(_without_names(found), sorted([*kept, *goods], key=_PLACE), language))


def _without_names(found: Found) -> PlainText:
    """The text with letters that say nothing in place of names and telephone numbers, whose digits are no amounts."""
    if not found.selectors:
        return found.text
    plain, origin = found.text.plain, found.text.origin
    for one in found.selectors:
        start, end = bisect_left(origin, one.start), bisect_left(origin, one.end)
        if end - start >= _SHORTEST_NAME:
            plain = plain[:start] + "q" * (end - start) + plain[end:]
    return PlainText(found.text.original, plain, origin)


def _named(items: Sequence[Item]) -> Sequence[Item]:
    """The items that name a commodity, if any does; else all: an amount at a price is still worth seeing."""
    named = [item for item in items if item.commodity]
    return named or items


def _concepts(found: Found, kind: str) -> tuple[str, ...]:
    hits = found.kinds.get(kind)
    return tuple(sorted({hit.term.concept for hit in hits})) if hits else ()


def _payment(found: Found) -> tuple[str, ...]:
    """The ways of paying told in words; the address of a wallet tells of crypto by itself."""
    told = _concepts(found, "payment")
    if any(selector.type in WALLET_TYPES for selector in found.selectors):
        return tuple(sorted({*told, "crypto"}))
    return told


def _in_original(item: Item, text: PlainText) -> Item:
    spans = tuple([text.place(start, end) for start, end in item.spans])
    return Item(
        item.commodity, item.product, item.quantity, item.unit, item.price, item.currency, item.scale, spans
    )  # `replace` took four times as long


def _place_in_original(place: Place, text: PlainText) -> Place:
    start, end = text.place(place.start, place.end)
    return Place(place.name, place.geonames, place.province, place.municipality, start, end)
