"""What was seen of words in posts of the trade, of known goods and of unknown words, and how often elsewhere."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import log10

from schakel.reading.suggesting.posts import Post
from schakel.reading.suggesting.tokens import GOODS, SIGN, WORD, Line, lines_of, neighbours, words_of_talk

_SHRINK = 12.0  # seen as often as this, a neighbour counts for half of what it says
_STRONGEST = 1.0  # log10: no single neighbour makes more than ten times as likely
Around = tuple[tuple[int, str], ...]


@dataclass(slots=True)
class Seen:
    """What was seen of one word: its posts (numbers), accounts, and what stood around it, once an account."""

    posts: list[int] = field(default_factory=list)
    accounts: set[str] = field(default_factory=set)
    around: dict[tuple[str, Around], None] = field(default_factory=dict)
    beside: Counter[str] = field(
        default_factory=Counter
    )  # commodities named right beside it, once an account
    elsewhere: int = 0

    def neighbours(self) -> Counter[tuple[int, str]]:
        """How often each neighbour stood at each place; a text posted in many variants is one voice."""
        return Counter(one for _, around in self.around for one in around)


@dataclass(frozen=True, slots=True)
class Market:
    """All that was seen: unknown words and known goods, and the neighbours of each kind together."""

    posts: list[Post]
    elsewhere: int
    words: dict[str, Seen]
    goods: dict[str, Seen]
    goods_of: list[Counter[str]]  # commodities named in each post
    beside_goods: Counter[tuple[int, str]]
    beside_words: Counter[tuple[int, str]]


def look_at(posts: Sequence[Post], least: int) -> Market:
    """What stands in these posts; words seen in fewer than `least` posts of the trade are forgotten."""
    trade = [post for post in posts if post.trade]
    words: dict[str, Seen] = defaultdict(Seen)
    goods: dict[str, Seen] = defaultdict(Seen)
    goods_of: list[Counter[str]] = []
    for number, post in enumerate(trade):
        plain, lines = lines_of(post.text)
        goods_of.append(Counter(t.concept for line in lines for t in line.tokens if t.kind == GOODS))
        for line in lines:
            for word, around, beside in candidates(line):
                if _note(words[word], number, post.account, around):
                    words[word].beside.update(beside)
            for at, token in enumerate(line.tokens):
                if token.kind == GOODS:
                    named = plain[token.start : token.end]
                    _note(goods[named], number, post.account, tuple(neighbours(line, at, at)))
    kept = {word: seen for word, seen in sorted(words.items()) if len(seen.posts) >= least}
    talk = _count_elsewhere((post for post in posts if not post.trade), (kept, goods))
    return Market(trade, talk, kept, dict(sorted(goods.items())), goods_of, _all(goods), _all(kept))


def candidates(line: Line) -> Iterator[tuple[str, Around, set[str]]]:
    """The unknown words, signs and pairs of words of a line, what stands around each, and goods right beside it."""
    for at, token in enumerate(line.tokens):
        if token.kind in {WORD, SIGN}:
            yield token.label, tuple(neighbours(line, at, at)), _goods_beside(line, at, at)
            pair = line.tokens[at + 1] if at + 1 < len(line.tokens) else None
            if pair and pair.kind == token.kind == WORD and pair.start == token.end + 1:
                around = tuple(neighbours(line, at, at + 1))
                yield f"{token.label} {pair.label}", around, _goods_beside(line, at, at + 1)


def _goods_beside(line: Line, first: int, last: int) -> set[str]:
    around = (*line.tokens[max(0, first - 1) : first], *line.tokens[last + 1 : last + 2])
    return {token.concept for token in around if token.kind == GOODS}


def neighbour_weight(market: Market, one: tuple[int, str], own: int, *, of_goods: bool) -> float:
    """How much more often a neighbour stands beside known goods than beside other words, as log10 ratio.

    `own` is how often it stood beside the word that is judged, which must not speak for itself. Shrunk to
    nothing where little was seen.
    """
    place = (one[0], "")
    goods = market.beside_goods[one] - (own if of_goods else 0)
    words = market.beside_words[one] - (0 if of_goods else own)
    all_goods, all_words = market.beside_goods[place], market.beside_words[place]
    pooled = (goods + words + 1) / (all_goods + all_words + 2)
    rate_goods = (goods + _SHRINK * pooled) / (all_goods + _SHRINK)
    rate_words = (words + _SHRINK * pooled) / (all_words + _SHRINK)
    return max(-_STRONGEST, min(_STRONGEST, log10(rate_goods / rate_words)))


def trade_weight(market: Market, seen: Seen) -> float:
    """How much more often the word stands in posts of the trade than elsewhere, as log10 likelihood ratio."""
    here = (len(seen.posts) + 0.5) / (len(market.posts) + 1)
    return log10(here * (market.elsewhere + 1) / (seen.elsewhere + 0.5))


def _note(seen: Seen, number: int, account: str, around: Around) -> bool:
    """Notes one place of a word; whether this account had not put it there before."""
    if not seen.posts or seen.posts[-1] != number:
        seen.posts.append(number)
    seen.accounts.add(account)
    is_new = (account, around) not in seen.around
    seen.around[account, around] = None
    return is_new


def _all(words: Mapping[str, Seen]) -> Counter[tuple[int, str]]:
    """All neighbours of some words, and under "" how many there are at each place."""
    counted: Counter[tuple[int, str]] = Counter()
    for seen in words.values():
        for one, times in seen.neighbours().items():
            counted[one] += times
            counted[one[0], ""] += times
    return counted


def _count_elsewhere(posts: Iterable[Post], kinds: Sequence[Mapping[str, Seen]]) -> int:
    """Counts the words in ordinary talk; gives the number of its posts."""
    talk = 0
    for post in posts:
        found = words_of_talk(post.text)
        if found is None:
            continue
        talk += 1
        for words in kinds:
            for word in found & words.keys():
                words[word].elsewhere += 1
    return talk
