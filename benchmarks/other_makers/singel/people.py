"""The people and what they own: sellers, their accounts, advertisements."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from .goods import Item
from .voice import Voice

if TYPE_CHECKING:
    from .market import Chat


@dataclass
class Ad:
    """A text that somebody posts again and again."""

    text: str
    goods: tuple[str, ...]
    photo: int | None = None
    shop: str = ""


@dataclass(eq=False)
class Account:
    """One account as the platform shows it, and what its owner put on it."""

    id: int
    username: str
    name: str
    voice: Voice
    lang: str
    city: str
    born: float
    owner: Seller | None = None
    roles: set[str] = field(default_factory=set)
    kind: str = "user"
    dead: float | None = None
    phone: str = ""
    wallet: str = ""
    other: str = ""
    texts: list[Ad] = field(default_factory=list)
    photos: list[int] = field(default_factory=list)
    things: list[Item] = field(default_factory=list)
    style: int = 0
    chats: list[Chat] = field(default_factory=list)
    praise: int = 0
    blame: int = 0
    asked: int = 0
    shares: set[str] = field(default_factory=set)

    @property
    def from_id(self) -> str:
        """As the export writes it."""
        return f"{self.kind}{self.id}"

    def alive(self, t: float) -> bool:
        """Whether the account can write at a time."""
        return self.born <= t and (self.dead is None or t < self.dead)


@dataclass(eq=False)
class Seller:
    """A person or crew that sells something, or says so."""

    id: str
    ghost: bool
    kind: str
    lang: str
    city: str
    voice: Voice
    base: str
    factor: float
    hours: tuple[int, int]
    rate: float
    answers: float
    quality: float
    prepay: bool
    careless: float
    buys: bool = False
    slanders: bool = False
    trick: str = ""
    things: list[Item] = field(default_factory=list)
    accounts: list[Account] = field(default_factory=list)
    regulars: list[Account] = field(default_factory=list)
    socks: list[Account] = field(default_factory=list)
    start: float = 0.0
    stop: float = 0.0
    model: Account | None = None
    out_of: str = ""
    slack: float = 1.0

    @property
    def bulk(self) -> bool:
        """Sells to the trade."""
        return self.kind in ("wholesaler", "supplier")

    def role(self) -> str:
        """The function in the chain, in DESIGN's word."""
        return {"money": "money-handler", "transport": "courier"}.get(self.kind, self.kind)

    def now(self, t: float) -> list[Account]:
        """The accounts that can write."""
        return [a for a in self.accounts if a.alive(t)]
