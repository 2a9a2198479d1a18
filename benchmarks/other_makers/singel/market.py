"""The stage: chats, accounts, the log of messages, the clock."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from . import voice as voices
from .names import Names
from .people import Account, Seller
from .phrases import say as phrase
from .phrases import table

DAY = 86400.0
START = 1777845600.0  # Monday 4 May 2026, midnight in Amsterdam
ZONE = 7200


@dataclass(eq=False)
class Msg:
    """One message or service line."""

    chat: Chat
    account: Account
    t: float
    text: str
    act: str
    goods: tuple[str, ...]
    reply: Msg | None = None
    photo: tuple[int, int] | None = None
    fwd: str = ""
    edited: float = 0.0
    service: dict[str, Any] | None = None
    id: int = 0


@dataclass(eq=False)
class Chat:
    """A channel, an open group or a crew's own group."""

    folder: str
    name: str
    id: int
    type: str
    kind: str
    lang: str
    city: str
    keeper: Account
    bulk: bool = False
    strict: float = 0.5
    msgs: list[Msg] = field(default_factory=list)


class Market:
    """Everything of one world."""

    def __init__(self, world: str, seed: int) -> None:
        self.world = world
        self.cfg: dict[str, Any] = table("common_worlds")[world]
        self.rng = random.Random(f"singel {world} {seed}")
        self.names = Names(self.rng)
        self.chats: list[Chat] = []
        self.accounts: list[Account] = []
        self.sellers: list[Seller] = []
        self.members: dict[str, list[Account]] = {}
        self.shills: list[Account] = []
        self.later: dict[int, list[Callable[[], None]]] = {}
        self.days = 90
        self.day = 0

    @property
    def end(self) -> float:
        """Where the export stops."""
        return START + self.days * DAY

    def account(
        self,
        lang: str,
        city: str,
        *,
        username: str = "",
        name: str = "",
        born: float = START - DAY,
        voice: voices.Voice | None = None,
    ) -> Account:
        """A new account."""
        username = username or self.names.customer()
        out = Account(
            self.names.number(),
            username,
            name or self.names.display(username, lang),
            voice or voices.make(self.rng),
            lang,
            city,
            born,
        )
        self.accounts.append(out)
        return out

    def at(self, hours: tuple[int, int] = (9, 25), day: int | None = None) -> float:
        """A moment of a day; more towards the evening."""
        a, b = hours
        hour = a + (b - a) * self.rng.betavariate(1.7, 1.2)
        return START + (self.day if day is None else day) * DAY + hour * 3600 + self.rng.random() * 60

    def poisson(self, mean: float) -> int:
        """A count."""
        if mean > 30:
            return max(0, round(self.rng.gauss(mean, mean**0.5)))
        limit, k, p = 2.718281828459045**-mean, 0, self.rng.random()
        while p > limit:
            k += 1
            p *= self.rng.random()
        return k

    def put(
        self,
        chat: Chat,
        who: Account,
        t: float,
        text: str,
        act: str = "none",
        goods: tuple[str, ...] = (),
        **more: Any,
    ) -> Msg | None:
        """A finished text into a chat, if its writer is still there."""
        if t >= self.end or not who.alive(t) or not text:
            return None
        up = more.get("reply")
        if up is not None and (up.chat is not chat or up.t >= t):
            more["reply"] = None
        msg = Msg(chat, who, t, text, act, tuple(goods) if act in ("offer", "request") else (), **more)
        chat.msgs.append(msg)
        return msg

    def line(
        self,
        chat: Chat,
        who: Account,
        t: float,
        key: str,
        slots: dict[str, str] | None = None,
        act: str = "none",
        goods: tuple[str, ...] = (),
        **more: Any,
    ) -> Msg | None:
        """A phrase in somebody's own way of writing."""
        lang = more.pop("lang", who.lang)
        text = phrase(self.rng, lang, key, self.slots(who, slots), who.voice.taste)
        return self.put(chat, who, t, voices.write(self.rng, who.voice, lang, text), act, goods, **more)

    def slots(self, who: Account, given: dict[str, str] | None) -> dict[str, str]:
        """Slots that every line may use: place, district, a name."""
        city = "berlin" if who.city == "rusberlin" and who.lang != "ru" else who.city
        place = table("common_places")[city]
        out = {
            "city": self.rng.choice(place["names"]),
            "area": self.rng.choice(place["areas"]),
            "area2": self.rng.choice(place["areas"]),
            "n": str(self.rng.randrange(2, 9)),
            "nn": str(self.rng.randrange(10, 60)),
            "hh": str(self.rng.randrange(13, 23)),
            "eur": str(self.rng.randrange(3, 30) * 10),
            "first": self.rng.choice(table("common")["first_of"].get(who.lang) or table("common")["first"]),
            "user": "@" + who.username,
            "name": who.name,
        }
        return out | (given or {})

    def serve(self, chat: Chat, who: Account, t: float, action: str, **fields: Any) -> None:
        """A service line."""
        if t < self.end:
            chat.msgs.append(Msg(chat, who, t, "", "none", (), service={"action": action, **fields}))

    def soon(self, day: float, what: Callable[[], None]) -> None:
        """Do something on a later day."""
        self.later.setdefault(max(self.day + 1, int(day)), []).append(what)

    def groups(self, city: str, *, bulk: bool = False) -> list[Chat]:
        """Open groups of a city."""
        return [
            c for c in self.chats if c.kind == "group" and c.bulk == bulk and (c.city == city or c.city == "")
        ]
