"""The ads of all sellers with their local time, and what each text offers: what every figure starts from."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from importlib.resources import files

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from schakel.measuring.settings import given
from schakel.store.engine import Engine, Parameter

_SQL = files("schakel.measuring.sql")
_ZONE = "Europe/Amsterdam"


@dataclass(frozen=True, slots=True)
class Base:
    """Selling accounts with their sellers, their ads, and the lines and places of the texts."""

    engine: Engine
    members: pa.Table
    ads: pa.Table
    items: pa.Table
    places: pa.Table
    currency: str
    more: Mapping[str, pa.Table] = field(default_factory=dict)

    def ask(self, step: str, **parameters: Parameter) -> pa.Table:
        """The answer of one SQL file of this room, over these tables and the workspace's."""
        return self.engine.step(
            _SQL / f"{step}.sql", parameters=_those_of(step, parameters), tables=self._tables()
        )

    def with_ads(self, ads: pa.Table) -> "Base":
        """The same with other columns of the ads."""
        return replace(self, ads=ads)

    def with_tables(self, **tables: pa.Table) -> "Base":
        """The same with more tables to ask about."""
        return replace(self, more=tables)

    def _tables(self) -> Mapping[str, pa.Table]:
        return {
            "members": self.members,
            "ads": self.ads,
            "text_items": self.items,
            "text_places": self.places,
            **self.more,
        }


def base(engine: Engine) -> Base:
    """From the workspace's tables."""
    members = engine.step(_SQL / "seller_accounts.sql")
    ads = with_numbers(with_local_time(_ads(engine, members)))
    # A step of its own: within the other, DuckDB takes 400,000 ads for what is looked up and not for what is looked through.
    firsts = engine.step(_SQL / "first_ads.sql", tables={"ads": ads})
    items = engine.step(_SQL / "text_items.sql", tables={"first_ads": firsts, "measures": _measures()})
    places = engine.step(_SQL / "text_places.sql")
    usual = engine.step(_SQL / "usual_currency.sql", tables={"text_items": items})
    currency = usual["currency"][0].as_py() if usual.num_rows else "EUR"
    return Base(engine, members, ads, items, places, currency)


def _ads(engine: Engine, members: pa.Table) -> pa.Table:
    """Every offer of a selling account by time, with its account, seller and campaign (that of its text)."""
    ads = engine.step(_SQL / "ads.sql", tables={"members": members})
    account = ads["account_no"].combine_chunks()  # the place of each account among the members
    for name in ("account_id", "seller_no", "seller_id", "ghost"):
        ads = ads.append_column(name, members[name].combine_chunks().take(account))
    campaigns = engine.step(_SQL / "campaign_of.sql").combine_chunks()
    text = pc.index_in(ads["text_id"].combine_chunks(), value_set=campaigns["text_id"].combine_chunks())
    return ads.append_column("campaign_id", campaigns["campaign_id"].combine_chunks().take(text))


def with_local_time(ads: pa.Table) -> pa.Table:
    """The ads with day, hour, weekday, week and month in the Netherlands (in UTC where the machine knows no zones)."""
    moments = ads["sent_at"].combine_chunks().cast(pa.timestamp("s", tz="UTC"))
    try:
        local = pc.local_timestamp(moments.cast(pa.timestamp("s", tz=_ZONE)))
    except pa.ArrowInvalid:
        local = moments.cast(pa.timestamp("s"))
    seconds = local.cast(pa.int64()).to_numpy(zero_copy_only=False)
    days = seconds // 86_400
    monday = days - (days + 3) % 7  # 1970-01-01 was a Thursday
    months = np.asarray(days.astype("datetime64[D]").astype("datetime64[M]"))
    columns = {
        "day": pa.array(days, pa.int64()),
        "hour": pa.array(seconds // 3_600 % 24, pa.int64()),
        "weekday": pa.array((days + 3) % 7 + 1, pa.int64()),
        "week": _written(monday.astype("datetime64[D]")),
        "month": _written(months),
    }
    for name, column in columns.items():
        ads = ads.append_column(name, column)
    return ads


def with_numbers(ads: pa.Table) -> pa.Table:
    """The ads with numbers for texts, campaigns and chats: different numbers are counted three times as fast as names."""
    for name in ("text", "campaign", "chat"):
        numbered = ads[f"{name}_id"].combine_chunks().dictionary_encode()
        ads = ads.append_column(f"{name}_no", numbered.indices)
    return ads


def _written(moments: NDArray[np.datetime64]) -> pa.Array:
    """Days or months as text; each different one is written once, which is a tenth of the work."""
    different, place = np.unique(moments, return_inverse=True)
    return pa.array(different.astype(str), pa.string()).take(pa.array(place))


def _measures() -> pa.Table:
    rows = sorted((unit, measure, factor) for unit, (measure, factor) in given().measure.items())
    units, measures, factors = zip(*rows, strict=True)
    return pa.table({"unit": units, "measure": measures, "factor": factors})


def _those_of(step: str, parameters: Mapping[str, Parameter]) -> dict[str, Parameter] | None:
    """The parameters that the step's text names: DuckDB refuses others."""
    text = (_SQL / f"{step}.sql").read_text("utf-8")
    return {name: value for name, value in parameters.items() if f"${name}" in text} or None
