"""The things of a market: accounts, persons, chats and messages. Plain records; the behaviour is in the other modules."""

from __future__ import annotations

from dataclasses import dataclass, field

DAY = 86400


@dataclass
class Style:
    """How somebody types. It belongs to the person, so it goes along to a new account."""

    case: str = "asis"
    end: str = ""
    emoji: list[str] = field(default_factory=list)
    emoji_rate: float = 0.0
    typo: float = 0.0
    short: float = 0.0
    tic: str = ""
    tic_rate: float = 0.0
    sep: str = ", "
    money: str = "{p}"
    gram: str = "{q}g"
    count: str = "{q}x"
    leet: bool = False
    form: int = 0
    bullet: str = ""
    frames: int = 0


@dataclass
class Account:
    """One Telegram account or channel identity. `seller` is the truth; `shown` is what its owner made visible on it."""

    uid: int
    name: str
    username: str
    owner: Person
    seller: str = ""
    roles: list[str] = field(default_factory=list)
    born: int = 0
    died: int | None = None
    contacts: list[str] = field(default_factory=list)
    photos: list[int] = field(default_factory=list)
    channel: bool = False
    channel_name: str = ""
    hand: Person | None = None
    praise: float = 0.0
    warns: float = 0.0
    reports: int = 0
    chats: list[Chat] = field(default_factory=list)
    shown: set[str] = field(default_factory=set)
    notes: list[Note] = field(default_factory=list)
    offers: int = 0

    @property
    def from_id(self) -> str:
        """The id as Telegram Desktop writes it."""
        return f"{'channel' if self.channel else 'user'}{self.uid}"


@dataclass
class Note:
    """An advertisement in somebody's notes app: it is pasted over and over. `{contact}` is filled in per account."""

    key: int
    text: str
    goods: list[str]
    price: float = 1.0
    prepay: bool = False
    verify: bool = False


@dataclass
class Product:
    """What a seller calls a commodity, what he asks in proportion to the market, and what is in the stash."""

    word: str
    factor: float
    stock: float = 0.0


@dataclass
class Person:
    """An agent. `kind` is real, ghost, customer, keeper, voucher, recruiter or money; `model` is a ghost's way of business."""

    pid: str
    kind: str
    lang: str
    region: str
    places: list[str]
    style: Style
    seed: int
    hour: int
    model: str = ""
    scale: str = "retail"
    role: str = ""
    accounts: list[Account] = field(default_factory=list)
    goods: dict[str, Product] = field(default_factory=dict)
    notes: list[Note] = field(default_factory=list)
    photos: list[int] = field(default_factory=list)
    contacts: list[str] = field(default_factory=list)
    brand: str = ""
    capital: float = 1.0
    risk: float = 0.5
    reliable: float = 0.9
    quality: float = 0.8
    prepay: bool = False
    post: bool = False
    talk: float = 0.4
    rate: float = 1.0
    active: float = 1.0
    react: float = 0.2
    care: float = 0.5
    start: int = 0
    stop: int = 999
    crew: list[Account] = field(default_factory=list)
    crew_chat: Chat | None = None
    memory: dict[str, float] = field(default_factory=dict)
    seen: set[str] = field(default_factory=set)
    arrested: bool = False
    said: int = 0


@dataclass
class Chat:
    """A group or channel with its messages."""

    cid: int
    name: str
    kind: str
    lang: str
    region: str
    closed: bool = False
    keeper: Account | None = None
    strict: float = 0.3
    messages: list[Msg] = field(default_factory=list)
    feed: list[Msg] = field(default_factory=list)


@dataclass
class Msg:
    """One message and the truth about it."""

    when: int
    sender: Account
    text: str
    act: str = "none"
    goods: list[str] = field(default_factory=list)
    reply: Msg | None = None
    photo: int | None = None
    forwarded: str = ""
    edited: int = 0
    service: dict[str, object] | None = None
    likes: int = 0
    media: str = ""
    note: Note | None = None
    place: str = ""
    tid: int = 0
