"""The new words worth a look, each with its commodity, weight, counts, contexts and reasons."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from schakel.reading.suggesting.commodity import meanings
from schakel.reading.suggesting.contexts import context_of
from schakel.reading.suggesting.evidence import Market, Seen, look_at, trade_weight
from schakel.reading.suggesting.place_signs import Weights, learn, signs_of
from schakel.reading.suggesting.posts import Post
from schakel.reading.suggesting.variants import Variant, variant_of
from schakel.reading.terms.lexicon import load_lexicons
from schakel.records.facts import Reason

_CONTEXTS = 3
_LEAST_TRADE = 0.6  # log10: four times as frequent in the trade as elsewhere
_SLOTS = frozenset({"before_number", "after_amount", "heads_list", "beside_selling"})
_LEAST_SHARE = 0.1  # of the lines in which a word stands
_TELLING = 3  # signs that are told as reasons
_HEAVIEST, _LIGHTEST = 2.0, 0.3  # log10 weights that a new word may be given
_VARIANT = 1.0  # log10: a spelling variant of a known word, apart from where it stands
_TRADE_SHARE = (
    0.35  # words of the trade that are no goods (quality, delivery) are far more frequent there too
)
_MOST_TRADE = 2.0
_RARE = 1e-4  # a word rarer than this elsewhere needs no company
_ENOUGH_ELSEWHERE = 5_000
_PART_OF_PAIR = 0.7


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One word for a person to accept or leave.

    `commodity` is the likeliest one ("" where nothing points to any) and `share` its probability among all that
    something points to; `weight` the log10 likelihood ratio that the word would get, `ambiguous` whether it should count in
    company only; `score` orders the list.
    """

    word: str
    commodity: str
    share: float
    weight: float
    ambiguous: bool
    score: float
    posts: int
    accounts: int
    elsewhere: int
    contexts: tuple[str, ...]
    reasons: tuple[Reason, ...]


def suggest(
    posts: Sequence[Post], *, least: int = 3, most: int = 30, hide: Callable[[str], str] = str
) -> list[Suggestion]:
    """The best suggestions first, at most so many; words in fewer than `least` posts are not looked at.

    `hide` covers names in a whole post, letter for letter, before the contexts are cut out of it.
    """
    market = look_at(posts, least)
    weights = learn(market)
    known = frozenset(load_lexicons().patterns)
    scored = [
        scored
        for word, seen in market.words.items()
        if word not in known and (scored := _score(market, weights, word, seen)) is not None
    ]
    scored.sort(key=lambda one: (-one.score, one.word))
    kept = list(_without_parts(scored, market))[:most]
    meant = meanings(market, [one.word for one in kept])
    return [_suggestion(market, one, meant[one.word], hide) for one in kept]


@dataclass(frozen=True, slots=True)
class _Scored:
    word: str
    score: float
    trade: float
    signs: tuple[tuple[str, float, float], ...]
    variant: Variant | None


def _score(market: Market, weights: Weights, word: str, seen: Seen) -> _Scored | None:
    trade = trade_weight(market, seen)
    if trade < _LEAST_TRADE:
        return None
    place, signs = weights.weigh(signs_of(market, word, seen))
    variant = variant_of(word)
    if variant is None and (place <= 0 or not _stands_like_goods(signs)):
        return None
    # What one account alone writes may be its own name for anything; it counts for half.
    several = len(seen.accounts) / (len(seen.accounts) + 1)
    return _Scored(word, several * (place + (_VARIANT if variant else 0.0)), trade, tuple(signs), variant)


def _stands_like_goods(signs: Sequence[tuple[str, float, float]]) -> bool:
    """Whether the word stands before an amount or price, behind one, above a list or beside selling words."""
    return any(name in _SLOTS and share >= _LEAST_SHARE for name, share, _ in signs)


def _without_parts(scored: Sequence[_Scored], market: Market) -> Iterator[_Scored]:
    """The list without words that stand in a pair nearly always, and pairs of which a word stands higher."""
    taken: list[_Scored] = []
    for one in scored:
        lines = len(market.words[one.word].around)
        if any(_hides(other.word, one.word, lines, market) for other in taken):
            continue
        taken.append(one)
        yield one


def _hides(higher: str, word: str, lines: int, market: Market) -> bool:
    parts = higher.split(" ")
    if " " not in word and word in parts and len(parts) == 2:
        return len(market.words[higher].around) >= _PART_OF_PAIR * lines
    return " " in word and len(parts) == 1 and higher in word.split(" ")


def _suggestion(
    market: Market, one: _Scored, meant: tuple[str, float], hide: Callable[[str], str]
) -> Suggestion:
    seen = market.words[one.word]
    commodity, share = (one.variant.term.concept, 1.0) if one.variant else meant
    weight = round(max(_LIGHTEST, min(_HEAVIEST, one.trade)), 1)
    rare = seen.elsewhere <= _RARE * market.elsewhere and market.elsewhere >= _ENOUGH_ELSEWHERE
    return Suggestion(
        word=one.word,
        commodity=commodity,
        share=round(share, 2),
        weight=weight,
        ambiguous=not (rare and one.word[0].isalpha()),
        score=round(one.score, 3),
        posts=len(seen.posts),
        accounts=len(seen.accounts),
        elsewhere=seen.elsewhere,
        contexts=_contexts(market, seen, one.word, hide),
        reasons=tuple(_reasons(one, commodity, share)),
    )


def _contexts(market: Market, seen: Seen, word: str, hide: Callable[[str], str]) -> tuple[str, ...]:
    """Up to three contexts, of different accounts as long as there are any."""
    by_account: dict[str, list[str]] = defaultdict(list)
    for number in seen.posts:
        by_account[market.posts[number].account].append(market.posts[number].text)
    rounds = (texts[turn] for turn in range(_CONTEXTS) for texts in by_account.values() if turn < len(texts))
    shown: dict[str, None] = {}
    for text in rounds:
        if context := context_of(text, word, hide):
            shown[context] = None
        if len(shown) == _CONTEXTS:
            break
    return tuple(shown)


def _reasons(one: _Scored, commodity: str, share: float) -> Iterator[Reason]:
    telling = sorted(one.signs, key=lambda sign: (-abs(sign[2]), sign[0]))
    for name, value, weight in telling[:_TELLING]:
        yield Reason(_RULES[name], round(weight, 2), detail=_amount(name, value))
    if one.variant:
        yield Reason(
            "spelling of a known word", _VARIANT, detail=f"{one.variant.term.written}: {one.variant.way}"
        )
    elif commodity:
        yield Reason("goods named beside it, and prices", 0.0, detail=f"{commodity}, {share:.0%}")


def _amount(name: str, value: float) -> str:
    if name in {"wording", "trade"}:
        return f"log10 ratio {value:.2f}"
    return "" if name.startswith("is_") else f"in {value:.0%} of its lines"


_RULES = {
    "before_number": "an amount or price follows",
    "after_amount": "stands after an amount",
    "leads_line": "stands at the start of a line",
    "heads_list": "stands above a list of amounts",
    "beside_goods": "known goods stand beside it",
    "beside_selling": "words of selling stand beside it",
    "wording": "the words around it stand around goods",
    "trade": "more often in the trade than elsewhere",
    "is_sign": "is an emoji",
    "is_pair": "is a pair of words",
}
