"""Persons, accounts, sellers, chats and messages: the state of a world."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random

from .goods import Base
from .habits import Habits, draw_habits
from .lexicon import TONGUES, tongues
from .worlds import Spec

DAY = 86400


@dataclass(eq=False)
class Person:
    """Somebody behind one or more accounts."""

    pid: int
    lang: str
    habits: Habits
    town: tuple[str, ...]
    peak: float
    voice: float
    accounts: list[Account] = field(default_factory=list)
    wants: list[str] = field(default_factory=list)
    trusted: dict[str, int] = field(default_factory=dict)
    chats: list[Chat] = field(default_factory=list)
    appetite: float = 0.1


@dataclass(eq=False)
class Account:
    """One account as the platform knows it. `signs` collects what it has shown to the world (phones, photos, wordings...)."""

    uid: int
    name: str
    username: str
    person: Person
    born: int
    seller: Seller | None = None
    dead: int | None = None
    roles: list[str] = field(default_factory=list)
    signs: list[str] = field(default_factory=list)
    contact: str = ""
    bases: list[Base] = field(default_factory=list)
    habits: Habits | None = None
    shunned: list[int] = field(default_factory=list)
    warned: int = 0
    praised: int = 0
    last_ads: list[Msg] = field(default_factory=list)
    channel: bool = False

    def alive(self, t: int) -> bool:
        """Whether the account can write at a moment."""
        return self.born <= t and (self.dead is None or t < self.dead)

    @property
    def shop(self) -> Seller:
        """The seller behind an account that is known to sell."""
        if self.seller is None:
            raise ValueError(f"account {self.uid} sells nothing")
        return self.seller

    def role(self, name: str) -> None:
        """Adds a role once."""
        if name not in self.roles:
            self.roles.append(name)


@dataclass(eq=False)
class Seller:
    """A seller: a person or crew, real or ghost, with goods, manners and a way of hiding."""

    sid: str
    person: Person
    ghost: bool
    mode: str
    menu: list[str]
    bulk: bool
    rate: float
    chats: list[Chat]
    factor: float
    prepay: bool
    answers: float
    quality: float
    soldout: float
    reprice: float
    hiding: str
    phone: str
    wallet: str
    trade: str
    photos: list[int]
    roams: bool
    start: int
    end: int
    renew: float
    parallel: bool
    buys: float
    rival: Seller | None = None
    staff: list[Person] = field(default_factory=list)
    crew: Chat | None = None
    line: Chat | None = None
    stem: str = ""
    channel_chat: Chat | None = None
    repriced: int = 0
    sticks: bool = False
    clock: int = -1

    def current(self, t: int) -> list[Account]:
        """The accounts that are alive now."""
        return [a for a in self.person.accounts if a.seller is self and a.alive(t)]


@dataclass(eq=False)
class Chat:
    """A group, a channel or a small private group."""

    cid: int
    name: str
    kind: str
    lang: str
    town: tuple[str, ...] | None
    families: tuple[str, ...]
    keepers: list[Account] = field(default_factory=list)
    members: list[Account] = field(default_factory=list)
    owner: Account | None = None


@dataclass(eq=False)
class Msg:
    """One message, with what it is (act, commodities) and, for the examiner only, whom it is about and what kind of event made it."""

    t: int
    chat: Chat
    acc: Account
    text: str
    act: str = "none"
    comm: tuple[str, ...] = ()
    reply: Msg | None = None
    photo: tuple[int, int] | None = None
    forward: str = ""
    about: Seller | None = None
    kind: str = "chat"
    service: dict[str, object] | None = None
    edited: int = 0
    mid: int = 0
    bold: bool = False


class World:
    """All state and the log of messages."""

    def __init__(self, spec: Spec, seed: int) -> None:
        """An empty world."""
        self.spec = spec
        self.rng = Random(f"zijl-{spec.name}-{seed}")
        self.persons: list[Person] = []
        self.accounts: list[Account] = []
        self.sellers: list[Seller] = []
        self.chats: list[Chat] = []
        self.log: list[Msg] = []
        self.vouchers: list[Account] = []
        self.customers: list[Person] = []
        self.talkers: list[Person] = []
        self.used: dict[int, bool] = {}
        self.photos = 0

    def pick_lang(self) -> str:
        """A language by the world's mix."""
        return self.rng.choices(list(self.spec.langs), list(self.spec.langs.values()))[0]

    def new_person(self, lang: str | None = None) -> Person:
        """Somebody new, with a pen, a town and hours of his own."""
        lang = lang or self.pick_lang()
        rng = self.rng
        town = tuple(rng.choice(tongues()[lang].place["towns"]))
        voice = min(1.0, rng.paretovariate(1.1) * 0.03)
        p = Person(len(self.persons), lang, draw_habits(rng), town, rng.gauss(19.5, 3.2), voice)
        self.persons.append(p)
        return p

    def fresh_id(self) -> int:
        """An account number that nobody has."""
        while True:
            n = self.rng.randrange(210_000_000, 7_900_000_000)
            if n not in self.used:
                self.used[n] = True
                return n

    def say(self, chat: Chat, acc: Account, t: int, text: str, **more: object) -> Msg | None:
        """Writes a message if the account is alive and not thrown out of the chat."""
        if not text or not acc.alive(t) or chat.cid in acc.shunned or t >= self.spec.days * DAY:
            return None
        if acc not in chat.members:
            chat.members.append(acc)
        msg = Msg(t, chat, acc, text, **more)  # type: ignore[arg-type]
        self.log.append(msg)
        return msg

    def hour(self, person: Person, day: int) -> int:
        """A moment of the day that suits a person."""
        h = self.rng.gauss(person.peak, 3.0)
        return day * DAY + int((h % 24) * 3600) + self.rng.randrange(60)


def towns_of(lang: str) -> list[tuple[str, ...]]:
    """The towns of a language."""
    return [tuple(x) for x in tongues()[lang if lang in TONGUES else "en"].place["towns"]]
