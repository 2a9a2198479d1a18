"""The data behind the worth of a lead: scales of harm, factors and chances, each with its source."""

from collections.abc import Mapping
from functools import cached_property
from itertools import accumulate, pairwise
from typing import Any

import msgspec

from schakel.deciding.plan_data import Factor, changed_data, data_file
from schakel.records.errors import SettingsError

_DAYS_A_YEAR = 365


class Harm(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, dict=True):
    """Days of sentence for one kind of goods, by the largest amount offered."""

    commodities: list[str]
    unknown: float
    spread: tuple[float, float]
    source: str
    scale: str = ""
    steps: list[tuple[float, float]] = []
    maximum: str = ""
    least: float = 0.0

    @cached_property
    def ladder(self) -> tuple[tuple[float, float], ...]:
        """The steps [up to this amount, days], never going down; SettingsError if there are none."""
        steps = self.steps or _scale(self.scale)["steps"]
        if not steps or any(before[0] >= after[0] for before, after in pairwise(steps)):
            raise SettingsError(
                f"A harm scale needs steps with growing amounts: {self.source}.", todo="Correct the steps."
            )
        days = accumulate((max(float(days), self.least) for _, days in steps), max)
        return tuple((float(up_to), day) for (up_to, _), day in zip(steps, days, strict=True))

    def days(self, amount: float | None) -> float:
        """Days for an amount in the measure of the scale; None is an offer without an amount."""
        if amount is None:
            return self.unknown
        return next((days for up_to, days in self.ladder if amount <= up_to), self.ladder[-1][1])

    @cached_property
    def at_most(self) -> str:
        """What the law allows at most, in words; empty where the set has no article for it."""
        if not self.maximum:
            return ""
        law = _penalties()["maximum"].get(self.maximum)
        if law is None:
            raise SettingsError(
                f"There is no maximum {self.maximum} in penalties_nl.toml.",
                todo=f"Known: {', '.join(sorted(_penalties()['maximum']))}.",
            )
        if self.ladder[-1][1] > law["years"] * _DAYS_A_YEAR:
            raise SettingsError(
                f"A harm scale goes beyond the maximum of {law['article']}, {law['years']:g} years.",
                means="Nothing was done.",
                todo="Lower its steps, or name another maximum.",
            )
        return f"at most {law['years']:g} years, {law['article']}"


class Measure(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Units and how many of the measure each stands for."""

    classes: list[str]
    units: dict[str, float]


class UserQuantity(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How little user quantities alone count."""

    factor: Factor
    at_most: float
    classes: list[str]
    source: str


class First(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Goods that go before any user quantity."""

    classes: list[str]
    source: str


class Danger(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Factors for danger to life, by the label of the finding."""

    factors: dict[str, Factor]
    source: str


class Reach(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How worth grows with the number of ads."""

    slope: float
    most: float
    spread: tuple[float, float]
    source: str


class Identifiable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The chance to find the person, by the best lead at hand."""

    chance: dict[str, Factor]
    source: str


class Season(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A day of the year up to which goods are traded."""

    commodities: list[str]
    month: int
    day: int
    days: int
    factor: Factor


class Deleting(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """From which share of missing message numbers on evidence is being deleted."""

    share: float
    factor: Factor


class Moving(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """From how many accounts left behind on a seller is on the move."""

    accounts: int
    quiet_days: int
    factor: Factor


class Urgency(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Whether evidence lasts."""

    active: list[tuple[int, float, float, float]]
    season: Season
    deleting: Deleting
    moving: Moving
    source: str


class Network(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What taking a seller out does to others."""

    slope: float
    most: float
    spread: tuple[float, float]
    ties: dict[str, float]
    suspected: float
    largest: int
    roles: dict[str, Factor]
    source: str


class Waiting(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Limits below which a reason to wait is named."""

    ghost_below: float
    little_below: float


class WorthData(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Everything that the worth of a lead is made from."""

    version: str
    source: str
    reviewed: str
    format: str
    measured_by: str
    harm: dict[str, Harm]
    measure: dict[str, Measure]
    user_quantity: UserQuantity
    first: First
    danger: Danger
    reach: Reach
    identifiable: Identifiable
    selector_types: dict[str, list[str]]
    urgency: Urgency
    network: Network
    waiting: Waiting


def read_worth(changes: Mapping[str, Any] | None = None) -> WorthData:
    """The data of `worth.toml` with the changes of a workspace, checked.

    SettingsError if an entry cannot be used, or if a user quantity could come before a firearm.
    """
    data = changed_data("worth.toml", "worth", changes or {}, WorthData)
    for harm in data.harm.values():
        _ = harm.ladder, harm.at_most
    _dangerous_first(data)
    return data


def _dangerous_first(data: WorthData) -> None:
    """Everything that may raise a user quantity, together, must stay below the least of what goes first."""
    of = data.user_quantity
    days = [min(data.harm[kind].ladder[-1][1], of.at_most) for kind in of.classes]
    raised = data.reach.most * data.network.most * max(f.value for f in data.danger.factors.values())
    raised *= data.urgency.deleting.factor.value * data.urgency.moving.factor.value
    most = max(days) * of.factor.value * raised
    least = min(min(data.harm[kind].ladder[0][1], data.harm[kind].unknown) for kind in data.first.classes)
    if not most < least:
        raise SettingsError(
            f"With these weights a user quantity can be worth {most:.0f} days and a firearm as little as {least:.0f}.",
            means="Danger would no longer go first, so nothing was done.",
            todo="Lower user_quantity, reach or network in schakel.toml, or raise the harm of what goes first.",
        )


def _penalties() -> Mapping[str, Any]:
    return data_file("penalties_nl.toml", "penalties")


def _scale(name: str) -> Mapping[str, Any]:
    found: Mapping[str, Any] | None = _penalties()["scale"].get(name)
    if found is None:
        raise SettingsError(
            f'There is no scale "{name}" in penalties_nl.toml.',
            todo=f"Known scales: {', '.join(sorted(_penalties()['scale']))}.",
        )
    return found
