"""The records: persons, sellers, accounts, chats, messages, ads."""

from __future__ import annotations

from dataclasses import dataclass, field

from .lexicon import Product
from .voice import Voice


@dataclass(eq=False)
class Chat:
    """A group, channel or crew chat."""

    num: int
    name: str
    kind: str
    lang: str
    use: str
    place: str = ""
    closed: int | None = None
    opened: int = 0
    keeper: Account | None = None
    members: list[Account] = field(default_factory=list)
    recent: list[Message] = field(default_factory=list)


@dataclass(eq=False)
class Message:
    """One message with its truth."""

    chat: Chat
    when: int
    by: Account
    text: str
    act: str = "none"
    goods: tuple[str, ...] = ()
    reply: Message | None = None
    photo: int | None = None
    forwarded: str | None = None
    edited: int | None = None
    bold: bool = False
    service: dict[str, object] | None = None
    num: int = 0
    about: Account | None = None
    sort: str = ""


@dataclass(eq=False)
class Ad:
    """A text a seller keeps in his notes and pastes again and again."""

    text: str
    goods: tuple[str, ...]
    photo: int | None
    lang: str


@dataclass(eq=False)
class Account:
    """A Telegram account or channel."""

    uid: int
    name: str
    username: str
    owner: Person
    born: int
    dead: int | None = None
    channel: bool = False
    contacts: tuple[tuple[str, str], ...] = ()
    ads: list[Ad] = field(default_factory=list)
    photos: list[int] = field(default_factory=list)
    chats: list[Chat] = field(default_factory=list)
    roles: tuple[str, ...] = ()
    prev: Account | None = None
    reports: int = 0

    def alive(self, day: int) -> bool:
        """Is the account in use on this day?"""
        return self.born <= day and (self.dead is None or day < self.dead)

    @property
    def from_id(self) -> str:
        """The id as Telegram Desktop writes it."""
        return f"channel{self.uid}" if self.channel else f"user{self.uid}"


@dataclass(eq=False)
class Person:
    """Somebody behind accounts."""

    pid: str
    kind: str
    langs: tuple[str, ...]
    place: str
    voice: Voice
    talk: float
    start: int
    end: int
    hour: float
    accounts: list[Account] = field(default_factory=list)
    roles: tuple[str, ...] = ()
    pet: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def current(self, day: int) -> list[Account]:
        """Accounts in use, channels left out."""
        return [a for a in self.accounts if a.alive(day) and not a.channel]


@dataclass(eq=False)
class Ware:
    """A product a seller carries, under his own word, at his own prices."""

    product: Product
    words: dict[str, str]
    ladder: tuple[tuple[float, float], ...]
    out_until: int = -1


@dataclass(eq=False)
class Look:
    """The shape of a seller's price lists."""

    style: int
    money: int
    unit: int
    bullet: str
    steps: int
    bold: bool


@dataclass(eq=False)
class Seller(Person):
    """A seller or one who says so."""

    real: bool = True
    theme: str = ""
    ghost: str = ""
    wares: list[Ware] = field(default_factory=list)
    bulk: bool = False
    look: Look | None = None
    push: float = 0.5
    daily: float = 0.7
    answers: float = 0.5
    care: float = 0.3
    craft: float = 0.5
    prepay: bool = False
    quality: float = 0.9
    status: float = 0.1
    rep: float = 0.0
    life: int = 999
    victim: Seller | None = None
    frames: dict[str, list[str]] = field(default_factory=dict)
    numbers: dict[str, str] = field(default_factory=dict)


@dataclass(eq=False)
class Customer(Person):
    """Somebody who buys."""

    tastes: tuple[str, ...] = ()
    need: float = 0.05
    wits: float = 0.5
    trusted: list[Seller] = field(default_factory=list)
    burnt: list[Seller] = field(default_factory=list)
