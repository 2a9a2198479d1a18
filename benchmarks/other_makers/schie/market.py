"""The market: its people and chats, the way a message is written down, and the days one after another."""

from __future__ import annotations

import math
import random
from collections import Counter

from . import lexicon, voice
from .people import Account, Chat, Customer, Post, Seller
from .worlds import World

HOUR = 3600.0
DAY = 86400.0


class Market:
    """State of one world; the modules beside this one act on it."""

    def __init__(self, world: World, seed: int) -> None:
        """An empty market; `setup.fill` brings the people."""
        self.world = world
        self.rng = random.Random(f"schie:{world.name}:{seed}")
        self.chats: list[Chat] = []
        self.sellers: list[Seller] = []
        self.customers: list[Customer] = []
        self.idlers: list[Account] = []
        self.keepers: list[Account] = []
        self.shills: list[Account] = []
        self.recruiters: list[Account] = []
        self.changers: list[Account] = []
        self.crews: list[tuple[Seller, Chat, list[Account]]] = []
        self.accounts: list[Account] = []
        self.standing: Counter[int] = Counter()
        self.doubted: Counter[int] = Counter()
        self.photo_count = 0
        self.uids: set[int] = set()
        self.regulars: dict[int, list[Customer]] = {}
        self.seen: list[tuple[str, Post, Chat]] = []
        self.by_uid: dict[int, Account] = {}

    def photo(self) -> int:
        """A photo nobody has yet."""
        self.photo_count += 1
        return self.rng.randrange(10**6) * 1000 + self.photo_count % 1000

    def uid(self, low: int = 5 * 10**8, high: int = 78 * 10**8) -> int:
        """A free account number."""
        while (number := self.rng.randrange(low, high)) in self.uids:
            pass
        self.uids.add(number)
        return number

    def account(
        self,
        name: str,
        user: str,
        hand: voice.Voice,
        seller: Seller | None = None,
        day: int = 0,
        kind: str = "user",
    ) -> Account:
        """A new account."""
        uid = self.uid(10**9, 25 * 10**8) if kind == "channel" else self.uid()
        fresh = Account(uid, name, user, hand, kind, seller, born=day)
        self.accounts.append(fresh)
        return fresh

    def say(
        self,
        chat: Chat,
        who: Account,
        at: float,
        text: str,
        act: str = "none",
        goods: tuple[str, ...] = (),
        **more: object,
    ) -> Post | None:
        """Write a message down, unless its writer is barred there or gone by then."""
        if who.uid in {keeper.uid for keeper in chat.keepers} or chat.owner is who:
            pass
        elif chat.tg in who.barred or (who.dead is not None and at / DAY >= who.dead + 0.5):
            return None
        if at >= self.world.days * DAY or not text.strip():
            return None
        post = Post(at, who, text, act, goods if act in ("offer", "request") else (), **more)  # type: ignore[arg-type]
        chat.posts.append(post)
        who.last_post = max(who.last_post, at)
        return post

    def line(
        self, who: Account, chat_lang: str, section: str, key: str, slots: dict[str, str] | None = None
    ) -> str:
        """One phrase of a section in this person's hand; phrases used lately in a chat are other people's business."""
        lang = who.voice.lang if who.voice.lang == chat_lang or self.rng.random() < 0.12 else chat_lang
        phrase = self.rng.choice(lexicon.lines(lang, section, key))
        if key in ("praise_re", "warn_re") and self.rng.random() < 0.22:
            phrase += self.rng.choice((", ", " ", ". ", "\n")) + self.rng.choice(
                lexicon.lines(lang, section, key)
            )
        place = self.rng.choice(who.places or self.world.places)
        base = {"place": place, "place2": self.rng.choice(self.world.places), **(slots or {})}
        return voice.speak(lexicon.expand(phrase, base, lang, self.rng), who.voice, self.rng)

    def mention(self, who: Account) -> str:
        """How people name an account in a text: by @username, else by the name they see."""
        if who.kind == "channel" or self.rng.random() < 0.72:
            return f"@{who.username}"
        return who.name

    def service(self, chat: Chat, who: Account, at: float, **what: object) -> None:
        """A service line."""
        if at < self.world.days * DAY:
            chat.posts.append(Post(at, who, "", service=dict(what)))

    def moment(self, day: int, hours: tuple[int, int]) -> float:
        """A moment of the day within the hours somebody is awake and at it."""
        begin, end = hours
        return day * DAY + (begin + self.rng.random() * (end - begin)) * HOUR

    def evening(self, day: int) -> float:
        """When customers stir: mostly from four till after midnight."""
        hour = self.rng.gauss(20, 3.2) if self.rng.random() < 0.75 else self.rng.uniform(9, 24)
        return day * DAY + max(0.5, min(25.5, hour)) * HOUR

    def poisson(self, mean: float) -> int:
        """A count around a mean."""
        if mean <= 0:
            return 0
        limit, product, count = math.exp(-mean), self.rng.random(), 0
        while product > limit:
            product *= self.rng.random()
            count += 1
        return count

    def trading(self, kinds: tuple[str, ...] = ("group", "lawful", "trade")) -> list[Chat]:
        """Chats of these kinds."""
        return [chat for chat in self.chats if chat.kind in kinds]


def reply_delay(rng: random.Random, mean_minutes: float = 25) -> float:
    """Seconds until an answer: quick mostly, late at times."""
    return 20 + rng.expovariate(1 / (mean_minutes * 60))
