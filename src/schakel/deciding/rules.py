"""All that a workspace may set about deciding: worth, hours, and limits of the plan, corrected by closed cases."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

import msgspec

from schakel.deciding.learning import learned_chances, learned_hours
from schakel.deciding.plan_data import changed_data
from schakel.deciding.units import unit_called
from schakel.deciding.work import KINDS, HoursData, read_hours
from schakel.deciding.worth_data import WorthData, read_worth
from schakel.records.casework import Outcome
from schakel.records.errors import SettingsError


class Minimum(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Hours that must go to leads with one of these tags, such as prevention among minors.

    `units` limits it to some units; none named means all together.
    """

    name: str
    hours: float
    tags: list[str]
    units: list[str] = []


class PlanRules(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Limits of a plan, and how its stability is simulated.

    `per_network` is the most leads of one network of sellers (0: no limit). `skills` gives, for units that are short of
    a skill, hours by kind of work; a kind that is not named there is limited by the unit's hours only.
    """

    version: str
    source: str
    reviewed: str
    format: str
    per_network: int
    simulations: int
    seed: int
    next_hours: float
    minimum: list[Minimum]
    skills: dict[str, dict[str, float]]


@dataclass(frozen=True, slots=True)
class Rules:
    """What deciding goes by; `digest` tells two sets apart."""

    worth: WorthData
    hours: HoursData
    plan: PlanRules

    @classmethod
    def default(cls) -> "Rules":
        """The rules as the data files give them."""
        return cls.of({}, {}, {}, ())

    @classmethod
    def of(
        cls,
        worth: Mapping[str, Any],
        effort: Mapping[str, Any],
        plan: Mapping[str, Any],
        outcomes: Iterable[Outcome],
    ) -> "Rules":
        """The rules with the changes of a workspace and what its closed cases teach; SettingsError names a bad entry."""
        closed = tuple(outcomes)
        hours = read_hours(effort)
        return cls(
            worth=learned_chances(read_worth(worth), hours, closed),
            hours=learned_hours(hours, closed),
            plan=_plan(plan),
        )

    @property
    def digest(self) -> str:
        """The sha256 over every entry."""
        return sha256(msgspec.json.encode([self.worth, self.hours, self.plan], order="sorted")).hexdigest()


def _plan(changes: Mapping[str, Any]) -> PlanRules:
    # Limits are a matter of the unit that sets them; unlike weights they need no source.
    named = {"source": "this workspace"} | dict(changes) if changes else {}
    rules = changed_data("plan.toml", "plan", named, PlanRules)
    skills = {unit_called(unit): dict(hours) for unit, hours in rules.skills.items()}
    for unit, hours in skills.items():
        for kind, number in hours.items():
            if kind not in KINDS or not 0 <= number < 1e7:
                raise SettingsError(
                    f"The hours of {unit} for {kind[:40]} cannot be used: {number}.",
                    todo=f"Kinds of work are {', '.join(KINDS)}; hours are 0 or more.",
                )
    minimum = [
        msgspec.structs.replace(one, units=[unit_called(unit) for unit in one.units]) for one in rules.minimum
    ]
    return msgspec.structs.replace(rules, skills=dict(sorted(skills.items())), minimum=minimum)
