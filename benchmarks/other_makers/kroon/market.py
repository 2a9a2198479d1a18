"""The state of one market and the few deeds that all rooms share: saying something somewhere, clocks, choosing phrases and targets."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, field
from random import Random

from benchmarks.other_makers.kroon.core import DAY, Account, Chat, Person, Post, Seller, Style
from benchmarks.other_makers.kroon.style import favourite, write
from benchmarks.other_makers.kroon.words import Phrase, good, words
from benchmarks.other_makers.kroon.worlds import World


@dataclass
class Market:
    """Everything that exists in a running market."""

    world: World
    rng: Random
    used: dict[str, bool] = field(default_factory=dict)
    chats: list[Chat] = field(default_factory=list)
    people: list[Person] = field(default_factory=list)
    sellers: list[Seller] = field(default_factory=list)
    customers: list[Person] = field(default_factory=list)
    vouchers: list[Person] = field(default_factory=list)
    recruiters: list[Person] = field(default_factory=list)
    couriers: list[Person] = field(default_factory=list)
    cashiers: list[Person] = field(default_factory=list)
    keepers: list[Person] = field(default_factory=list)
    posts: list[Post] = field(default_factory=list)
    recent: dict[str, list[Post]] = field(default_factory=dict)
    towns: dict[str, list[str]] = field(default_factory=dict)
    homes: dict[int, list[Chat]] = field(default_factory=dict)
    saved: list[tuple[str, str]] = field(default_factory=list)
    day: int = 0

    def say(self, post: Post) -> Post | None:
        """Put a post in the market unless its account is gone or time is up."""
        account = post.account
        if post.when >= self.world.days * DAY or (account.died is not None and post.when > account.died):
            return None
        if post.reply is not None and post.when <= post.reply.when:
            post.when = post.reply.when + 0.3
        self.posts.append(post)
        if account not in post.chat.members:
            post.chat.members.append(account)
        return post


def poisson(rng: Random, mean: float) -> int:
    """A count of rare things (Knuth's way; means here are small)."""
    if mean > 30:
        return max(0, round(rng.gauss(mean, math.sqrt(mean))))
    limit, product, count = math.exp(-mean), rng.random(), 0
    while product > limit:
        product *= rng.random()
        count += 1
    return count


def moment(market: Market, person: Person) -> float:
    """A time today at which this person is awake."""
    hour = market.rng.gauss(person.peak, person.spread) % 24
    return market.day * DAY + hour * 60 + market.rng.random()


def after(market: Market, post: Post, middle: float = 9.0) -> float:
    """A time at which somebody reacts to a post: mostly minutes, sometimes hours."""
    return post.when + 0.4 + market.rng.lognormvariate(math.log(middle), 1.1)


def slots(market: Market, person: Person, **more: str) -> dict[str, str]:
    """What every frame may ask for."""
    rng = market.rng
    towns = market.towns[person.lang]
    town = person.city
    if person.lang == "nl" and rng.random() < 0.15:
        town = rng.choice(words("names", "street_nl"))
    out = {
        "city": town,
        "city2": rng.choice(towns),
        "n": str(rng.randint(2, 9)),
        "nn": str(rng.randint(12, 80)),
        "hour": str(rng.randint(9, 23)),
        "open": str(rng.randint(9, 16)),
        "close": f"0{rng.randint(0, 5)}",
        "min": str(rng.choice((10, 15, 20, 30, 45, 60))),
        "k": f"{rng.randint(2, 45)}k",
        "shop": person.seller.shop if person.seller else "",
        "c": "dm",
        "club": rng.choice(words(person.lang, "clubs")),
        "tag": "".join(person.city.split()).lower(),
    }
    out.update(more)
    return out


class Gaps(dict[str, str]):
    """Slots with an empty word for whatever is lacking."""

    def __missing__(self, key: str) -> str:
        """An empty word."""
        return ""


def fill(phrase: Phrase, have: dict[str, str]) -> str:
    """The frame with its slots filled."""
    return phrase.text.format_map(Gaps(have))


def line(market: Market, account: Account, key: str, **more: str) -> tuple[str, Phrase]:
    """A spoken line of this account's hand, from one of its favourite phrases."""
    style = account.person.style
    phrase = favourite(market.rng, style, key)
    text = fill(phrase, slots(market, account.person, **more))
    return write(market.rng, style, text), phrase


def word_for(rng: Random, commodity: str, lang: str) -> str:
    """A word for a commodity in a language."""
    facts = good(commodity)
    return str(rng.choice(facts.get(lang) or facts["en"]))  # type: ignore[arg-type]


def known_as(rng: Random, account: Account, style: Style) -> str:
    """How others call an account: its handle, its name, or its name typed carelessly."""
    if account.username and rng.random() < 0.65:
        return f"@{account.username}"
    name = account.name
    if rng.random() < 0.3 or style.caps == "lower":
        name = name.lower()
    return name


def alive(accounts: Iterable[Account], day: float) -> list[Account]:
    """The accounts that exist now."""
    return [a for a in accounts if a.born <= day * DAY and (a.died is None or a.died > day * DAY)]


def on_stage(market: Market, person: Person) -> bool:
    """Whether somebody takes part today."""
    return person.start <= market.day < person.end


def home(market: Market, person: Person) -> Chat:
    """A group in which this person is at home; most go to one group mostly."""
    chats = market.homes[person.pid]
    return chats[0] if market.rng.random() < 0.6 else market.rng.choice(chats)


def note(market: Market, chat: Chat, post: Post | None) -> None:
    """Remember the last posts of a chat, so that people can react to them."""
    if post is not None:
        rows = market.recent.setdefault(chat.folder, [])
        rows.append(post)
        if len(rows) > 160:
            del rows[:60]
