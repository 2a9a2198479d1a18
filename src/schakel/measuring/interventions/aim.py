"""Whom an intervention hit, whom it did not, and from which day to which: as series to be compared."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from schakel.measuring.interventions.activity import Activity, Flags
from schakel.measuring.interventions.change import Series
from schakel.records.interventions import Intervention

_GROUPS = 20  # other sellers are put into so many groups at most, each a unit that was not touched
_LEAST_ADS = 3  # other sellers with fewer ads before tell nothing


@dataclass(frozen=True, slots=True)
class Aim:
    """The rows that were hit and the units that were not; `by` tells whether units are chats or groups of sellers."""

    seen: Activity
    by: str
    began: int
    ended: int
    hit: Flags
    units: tuple[Flags, ...]
    many: int  # untouched chats or sellers
    targets: tuple[str, ...]

    def series(self, measure: str, rows: Flags | None = None) -> Series:
        """The series of a measure for the targets (or for `rows`) beside the untouched units."""
        treated = self.seen.daily(measure, self.hit if rows is None else rows)
        controls = [self.seen.daily(measure, unit) for unit in self.units]
        shape = (len(controls), self.seen.days)
        return Series(treated, np.array(controls).reshape(shape), self.began, self.ended)


def aim(seen: Activity, one: Intervention, others: Sequence[Intervention], before: int) -> Aim:
    """Chats if the targets are chats; else the sellers of the targets.

    What another intervention hit in these days is not counted among the untouched. Of untouched chats the ads of
    sellers that advertised in a target chat are left out: who moves there must not count against the targets.
    """
    epoch = np.datetime64("1970-01-01", "D")
    began, ended = (
        int((np.datetime64(day) - epoch).astype(int)) - seen.first_day for day in (one.began_on, one.ended_on)
    )
    spoiled = [
        two for two in others if two.intervention_id != one.intervention_id and _near(one, two, before)
    ]
    if chats := one.of("chat"):
        return _chats(seen, chats, spoiled, began, ended)
    return _sellers(seen, one, spoiled, (began, ended), before)


def _chats(
    seen: Activity, chats: Sequence[str], spoiled: Sequence[Intervention], began: int, ended: int
) -> Aim:
    hit = seen.rows_of("chat", chats)
    met = seen.advertising(hit & seen.between(0, ended))
    touched = np.isin(seen.seller, sorted(met)) & (seen.seller >= 0)
    taken = set(chats) | {chat for two in spoiled for chat in two.of("chat")}
    free = [place for place, name in enumerate(seen.chats) if name not in taken]
    units = [(seen.chat == place) & ~touched for place in free]
    units = [unit for unit in units if seen.did["ads"][unit & seen.between(0, began - 1)].sum() > 0]
    return Aim(seen, "chats", began, ended, hit, tuple(units), len(units), tuple(chats))


def _sellers(
    seen: Activity, one: Intervention, spoiled: Sequence[Intervention], days: tuple[int, int], before: int
) -> Aim:
    began, ended = days
    targets = sellers_of(seen, one)
    hit = seen.rows_of("seller", targets) | seen.rows_of("account", one.of("account"))
    taken = targets | {name for two in spoiled for name in sellers_of(seen, two)}
    window = seen.between(max(began - before, 0), began - 1)
    ads = np.bincount(seen.seller[window] + 1, seen.did["ads"][window], minlength=len(seen.sellers) + 1)[1:]
    free = [n for n, name in enumerate(seen.sellers) if name not in taken and ads[n] >= _LEAST_ADS]
    free.sort(key=lambda n: (-ads[n], n))
    groups = (
        min(_GROUPS, len(free) // max(len(targets), 1))
        if len(free) >= 4 * len(targets)
        else min(len(free), 4)
    )
    units = [np.isin(seen.seller, free[start::groups]) for start in range(groups)]
    return Aim(seen, "sellers", began, ended, hit, tuple(units), len(free), tuple(sorted(targets)))


def sellers_of(seen: Activity, one: Intervention) -> set[str]:
    """The sellers that an intervention was aimed at, also through their accounts as linked now."""
    found = set(one.of("seller")) | {target.seller for target in one.targets if target.seller is not None}
    rows = seen.rows_of("account", one.of("account"))
    found |= {seen.sellers[n] for n in np.unique(seen.seller[rows]) if n >= 0}
    return {name for name in found if name in set(seen.sellers)}


def _near(one: Intervention, two: Intervention, before: int) -> bool:
    apart = max((two.began_on - one.ended_on).days, (one.began_on - two.ended_on).days)
    return apart <= before
