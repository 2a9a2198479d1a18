"""The figures of the market screen, counted from the tables of the workspace."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from importlib.resources import files
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import msgspec

from schakel.judging.business.hours import ZONE
from schakel.judging.ghosts.ghost_share import ghost_share
from schakel.measuring.market_size.bracket import advice, brackets
from schakel.measuring.market_size.frequencies import frequencies
from schakel.store.engine import Engine, Parameter

_SQL = files("schakel.showing.desk.sql")
TABLES = ("offers", "items", "sellers", "findings", "estimates", "market")
LEAST_SELLERS = 3  # a price that fewer sellers ask is no market price
_AMOUNTS = 4  # amounts shown for each kind of goods
_LINES = 5  # kinds of goods drawn over time
_REAL = "real-sellers"
_REFUSED = "refused"  # as the measuring step begins what it says of a figure that the data do not carry
_PEOPLE = ("real-sellers", "real-sellers-and-throwaways", "sellers", "real-sellers-seen", "sellers-seen")
_VOLUMES = ("ads-sent", "deals", "turnover-EUR")
QUIET_WEEKS = 4  # a seller not seen for so long counts as gone
Row = dict[str, Any]


class Size(msgspec.Struct, frozen=True):
    """How many there are: a population with its bounds, and what each end rests on. None: not known."""

    population: str
    value: float | None
    low: float | None
    high: float | None
    rests_on: list[str]

    @property
    def refusal(self) -> str:
        """Why the data carry no figure; empty if they carry one."""
        return next((why for why in self.rests_on if why.startswith(_REFUSED)), "")


class Market(msgspec.Struct, frozen=True):
    """All figures of the screen, as plain rows."""

    counts: Row
    sizes: list[Size]
    volumes: list[Size]
    real_by_goods: dict[str, tuple[float, float, float]]  # real sellers, seen or not: value, low, high
    measured: bool  # by the measuring step; else counted here
    advice: str
    ghosts: dict[str, float] | None
    ghost_tenths: list[Row]
    weeks: list[Row]
    goods: list[Row]
    goods_weeks: list[Row]
    prices: list[Row]
    week: list[list[int]]  # Monday to Sunday, 24 hours of the Dutch clock
    zone: str
    provinces: list[Row]

    @property
    def headline(self) -> Size | None:
        """How many real sellers there are, or that this was refused; where nothing was measured, all sellers."""
        if not self.measured:
            return self.sizes[0] if self.sizes else None
        return next((one for one in self.sizes if one.population == _REAL), None)


def market(engine: Engine) -> Market:
    """The figures, from the tables as they are."""
    counts = _plain(_ask(engine, "market_counts")[0])
    estimates = _ask(engine, "market_estimates")
    sizes, told = _sizes(engine, estimates)
    week, zone = _week(_ask(engine, "market_hours"))
    return Market(
        counts=counts,
        sizes=sizes,
        volumes=[_measured(row) for row in _of_all(estimates, _VOLUMES)],
        real_by_goods=_by_goods(estimates),
        measured=bool(estimates),
        advice=told,
        ghosts=_ghosts(engine),
        ghost_tenths=_ask(engine, "market_ghosts"),
        weeks=[_plain(row) for row in _ask(engine, "market_weeks")],
        goods=_ask(engine, "market_goods"),
        goods_weeks=[_plain(row) for row in _ask(engine, "market_goods_weeks", most=_LINES)],
        prices=_prices(engine),
        week=week,
        zone=zone,
        provinces=_ask(engine, "map_provinces", since="", until=""),
    )


def _ask(engine: Engine, question: str, **parameters: Parameter) -> list[Row]:
    rows: list[Row] = engine.step(_SQL / f"{question}.sql", parameters=parameters).to_pylist()
    return rows


def _plain(row: Row) -> Row:
    """The row with its days and moments as text."""
    return {key: value.isoformat() if hasattr(value, "isoformat") else value for key, value in row.items()}


def _sizes(engine: Engine, estimates: list[Row]) -> tuple[list[Size], str]:
    """The estimates that were measured; if there are none, brackets from how often each seller was seen."""
    if estimates:
        return [_measured(row) for row in _of_all(estimates, _PEOPLE)], ""
    seen = {row["times"]: row["sellers"] for row in _ask(engine, "market_sightings")}
    if not seen:
        return [], ""
    table = frequencies(seen)
    found = brackets(table)
    sizes = [
        Size(one.population, None, one.low, one.high, [one.low_rests_on, one.high_rests_on])
        for one in (found.all_accounts, found.persistent_sellers, found.without_throwaways)
    ]
    return sizes, advice(table)


def _prices(engine: Engine) -> list[Row]:
    """The prices that were measured, one a seller; if there are none, counted here, each price of a seller once."""
    measured = _ask(engine, "market_asked", amounts=_AMOUNTS)
    return measured or _ask(engine, "market_prices", least=LEAST_SELLERS, amounts=_AMOUNTS)


def _of_all(estimates: list[Row], wanted: tuple[str, ...]) -> list[Row]:
    """The estimates of some things for the market as a whole, in the order wanted."""
    whole = {row["what"]: row for row in estimates if row["stratum"] == "all"}
    return [whole[what] for what in wanted if what in whole]


def _by_goods(estimates: list[Row]) -> dict[str, tuple[float, float, float]]:
    return {
        row["stratum"].removeprefix("commodity:"): (row["value"], row["low"], row["high"])
        for row in estimates
        if row["what"] == "real-sellers"
        and row["stratum"].startswith("commodity:")
        and row["value"] is not None
        and row["low"] is not None
        and row["high"] is not None
    }


def _measured(row: Row) -> Size:
    return Size(row["what"], row["value"], row["low"], row["high"], list(row["assumptions"] or []))


def _ghosts(engine: Engine) -> dict[str, float] | None:
    share = ghost_share(engine.read("findings", ["subject_kind", "kind", "value", "low", "high"]))
    if "no seller was judged" in share.assumptions:
        return None
    return {"value": share.value, "low": share.low, "high": share.high}


def _week(hours: list[Row]) -> tuple[list[list[int]], str]:
    """Offers by weekday and hour of the Dutch clock; of UTC where the machine knows no time zones."""
    zone, name = _zone()
    cells = [[0] * 24 for _ in range(7)]
    for row in hours:
        local = datetime.fromtimestamp(row["hour"] * 3600, UTC).astimezone(zone)
        cells[local.weekday()][local.hour] += row["ads"]
    return cells, name


def _zone() -> tuple[Any, str]:
    try:
        return ZoneInfo(ZONE), ZONE
    except ZoneInfoNotFoundError:
        return UTC, "UTC"


@dataclass(frozen=True, slots=True)
class Comings:
    """A week with the sellers that came and went; `gone` is None while it is too early to tell."""

    week: str
    ads: int
    sellers: int
    new: int
    gone: int | None


def comings(weeks: list[Row]) -> list[Comings]:
    """The weeks; who was last seen less than four weeks before the end may still come back."""
    if not weeks:
        return []
    end = datetime.fromisoformat(weeks[-1]["week"]) - timedelta(weeks=QUIET_WEEKS)
    return [
        Comings(
            row["week"],
            row["ads"],
            row["sellers"],
            row["new"],
            row["last_seen"] if datetime.fromisoformat(row["week"]) < end else None,
        )
        for row in weeks
    ]
