"""Who and what there is in a made-up market: accounts, sellers, their goods, chats, posts."""

from dataclasses import dataclass, field

from schakel.simulating.words import Commodity, Town


class Body:
    """What a message says, already written as JSON lines, with its items as lines of the truth table.

    Copies of one advertisement share one body; that is what makes a market of millions cheap.
    """

    __slots__ = ("items", "json", "service")

    def __init__(self, json: str, items: tuple[str, ...] = (), service: bool = False) -> None:
        self.json = json
        self.items = items
        self.service = service


@dataclass(slots=True)
class Account:
    """A Telegram account (or a channel that posts under its own name)."""

    tg_id: int
    name: str
    username: str
    language: str
    kind: str = "user"
    seller: str = ""
    role: str = "talker"
    alias: str = ""  # main, backup, numbered, near-name, succession
    banned: bool = False
    json: str = ""  # the "from" lines, written once

    @property
    def from_id(self) -> str:
        """The account as Telegram Desktop names it: user123 or channel123."""
        return f"{self.kind}{self.tg_id}"

    @property
    def handle(self) -> str:
        """What others call it: @username, or the display name where there is none."""
        return f"@{self.username}" if self.username else self.name


class Post:
    """One message, planned for a moment in a chat. Its number is given when the day is written."""

    __slots__ = (
        "act",
        "at",
        "body",
        "campaign",
        "chat",
        "edited",
        "extra",
        "number",
        "reply",
        "seller",
        "tail",
        "who",
    )

    def __init__(
        self, at: int, chat: int, who: Account | None, body: Body, truth: tuple[str, str, str]
    ) -> None:
        self.at = at
        self.chat = chat
        self.who = who
        self.body = body
        self.act, self.seller, self.campaign = truth
        self.reply: Post | None = None
        self.edited = 0
        self.extra = ""
        self.tail = ""
        self.number = 0


NOTHING = ("none", "", "")


@dataclass(slots=True)
class Chat:
    """A chat: a supergroup with a keeper, or a channel with an owner."""

    index: int
    tg_id: int
    title: str
    kind: str  # public_supergroup, private_supergroup, public_channel...
    weight: float
    town: Town | None
    account: Account
    keeper: Account | None = None
    owner: str = ""  # key of the seller whose channel it is
    open: bool = True

    @property
    def is_channel(self) -> bool:
        """True if only its owner writes."""
        return self.kind.endswith("channel")


@dataclass(slots=True)
class Good:
    """One commodity of one seller: price level against the list, stock left, and when it is back."""

    commodity: Commodity
    factor: float
    stock: float
    back_on: int = -1  # day on which it is sold again; -1: in stock

    @property
    def in_stock(self) -> bool:
        """True while it can be sold."""
        return self.back_on < 0


@dataclass(frozen=True, slots=True)
class Line:
    """One product in a wording: how it is called and written; prices come from the seller's goods."""

    commodity: str
    word: str
    emoji: str
    shape: str  # title, inline, per, threshold, bulk, bulk-threshold, block, named
    forms: tuple[str, ...]
    rungs: tuple[tuple[float, str, float], ...]  # quantity, unit, list price


@dataclass(frozen=True, slots=True)
class Wording:
    """An advertisement without its prices and contact: what stays the same from copy to copy."""

    language: str
    head: str
    lines: tuple[Line, ...]
    feet: tuple[str, ...]
    money: str
    units: tuple[tuple[str, str], ...]
    dotted: bool
    listed: str = ""  # "Coke, keta op voorraad": names without prices
    bold: bool = False


@dataclass(slots=True)
class Advert:
    """The advertisement that a seller posts now."""

    campaign: str
    wording: Wording
    copied_from: str = ""
    text: str = ""
    bodies: dict[int, Body] = field(default_factory=dict)  # per account


@dataclass(slots=True)
class Seller:
    """One actor that sells, or pretends to."""

    key: str
    ghost: bool
    role: str
    scale: str
    language: str
    home: Town
    rate: float
    goods: list[Good] = field(default_factory=list)
    accounts: list[Account] = field(default_factory=list)
    chats: list[int] = field(default_factory=list)
    channel: int = -1
    first_day: int = 0
    last_day: int = 0
    away_until: int = -1
    wake: float = 11.0
    machine: bool = False
    prepay: bool = False
    buys_vouches: bool = False
    phone: str = ""
    wallet: str = ""
    snap: str = ""  # name on another platform
    picture: str = ""
    helper: Account | None = None
    vouched: float = 0.0
    warned: float = 0.0
    disguises: bool = False
    throwaway: bool = False
    name_day: int = 0  # day on which the present name began
    advert: Advert | None = None
    posts: int = 0
    sold: dict[str, None] = field(default_factory=dict)  # commodities ever offered
    down: bool = False  # taken down for good

    def account(self) -> Account | None:
        """The account in use: the last one that is not banned."""
        for account in reversed(self.accounts):
            if not account.banned and account.alias not in ("backup", "near-name", "numbered"):
                return account
        return next((a for a in self.accounts if not a.banned), None)

    def backup(self) -> Account | None:
        """A second account in use beside the first."""
        main = self.account()
        return next((a for a in self.accounts if a is not main and not a.banned), None)

    def awake(self, second: int, sleep_hours: float) -> bool:
        """True if the seller is up at this second of the day."""
        asleep = (second / 3600.0 - (self.wake - sleep_hours)) % 24.0
        return asleep >= sleep_hours
