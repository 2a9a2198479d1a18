"""The table `estimates`: counts corrected from accounts to sellers to real sellers, with bounds and assumptions."""

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from schakel.measuring.market.base import Base
from schakel.measuring.real_sellers.carried import ALL, PERSISTENT, Carried, carried, spread
from schakel.measuring.real_sellers.doubt import Doubts, Numbers, settle
from schakel.measuring.real_sellers.sighted import Seen, seen_in_worlds, sightings
from schakel.measuring.real_sellers.volume import Bounds, ads_sent, trade
from schakel.measuring.settings import Given, given
from schakel.records.tables import SCHEMAS, empty

Row = dict[str, Any]

_UNJUDGED = (0.5, 0.02, 0.98)  # a seller that was not judged may be anything
_CHAIN = (
    (
        "accounts become sellers and sellers real ones in {many} drawn worlds (seed {seed}): links stand or fall by their "
        "probability, ghosts by theirs, and all weights together may be off"
    ),
    "a sighting is a day on which a seller advertised; gaps in the data thin the sightings of all alike",
    "accounts between which nothing was weighed are taken as different sellers",
)
_KINDS = {
    "sellers": "sellers that keep selling, ghosts too, seen or not",
    "real-sellers": "real sellers that keep selling, seen or not; throwaways are not counted",
    "real-sellers-and-throwaways": "real sellers and accounts used once that were seen",
}


def estimates(base: Base) -> pa.Table:
    """One row an estimate; what the data do not carry has no value and says why."""
    if not base.ads.num_rows:
        return empty("estimates")
    data = given()
    seen = _seen(base, data)
    real = [carried(seen.real[:, place], data.draws, data.least) for place in range(len(seen.strata))]
    rows = [*_counted(base, seen), *_populations(seen, real, data), *_volumes(base, seen, real, data)]
    order = {"all": 0, "month": 1, "commodity": 2, "scale": 3, "area": 4}
    rows.sort(key=lambda row: (order[row["stratum"].partition(":")[0]], row["stratum"]))
    return pa.Table.from_pylist([_rounded(row) for row in rows], schema=SCHEMAS["estimates"])


def _seen(base: Base, data: Given) -> Seen:
    settled = settle(_doubts(base), data.draws.sure)
    return seen_in_worlds(sightings(base.ads, base.ask("text_goods"), base.places), settled, data.draws)


def _doubts(base: Base) -> Doubts:
    members = base.members
    pairs = base.ask("alias_pairs")
    seller_of = members["seller_no"].to_numpy().astype(np.int64)
    sellers = int(seller_of.max(initial=-1)) + 1
    ghosts = []
    for name, unknown in zip(("ghost", "ghost_low", "ghost_high"), _UNJUDGED, strict=True):
        of_seller = np.full(sellers, unknown)
        told = members[name].to_numpy(zero_copy_only=False).astype(np.float64)
        known = ~np.isnan(told)
        of_seller[seller_of[known]] = told[known]
        ghosts.append(of_seller)
    left, right = (pairs[name].to_numpy().astype(np.int64) for name in ("left_no", "right_no"))
    return Doubts(seller_of, left, right, pairs["probability"].to_numpy(), *ghosts)


def _counted(base: Base, seen: Seen) -> Iterator[Row]:
    """What was seen: accounts, sellers, ghosts; in every stratum."""
    words = ("counted among those seen", *_told(_CHAIN[:1]))
    for place, stratum in enumerate(_names(seen)):
        everyone, real = seen.everyone[:, place].sum(axis=1), seen.real[:, place].sum(axis=1)
        yield _row("sellers-seen", stratum, "linking, drawn worlds", _ends(everyone), words)
        yield _row("real-sellers-seen", stratum, "linking and judging, drawn worlds", _ends(real), words)
        yield _row("ghosts-seen", stratum, "judging, drawn worlds", _ends(everyone - real), words)
    accounts = float(pc.count_distinct(base.ads["account_no"]).as_py())
    yield _row("accounts-seen", "all", "count", (accounts,) * 3, ("accounts with an ad of their own",))


def _populations(seen: Seen, real: Sequence[dict[str, Carried]], data: Given) -> Iterator[Row]:
    for place, stratum in enumerate(_names(seen)):
        yield _population("real-sellers", stratum, real[place][PERSISTENT])
        yield _population("real-sellers-and-throwaways", stratum, real[place][ALL])
        if stratum == "all":
            everyone = carried(seen.everyone[:, place], data.draws, data.least)
            yield _population("sellers", stratum, everyone[PERSISTENT])


def _population(what: str, stratum: str, found: Carried) -> Row:
    method = (
        "refused" if found.refused else "bracket over all laws that are not contradicted, in drawn worlds"
    )
    words = (_KINDS[what], *found.assumes, *_told(_CHAIN))
    return _row(what, stratum, method, (found.value, found.low, found.high), words)


def _volumes(base: Base, seen: Seen, real: Sequence[dict[str, Carried]], data: Given) -> Iterator[Row]:
    sent = ads_sent(base.ask("gaps"))
    yield _bounds("ads-sent", "gaps in the numbers", sent)
    days, populations = _by_scale(seen, real)
    prices = base.ask("deal_prices", currency=base.currency)
    deals, money = trade(days, populations, prices, data.deals_per_day, data.draws.seed)
    yield _bounds("deals", "assumed deals a day", deals)
    yield _bounds(f"turnover-{base.currency}", "assumed deals a day at prices as asked", money)


def _by_scale(
    seen: Seen, real: Sequence[dict[str, Carried]]
) -> tuple[dict[str, Numbers], dict[str, Carried]]:
    """Days on which real sellers advertised in each world, and how many there are; by scale."""
    times = np.arange(1, seen.real.shape[2] + 1, dtype=np.float64)
    days, populations = {}, {}
    for place, (kind, name) in enumerate(seen.strata):
        if kind == "scale":
            days[name] = seen.real[1:, place] @ times
            populations[name] = real[place][PERSISTENT]
    return days, populations


def _names(seen: Seen) -> list[str]:
    return ["all" if kind == "all" else f"{kind}:{name}" for kind, name in seen.strata]


def _told(words: Sequence[str]) -> list[str]:
    draws = given().draws
    return [one.format(many=draws.many, seed=draws.seed) for one in words]


def _ends(counts: Numbers) -> tuple[float, float, float]:
    low, high = spread(counts[1:])
    return min(max(float(counts[0]), low), high), low, high


def _bounds(what: str, method: str, found: Bounds) -> Row:
    return _row(what, "all", method, (found.value, found.low, found.high), found.assumes)


def _row(
    what: str,
    stratum: str,
    method: str,
    ends: tuple[float | None, float | None, float | None],
    words: Sequence[str],
) -> Row:
    value, low, high = ends
    return {
        "what": what,
        "stratum": stratum,
        "method": method,
        "value": value,
        "low": low,
        "high": high,
        "assumptions": list(words),
    }


def _rounded(row: Row) -> Row:
    figures = {name: None if row[name] is None else round(row[name], 4) for name in ("value", "low", "high")}
    return row | figures
