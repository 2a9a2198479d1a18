"""What a new word most likely means: by the goods named beside it and in the same posts, and by its prices.

Prices say most: a gram that costs what ketamine costs here, in the same steps, is hardly cocaine. They are read by
trying the words out: read with the new words as goods, a post tells which amounts and prices belong to them.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import exp, log10

from schakel.reading.offers import read_text
from schakel.reading.suggesting.evidence import Market, Seen
from schakel.reading.terms.lexicon import Term, in_force, own_in_force
from schakel.records.errors import SettingsError

_POSTS_OF_WORD, _POSTS_OF_MARKET = 6, 600  # posts that are read for prices
_PLACEHOLDER = "designer-drugs"  # any commodity does: only amounts and prices are looked at
_WIDTH = 0.08  # log10: prices of one thing differ by a fifth as a rule
_AMOUNT = 0.25  # log10: amounts of which prices are compared
_FLOOR = 0.02
_BESIDE, _MOST_BESIDE = 0.5, 1.5  # log10: goods named right beside it in one more line, and in all
_MOST_PRICES = 2.0  # log10: prices of one word, all together
_ACCOUNT = 0.3  # votes of what an account names elsewhere
_RARE = 0.02  # share of a commodity that is never named beside others


@dataclass(frozen=True, slots=True)
class Priced:
    """One price that was read: of what, in which unit, amount and price of one unit as log10."""

    what: str
    unit: str
    amount: float
    price: float


def meanings(market: Market, words: Sequence[str]) -> dict[str, tuple[str, float]]:
    """For each word the likeliest commodity and its probability; ("", 0) where nothing points to any."""
    if not words:
        return {}
    named = goods_of_accounts(market)
    known, new = _prices(market, words)
    found = {}
    for word in words:
        beside = _named_beside(market, market.words[word], named)
        scores = {concept: log10(share) for concept, share in beside.items()}
        for concept, times in market.words[word].beside.items():
            scores[concept] = scores.get(concept, log10(_FLOOR)) + min(_MOST_BESIDE, _BESIDE * times)
        for concept, weight in _price_weights(new.get(word, []), known).items():
            scores[concept] = scores.get(concept, log10(_FLOOR)) + weight
        found[word] = _best(scores)
    return found


def goods_of_accounts(market: Market) -> dict[str, Counter[str]]:
    """What each account names in all its posts."""
    named: dict[str, Counter[str]] = defaultdict(Counter)
    for post, goods in zip(market.posts, market.goods_of, strict=True):
        named[post.account].update(goods)
    return named


def _best(scores: Mapping[str, float]) -> tuple[str, float]:
    if not scores:
        return "", 0.0
    odds = {concept: 10.0**score for concept, score in scores.items()}
    best = max(sorted(odds), key=lambda concept: odds[concept])
    return best, odds[best] / sum(odds.values())


def _named_beside(market: Market, seen: Seen, named: Mapping[str, Counter[str]]) -> dict[str, float]:
    """The share of each commodity in what is named in the same posts, or else by the same accounts.

    Held against how often each is named at all, so that what everybody sells does not win by that.
    """
    votes: dict[str, float] = defaultdict(float)
    for number in seen.posts:
        here = market.goods_of[number]
        goods = here or named.get(market.posts[number].account, Counter())
        for concept, times in goods.items():
            votes[concept] += (1.0 if here else _ACCOUNT) * times / goods.total()
    everywhere: Counter[str] = sum(named.values(), Counter())
    fair = {c: vote / (everywhere[c] + _RARE * everywhere.total()) for c, vote in votes.items()}
    return {concept: max(_FLOOR, value / sum(fair.values())) for concept, value in fair.items()}


# ---- prices


def _prices(market: Market, words: Sequence[str]) -> tuple[list[Priced], dict[str, list[Priced]]]:
    """The prices of known goods in a part of the market, and those of each new word."""
    holding = {number for word in words for number in market.words[word].posts}
    others = [number for number in range(len(market.posts)) if number not in holding][:_POSTS_OF_MARKET]
    known = [one for number in others for one in _read(market.posts[number].text, set())]
    tried = tuple(Term(word, "commodity", _PLACEHOLDER, word, "any", 2.0) for word in sorted(words))
    new: dict[str, list[Priced]] = defaultdict(list)
    try:
        with in_force((*own_in_force(), *tried)):
            for word in words:
                for number in market.words[word].posts[:_POSTS_OF_WORD]:
                    new[word] += [p for p in _read(market.posts[number].text, {word}) if p.what == word]
    except SettingsError:
        return known, {}
    return known, new


def _read(text: str, words: set[str]) -> Iterable[Priced]:
    for item in read_text(text).items:
        what = item.product if item.product in words else item.commodity
        if what and item.unit and item.quantity and item.price and item.quantity > 0 and item.price > 0:
            yield Priced(what, item.unit, log10(item.quantity), log10(item.price / item.quantity))


def _price_weights(prices: Sequence[Priced], known: Sequence[Priced]) -> dict[str, float]:
    """The log10 likelihood of these prices under each commodity, against the mean of all; at most so much."""
    if not prices:
        return {}
    concepts = sorted({one.what for one in known})
    total: dict[str, float] = dict.fromkeys(concepts, 0.0)
    for one in prices:
        fits = {concept: _fit(one, [k for k in known if k.what == concept]) for concept in concepts}
        mean = sum(fits.values()) / max(1, len(fits))
        for concept, fit in fits.items():
            total[concept] += log10((fit + _FLOOR) / (mean + _FLOOR))
    return {concept: max(-_MOST_PRICES, min(_MOST_PRICES, weight)) for concept, weight in total.items()}


def _fit(one: Priced, known: Sequence[Priced]) -> float:
    """The share of a commodity's prices that are as this one: same unit, near amount, near price."""
    near = sum(
        exp(-0.5 * ((one.price - other.price) / _WIDTH) ** 2)
        for other in known
        if other.unit == one.unit and abs(other.amount - one.amount) <= _AMOUNT
    )
    return near / (len(known) + 5)
