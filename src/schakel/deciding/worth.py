"""What a lead is worth: a plain product of named parts, in expected days of sentence."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from math import log2, log10, sqrt

from schakel.deciding.plan_data import Factor
from schakel.deciding.worth_data import WorthData
from schakel.records.counted import counted
from schakel.records.facts import Reason

_LEAST = 1e-4  # a probability of zero would hide how much a lead would be worth if it were not zero


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the worth, with the sentence that explains its number.

    `cell` names the entry of the data that it was read from, so that all leads that use the entry move with it; it is
    empty where the number was measured on this seller alone.
    """

    rule: str
    factor: Factor
    detail: str
    source: str
    cell: str = ""
    messages: tuple[str, ...] = ()

    def row(self) -> dict[str, str | float]:
        """The part as one element of the column `parts`."""
        numbers = {"value": self.factor.value, "low": self.factor.low, "high": self.factor.high}
        return {
            "part": self.rule,
            **{name: round(number, 6) for name, number in numbers.items()},
            "cell": self.cell,
            "source": self.source,
        }


@dataclass(frozen=True, slots=True)
class Signs:
    """What was seen of one seller and may make its evidence urgent or its network matter."""

    silent_days: int
    last_day: date | None
    commodities: tuple[str, ...]
    missing_share: float
    moved_accounts: int
    roles: tuple[tuple[str, float], ...]  # role and its probability
    tied: int  # other sellers


def product(parts: Sequence[Part]) -> Factor:
    """The worth: all factors multiplied; low and high by adding their spreads (log scale) as independent."""
    value = sum(log10(one.factor.value) for one in parts)
    below = sqrt(sum((log10(one.factor.value) - log10(one.factor.low)) ** 2 for one in parts))
    above = sqrt(sum((log10(one.factor.high) - log10(one.factor.value)) ** 2 for one in parts))
    return Factor(10**value, 10 ** (value - below), 10 ** (value + above))


def as_reasons(parts: Sequence[Part]) -> list[Reason]:
    """The parts as reasons: each weight is the log10 of its factor, so the weights add up to log10 of the worth."""
    return [
        Reason(one.rule, round(log10(one.factor.value), 6), detail=one.detail, messages=one.messages)
        for one in parts
    ]


def harm(data: WorthData, kind: str, what: str, amount: float | None, message: str, user_only: bool) -> Part:
    """Days of sentence for the heaviest offer, by the scale for its kind of goods and amount.

    A seller of user quantities alone is never counted for more days than the data allow.
    """
    entry = data.harm[kind]
    days = entry.days(amount)
    if user_only:
        days = min(days, data.user_quantity.at_most)
    low, high = entry.spread
    law = f"; {entry.at_most}" if entry.at_most else ""
    detail = f"{what}: {counted(round(days), 'day')} as starting point ({entry.source}{law})."
    factor = Factor(days, days * low, days * high)
    return Part("harm", factor, detail, entry.source, f"harm.{kind}", (message,))


def user_quantity(data: WorthData) -> Part:
    """User quantities only: counts for less, so that danger goes first."""
    entry = data.user_quantity
    detail = f"Only user quantities are offered: times {entry.factor.value:g}, a choice."
    return Part("user-quantity-only", entry.factor, detail, entry.source, "user_quantity")


def danger(data: WorthData, dangers: Sequence[str]) -> Part | None:
    """Danger to life: weapons, opioids of the fentanyl class, minors addressed. The gravest counts."""
    known = data.danger.factors
    found = max((name for name in dangers if name in known), key=lambda n: (known[n].value, n), default=None)
    if found is None:
        return None
    detail = f"Danger ({', '.join(dangers)}): times {known[found].value:g}."
    return Part("danger", known[found], detail, data.danger.source, f"danger.{found}")


def reaches(data: WorthData, copies: int, texts: int) -> Part:
    """How many ads were seen; grows slowly and has a ceiling."""
    entry = data.reach
    value = min(1 + entry.slope * log10(max(copies, 1)), entry.most)
    detail = f"{counted(copies, 'ad')} of {counted(texts, 'text')} seen: times {value:.2f}."
    return Part("reach", _spread(value, entry.spread), detail, entry.source, "reach")


def supply_is_real(ghost: float, low: float, high: float) -> Part:
    """The chance that real supply stands behind the ads."""
    real = Factor(max(1 - ghost, _LEAST), max(1 - high, _LEAST), max(1 - low, _LEAST))
    detail = f"Real with probability {real.value:.2f} ({real.low:.2f} to {real.high:.2f})."
    return Part("supply-is-real", real, detail, "the finding `ghost` of this seller")


def can_be_identified(data: WorthData, best: str, detail: str, messages: tuple[str, ...]) -> Part:
    """The chance that the person behind can be found from the best lead at hand."""
    entry = data.identifiable
    factor = entry.chance[best]
    told = f"{detail}: {factor.value:.2f}."
    return Part("can-be-identified", factor, told, entry.source, f"identifiable.{best}", messages)


def urgent(data: WorthData, signs: Signs) -> Iterator[Part]:
    """Whether the evidence will last: still active, goods of a season, deleted messages, accounts left behind."""
    entry, source = data.urgency, data.urgency.source
    step = next((s for s in entry.active if signs.silent_days <= s[0]), entry.active[-1])
    told = f"Last ad {counted(signs.silent_days, 'day')} before the end of the data: times {step[1]:g}."
    yield Part("still-active", Factor(*step[1:]), told, source, f"urgency.active.{step[0]}")
    season = entry.season
    left = _days_until(signs.last_day, season.month, season.day)
    if left is not None and left <= season.days and set(signs.commodities) & set(season.commodities):
        told = f"{counted(left, 'day')} before the end of its season: times {season.factor.value:g}."
        yield Part("end-of-season", season.factor, told, source, "urgency.season")
    if signs.missing_share >= entry.deleting.share:
        told = f"{signs.missing_share:.0%} of the message numbers in its chats are missing: times {entry.deleting.factor.value:g}."
        yield Part("messages-vanish", entry.deleting.factor, told, source, "urgency.deleting")
    if signs.moved_accounts >= entry.moving.accounts:
        told = (
            f"{signs.moved_accounts} of its accounts were left behind: times {entry.moving.factor.value:g}."
        )
        yield Part("accounts-move", entry.moving.factor, told, source, "urgency.moving")


def network_effect(data: WorthData, signs: Signs) -> Part | None:
    """What taking this seller out does to others: its role in the chain, and how many sellers are tied to it."""
    entry = data.network
    roles = [(1 + (entry.roles[r].value - 1) * p, r) for r, p in signs.roles if r in entry.roles]
    role_factor, role = max(roles, default=(1.0, ""))
    value = min(role_factor * (1 + entry.slope * log2(1 + signs.tied)), entry.most)
    if value <= 1:
        return None
    told = " and ".join(
        part
        for part in (role, f"tied to {counted(signs.tied, 'other seller')}" if signs.tied else "")
        if part
    )
    factor = _spread(value, entry.spread)
    return Part("network-effect", factor, f"{told}: times {value:.2f}.", entry.source, f"network.{role}")


def _spread(value: float, spread: tuple[float, float]) -> Factor:
    return Factor(value, value * spread[0], value * spread[1])


def _days_until(day: date | None, month: int, of_month: int) -> int | None:
    if day is None:
        return None
    end = date(day.year, month, of_month)
    return ((end if end >= day else date(day.year + 1, month, of_month)) - day).days
