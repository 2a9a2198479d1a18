"""Worth and hours with weights and probabilities moved within their bounds, many times over, by a seed."""

from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from schakel.deciding.program import Floats

_TENTH = 1.2815515655446004  # standard deviations from the middle to the 10th and 90th percentile


@dataclass(frozen=True, slots=True)
class Moved:
    """One row a simulation, one column a lead: worth in days, and hours it would really take."""

    worth: Floats
    hours: Floats


def moved(leads: pa.Table, simulations: int, seed: int) -> Moved:
    """`simulations` draws of the worth and hours of every lead, the same for the same seed.

    Each part moves log-normally with its low and high as 10th and 90th percentile. A part that was read from an entry
    of the data moves for all leads that use the entry together, as does a kind of work; what was measured on one
    seller moves by itself. A chance never passes 1.
    """
    chance = np.random.default_rng(seed)
    worth = np.exp(_log_moves(leads, "parts", "value", simulations, chance))
    hours = np.exp(_log_moves(leads, "work", "hours", simulations, chance, own=True))
    return Moved(worth * _numbers(leads, "worth"), hours * _numbers(leads, "hours"))


def _log_moves(
    leads: pa.Table,
    column: str,
    value: str,
    simulations: int,
    chance: np.random.Generator,
    *,
    own: bool = False,
) -> Floats:
    """The log of what the value of each lead is multiplied by; `own` adds a part of each lead for itself."""
    lists = leads.column(column).combine_chunks()
    flat = pc.list_flatten(lists)
    owner = pc.list_parent_indices(lists).to_numpy(zero_copy_only=False)
    middle, low, high = (
        pc.struct_field(flat, name).to_numpy(zero_copy_only=False) for name in (value, "low", "high")
    )
    cells = pc.fill_null(pc.struct_field(flat, "cell"), "").to_numpy(zero_copy_only=False)
    alone = cells == ""
    names, place = np.unique(cells.astype(str), return_inverse=True)
    shared = chance.standard_normal((simulations, len(names)))
    each = chance.standard_normal((simulations, leads.num_rows))
    up, down = np.log(high / middle) / _TENTH, np.log(middle / low) / _TENTH
    most = np.where((middle <= 1) & (value == "value"), -np.log(middle), np.inf)
    total = np.zeros((simulations, leads.num_rows))
    for draw in range(simulations):
        moves = np.where(alone, each[draw][owner], shared[draw][place])
        if own:  # half of the spread of hours is the kind of work, half the lead itself
            moves = (moves + each[draw][owner]) / np.sqrt(2)
        steps = np.minimum(np.where(moves > 0, moves * up, moves * down), most)
        total[draw] = _weighed(steps, owner, middle, leads.num_rows, own)
    return total


def _weighed(steps: Floats, owner: Floats, middle: Floats, leads: int, added: bool) -> Floats:
    """Parts of a worth multiply, so their logs add up; kinds of work add up as hours."""
    if not added:
        return np.asarray(np.bincount(owner, weights=steps, minlength=leads), float)
    before = np.bincount(owner, weights=middle, minlength=leads)
    after = np.bincount(owner, weights=middle * np.exp(steps), minlength=leads)
    return np.log(np.where(before > 0, after / np.where(before > 0, before, 1.0), 1.0))


def _numbers(leads: pa.Table, name: str) -> Floats:
    return np.asarray(pc.fill_null(leads.column(name), 0.0).to_numpy(), float)
