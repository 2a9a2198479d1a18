"""A year of rounds on one market: the road over what was posted so far, a choice for the hours, work, and what it taught."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa

from benchmarks.simulated_year.orders import ORDERS, Lead, fill
from benchmarks.simulated_year.world import Ending, World
from schakel.custody.ledger import Ledger
from schakel.deciding.basis import Basis
from schakel.deciding.capacity import Capacity
from schakel.deciding.choose import make_plan
from schakel.deciding.leads import propose_leads
from schakel.deciding.rules import Rules
from schakel.deciding.units import every_unit, national_unit
from schakel.intake.arrival import IntakeOptions
from schakel.records.casework import NewCase, UnderWay
from schakel.road import Road
from schakel.showing.bench.grown import write_until
from schakel.simulating.front import simulate
from schakel.simulating.settings import MarketSettings
from schakel.store.casebook.book import Casebook
from schakel.store.casebook.casework import Casework
from schakel.store.duckdb_engine import DuckDBEngine
from schakel.store.workers import Workers
from schakel.store.workspace import Workspace, create_workspace

PLAN, STILL = "plan, learning", "plan, not learning"
_OPTIONS = IntakeOptions(authorisation="", brought_by="benchmark", timezone="", format="")


@dataclass(slots=True)
class Tally:
    """What one way of choosing came to: cases, real ones closed, hours that were really spent, days of sentence."""

    cases: int = 0
    real: float = 0.0
    ghosts: int = 0
    hours: float = 0.0
    grave: float = 0.0
    debt: dict[str, float] = field(default_factory=dict)  # hours a unit worked beyond what it had
    worked: dict[int, UnderWay] = field(default_factory=dict)  # by account

    def add(self, ending: Ending, unit: str) -> None:
        """One case more."""
        self.cases += 1
        self.real += ending.real
        self.ghosts += ending.verdicts == ("ghost",)
        self.hours += ending.hours
        self.grave += ending.grave
        self.debt[unit] = self.debt.get(unit, 0.0) + ending.hours


@dataclass(frozen=True, slots=True)
class YearSettings:
    """Size of the market and hours a round; `rounds` is how many times in the `days` a choice is made."""

    seed: int
    sellers: int = 250
    days: int = 365
    rounds: int = 4
    messages: int | None = 24_000
    national: float = 120.0
    regional: float = 40.0


def live(settings: YearSettings, folder: Path) -> dict[str, Tally]:
    """Lives through one year in `folder`; what each way of choosing came to, by its name."""
    market = MarketSettings(
        sellers=settings.sellers,
        days=settings.days,
        seed=settings.seed,
        messages=settings.messages,
        photos=False,
    )
    simulate(market, folder / "market")
    whole = next((folder / "market" / "export").rglob("result.json"))
    year = _Year(
        settings, World(folder / "market" / "truth", settings.seed), create_workspace(folder / "case")
    )
    try:
        for number in range(1, settings.rounds + 1):
            end = market.start + timedelta(days=round(settings.days * number / settings.rounds) - 1)
            export = folder / "export" / f"{number:02}.json"
            write_until(whole, export, end)
            year.month(export, end)
    finally:
        year.close()
    return year.tallies


class _Year:
    def __init__(self, settings: YearSettings, world: World, workspace: Workspace) -> None:
        self.tallies = {name: Tally() for name in (PLAN, STILL, *ORDERS)}
        self._settings, self._world = settings, world
        self._engine = DuckDBEngine(workspace, workers=Workers(1))
        self._road = Road(workspace, self._engine, Ledger(workspace.ledger, "benchmark"), lambda *_: None)
        self._today = datetime(2025, 1, 1, tzinfo=UTC)
        self._cases = Casework(workspace.casebook, "benchmark", "bench", now=lambda: self._today)
        self._words = Casebook(workspace.casebook)
        self._chance = np.random.default_rng(settings.seed)

    def close(self) -> None:
        """Lets go of everything."""
        self._cases.close()
        self._words.close()
        self._engine.workers.close()

    def month(self, export: Path, end: date) -> None:
        """Takes in what was posted so far, and works the hours of a round in every way."""
        self._today = datetime(end.year, end.month, end.day, 12, tzinfo=UTC)
        self._road.intake([export], _OPTIONS)
        self._road.read()
        self._road.link([])
        self._road.judge([])
        sellers = self._engine.read("sellers")
        accounts, ads = _accounts(sellers), _ads(self._engine.read("offers", ["account_id", "act"]), sellers)
        untaught = propose_leads(self._engine, Rules.default())["leads"]
        rows = untaught.to_pylist()
        for name, order in ORDERS.items():
            tally = self.tallies[name]
            free = [lead for lead in rows if not accounts[lead["seller_id"]].keys() & tally.worked.keys()]
            self._work(tally, fill(order(free, ads, self._chance), self._hours(tally)), accounts)
        self._work(self.tallies[STILL], self._untaught_plan(untaught, sellers), accounts)
        self._work(self.tallies[PLAN], self._taught_plan(), accounts, write_down=True)

    def _hours(self, tally: Tally) -> dict[str, float]:
        """The hours of this round: what was worked beyond those of the rounds before is not there any more."""
        national, regional = self._settings.national, self._settings.regional
        hours = {unit: national if unit == national_unit() else regional for unit in every_unit()}
        left = {unit: max(given - tally.debt.get(unit, 0.0), 0.0) for unit, given in hours.items()}
        tally.debt = {unit: max(tally.debt.get(unit, 0.0) - given, 0.0) for unit, given in hours.items()}
        return left

    def _untaught_plan(self, leads: pa.Table, sellers: pa.Table) -> list[tuple[Lead, str]]:
        tally = self.tallies[STILL]
        capacity, rules = Capacity(self._hours(tally)), Rules.default()
        going = Basis(capacity, rules, list(tally.worked.values())).by_seller(sellers)
        return _chosen(make_plan(leads, capacity, rules, going)["plan"], leads)

    def _taught_plan(self) -> list[tuple[Lead, str]]:
        rules = Rules.of({}, {}, {}, self._cases.outcomes())
        self._road.judge(self._words.in_force())
        self._road.decide(Basis(Capacity(self._hours(self.tallies[PLAN])), rules, self._cases.under_way()))
        return _chosen(self._engine.read("plan"), self._engine.read("leads"))

    def _work(
        self,
        tally: Tally,
        taken: Sequence[tuple[Lead, str]],
        accounts: Mapping[str, Mapping[int, str]],
        *,
        write_down: bool = False,
    ) -> None:
        for lead, unit in taken:
            cells = {task["kind"]: task["cell"] for task in lead["work"]}
            way = cells["identification"].partition(".")[2]
            mine = accounts[lead["seller_id"]]
            ending = self._world.work_on(_as_estimated(lead), way, mine)
            tally.add(ending, unit)
            tally.worked |= {
                number: UnderWay(member, unit, lead["lead_id"], way) for number, member in mine.items()
            }
            if write_down:
                self._write_down(lead, unit, way, cells, tuple(mine.values()), ending)

    def _write_down(
        self,
        lead: Lead,
        unit: str,
        way: str,
        cells: Mapping[str, str],
        members: tuple[str, ...],
        ending: Ending,
    ) -> None:
        estimated = {task["kind"]: task["hours"] for task in lead["work"]}
        new = NewCase(
            lead["seller_id"], lead["lead_id"], lead["title"], unit, members, "unit", way, cells, estimated
        )
        case = self._cases.open_case(new, "chosen by the plan")[0].case_id
        for kind, hours in ending.spent.items():
            self._cases.hours(case, kind, round(hours, 2), self._today.date())
        for verdict in ending.verdicts[:-1]:
            self._cases.verdict(case, verdict, "as the work showed")
        self._cases.close_case(case, ending.verdicts[-1], "as the work showed")


def _as_estimated(lead: Lead) -> dict[str, Any]:
    """The lead with the hours of the data file, whatever was learned since: what work takes does not depend on that."""
    hours = Rules.default().hours
    base = {f"identification.{way}": f.value for way, f in hours.identification.items()}
    base |= {f"work.{kind}": f.value for kind, f in hours.work.items()}
    return {**lead, "work": [{**task, "hours": base[task["cell"]]} for task in lead["work"]]}


def _chosen(plan: pa.Table, leads: pa.Table) -> list[tuple[Lead, str]]:
    by_id = {lead["lead_id"]: lead for lead in leads.to_pylist()}
    return [(by_id[row["lead_id"]], row["unit"]) for row in plan.to_pylist() if row["chosen"]]


def _accounts(sellers: pa.Table) -> dict[str, dict[int, str]]:
    """By seller its accounts: Telegram's number and our id."""
    found: dict[str, dict[int, str]] = {}
    for row in sellers.to_pylist():
        accounts = found.setdefault(row["seller_id"], {})
        if row["member_kind"] == "account" and row["account_tg_id"] is not None:
            accounts[int(row["account_tg_id"])] = row["member_id"]
    return found


def _ads(offers: pa.Table, sellers: pa.Table) -> dict[str, int]:
    owner = {row["member_id"]: row["seller_id"] for row in sellers.to_pylist()}
    ads: dict[str, int] = {}
    posted: Iterable[tuple[str, str]] = zip(
        offers.column("account_id").to_pylist(), offers.column("act").to_pylist(), strict=True
    )
    for account, act in posted:
        if act == "offer" and account in owner:
            ads[owner[account]] = ads.get(owner[account], 0) + 1
    return ads
