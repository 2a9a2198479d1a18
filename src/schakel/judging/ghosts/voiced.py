"""What customers' word as a whole tells of the share of ghosts: of how many sellers more ill is said than good.

Whom customers warn of and whom they praise is known for each seller apart; but the share of sellers of whom more ill than good is
said follows the share of ghosts from market to market, also where nobody can tell where ghosts and real sellers lie. Real sellers are
complained of too and ghosts praised, so that share lies nearer to the half than theirs: its log odds count more than once. It says
nothing where nobody ever warns: there warning is no custom.
"""

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from schakel.judging.facts import Facts
from schakel.judging.ghost_signs.reputation import Reputation
from schakel.judging.weights import GhostModel

Floats = NDArray[np.float64]

_SEEN = 0.5  # added to both counts, as for any log odds of few


class Voiced(NamedTuple):
    """The number of sellers of whom more ill than good is said, and of those of whom it is the other way around."""

    ill: int
    well: int


NOTHING_VOICED = Voiced(0, 0)


def said_of_all(facts: Facts, offering: NDArray[np.bool_]) -> Voiced:
    """What is said of all sellers that offer something."""
    rows = facts.rows("reputation", Reputation)
    return voiced(row for row, offers in zip(rows, offering.tolist(), strict=True) if offers)


def voiced(rows: Iterable[Reputation]) -> Voiced:
    """Counts sellers by what those say who warn, praise or are asked, each as far as it is trusted."""
    more = [row.warner_trust + row.ill_trust - row.voucher_trust - row.well_trust for row in rows]
    return Voiced(sum(one > 0 for one in more), sum(one < 0 for one in more))


def says_something(said: Voiced, model: GhostModel) -> bool:
    """Whether enough sellers are warned of for warning to be a custom here."""
    return said.ill >= model.groups["voiced_least"]


def log_likelihood(shares: Floats, said: Voiced, model: GhostModel) -> Floats:
    """How likely what was said is at each share of ghosts, as a natural logarithm; 0 everywhere where too few are warned of."""
    settings = model.groups
    if not says_something(said, model):
        return np.zeros_like(shares)
    ill, well = said.ill + _SEEN, said.well + _SEEN
    times = settings["voiced_times"]
    usual = times * np.log(ill / well) + settings["voiced_more"]
    spread = settings["voiced_moves"] ** 2 + times**2 * (1.0 / ill + 1.0 / well)
    held = np.clip(shares, 1e-3, 1.0 - 1e-3)
    return np.asarray(-0.5 * (np.log(held / (1.0 - held)) - usual) ** 2 / spread)
