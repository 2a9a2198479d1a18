"""What a made-up market is asked to be, and what came out."""

from dataclasses import dataclass, field
from datetime import date

from schakel.records.errors import SettingsError


@dataclass(frozen=True, slots=True)
class MarketSettings:
    """The size and character of a made-up market. The same settings and seed give the same bytes.

    `sellers` counts persistent sellers; accounts that post once come on top of them.
    `messages` is the target size (None: 2.6 a seller and day); `chats` None lets the size decide (21 when large).
    `photos` None writes real pictures beside markets of up to 20,000 messages. `adaptation`: agents know
    that they are watched, so the signs blur (ghosts answer more and buy vouches, rivals slander, real sellers
    ask prepayment), and those left after the takedown hide their words and leave the busiest chat.
    """

    sellers: int = 60
    days: int = 45
    seed: int = 1
    messages: int | None = None
    start: date = field(default_factory=lambda: date(2025, 10, 1))
    chats: int | None = None
    copies_per_ad: float = 45.0
    bulk_share: float = 0.08
    ghost_share: float = 0.35
    languages: tuple[tuple[str, float], ...] = ()
    adaptation: bool = False
    photos: bool | None = None
    adapts: tuple[
        str, ...
    ] = ()  # one or more of vouches, prepayment, slander: `adaptation` in these ways alone
    chains: bool = False  # sources, wholesalers and retailers buy from each other; couriers, handlers of money, recruiters

    def __post_init__(self) -> None:
        for name, low, high in (("sellers", 1, 100_000), ("days", 1, 1000), ("seed", 0, 2**63)):
            if not low <= getattr(self, name) <= high:
                raise SettingsError(
                    f"A made-up market has {name} between {low} and {high}, not {getattr(self, name)}.",
                    todo=f"Choose another number for {name}.",
                )
        for name in ("bulk_share", "ghost_share"):
            if not 0.0 <= getattr(self, name) <= 1.0:
                raise SettingsError(f"{name} is a share between 0 and 1.", todo="Choose another share.")
        if not set(self.adapts) <= {"vouches", "prepayment", "slander"}:
            raise SettingsError(
                "Agents adapt by vouches, prepayment or slander.", todo="Choose among these three."
            )
        if self.chats is not None and not 1 <= self.chats <= 40:
            raise SettingsError("A made-up market has 1 to 40 chats.", todo="Choose another number of chats.")
        if self.messages is not None and not 1 <= self.messages <= 50_000_000:
            raise SettingsError("A made-up market has 1 to 50,000,000 messages.", todo="Choose another size.")
        if self.copies_per_ad < 1.0:
            raise SettingsError("An ad is posted at least once.", todo="Choose copies per ad of 1 or more.")

    def target(self, per_seller_day: float) -> int:
        """The number of messages to make."""
        return self.messages or max(1, round(self.sellers * self.days * per_seller_day))

    def chat_count(self, target: int) -> int:
        """The number of chats: as asked, else 5 for a small market up to 21 for a large one."""
        if self.chats is not None:
            return self.chats
        return 5 if target < 20_000 else 12 if target < 100_000 else 21


@dataclass(frozen=True, slots=True)
class MarketSummary:
    """What a made-up market holds. `unique_offers` counts different offer texts, letter for letter."""

    seed: int
    sellers: int
    ghosts: int
    throwaways: int
    accounts: int
    days: int
    chats: int
    messages: int
    service_messages: int
    offers: int
    unique_offers: int
    campaigns: int
    acts: dict[str, int]
    photos: int
    first: str
    last: str
