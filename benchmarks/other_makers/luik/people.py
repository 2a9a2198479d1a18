"""The things of the simulation: accounts, sellers, customers, chats, posts. Plain data; what they do stands elsewhere."""

from __future__ import annotations

from dataclasses import dataclass, field

from .goods import Layout, Ware
from .voice import Voice


@dataclass(eq=False)
class Town:
    """A place with its language, its money and the ways its name is written."""

    key: str
    lang: str
    currency: str
    forms: tuple[str, ...]


@dataclass(eq=False)
class Signs:
    """What identifies an account to an outsider."""

    handle: str
    phone: str = ""
    app: str = ""
    wallet: str = ""
    mail: str = ""
    shown: tuple[str, ...] = ("handle",)


@dataclass(eq=False)
class AdStyle:
    """The frames, the layout, the photos and the name a seller advertises with."""

    frames: dict[str, list[str]]
    layout: Layout
    photos: list[tuple[int, str]]
    brand: str
    bold: bool
    mode: tuple[float, float]


@dataclass(eq=False)
class Account:
    """One user or channel of the platform."""

    uid: int
    name: str
    voice: Voice
    signs: Signs
    born: int
    seller: Seller | None = None
    channel: Chat | None = None
    roles: set[str] = field(default_factory=set)
    style: AdStyle | None = None
    dead: int = 10**9
    deleted: bool = False
    homes: list[Chat] = field(default_factory=list)
    praised: set[int] = field(default_factory=set)
    warned: set[int] = field(default_factory=set)
    hours: tuple[int, int] = (10, 26)
    last_ad: Post | None = None

    @property
    def from_id(self) -> str:
        """The id as an export writes it."""
        return f"{'channel' if self.channel else 'user'}{self.uid}"

    def alive(self, day: int) -> bool:
        """Does the account exist on this day?"""
        return self.born <= day < self.dead


@dataclass(eq=False)
class Seller:
    """A person or crew that offers; a ghost has a kind, a real seller has none."""

    key: str
    ghost: str
    towns: list[Town]
    wares: list[Ware]
    level: str
    lazy: float
    rate: float
    answers: float
    advance: bool
    hunts: float
    quality: float
    late: float
    voice: Voice
    start: int
    stop: int
    buys_praise: bool = False
    talk: float = 0.3
    victim: Seller | None = None
    supplier: Seller | None = None
    pauses: list[tuple[int, int]] = field(default_factory=list)
    accounts: list[Account] = field(default_factory=list)
    next_born: int = -1
    cause: str = ""
    post_only: bool = False
    open_terms: bool = True
    bot: bool = False
    patient: bool = True
    mimic: bool = False
    badge: bool = False
    shows_wallet: bool = False
    also_buys: bool = False
    factor: float = 1.0
    photo_share: float = 0.25
    grind: int = 0

    @property
    def index(self) -> int:
        """His place in the market's list."""
        return int(self.key[2:]) - 1

    def open_on(self, day: int) -> bool:
        """Is he in business today?"""
        return self.start <= day < self.stop and not any(a <= day < b for a, b in self.pauses)

    def live(self, day: int) -> list[Account]:
        """His accounts that exist today."""
        return [account for account in self.accounts if account.alive(day)]


@dataclass(eq=False)
class Customer:
    """Somebody who buys."""

    account: Account
    town: Town
    tastes: list[str]
    wise: float
    need: float
    loud: float
    trust: dict[int, int] = field(default_factory=dict)
    shunned: set[int] = field(default_factory=set)


@dataclass(eq=False)
class Chat:
    """A group or channel."""

    tg_id: int
    name: str
    kind: str
    town: Town | None
    lang: str
    keeper: Account | None = None
    strict: float = 0.0
    posts: list[Post] = field(default_factory=list)
    crew: str = ""
    traffic: float = 1.0


@dataclass(eq=False)
class Post:
    """One message, or a service message when `service` is set; kind and about are for our own counts only."""

    chat: Chat
    time: int
    who: Account
    text: str
    act: str = "none"
    goods: tuple[str, ...] = ()
    reply: Post | None = None
    photo: tuple[int, str, int] | None = None
    forwarded: str = ""
    kind: str = ""
    about: str = ""
    bold: bool = False
    edited: int = 0
    service: dict[str, object] | None = None
    number: int = 0
    sticker: str = ""
    likes: int = 0
