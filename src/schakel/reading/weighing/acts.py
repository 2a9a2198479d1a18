"""What a message does: offer, request, vouch, warning, recruit, or none of these, by weight of evidence.

A multinomial logistic model (Cox 1966) over named signs; its weights are log10 likelihood ratios against `none`,
fitted by `tools/fit_reading.py`, so the reasons of an act add up to its odds against `none`.
"""

import math
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from functools import cache, lru_cache
from operator import add, itemgetter
from typing import NamedTuple

from schakel.reading.folding.plain_text import PlainText
from schakel.reading.weighing.act_signs import NO_WORD, PRICES_OF_UNNAMED, ActSign
from schakel.reading.weighing.late_reach import ANYTHING, MayShow, late_together
from schakel.reading.weighing.reports import (
    AGAIN,
    FALSE,
    FILLED,
    LOST,
    MADE_UP,
    ON_TIME,
    RECOMMENDED,
    TESTED,
    WEIGHED,
)
from schakel.reading.weighing.short_ads import BARE
from schakel.reading.weighing.told_of_names import PRAISING, WARNING
from schakel.reading.weighing.weights import ACTS, load_limits, load_weights
from schakel.records.facts import Reason, Span

# Rule, log10 weight, start and end in the original text, what it is about, messages: as in a `reasons` column.
ReasonRow = tuple[str, float, int | None, int | None, str, tuple[str, ...]]

_NOTHING = (0.0,) * len(ACTS)
_NAME = itemgetter(0)  # of a sign
_LIMITS = load_limits()
NO_GROUNDS = _LIMITS.no_grounds
_NO_CLAIM = -3.0  # log10: nothing in the text could carry an act, or it is an article
_TRADE = ("goods", "several street words")
_ASKING = ("words of request", "clues of request", "question mark")
_TOLD = ("vouch", "warning", "recruit")
_LONG = "longer than 600 letters"
_AT_LENGTH = "longer than 40 letters"
_GROUNDS = {
    act: _TRADE if act in {"offer", "request"} else (*_TRADE, f"words of {act}", "selector given")
    for act in ACTS
}
# Praise and warnings outside trade chats: of 9,139 ordinary messages 159 had only a name or link to rest on, and 2 of
# 120 true ones; with listed words alone it was 132 to 9, with these and a clue or a name 50 to 65.
_OF_SOMEBODY = frozenset({"vouch", "warning"})
# "Spinach" and "you know" (Dutch "weet") are words for cannabis too: without a number, a plain word or a way to trade.
_OFFERING = frozenset(
    (
        "goods by a plain word",
        "further goods",
        "words of offer",
        "clues of offer",
        "selector given",
        "trade words",
        "contact words",
        "scale words",
        "several lines",
        "pictures",
    )
)
# As good as listed words.
_REPORTS = {
    "vouch": (AGAIN, WEIGHED, RECOMMENDED, TESTED, ON_TIME, *PRAISING),
    "warning": (LOST, FALSE, FILLED, MADE_UP, *WARNING),
}
_CLUES = frozenset(f"clues of {act}" for act in _TOLD)
_WORDS = frozenset(f"words of {act}" for act in ACTS)
# All signs that `lack_of_grounds` looks at.
_BEARING = _OFFERING.union(
    *_GROUNDS.values(),
    *_REPORTS.values(),
    _CLUES,
    _WORDS,
    _ASKING,
    (NO_WORD, PRICES_OF_UNNAMED, _LONG, _AT_LENGTH, "goods", "no number"),
)
LEAST_SHARE = _LIMITS.least_share
OFFER_AHEAD, SURE_OFFER = _LIMITS.offer_ahead, _LIMITS.sure_offer
OFFER = ACTS.index("offer")
ASKING = ACTS.index("request"), ACTS.index("recruit")  # who asks for goods or calls for people names both too
OTHERS = tuple(range(1, len(ACTS)))
TELLING = tuple(act for act in OTHERS if act not in ASKING)  # praise and warnings
LEAST_ODDS = _LIMITS.least_odds
OFFER_WITH_MEANS = (
    _LIMITS.offer_with_means
)  # how goods and money change hands, for how much, or whom to write to
_MEANS = ("selector given", "advance", "delivery: ", "payment: ")
_PLAIN_PRICE = "price of goods named by a plain word"
# What helps an offer, the odds from which it is said then, and those where the text speaks of lawful trade, games, sport or the like too; the first counts.
_OFFER_LIMITS = (
    ("unnamed", _LIMITS.offer_of_unnamed, _LIMITS.offer_of_unnamed),
    ("means", OFFER_WITH_MEANS, OFFER_WITH_MEANS),
    ("list", _LIMITS.offer_with_list, None),
    ("plain price", _LIMITS.offer_with_plain_price, _LIMITS.plain_price_beside_talk),
    ("price", _LIMITS.offer_with_price, _LIMITS.price_beside_talk),
)
_ALWAYS_TOLD = frozenset({"prior", "goods", BARE})  # the last tells where a message stands in its context
_NO_ROW: tuple[float, ReasonRow | None] = (0.0, None)
_BELOW = min(0.0, *LEAST_ODDS.values()) - 1e-9  # sums in another order may differ in their last digit
_ENOUGH = 15.0  # log10: as far as odds are told apart
_SMALL = 0.15  # log10: weights below this (a factor of 1.4) are told together; they are a third of all


class Judgement(NamedTuple):
    """The act found, its probability, its log10 odds against `none` and the reasons that add up to them.

    `all_odds` are those of each of `ACTS`. For `none` the probability, odds and reasons are those of the nearest act.
    """

    act: str
    score: float
    odds: float
    nearest: str
    signs: Sequence[ActSign]
    text: PlainText
    all_odds: Sequence[float]

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """The evidence; written out when asked for, since most texts are no act and nobody asks why."""
        return tuple(
            Reason(rule, weight, None if start is None or end is None else Span(start, end), detail)
            for rule, weight, start, end, detail, _ in self.reason_rows()
        )

    def reason_rows(self, act: str | None = None) -> list[ReasonRow]:
        """The same as rows of a `reasons` column; or those for another act, which add up to its odds."""
        return _reason_rows(self.signs, ACTS.index(act or self.nearest), self.text)


def act_odds(signs: Sequence[ActSign]) -> list[float]:
    """Log10 odds of each of `ACTS` against `none`."""
    lacks = grounds_of(signs)
    return [odds + lack for odds, lack in zip(_sums(signs), lacks, strict=True)]


def grounds_of(signs: Sequence[ActSign]) -> Sequence[float]:
    """What each act lacks of grounds, as log10 (see `lack_of_grounds`); early signs are enough to tell."""
    return _lacks(_BEARING.intersection(map(_NAME, signs)))


@lru_cache(maxsize=4096)
def _lacks(names: frozenset[str]) -> Sequence[float]:
    return tuple([lack_of_grounds(act, names) for act in ACTS])


def _sums(signs: Sequence[ActSign]) -> tuple[float, ...]:
    weights = load_weights().acts
    offer = request = vouch = warning = recruit = 0.0
    for name, value, _ in signs:
        row = weights.get(name)
        if row is not None:
            of_offer, of_request, of_vouch, of_warning, of_recruit = row
            offer += of_offer * value
            request += of_request * value
            vouch += of_vouch * value
            warning += of_warning * value
            recruit += of_recruit * value
    return offer, request, vouch, warning, recruit


def out_of_reach(odds: Sequence[float], further: Sequence[float] = _NOTHING, may: MayShow = ANYTHING) -> bool:
    """Whether no amount, price or place could still make an act of a text with these odds from its early signs.

    `further` is what else may speak for each act beside those, `may` what late signs a text can show at all.
    """
    most: float = max(map(add, map(add, odds, _most_of_late_signs(may)), further))
    return most < _BELOW


@cache
def _most_of_late_signs(may: MayShow) -> tuple[float, ...]:
    """What late signs add to the odds of each act at most, over all that can stand together."""
    weights = load_weights().acts
    sums = [
        [sum(weights.get(sign, _NOTHING)[act] for sign in signs) for signs in late_together(may)]
        for act in range(len(ACTS))
    ]
    return tuple(max(0.0, *those) for those in sums)


def lack_of_grounds(act: str, signs: AbstractSet[str]) -> float:
    """What it costs an act that nothing beside wording, form and clues bears on it, as log10; 0 if something does."""
    if act == "offer" and PRICES_OF_UNNAMED in signs:
        return 0.0
    if _cannot_be(act, signs):
        return _NO_CLAIM
    if act == "request" and signs.isdisjoint(_ASKING):
        return _LIMITS.asks_nothing
    if act == "offer" and "goods" in signs and "no number" in signs and signs.isdisjoint(_OFFERING):
        return _LIMITS.one_word
    if act in _OF_SOMEBODY:
        return _lack_of_kinds(act, signs)
    return NO_GROUNDS[act] if signs.isdisjoint(_GROUNDS[act]) else 0.0


def _cannot_be(act: str, signs: AbstractSet[str]) -> bool:
    """Whether nothing in a text could carry the act: no listed word, or an article about crime, full of words of warning."""
    article = act in _TOLD and _LONG in signs and signs.isdisjoint(("goods", "selector given"))
    return NO_WORD in signs or article


def _lack_of_kinds(act: str, signs: AbstractSet[str]) -> float:
    """What it costs praise or a warning that words, clues, a name and goods do not stand together, as log10."""
    words = f"words of {act}" in signs or not signs.isdisjoint(_REPORTS[act])
    clues, name = f"clues of {act}" in signs, "selector given" in signs
    trade = not signs.isdisjoint(_TRADE)
    kinds, lone = words + clues + name + trade, _LIMITS.lone[act]
    if kinds > 1:
        return 0.0 if words or trade else lone.one_kind
    if kinds == 0 or clues:
        return lone.in_passing if _is_in_passing(signs) else NO_GROUNDS[act]
    return lone.one_kind if words else lone.no_kind


def _is_in_passing(signs: AbstractSet[str]) -> bool:
    """Whether a clue stands in so few words that nothing bears it out."""
    return _AT_LENGTH not in signs and not signs.isdisjoint(_CLUES)


def judge_act(signs: Sequence[ActSign], text: PlainText, odds: Sequence[float] | None = None) -> Judgement:
    """The act with the best odds against `none`; `none` if no act is more likely than that.

    `odds` are those of the signs, where they are known already.
    """
    if odds is None:
        odds = act_odds(signs)
    best = _likeliest(odds)
    shares = [math.pow(10.0, one if one < _ENOUGH else _ENOUGH) for one in odds]
    total = 1.0 + sum(shares)
    enough = odds[best] > _least_odds(ACTS[best], signs) and shares[best] > LEAST_SHARE * total
    act = ACTS[best] if enough else "none"
    return Judgement(act, shares[best] / total, odds[best], ACTS[best], signs, text, odds)


def _likeliest(odds: Sequence[float]) -> int:
    """The act with the best odds; another if an offer is hardly likelier, or one that asks if it is sure."""
    best = odds.index(max(odds))
    if best != OFFER:
        return best
    other = max(ASKING if odds[OFFER] > SURE_OFFER else OTHERS, key=odds.__getitem__)
    return other if odds[other] > odds[OFFER] - OFFER_AHEAD else OFFER


def _least_odds(act: str, signs: Sequence[ActSign]) -> float:
    if act != "offer":
        return LEAST_ODDS[act]
    helps = {_helps_offer(sign[0]) for sign in signs}
    for kind, least, beside_talk in _OFFER_LIMITS:
        limit = beside_talk if "talk" in helps else least
        if kind in helps and limit is not None:
            return limit
    return LEAST_ODDS["offer"]


@cache
def _helps_offer(sign: str) -> str:
    """What a sign tells of an offer beside its own weight: means, a price of plain, of other or of unnamed goods, other talk, or nothing."""
    if sign == PRICES_OF_UNNAMED:
        return "unnamed"
    if sign.startswith(_MEANS):
        return "means"
    if sign == _PLAIN_PRICE:
        return "plain price"
    if sign == "list of prices":
        return "list"
    if sign.startswith("talk of "):
        return "talk"
    return "price" if sign.startswith("price of goods") else ""


def with_late(odds: Sequence[float], late: Sequence[ActSign]) -> list[float]:
    """The odds from early signs with those of late ones added."""
    return [one + more for one, more in zip(odds, _sums(late), strict=True)]


@cache
def _rows_for(act: int) -> dict[str, tuple[float, ReasonRow | None]]:
    """The weight of each sign for one of `ACTS`, and the row that tells of it at its full size, if it is told."""
    weights = {**dict.fromkeys(_ALWAYS_TOLD, _NOTHING), **load_weights().acts}
    of_act = {name: row[act] for name, row in weights.items()}
    return {
        name: (weight, (name, round(weight, 4), None, None, "", ()) if _is_told(name, weight) else None)
        for name, weight in of_act.items()
    }


def _is_told(name: str, weight: float) -> bool:
    return name in _ALWAYS_TOLD or not -_SMALL < weight < _SMALL


def _reason_rows(signs: Sequence[ActSign], act: int, text: PlainText) -> list[ReasonRow]:
    known = _rows_for(act)
    out: list[ReasonRow] = []
    if lack := grounds_of(signs)[act]:
        out.append(("nothing but wording", lack, None, None, "", ()))
    small = 0.0
    for name, value, hit in signs:
        weight, row = known.get(name, _NO_ROW)
        if value != 1.0 or row is None:
            weight *= value
        elif hit is None:
            out.append(row)
            continue
        if -_SMALL < weight < _SMALL and name not in _ALWAYS_TOLD:
            small += weight
        elif hit is None:
            out.append((name, round(weight, 4), None, None, "", ()))
        else:
            start, end = text.place(hit.start, hit.end)
            out.append((name, round(weight, 4), start, end, hit.term.concept, ()))
    if small:
        out.append(("small signs together", round(small, 4), None, None, "", ()))
    return out
