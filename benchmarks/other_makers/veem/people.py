"""Who takes part: accounts as the export shows them, and the persons behind them as only the truth knows them."""

from __future__ import annotations

from dataclasses import dataclass, field

from .voice import Voice


@dataclass(eq=False)
class Contact:
    """What a seller gives out to be reached: any of these may be missing, shared by two accounts, or new."""

    handle: str = ""
    phone: str = ""
    session: str = ""
    wallet: str = ""


@dataclass(eq=False)
class Line:
    """One thing on a price list, with the word and price this seller uses."""

    commodity: str
    word: str
    quantity: float
    unit: str
    price: int
    bulk: bool = False


@dataclass(eq=False)
class Sheet:
    """What an account advertises with: frames chosen once, lines, layout and pictures. A copier takes most of it over."""

    frames: list[str]
    lines: list[Line]
    layout: str
    unit_form: int
    money: str
    brand: str
    deliver: str
    pay: str
    photos: list[tuple[int, int]] = field(default_factory=list)
    town: list[str] = field(default_factory=list)


@dataclass(eq=False)
class Account:
    """One account (or channel) in the export. `seller` is empty for those who sell nothing."""

    number: int
    name: str
    handle: str
    lang: str
    voice: Voice
    chats: list[int]
    seller: str = ""
    roles: list[str] = field(default_factory=list)
    channel: bool = False
    born: int = 0
    gone: int = 10**9
    erased: bool = False
    sheet: Sheet | None = None
    contact: Contact = field(default_factory=Contact)
    old_names: list[tuple[int, str]] = field(default_factory=list)

    @property
    def tag(self) -> str:
        """The `from_id` as Telegram Desktop writes it."""
        return f"{'channel' if self.channel else 'user'}{self.number}"

    def live(self, second: int) -> bool:
        """Whether the account exists at this moment."""
        return self.born <= second < self.gone


@dataclass(eq=False)
class Seller:
    """The person or crew behind accounts. What they do follows from these habits; none of them is shown."""

    key: str
    ghost: bool
    kind: str
    lang: str
    voice: Voice
    second_voice: Voice | None
    town: list[str]
    base: str
    care: float
    goods: list[str]
    bulk: bool
    role: str
    cheap: float
    rate: float
    reply: float
    keeps_word: float
    quality: float
    prepay: bool
    restless: float
    mimic: float
    buys_praise: float
    wakes: int
    sleeps: int
    scene: int
    accounts: list[Account] = field(default_factory=list)
    victims: int = 0
    sales: int = 0
    praised: int = 0
    warned: int = 0
    out_until: int = -1
    copied: str = ""
    moves: int = 0
    planned: list[int] = field(default_factory=list)


@dataclass(eq=False)
class Buyer:
    """A customer: what they want, how often, how loud they are, whom they trust."""

    account: Account
    wants: list[str]
    rate: float
    loud: float
    wary: float
    asks: float
    trust: dict[str, float] = field(default_factory=dict)
