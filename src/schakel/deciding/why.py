"""Puts into words why a lead was chosen, or why it waits."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import inf, log10

from schakel.deciding.plan_leads import PlanLead
from schakel.deciding.rules import Rules
from schakel.records.facts import Reason

_SEEN = 0.1  # share of simulated plans from which on a waiting lead is said to have come close


@dataclass(frozen=True, slots=True)
class Choice:
    """Who takes which lead, by its place in the list; the same for the plan by worth per hour; shares of simulations."""

    taken: Mapping[int, str]
    greedy: frozenset[int]
    worth: float
    greedy_worth: float
    gap: float
    share: Sequence[float]


class Why:
    """The reasons of every lead of one plan."""

    def __init__(
        self, rows: Sequence[PlanLead], choice: Choice, capacity: Mapping[str, float], rules: Rules
    ) -> None:
        self._rows, self._choice, self._capacity, self._rules = rows, choice, capacity, rules
        self._spent: dict[str, float] = {}
        self._lowest: dict[str, float] = {}
        self._network: dict[str, int] = {}
        for k, unit in sorted(choice.taken.items()):
            self._spent[unit] = self._spent.get(unit, 0.0) + rows[k].hours
            if rows[k].hours > 0:  # what takes no hours has no worth per hour
                self._lowest[unit] = min(self._lowest.get(unit, inf), rows[k].rate)
            if rows[k].network is not None:
                self._network[str(rows[k].network)] = self._network.get(str(rows[k].network), 0) + 1

    def reasons(self, k: int) -> list[Reason]:
        """All reasons for one lead."""
        chosen = k in self._choice.taken
        found = list(self._chosen(k) if chosen else self._waits(k))
        share, simulations = self._choice.share[k], self._rules.plan.simulations
        if simulations and (chosen or share >= _SEEN):
            detail = f"In {share:.0%} of {simulations} plans with moved weights and chances it is taken."
            found.append(Reason("in-simulated-plans", 0.0, detail=detail))
        if chosen != (k in self._choice.greedy):
            other = "would leave it" if chosen else "would take it"
            detail = (
                f"Picking by worth per hour {other}; that plan is worth {self._choice.greedy_worth:.1f}, "
                f"this one {self._choice.worth:.1f}."
            )
            found.append(Reason("greedy-differs", 0.0, detail=detail))
        return found

    def _chosen(self, k: int) -> Iterator[Reason]:
        row, unit = self._rows[k], self._choice.taken[k]
        rate = f"{row.rate:.2f} days of sentence an hour" if row.hours > 0 else "so it always fits"
        detail = f"{row.hours:.4g} of the {self._capacity[unit]:g} hours of {unit}, {rate}."
        yield Reason("chosen", 0.0, detail=detail)
        wanted = [
            one.name
            for one in self._rules.plan.minimum
            if row.tags & set(one.tags) and (not one.units or unit in one.units)
        ]
        if wanted:
            detail = f"Counts towards the minimum for {', '.join(wanted)}."
            yield Reason("for-a-minimum", 0.0, detail=detail)

    def _waits(self, k: int) -> Iterator[Reason]:
        row, limits = self._rows[k], self._rules.worth.waiting
        yield next(self._bars(row))
        if row.real is not None and row.real < log10(limits.ghost_below):
            yield Reason(
                "waits-probably-a-ghost", row.real, detail=f"Real with probability {10**row.real:.2f}."
            )
        if row.identified is not None and row.identified < log10(limits.little_below):
            detail = f"Chance to identify the person: {10**row.identified:.2f}."
            yield Reason("waits-too-little-to-go-on", row.identified, detail=detail)
        if row.user_only:
            yield Reason("waits-user-quantity-only", 0.0, detail="Only user quantities are offered.")

    def _bars(self, row: PlanLead) -> Iterator[Reason]:
        """What keeps a lead out, the gravest first."""
        if row.under_way:
            who = ", ".join(sorted({one.unit for one in row.under_way}))
            yield Reason("waits-under-way", 0.0, detail=f"Work on this seller is under way: {who}.")
        if row.tried:
            who = ", ".join(sorted({one.unit for one in row.tried}))
            detail = f"A case on this seller was closed ({who}); it comes back with a better way to identify."
            yield Reason("waits-worked-on-before", 0.0, detail=detail)
        units = [unit for unit in row.may_take if self._capacity.get(unit, 0.0) > 0]
        if not units:
            yield Reason("waits-no-hours-given", 0.0, detail=f"No hours were given for {row.unit}.")
        able = [unit for unit in units if not self._short(row, unit)]
        if not able:
            short = "; ".join(f"{unit}: {self._short(row, unit)}" for unit in units)
            yield Reason("waits-skill-missing", 0.0, detail=f"Hours of the skill it asks are short: {short}.")
        most = max((self._capacity[unit] for unit in able), default=0.0)
        if row.hours > most:
            has = " and ".join(f"{unit} has {self._capacity[unit]:g}" for unit in able)
            yield Reason("waits-too-large", 0.0, detail=f"Needs {row.hours:.4g} hours; {has}.")
        if row.worth <= 0:
            yield Reason("waits-worth-nothing", 0.0, detail="Its worth is nothing.")
        yield from self._network_full(row)
        yield self._ran_out(row, able)

    def _network_full(self, row: PlanLead) -> Iterator[Reason]:
        most = self._rules.plan.per_network
        if row.network is not None and 0 < most <= self._network.get(row.network, 0):
            detail = (
                f"{most} leads of its network of sellers are chosen; a plan takes no more of one network."
            )
            yield Reason("waits-network-full", 0.0, detail=detail)

    def _ran_out(self, row: PlanLead, units: list[str]) -> Reason:
        told = ", ".join(
            f"{unit} has {self._capacity[unit] - self._spent.get(unit, 0.0):.4g} of {self._capacity[unit]:g} hours left"
            for unit in units
        )
        lowest = min(self._lowest.get(unit, inf) for unit in units)
        least = f"; the least of those chosen gives {lowest:.2f}" if lowest < inf else ""
        detail = f"{told}; this lead gives {row.rate:.2f} days an hour{least}."
        return Reason("waits-hours-ran-out", 0.0, detail=detail)

    def _short(self, row: PlanLead, unit: str) -> str:
        """The kinds of work for which the unit has fewer hours than this lead alone needs."""
        free = self._rules.plan.skills.get(unit, {})
        return ", ".join(
            f"{kind} {free[kind]:g} of {hours:.4g} hours"
            for kind, hours in sorted(row.work.items())
            if kind in free and hours > free[kind]
        )
