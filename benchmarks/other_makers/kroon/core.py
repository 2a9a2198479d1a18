"""What the made-up market is made of: people, their accounts, sellers, chats and posts.

Nothing here decides anything; the rooms `sellers`, `buyers`, `crews` and `talk` let these people act.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from benchmarks.other_makers.kroon.words import Phrase

DAY = 1440.0


@dataclass(eq=False)
class Style:
    """Habits of one hand at the keyboard; stable over the accounts that the hand uses."""

    lang: str
    caps: str
    end: str
    emoji: list[str]
    emoji_rate: float
    typo: float
    abbr: float
    disguise: float
    stretch: float
    lead: list[str]
    lead_rate: float
    tail: list[str]
    tail_rate: float
    picks: dict[str, list[int]] = field(default_factory=dict)
    width: int = 9


@dataclass(eq=False)
class Account:
    """One Telegram identity: a user, or a channel when `channel` is set."""

    tg: str
    name: str
    username: str
    born: float
    person: Person
    died: float | None = None
    nameless: bool = False
    phone: str = ""
    wallet: str = ""
    handle: str = ""
    contact: str = "dm"
    photos: list[int] = field(default_factory=list)
    ads: list[Ad] = field(default_factory=list)
    prices: dict[str, float] = field(default_factory=dict)
    old: str = ""
    stem: str = ""
    channel: bool = False


@dataclass(eq=False)
class Person:
    """Somebody with habits: a style, a town, waking hours, a role or more."""

    pid: int
    lang: str
    city: str
    style: Style
    peak: float
    spread: float
    roles: list[str] = field(default_factory=list)
    accounts: list[Account] = field(default_factory=list)
    chatty: float = 1.0
    seller: Seller | None = None
    tastes: list[str] = field(default_factory=list)
    trusts: dict[int, int] = field(default_factory=dict)
    start: float = 0.0
    end: float = 999.0


@dataclass(eq=False)
class Ware:
    """One kind of goods of a seller: the word used for it and its price ladder."""

    commodity: str
    word: str
    emoji: str
    unit: str
    ladder: list[tuple[float, float]]


@dataclass(eq=False)
class Ad:
    """An ad as it was composed once; posted many times, often letter for letter. `frames` and `ware` say how, to compose it anew."""

    text: str
    goods: tuple[str, ...]
    frames: tuple[Phrase, ...]
    ware: int


@dataclass(eq=False)
class Seller:
    """A person or crew that offers, with what it does behind the ads."""

    sid: str
    ghost: str
    level: str
    trade: str
    people: list[Person]
    wares: list[Ware]
    layout: int
    pull: float
    answers: float
    reliable: float
    prepay: bool
    rate: float
    lively: float
    caution: float
    buys_praise: float
    slanders: float
    photo_rate: float
    clock: bool
    start: float
    end: float
    shop: str
    second: float = 0.0
    live: list[Account] = field(default_factory=list)
    accounts: list[Account] = field(default_factory=list)
    back_at: float | None = None
    fame: float = 0.0
    shame: float = 0.0
    victim: Seller | None = None
    channel: Account | None = None
    out_until: float = -1.0
    announces: float = 0.0
    recruits: float = 0.0

    @property
    def real(self) -> bool:
        """Whether there is supply behind the ads."""
        return not self.ghost


@dataclass(eq=False)
class Chat:
    """One chat; `tags` say what is at home in it."""

    cid: int
    name: str
    kind: str
    folder: str
    lang: str
    tags: list[str]
    keeper: Account | None = None
    members: list[Account] = field(default_factory=list)


@dataclass(eq=False)
class Post:
    """One message (or service message) as it happened, with its truth."""

    chat: Chat
    when: float
    account: Account
    text: str
    act: str
    goods: tuple[str, ...]
    reply: Post | None = None
    photo: tuple[int, int] | None = None
    forwarded: str = ""
    edited: bool = False
    about: Seller | None = None
    why: str = ""
    service: dict[str, object] | None = None
    sticker: bool = False
    tg_id: int = 0
