"""How often the brackets hold the truth, and how wide they are, beside Chao's and Zelterman's intervals.

    python -m benchmarks.coverage --many 200 --seed 1000 [--developed]

A bracket without an upper end counts as holding the truth if its lower end does; how many have none is told. `told`
is the interval of persistent sellers for someone who knows by which law rates differ (not for every world there is one).
"""

import argparse
import sys
from collections.abc import Sequence

import numpy as np

from benchmarks.populations import DEVELOPED, HELD_OUT, Population, some
from schakel.measuring.market_size import supported
from schakel.measuring.market_size.bracket import Bracket, brackets
from schakel.measuring.market_size.chao import chao
from schakel.measuring.market_size.fit import Fit
from schakel.measuring.market_size.law_search import laws_near
from schakel.measuring.market_size.zelterman import zelterman

Ends = tuple[float, float | None, int]  # low, high, truth
METHODS = ("persistent", "all", "told", "chao", "zelterman")
_LAW_OF = {"gamma": 0, "log-normal": 1, "two kinds": 2}


def ends_of(one: Population) -> dict[str, Ends]:
    """What each method says of a population, with the truth it speaks of."""
    found, whole = brackets(one.table), one.size + one.throwaways
    law = next((law for name, law in _LAW_OF.items() if one.world.startswith(name)), None)
    told = {} if law is None else {"told": (*_told(one, law), one.size)}
    return told | {
        "persistent": (*_ends(found.persistent_sellers), one.size),
        "all": (*_ends(found.all_accounts), whole),
        "chao": (*_fit(chao(one.table)), one.size),
        "zelterman": (*_fit(zelterman(one.table)), one.size),
    }


def holds(ends: Ends) -> bool:
    """Whether the truth lies between the ends."""
    low, high, truth = ends
    return low <= truth and (high is None or truth <= high)


def width(ends: Ends) -> float:
    """The upper end over the lower end; infinite where there is none."""
    return np.inf if ends[1] is None else ends[1] / max(ends[0], 1.0)


def _ends(bracket: Bracket) -> tuple[float, float | None]:
    return bracket.low or 0.0, bracket.high


def _told(one: Population, law: int) -> tuple[float, float]:
    """The 95 % interval within one law, throwaways allowed."""
    tables = supported.as_tables([one.table])
    laws = laws_near(tables)
    own = laws.group == law
    alone = supported.Laws(laws.chances[own], laws.group[own], laws.words, laws.prices)
    ends = supported.persistent(alone, tables, 1.92 / supported.ROOM)
    return float(ends.low[0]), float(ends.high[0])


def _fit(fit: Fit) -> tuple[float, float | None]:
    return (fit.low, fit.high) if fit.low is not None else (0.0, None)


def main() -> None:
    options = _options()
    made = some(DEVELOPED if options.developed else HELD_OUT, options.many, options.seed)
    told = [(one, ends_of(one)) for one in made]
    _lines("no throwaways", [told_of for one, told_of in told if not one.throwaways])
    _lines("with throwaways", [told_of for one, told_of in told if one.throwaways])
    for world in sorted({one.world for one in made}):
        _lines(world, [told_of for one, told_of in told if one.world == world])
    _lines("all", [told_of for _, told_of in told])


def _lines(name: str, told: Sequence[dict[str, Ends]]) -> None:
    parts = []
    for method in METHODS:
        some_told = [one[method] for one in told if method in one]
        if not some_told:
            continue
        covered, wide = np.mean([holds(one) for one in some_told]), [width(one) for one in some_told]
        open_ended = np.mean(np.isinf(wide))
        parts.append(f"{method} {covered:4.0%} x{np.median(wide):5.2f} open {open_ended:3.0%}")
    _say(f"{name:22} {len(told):4}  " + " | ".join(parts))


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="benchmarks.coverage", description=__doc__)
    parser.add_argument("--many", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1000)
    parser.add_argument("--developed", action="store_true", help="The worlds that were used for making this.")
    return parser.parse_args()


if __name__ == "__main__":
    main()
