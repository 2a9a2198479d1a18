"""The leads as a plan needs them, taken from the table `leads` (or any table with its columns)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from schakel.deciding.plan_data import Factor
from schakel.deciding.program import Candidate
from schakel.deciding.units import national_unit
from schakel.records.casework import UnderWay

_IDENTIFIABLE = "identifiable."  # the entries of worth.toml that a chance to identify is read from


@dataclass(frozen=True, slots=True)
class PlanLead:
    """One lead; weights are log10 of the factors in its worth, None where it has no such factor."""

    lead_id: str
    seller_id: str
    unit: str
    worth: float
    hours: float
    work: Mapping[str, float]
    network: str | None
    tags: frozenset[str]
    national_too: bool
    real: float | None
    identified: float | None
    user_only: bool
    under_way: tuple[UnderWay, ...] = ()  # going on now
    tried: tuple[UnderWay, ...] = ()  # closed, and there is no better way to identify than was tried then

    @property
    def may_take(self) -> tuple[str, ...]:
        """The units that may take it: its own, and the national unit for bulk and weapons."""
        national = national_unit()
        both = self.national_too and self.unit != national
        return (self.unit, national) if both else (self.unit,)

    @property
    def rate(self) -> float:
        """Worth per hour."""
        return self.worth / self.hours if self.hours > 0 else self.worth

    def candidate(self, units: Mapping[str, int]) -> Candidate:
        """The lead among the units that have hours; nobody may take what is under way, or was tried in vain."""
        free = tuple(units[unit] for unit in self.may_take if unit in units)
        if self.under_way or self.tried:
            free = ()
        return Candidate(self.worth, self.hours, self.work, free, self.network, self.tags)


def plan_leads(
    table: pa.Table, under_way: Mapping[str, Sequence[UnderWay]], chances: Mapping[str, Factor]
) -> list[PlanLead]:
    """The rows of `leads`, which must be sorted by lead_id; `under_way` tells by seller what is or was going on.

    `chances` gives the chance to identify by each kind of lead: a seller that was worked on comes back with a better one.
    """
    rules = ("national-too", "supply-is-real", "can-be-identified", "user-quantity-only")
    weights = {rule: _weights(table, rule) for rule in rules}
    ways = _ways(table) if under_way else {}
    names = ("lead_id", "seller_id", "unit", "worth", "hours", "skill", "work", "network", "tags")
    columns = zip(*(table.column(name).to_pylist() for name in names), strict=True)
    return [
        PlanLead(
            lead_id=lead_id,
            seller_id=seller_id,
            unit=unit or national_unit(),
            worth=worth or 0.0,
            hours=hours or 0.0,
            work=_work(work, skill, hours or 0.0),
            network=network,
            tags=frozenset(tags or ()),
            national_too=row in weights["national-too"],
            real=weights["supply-is-real"].get(row),
            identified=weights["can-be-identified"].get(row),
            user_only=row in weights["user-quantity-only"],
            under_way=tuple(one for one in under_way.get(seller_id, ()) if one.tried is None),
            tried=_tried(under_way.get(seller_id, ()), ways.get(row), chances),
        )
        for row, (lead_id, seller_id, unit, worth, hours, skill, work, network, tags) in enumerate(columns)
    ]


def _tried(
    before: Sequence[UnderWay], way: str | None, chances: Mapping[str, Factor]
) -> tuple[UnderWay, ...]:
    def chance(name: str | None) -> float:
        return chances[name].value if name is not None and name in chances else 0.0

    return tuple(one for one in before if one.tried is not None and chance(way) <= chance(one.tried))


def _ways(table: pa.Table) -> dict[int, str]:
    """By row the kind of lead that a person could be identified by, as the part of its worth names it."""
    parts = table.column("parts").combine_chunks()
    cells = pc.struct_field(pc.list_flatten(parts), "cell")
    named = pc.starts_with(cells, _IDENTIFIABLE)
    owners = pc.list_parent_indices(parts).filter(named).to_pylist()
    names = cells.filter(named).to_pylist()
    return {owner: name.removeprefix(_IDENTIFIABLE) for owner, name in zip(owners, names, strict=True)}


def _work(work: list[dict[str, Any]] | None, skill: str | None, hours: float) -> dict[str, float]:
    if work:
        return {task["kind"]: task["hours"] for task in work}
    return {skill: hours} if skill else {}


def _weights(table: pa.Table, rule: str) -> dict[int, float]:
    reasons = table.column("reasons").combine_chunks()
    flat = pc.list_flatten(reasons)
    wanted = pc.equal(pc.struct_field(flat, "rule"), rule)
    owners = pc.list_parent_indices(reasons).filter(wanted).to_pylist()
    return dict(zip(owners, pc.struct_field(flat, "weight").filter(wanted).to_pylist(), strict=True))
