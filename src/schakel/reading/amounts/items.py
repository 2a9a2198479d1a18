"""The items of an offer: which product, how much, for how much."""

import re
from bisect import bisect
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby, pairwise
from operator import attrgetter
from typing import NamedTuple

from schakel.reading.amounts.column_tables import columns_as_pairs
from schakel.reading.amounts.drafts import Draft
from schakel.reading.amounts.folded_text import FoldedText
from schakel.reading.amounts.ladders import OfferReader
from schakel.reading.amounts.legends import with_legend
from schakel.reading.amounts.lines import joined_lines, split_lines
from schakel.reading.amounts.local_money import Money, money_of
from schakel.reading.amounts.market_tokens import ListedHit, market_tokens
from schakel.reading.amounts.measure_words import MeasureWords, load_measure_words
from schakel.reading.amounts.numbers_of_models import settle_models, without_strengths
from schakel.reading.amounts.offer_parts import Part
from schakel.reading.amounts.per_first import amounts_behind_per
from schakel.reading.amounts.price_first_lines import prices_moved_behind
from schakel.reading.amounts.price_words import PartReader
from schakel.reading.amounts.prices import amount_in_base, counted, is_size, repeats, settle
from schakel.reading.amounts.prices_before_amounts import amounts_before_prices
from schakel.reading.amounts.prices_from_amounts import prices_behind_their_amounts
from schakel.reading.amounts.product_hits import is_word, product_hits
from schakel.reading.amounts.said_twice import without_repeats
from schakel.reading.amounts.scale import scale_of
from schakel.reading.amounts.slash_pairs import apart
from schakel.reading.amounts.unit_by_price import settle_vials, without_puffs
from schakel.reading.word_data import data_file

_LETTERS = re.compile(r"[^\W\d_]+")
_STAMPED = re.compile(r"\W*(\d{1,5})(?: ?x)? ([^\W\d_]+)")
_LIMITS = data_file("amount_limits.toml")["items"]
_STRONGEST, _DEAR = _LIMITS["strongest"], _LIMITS["dear"]
_NOTES = "counterfeit-money"
_PACKED = frozenset({"strip", "box", "pack", "small box"})
_KILO = re.compile(r"\d\s?[kк]")
_TELLING, _LONG = _LIMITS["telling"], _LIMITS["long"]
_THOUSAND = 1000.0


class Item(NamedTuple):
    """One line of an offer. Quantity and price are for the whole item; `spans` are places in the plain text."""

    commodity: str | None
    product: str
    quantity: float | None
    unit: str | None
    price: float | None
    currency: str | None
    scale: str | None
    spans: tuple[tuple[int, int], ...]


def read_items(text: FoldedText, hits: Sequence[ListedHit], language: str) -> list[Item]:
    """The items of a text, in the order in which they stand.

    `hits` are the listed words found; those of kind "commodity" name products, those of kind "scale" with
    concept "bulk" say that trade amounts are meant. `language` is an ISO 639-1 code, "und" for unknown.
    """
    plain = text.plain
    lists = load_measure_words()
    products = product_hits(plain, with_legend(plain, hits) if "\n" in plain else hits)
    tokens = market_tokens(plain, products, lists.counting.get(language) or lists.counting["en"])
    if "(" in plain:
        tokens = without_repeats(tokens, lists.numbers.get(language) or lists.numbers["en"])
    if "/" in plain:
        tokens = apart(tokens)
    parts = PartReader(tokens, lists, language).read()
    parts = _compared(parts, lists, language)
    reader = OfferReader(parts, lists, language)
    bulk = any(hit.term.kind == "scale" and hit.term.concept == "bulk" for hit in hits)
    drafts = _shared(plain, reader.read(), reader)
    if drafts and (bulk or not lists.blocks.isdisjoint(_LETTERS.findall(plain))):
        trade = bulk or not lists.blocks.isdisjoint(plain.split())
        _blocks(drafts, lists, frozenset({"piece", "count", ""} if trade else {"piece"}))
    scale = "bulk" if bulk else None  # of what has none by its amount
    items = (
        _told(plain, drafts, reader, (language, scale, text.original)) if drafts or reader.strengths else []
    )
    items += _bare_items(plain, reader.mentions, items, scale)
    return sorted(items, key=attrgetter("spans")) if len(items) > 1 else items


def _compared(parts: list[Part], lists: MeasureWords, language: str) -> list[Part]:
    """The parts with amounts and prices beside each other where only the lines together show which belong."""
    rows, ends = split_lines(parts)
    per = amounts_behind_per(rows)
    moved = prices_moved_behind(amounts_before_prices(columns_as_pairs(per)))
    turned = prices_behind_their_amounts(moved, lists, language)
    return parts if turned is rows else joined_lines(turned, ends)


def _told(
    plain: str, drafts: list[Draft], reader: OfferReader, setting: tuple[str, str | None, str]
) -> list[Item]:
    """The items with an amount or a price, each once."""
    language, scale, original = setting
    lists = load_measure_words()
    drafts = without_puffs(_governed(drafts, reader), lists)
    if len(drafts) > 1:
        _in_thousands(plain, drafts, lists.in_thousands.get(language, ()))
        drafts = _completed(drafts)
    if reader.strengths:
        _weigh_strengths(plain, drafts, reader, lists)
    for draft in drafts:
        if draft.unit == "count" and draft.spans and _KILO.search(plain, *draft.spans[0]):
            _kilos(draft, lists)
    if reader.strengths:
        _count_strengths(drafts, reader, lists)
    settle_models(plain, drafts, lists)
    drafts = without_strengths(plain, drafts, lists)
    settle_vials(drafts, lists)
    for (commodity, product), group in groupby(drafts, key=_ware):
        settle(list(group), lists, language, commodity, product)
    drafts = _without_face_values(drafts, lists)
    money = money_of(reader.parts, (plain, original), lists, language)
    told = _without_repetitions(drafts, lists) if len(drafts) > 1 else drafts
    return _distinct(plain, (_item(draft, money, scale) for draft in told), lists)


# ---- drafts


def _count_strengths(drafts: list[Draft], reader: OfferReader, lists: MeasureWords) -> None:
    """Cases such as "10x 250mg": things of so much each."""
    lines = {line for line, strength in reader.strengths if strength.unit != "iu"}
    for draft in drafts:
        lines -= {draft.line} if draft.unit in _PACKED else set()  # "pregabalin 150: strip 12, vijf 50"
        if draft.unit == "count" and draft.line in lines:
            commodity, product = _ware(draft)
            pills = commodity in lists.by_strength and counted(lists, commodity, product).bare != "piece"
            pills = (pills or commodity == "steroids") and not draft.thing
            draft.unit = "pill" if pills else "piece"


def _blocks(drafts: Sequence[Draft], lists: MeasureWords, units: frozenset[str]) -> None:
    """Cases such as "bricks landed, 26.5 a piece": where trade amounts are meant, a piece is a block.

    `units` are those that may say so: beside "Koks vom Block: halbes 40" a number without a unit does not.
    """
    weighed = {_ware(draft)[0] for draft in drafts if draft.unit == "g"}
    for draft in drafts:
        commodity = _ware(draft)[0]
        bounds = lists.gram_price.get(commodity)
        if bounds is None or bounds.low < _DEAR or not draft.price or commodity in weighed:
            continue
        asked = [draft.price * told / bounds.block for told in (1.0, 1000.0)]  # "41.000", or in thousands
        grams = [price / many for price in asked for many in (1.0, draft.quantity or 1.0)]
        usual = any(bounds.low <= price <= bounds.high for price in grams)
        if draft.unit in units and usual:
            draft.unit = "block"
            draft.quantity = draft.quantity or 1.0


def _ware(draft: Draft) -> tuple[str, str]:
    return (draft.hit.term.concept, draft.hit.term.product) if draft.hit is not None else ("", "")


def _shared(plain: str, drafts: list[Draft], reader: OfferReader) -> list[Draft]:
    """Cases such as "wit en bruin 10 p/st": what is asked for the second is asked for the first as well."""
    mentions = [hit for hit, _ in reader.mentions]
    if len(mentions) < 2 or not drafts:
        return drafts
    told = {id(draft.hit) for draft in drafts}
    for first, second in reversed(list(pairwise(mentions))):
        alike = first.term.concept == second.term.concept
        if alike or id(first) in told or id(second) not in told or not _joined(plain, first, second):
            continue
        unit = reader.unit_named(first)
        of_both = [
            replace(draft, hit=first, unit_of_name=unit, spans=list(draft.spans))
            for draft in drafts
            if draft.hit is second
        ]
        drafts = sorted([*drafts, *of_both], key=lambda draft: draft.line)
        told.add(id(first))
    return drafts


def _joined(plain: str, first: ListedHit, second: ListedHit) -> bool:
    """Whether nothing but "and" or its sign stands between two words."""
    return plain[first.end : second.start].strip() in load_measure_words().joining


def _governed(drafts: list[Draft], reader: OfferReader) -> list[Draft]:
    """The drafts with their product; those without one keep only what is sure to be an amount at a price."""
    wares = {hit.term.concept for hit, _ in reader.mentions}
    only = reader.mentions[0][0] if len(wares) == 1 else None
    kept = []
    for draft in drafts:
        if draft.hit is None and draft.quantity is not None:
            draft.hit = only
        if draft.hit is not None or (draft.price is not None and draft.unit not in ("", "count")):
            kept.append(draft)
    return kept


def _in_thousands(plain: str, drafts: Sequence[Draft], phrases: Iterable[str]) -> None:
    """Cases such as "10 stuks 235 (prijzen in k)": said of the whole list."""
    said = [phrase for phrase in phrases if phrase in plain]
    if not any(re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", plain) for phrase in said):
        return
    for draft in drafts:
        if draft.price is not None and draft.price < _THOUSAND:
            draft.price *= _THOUSAND


def _completed(drafts: list[Draft]) -> list[Draft]:
    """Joins an amount and a price that stand apart on one line, and leaves out numbers beside a signed price."""
    out: list[Draft] = []
    for _, group in groupby(drafts, key=lambda draft: draft.line):
        line = list(group)
        if any(draft.currency for draft in line):
            signed = {id(draft.hit) for draft in line if draft.currency}
            line = [
                d
                for d in line
                if d.quantity is not None or d.currency or d.by_itself or id(d.hit) not in signed
            ]
        if (
            len(line) == 2
            and line[0].price is None
            and line[1].quantity is None
            and line[0].hit == line[1].hit
        ):
            line[0].price, line[0].currency = line[1].price, line[1].currency
            line[0].spans += line[1].spans
            line.pop()
        out += line
    return out


def _without_face_values(drafts: list[Draft], lists: MeasureWords) -> list[Draft]:
    """Cases such as "20 euro: 25 stuks voor 125", "купюры 5000, 10 шт 9 000": what stands on the notes is no price."""
    notes = [draft for draft in drafts if _ware(draft)[0] == _NOTES and draft.price is not None]
    faces = [d for d in notes if d.price in lists.denominations and len(d.spans) == 1 and not d.from_per]
    if not faces or len(faces) == len(notes):
        return drafts
    return [draft for draft in drafts if not any(draft is face for face in faces)]


def _without_repetitions(drafts: Sequence[Draft], lists: MeasureWords) -> list[Draft]:
    """The drafts without those that only say again, or say the size of, what has its price elsewhere."""
    priced = {_ware(draft) for draft in drafts if draft.price is not None}
    amounts = {(_ware(draft), amount_in_base(draft)) for draft in drafts if draft.price is not None}
    open_ = any(draft.price is None for draft in drafts)
    rated = {(_ware(d), d.unit) for d in drafts if d.from_per and d.quantity == 1} if open_ else set()
    told = []
    long = sum(draft.price is not None for draft in drafts) >= _LONG
    for i, draft in enumerate(drafts):
        if long and draft.price is None:
            continue
        ware = _ware(draft)
        size = ware in priced and is_size(draft, lists, *ware)
        size = size or (draft.price is None and not draft.threshold and (ware, draft.unit) in rated)
        again = draft.price is None and (ware, amount_in_base(draft)) in amounts
        if not (size or again or (i and repeats(draft, drafts[i - 1]))):
            told.append(draft)
    return told


def _weigh_strengths(plain: str, drafts: list[Draft], reader: OfferReader, lists: MeasureWords) -> None:
    """Milligrams are the amount of a ware that is sold by weight or as powder, if its line gives no other amount."""
    by_line: dict[int, list[Draft]] = {}
    for draft in drafts:
        by_line.setdefault(draft.line, []).append(draft)
    first = {line: hit for hit, line in reversed(reader.mentions)}
    taken = {_ware(draft) for draft in drafts}
    for line, strength in reader.strengths:
        hit = first.get(line)
        if strength.unit != "mg" or hit is None:
            continue
        ware = (hit.term.concept, hit.term.product)
        if counted(lists, *ware).bare != "g" and not _is_powder(plain, hit, lists):
            continue
        on_line = by_line.get(line, [])
        if not on_line and ware not in taken:
            taken.add(ware)
            pills = _of_one_stamp(plain, Draft(hit, line), strength, lists)
            drafts.append(pills or _weighed(Draft(hit, line), strength))
        elif len(on_line) == 1 and on_line[0].quantity is None:
            _weighed(on_line[0], strength)


def _of_one_stamp(plain: str, draft: Draft, strength: Part, lists: MeasureWords) -> Draft | None:
    """Cases such as "5 Green Stars - 210mg MDMA": so many pills, named by their stamp, of so much each."""
    begins = _STAMPED.match(plain, plain.rfind("\n", 0, strength.start) + 1)
    if _ware(draft)[0] not in lists.stamped or begins is None or strength.value > _STRONGEST:
        return None
    if begins[2] in lists.words or begins.end() > strength.start:
        return None
    draft.quantity, draft.unit = float(begins[1]), "pill"
    draft.spans.append(begins.span(1))
    return draft


def _is_powder(plain: str, hit: ListedHit, lists: MeasureWords) -> bool:
    """Cases such as "50mg fentanyl powder", not "10mg oxycodone tablets, pure"."""
    start, end = plain.rfind("\n", 0, hit.start) + 1, plain.find("\n", hit.end)
    words = _LETTERS.findall(plain[start : end if end >= 0 else len(plain)])
    pills = any(
        word in lists.words and lists.words[word].unit in ("pill", "strip", "piece") for word in words
    )
    return not pills and not lists.powder.isdisjoint(words)


def _weighed(draft: Draft, strength: Part) -> Draft:
    draft.quantity, draft.unit = strength.value, "mg"
    draft.spans.append((strength.start, strength.end))
    return draft


def _kilos(draft: Draft, lists: MeasureWords) -> None:
    """Cases such as "1k 28k" of a ware that is sold by weight is a kilo; "9k" of vapes are puffs."""
    commodity, product = _ware(draft)
    if commodity in lists.puff_commodities:
        draft.quantity, draft.unit = None, ""
    elif counted(lists, commodity, product).bare == "g" and draft.quantity is not None:
        draft.quantity, draft.unit = draft.quantity / 1000, "kg"


# ---- items


def _item(draft: Draft, money: Money, scale: str | None) -> Item:
    commodity, product = _ware(draft)
    spans = draft.spans + ([(draft.hit.start, draft.hit.end)] if draft.hit is not None else [])
    price = round(draft.price, 6) if draft.price is not None else None
    quantity = round(draft.quantity, 6) if draft.quantity is not None else None
    unit = draft.unit if quantity is not None else None
    return Item(
        commodity or None,
        product,
        quantity,
        unit,
        price,
        money.of(draft.currency) if price is not None else None,
        scale_of(commodity or None, quantity, unit) or scale,
        tuple(sorted(spans)),
    )


def _distinct(plain: str, items: Iterable[Item], lists: MeasureWords) -> list[Item]:
    """Each line of the offer once, however often it is repeated; two things at one price are two lines."""
    seen: set[tuple[object, ...]] = set()
    out = []
    for item in items:
        line = _words_before(plain, item.spans[-1][0]) if item.commodity in lists.single else ""
        key = (item.commodity, item.product, item.quantity, item.unit, item.price, line)
        if key not in seen:
            seen.add(key)
            out.append(item)
    return out


def _words_before(plain: str, place: int) -> str:
    """What stands before a place on its line, as far as it tells two lines apart."""
    return plain[max(plain.rfind("\n", 0, place) + 1, place - _TELLING) : place].strip()


def _bare_items(
    plain: str, mentions: Sequence[tuple[ListedHit, int]], priced: Sequence[Item], scale: str | None
) -> list[Item]:
    """Products that are only named. A heading, a repetition and a second word for one ware are no items."""
    one_ware = load_measure_words().one_ware
    wares = {(item.commodity, item.product) for item in priced}
    commodities = {item.commodity for item in priced}
    places = sorted((item.spans[-1], item.commodity or "") for item in priced)
    out: list[Item] = []
    before: ListedHit | None = None
    for hit, _ in mentions:
        commodity, product = hit.term.concept, hit.term.product
        beside = before is not None and before.term.concept == commodity and _side_by_side(plain, before, hit)
        before = hit
        known = (commodity, product) in wares or (commodity in commodities and commodity in one_ware)
        if known or beside or (commodity in commodities and _heads(hit, places)):
            continue
        if commodity in commodities and not is_word(plain, hit):
            continue
        wares.add((commodity, product))
        commodities.add(commodity)
        out.append(Item(commodity, product, None, None, None, None, scale, ((hit.start, hit.end),)))
    return out


def _side_by_side(plain: str, before: ListedHit, hit: ListedHit) -> bool:
    """Cases such as "witte coke", "coke (wit)": two words for one thing, with no comma or "and" between."""
    return not plain[before.end : hit.start].strip(" ()'\"*_-\ufe0f")


def _heads(hit: ListedHit, places: Sequence[tuple[tuple[int, int], str]]) -> bool:
    """Whether the next line of the offer after this word is of the same commodity: then it is a heading."""
    at = bisect(places, ((hit.end, 0), ""))
    return at < len(places) and places[at][1] == hit.term.concept
