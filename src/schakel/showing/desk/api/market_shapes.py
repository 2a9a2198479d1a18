"""The JSON of the market's screens: size, goods, prices, areas, ties, interventions and coverage."""

from datetime import date, datetime
from typing import Annotated, Literal

from msgspec import Meta, Struct

from schakel.showing.desk.network import KINDS

Month = Annotated[str, Meta(pattern="^([0-9]{4}-[0-9]{2})?$", description="A month as 2025-11, or nothing.")]
_KIND = f"({'|'.join(KINDS)})"
Kinds = Annotated[
    str, Meta(pattern=f"^({_KIND}(,{_KIND})*)?$", description="Kinds of ties with a comma between them.")
]
Ids = Annotated[str, Meta(max_length=1000, description="Ids with a comma between them.")]


class Estimate(Struct):
    """How many there are: a population with its bounds and what each end rests on; null where it is not known."""

    population: str
    value: float | None
    low: float | None
    high: float | None
    rests_on: list[str]


class Goods(Struct):
    """One kind of goods: offers, sellers, those with trade quantities, the ghosts expected among them, real sellers with bounds."""

    commodity: str
    ads: int
    sellers: int
    bulk_sellers: int
    ghost: float | None
    ghost_low: float | None
    ghost_high: float | None
    real: float | None
    real_low: float | None
    real_high: float | None


class Week(Struct):
    """One week: offers, sellers seen, those seen for the first and the last time; `gone` is null while it is too early to tell."""

    week: date
    ads: int
    sellers: int
    new: int
    gone: int | None


class GoodsWeek(Struct):
    """Offers of one kind of goods in one week."""

    week: date
    commodity: str
    ads: int


class MarketPrice(Struct):
    """What an amount is asked for: the middle over sellers, and where a tenth and nine tenths of them lie."""

    commodity: str
    quantity: float
    unit: str | None
    sellers: int
    middle: float
    low: float
    high: float


class Market(Struct):
    """The market of the workspace: counts, sizes with bounds, goods, prices, weeks, and offers by weekday and hour."""

    ads: int
    texts: int
    sellers: int
    accounts: int
    first_sent: datetime | None
    last_sent: datetime | None
    ghost: float | None
    ghost_low: float | None
    ghost_high: float | None
    measured: bool
    sizes: list[Estimate]
    volumes: list[Estimate]
    goods: list[Goods]
    prices: list[MarketPrice]
    weeks: list[Week]
    goods_weeks: list[GoodsWeek]
    hours: list[list[int]]
    zone: str


class Area(Struct):
    """A municipality (or a province, `name` empty): offers and sellers that name it, how many live elsewhere, sellers at home."""

    province: str
    name: str
    ads: int
    sellers: int
    from_elsewhere: int
    home: int


class Abroad(Struct):
    """A place abroad that offers name, with its GeoNames number."""

    name: str
    geonames: int | None
    ads: int
    accounts: int


class Map(Struct):
    """Where offers deliver, and where their sellers are at home."""

    since: str
    until: str
    months: list[str]
    municipalities: list[Area]
    provinces: list[Area]
    abroad: list[Abroad]


class MapAsked(Struct, forbid_unknown_fields=True):
    """Offers of which months; sellers at home are those of the whole time."""

    since: Month = ""
    until: Month = ""


class Actor(Struct):
    """A seller, or an account of no seller: ties to others, how often, role, chance of a ghost, and whether it was taken out."""

    name: str
    ties: int
    strength: float
    role: str | None
    ghost: float | None
    removed: bool


class Tie(Struct):
    """What ties two of the actors that are shown."""

    one: str
    other: str
    times: float
    kinds: list[str]


class Cut(Struct):
    """The network without some: the largest piece before and after each removal, and the share of pairs cut off."""

    removed: list[str]
    before: int
    largest: list[int]
    fragmentation: float
    fragmentation_before: float


class Network(Struct):
    """The part of the network that was asked for, and how large the whole is."""

    size: int
    ties_in_all: int
    months: list[str]
    actors: list[Actor]
    ties: list[Tie]
    what_if: Cut | None


class NetworkAsked(Struct, forbid_unknown_fields=True):
    """Which ties, of which months, around whom, how many actors; `without` takes some out, `best` the best so many."""

    kind: Kinds = ""
    since: Month = ""
    until: Month = ""
    around: Annotated[str, Meta(max_length=80)] = ""
    size: Literal["40", "80", "160", "320"] = "40"
    without: Ids = ""
    best: Annotated[int, Meta(ge=0, le=12)] = 0


class TargetOf(Struct):
    """Whom or what an intervention was aimed at."""

    kind: str
    id: str


class Effect(Struct):
    """One measured figure of an intervention: `change` (-0.5: halved), `share` or `days`, with bounds and what it takes for granted."""

    measure: str
    subject: str
    period: str
    from_day: str
    to_day: str
    unit: str
    value: float | None
    low: float | None
    high: float | None
    claim: str
    method: str
    assumptions: list[str]
    words: str


class Intervention(Struct):
    """Something that was done against the trade, and what it did as far as that was measured."""

    intervention_id: int
    kind: str
    began_on: date
    ended_on: date
    title: str
    source: str
    targets: list[TargetOf]
    conclusion: str | None
    words: str
    effects: list[Effect]


class Interventions(Struct):
    """The interventions in force, oldest first."""

    interventions: list[Intervention]


class ChatCoverage(Struct):
    """What the workspace has of one chat, by Telegram's own message numbers."""

    chat_id: str
    name: str
    first_day: date
    last_day: date
    days: int
    seen: int
    missing: int
    edits: int
    versions: int


class Coverage(Struct):
    """All chats, those with most missing first."""

    seen: int
    missing: int
    chats: list[ChatCoverage]


class DayCoverage(Struct):
    """One day of a chat; without a message there are no numbers."""

    day: date
    first_id: int | None
    last_id: int | None
    seen: int
    missing: int
    edits: int
    versions: int


class CoverageOfChat(Struct):
    """One chat, day by day."""

    chat: ChatCoverage
    days: list[DayCoverage]
