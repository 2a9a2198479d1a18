"""Who there is: accounts, sellers real and ghost, customers with memory, keepers, shills, helpers, people who only talk.

Ghosts live from something (`GHOSTS`): `prepaid` takes money first and blocks; `mimic` does so with a real seller's ad, photo
and name; `fakes` sends powder or paper that is not what was sold; `longcon` serves small orders for weeks and then takes the
large ones; `silent` never answers (a decoy, a dead bot, a boaster); `lure` wants you in another channel.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from .voice import Voice

GHOSTS = {"prepaid": 0.36, "mimic": 0.20, "fakes": 0.16, "longcon": 0.10, "silent": 0.11, "lure": 0.07}


@dataclass(eq=False)
class Account:
    """One Telegram account (or a channel speaking under its own name)."""

    uid: int
    name: str
    username: str
    voice: Voice
    kind: str = "user"
    seller: Seller | None = None
    roles: set[str] = field(default_factory=set)
    born: int = 0
    dead: int | None = None
    barred: set[int] = field(default_factory=set)
    chats: list[Chat] = field(default_factory=list)
    ads: list[Ad] = field(default_factory=list)
    photos: list[tuple[int, int]] = field(default_factory=list)
    phone: str = ""
    wallet: str = ""
    handle: str = ""
    contact: tuple[str, ...] = ("dm",)
    places: tuple[str, ...] = ()
    slogan: str = ""
    deleted: bool = False
    away_until: int = -1
    last_post: float = -1.0

    @property
    def from_id(self) -> str:
        """As Telegram Desktop writes it."""
        return f"{self.kind}{self.uid}"

    def alive(self, day: int) -> bool:
        """Whether this account exists and its owner is not away."""
        return self.born <= day and (self.dead is None or day < self.dead) and day >= self.away_until


@dataclass(eq=False)
class Seller:
    """A person or crew with something to sell, or who says so."""

    sid: str
    ghost: bool
    way: str
    role: str
    stock: list[str]
    level: float
    prepay: bool
    reliable: float
    quality: float
    answers: float
    rate: float
    auto: bool
    hours: tuple[int, int]
    langs: tuple[str, ...]
    places: tuple[str, ...]
    joined: int = 0
    accounts: list[Account] = field(default_factory=list)
    plan: list[tuple[int, str]] = field(default_factory=list)
    cheeky: bool = False
    buys_words: float = 0.0
    slanders: bool = False
    careful: float = 0.5
    words: dict[str, str] = field(default_factory=dict)
    stopped: bool = False
    served: int = 0
    takings: int = 0
    trips: int = 0
    victim: Seller | None = None
    channel: str = ""


@dataclass(eq=False)
class Customer:
    """Somebody who buys and remembers."""

    account: Account
    need: float
    taste: list[str]
    place: str
    talk: float
    doubt: float
    langs: tuple[str, ...]
    memory: dict[int, float] = field(default_factory=dict)
    said: dict[int, int] = field(default_factory=dict)


@dataclass(eq=False)
class Ad:
    """One text an account posts again and again."""

    text: str
    goods: tuple[str, ...]
    lang: str
    photo: tuple[int, int] | None
    made: int
    family: str


@dataclass(eq=False)
class Chat:
    """One chat with its posts."""

    tg: int
    name: str
    kind: str
    lang: str
    talk: float
    families: tuple[str, ...]
    keepers: list[Account] = field(default_factory=list)
    posts: list[Post] = field(default_factory=list)
    people: list[Account] = field(default_factory=list)
    recent: list[str] = field(default_factory=list)
    owner: Account | None = None
    comments: Chat | None = None
    complaints: dict[int, list[int]] = field(default_factory=dict)


@dataclass(eq=False)
class Post:
    """One message and its truth."""

    at: float
    who: Account
    text: str
    act: str = "none"
    goods: tuple[str, ...] = ()
    reply: Post | None = None
    photo: tuple[int, int] | None = None
    forwarded: str = ""
    service: dict[str, object] | None = None
    edited: float = 0.0
    gone: bool = False
    about: Account | None = None
    number: int = 0
    tag: str = ""
