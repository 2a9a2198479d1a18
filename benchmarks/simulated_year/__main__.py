"""`python -m benchmarks.simulated_year --years 8`: years with known outcomes, and what the plan gains.

Prints after each year, for each way of choosing, the real cases closed (a real seller, identified, work done) and the days of sentence per
1,000 hours that were really worked, and what the plan gains over it, with 95 % intervals from years drawn again.
"""

import argparse
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from benchmarks.simulated_year.year import PLAN, Tally, YearSettings, live

_DRAWS = 4000


def main() -> None:
    parser = argparse.ArgumentParser(prog="benchmarks.simulated_year", description=__doc__)
    parser.add_argument("--years", type=int, default=8)
    parser.add_argument("--first-seed", type=int, default=101)
    parser.add_argument("--sellers", type=int, default=250)
    options = parser.parse_args()
    years = []
    for seed in range(options.first_seed, options.first_seed + options.years):
        with tempfile.TemporaryDirectory() as folder:
            years.append(live(YearSettings(seed, sellers=options.sellers), Path(folder)))
        _say(f"after {len(years)} years, the last with seed {seed}")
        for line in report(years):
            _say(f"  {line}")


def report(years: Sequence[dict[str, Tally]]) -> list[str]:
    """A line for each way of choosing."""
    lines = []
    for name in years[0]:
        mine, plan = [year[name] for year in years], [year[PLAN] for year in years]
        cases = sum(one.cases for one in mine)
        told = f"{cases} cases, {sum(one.ghosts for one in mine)} found to be ghosts"
        lines.append(
            f"{name:24} real cases per 1,000 hours {_rate(mine, _real):.2f}, gain of the plan {_gain(plan, mine, _real)}; "
            f"days of sentence {_rate(mine, _grave):,.0f}, gain {_gain(plan, mine, _grave)}; {told}"
        )
    return lines


def _real(tally: Tally) -> float:
    return tally.real


def _grave(tally: Tally) -> float:
    return tally.grave


def _rate(tallies: Sequence[Tally], what: Callable[[Tally], float]) -> float:
    return 1000 * sum(map(what, tallies)) / max(sum(one.hours for one in tallies), 1e-9)


def _gain(plan: Sequence[Tally], other: Sequence[Tally], what: Callable[[Tally], float]) -> str:
    """How many times the rate of the other, with the 95 % interval over years drawn again."""
    if plan == other:
        return "1"
    chance = np.random.default_rng(7)
    ratios = []
    for _ in range(_DRAWS):
        drawn = chance.integers(0, len(plan), len(plan)).tolist()
        below = _rate([other[k] for k in drawn], what)
        ratios.append(_rate([plan[k] for k in drawn], what) / below if below else np.inf)
    low, high = np.quantile(ratios, [0.025, 0.975])
    return f"{_rate(plan, what) / max(_rate(other, what), 1e-9):.2f} times ({low:.2f} to {high:.2f})"


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
