"""Whether an ambiguous word is in the right company to mean goods: "wit" beside "10 gram", not beside "muur"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from schakel.reading.act_weights import ActWeights, act_weights
from schakel.reading.items import Item
from schakel.reading.lexicon import Term
from schakel.reading.plain_text import PlainText
from schakel.reading.term_search import TermHit
from schakel.reading.trade_measures import MEASURE

_PRICED_NEXT = re.compile(r"\W{0,4}\d")
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
_LONG = 300  # characters: in longer texts only lines that look like a list keep ambiguous words company
_LIST_LINE = 80


@dataclass(frozen=True, slots=True)
class _Setting:
    """What the whole text gives the ambiguous words for company."""

    text: PlainText
    plain: frozenset[str]  # commodities named by plain words
    street: bool
    invited: bool  # somebody is asked to write, or goods are brought
    pairs: frozenset[str]  # commodities whose words are each followed by a number
    likely: frozenset[str]
    priced: frozenset[str]
    shady: bool  # money, quantities or words that lawful trade does not have
    listed: frozenset[int]  # starts of words that stand in a list of at least two lines with numbers
    signals: int  # kinds of street trade: written to by name, sent, street words, bulk
    words: dict[str, int]  # different ambiguous words of each commodity
    written: frozenset[str]  # commodities named both by a word and by an emoji


def goods_in_company(
    text: PlainText, hits: Sequence[TermHit], items: Sequence[Item], contacts: int
) -> list[TermHit]:
    """The commodity words that may count as goods here: the plain ones, and ambiguous ones in company.

    `contacts` is the number of user names and links, by which one can write to somebody.
    Company is a plain word of the same family (drugs, weapons, fireworks, fraud, goods), an amount in a
    measure of the trade on the same line, a street word of trade, or other likely words of the family.
    """
    wares = [hit for hit in hits if hit.term.kind == "commodity"]
    unsure = [hit for hit in wares if hit.term.ambiguous]
    if not unsure:
        return wares
    weights = act_weights()
    setting = _setting(text, hits, items, contacts)
    kept = [hit for hit in wares if not hit.term.ambiguous]
    kept += [hit for hit in unsure if _in_company(hit, setting, weights)]
    return sorted(kept, key=lambda hit: (hit.start, hit.end, hit.term.concept))


def _setting(text: PlainText, hits: Sequence[TermHit], items: Sequence[Item], contacts: int) -> _Setting:
    weights = act_weights()
    wares = [hit for hit in hits if hit.term.kind == "commodity"]
    unsure = [hit for hit in wares if hit.term.ambiguous]
    return _Setting(
        text=text,
        plain=frozenset(hit.term.concept for hit in wares if not hit.term.ambiguous),
        street=any(_is_street(hit, weights) for hit in hits),
        invited=contacts > 0
        or any(hit.term.kind in {"contact", "delivery"} or hit.term.concept == "offer" for hit in hits),
        pairs=frozenset(hit.term.concept for hit in unsure if _PRICED_NEXT.match(text.plain, hit.end)),
        likely=frozenset(h.term.concept for h in unsure if h.term.weight >= weights.goods["company_weight"]),
        priced=frozenset(item.commodity for item in items if item.price is not None and item.commodity),
        shady=any(is_shady(hit.term) for hit in hits),
        listed=_listed(text.plain, unsure),
        signals=_signals(hits, contacts),
        words={
            concept: len({hit.term.written for hit in unsure if hit.term.concept == concept})
            for concept in sorted({hit.term.concept for hit in unsure})
        },
        written=_word_and_sign(unsure),
    )


def is_shady(term: Term) -> bool:
    """Whether the word tells of money, quantities or ways that lawful trade does not have."""
    kind, concept = term.kind, term.concept
    if kind == "payment":
        return concept in {"crypto", "voucher", "escrow", "on-credit"}
    return concept in {"advance", "secrecy", "bulk", "dead-drop"}


def _listed(plain: str, unsure: Sequence[TermHit]) -> frozenset[int]:
    lines: dict[int, list[int]] = {}
    for hit in unsure:
        line = _line(plain, hit)
        most_words = 1 if hit.term.language == "emoji" else 6
        if any(sign.isdigit() for sign in line) and len(_LONG_WORD.findall(line)) <= most_words:
            lines.setdefault(plain.rfind("\n", 0, hit.start), []).append(hit.start)
    return (
        frozenset(start for starts in lines.values() for start in starts) if len(lines) >= 2 else frozenset()
    )


def _signals(hits: Sequence[TermHit], contacts: int) -> int:
    kinds = {
        "written to": contacts > 0 or any(h.term.kind == "contact" and h.term.weight >= 0.7 for h in hits),
        "sent": any(h.term.kind == "delivery" and h.term.concept in {"courier", "post"} for h in hits),
        "street": any(h.term.kind == "trade" for h in hits),
        "bulk": any(h.term.kind == "scale" for h in hits),
        "offered": any(h.term.kind == "act" and h.term.concept == "offer" for h in hits),
    }
    return sum(kinds.values()) - 2 * any(h.term.kind == "veto" for h in hits)


def _word_and_sign(unsure: Sequence[TermHit]) -> frozenset[str]:
    signs = {hit.term.concept for hit in unsure if hit.term.language == "emoji"}
    return frozenset(signs & {hit.term.concept for hit in unsure if hit.term.language != "emoji"})


def _is_street(hit: TermHit, weights: ActWeights) -> bool:
    return hit.term.concept == "dead-drop" or (
        hit.term.kind == "trade" and hit.term.weight >= weights.street_weight
    )


def _in_company(hit: TermHit, setting: _Setting, weights: ActWeights) -> bool:
    concept = hit.term.concept
    if concept in weights.needs_plain_word:
        return concept in setting.plain or _shady_ware(concept, setting, weights)
    family = _family(concept, weights)
    line = _line(setting.text.plain, hit)
    if len(setting.text.plain) > _LONG and len(line) > _LIST_LINE and not MEASURE.search(line):
        return False
    if setting.plain & family or setting.street or hit.start in setting.listed:
        return True
    is_sign = hit.term.language == "emoji"
    if setting.shady and not is_sign and (setting.invited or concept in setting.priced):
        return True
    if "drugs" in weights.families and concept in weights.families["drugs"] and MEASURE.search(line):
        return True
    return _likely_ware(hit, setting, family, weights)


def _shady_ware(concept: str, setting: _Setting, weights: ActWeights) -> bool:
    """Documents, accounts, cards...: several words of the kind at a price, or shady ways to pay."""
    if len(setting.text.plain) > 2 * _LONG or concept in weights.needs_mark:
        return False
    sold = setting.invited or concept in setting.priced
    if setting.shady and sold:
        return True
    return setting.words[concept] >= 2 and (concept in setting.priced or setting.signals >= 2)


def _likely_ware(hit: TermHit, setting: _Setting, family: frozenset[str], weights: ActWeights) -> bool:
    concept = hit.term.concept
    heavy = hit.term.weight >= weights.goods["ambiguous_request"]
    if heavy and concept in setting.priced and len(setting.text.plain) <= _LIST_LINE and setting.signals >= 0:
        return True
    if not setting.invited:
        return False
    if heavy and (concept in setting.priced or setting.signals >= 2):
        return True
    if concept in setting.written or (hit.term.weight >= 1.1 and setting.signals >= 3):
        return True
    if concept in setting.likely and len(setting.likely & family) >= 2:
        return True
    return concept in setting.pairs and len(setting.pairs & family) >= 2


def _family(concept: str, weights: ActWeights) -> frozenset[str]:
    members: frozenset[str] = frozenset({concept})
    for family in weights.families.values():
        if concept in family:
            members |= family
    return members


def _line(plain: str, hit: TermHit) -> str:
    start = plain.rfind("\n", 0, hit.start) + 1
    end = plain.find("\n", hit.end)
    return plain[start : end if end >= 0 else len(plain)]
