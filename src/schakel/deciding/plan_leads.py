"""The leads as a plan needs them, taken from the table `leads` (or any table with its columns)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from schakel.deciding.program import Candidate
from schakel.deciding.units import national_unit
from schakel.records.casework import UnderWay


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
    under_way: tuple[UnderWay, ...] = ()

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
        """The lead among the units that have hours; nobody may take what is under way already."""
        free = () if self.under_way else tuple(units[unit] for unit in self.may_take if unit in units)
        return Candidate(self.worth, self.hours, self.work, free, self.network, self.tags)


def plan_leads(table: pa.Table, under_way: Mapping[str, Sequence[UnderWay]]) -> list[PlanLead]:
    """The rows of `leads`, which must be sorted by lead_id; `under_way` tells by seller what is going on."""
    rules = ("national-too", "supply-is-real", "can-be-identified", "user-quantity-only")
    weights = {rule: _weights(table, rule) for rule in rules}
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
            under_way=tuple(under_way.get(seller_id, ())),
        )
        for row, (lead_id, seller_id, unit, worth, hours, skill, work, network, tags) in enumerate(columns)
    ]


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
