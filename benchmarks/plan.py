"""`python -m benchmarks.plan`: ten thousand leads and eleven units, with how near the best plan is proved to be.

Prints for scarce, middling and ample hours, and with a missing skill and a minimum: seconds (processor and wall) to choose,
the proof, the plan by worth per hour beside it, and whether a second run gives the same leads. Then the seconds of a whole
plan: choice, fifty simulated plans, next hours and a reason for every lead.
"""

import sys
import time
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import pyarrow as pa

from schakel.deciding.capacity import Capacity
from schakel.deciding.choose import make_plan
from schakel.deciding.greedy import greedy
from schakel.deciding.program import Bounds, Candidate, Wanted, make_program
from schakel.deciding.rules import Rules
from schakel.deciding.solve import best_plan
from schakel.deciding.units import every_unit, national_unit
from schakel.records.tables import from_rows

LEADS = 10_000


class MadeUp(NamedTuple):
    """Leads as the road makes them in shape: worth log-normal, hours in whole days' work, few of them heavy."""

    worth: list[float]
    identify: list[float]
    further: list[float]
    home: list[int]
    national: list[bool]
    network: list[str | None]


def made_up(seed: int) -> MadeUp:
    """Ten thousand leads, the same for the same seed."""
    chance = np.random.default_rng(seed)
    networks = chance.integers(0, LEADS // 4, LEADS).tolist()
    return MadeUp(
        worth=chance.lognormal(1, 1.6, LEADS).round(4).tolist(),
        identify=chance.choice([4.0, 8, 10, 12, 14, 16, 24], LEADS).tolist(),
        further=chance.choice([8.0, 16, 60], LEADS, p=[0.5, 0.35, 0.15]).tolist(),
        home=chance.integers(0, 11, LEADS).tolist(),
        national=(chance.random(LEADS) < 0.3).tolist(),
        network=[f"n_{n}" if k % 3 else None for k, n in enumerate(networks)],
    )


def candidates(made: MadeUp) -> list[Candidate]:
    """The leads as a program takes them; unit 0 is the national one."""
    return [
        Candidate(
            worth=made.worth[k],
            hours=made.identify[k] + made.further[k],
            work={"identification": made.identify[k], "tactical": made.further[k]},
            units=(made.home[k], 0) if made.national[k] and made.home[k] else (made.home[k],),
            network=made.network[k],
            tags=frozenset(["minors"] if k % 40 == 0 else []),
        )
        for k in range(LEADS)
    ]


def main() -> None:
    made = made_up(5)
    leads = candidates(made)
    wanted = [Wanted("prevention", 60.0, frozenset(["minors"]))]
    for hours in (40.0, 400.0, 4000.0):
        _choose(f"{3 * hours:g} hours national, {hours:g} a region", leads, _bounds(hours))
    _choose("the first, a skill short and a minimum", leads, _bounds(40.0, {(3, "tactical"): 0.0}, wanted))
    _whole(made)


def _bounds(
    hours: float, skills: dict[tuple[int, str], float] | None = None, wanted: Sequence[Wanted] = ()
) -> Bounds:
    return Bounds([3 * hours, *[hours] * 10], skills or {}, 3, wanted)


def _choose(name: str, leads: Sequence[Candidate], bounds: Bounds) -> None:
    wall, processor = time.perf_counter(), time.process_time()
    program = make_program(leads, bounds)
    solution = best_plan(program)
    wall, processor = time.perf_counter() - wall, time.process_time() - processor
    same = best_plan(program).chosen.tolist() == solution.chosen.tolist()
    simple = program.worth[greedy(program)].sum() / program.worth[solution.chosen].sum()
    _say(
        f"{name}: {int(solution.chosen.sum())} leads in {processor:.2f} s of processor ({wall:.2f} s by the clock), "
        f"within {solution.gap(program):.4%} of the best; by worth per hour {simple:.1%} of it; again the same: {same}"
    )


def _whole(made: MadeUp) -> None:
    units = [national_unit(), *(unit for unit in every_unit() if unit != national_unit())]
    rows = [_row(made, units, k) for k in range(LEADS)]
    leads: pa.Table = from_rows(rows, "leads")
    capacity = Capacity(dict.fromkeys(units, 40.0) | {national_unit(): 120.0})
    wall, processor = time.perf_counter(), time.process_time()
    plan = make_plan(leads, capacity, Rules.default())
    wall, processor = time.perf_counter() - wall, time.process_time() - processor
    _say(
        f"a whole plan, with 50 simulated plans, next hours and reasons: {processor:.2f} s of processor "
        f"({wall:.2f} s by the clock), {sum(plan['plan'].column('chosen').to_pylist())} leads"
    )


def _row(made: MadeUp, units: list[str], k: int) -> dict[str, object]:
    worth, hours = made.worth[k], made.identify[k] + made.further[k]
    part = {
        "part": "harm",
        "value": worth,
        "low": worth / 2,
        "high": worth * 2,
        "cell": "",
        "source": "made up",
    }
    work = [
        {"kind": kind, "hours": spent, "low": spent / 2, "high": spent * 2, "cell": f"work.{kind}"}
        for kind, spent in (("identification", made.identify[k]), ("tactical", made.further[k]))
    ]
    reason = {"rule": "national-too", "weight": 0.0, "detail": "", "messages": []}
    return {
        "lead_id": f"l_{k:05}",
        "seller_id": f"s_{k:05}",
        "title": "made up",
        "worth": worth,
        "worth_low": worth / 2,
        "worth_high": worth * 2,
        "hours": hours,
        "hours_low": hours / 2,
        "hours_high": hours * 2,
        "skill": "tactical",
        "unit": units[made.home[k]],
        "reasons": [reason] if made.national[k] else [],
        "parts": [part],
        "work": work,
        "network": made.network[k],
        "tags": [],
    }


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
