"""Communities in the network of ties, and who stands between them.

Leiden (Traag, Waltman and van Eck 2019) with a fixed seed over replies, forwards, mentions and vouches between accounts;
the same ties give the same communities, whatever their order.
"""

from importlib.resources import files

import numpy as np
import pyarrow as pa

from schakel.linking.copies.shingles import Ints
from schakel.records.ids import make_id
from schakel.records.tables import SCHEMAS
from schakel.store.engine import Engine

_SQL = files("schakel.linking.sql")
_SEED, _ROUNDS = 20261124, 3


def find_communities(engine: Engine) -> dict[str, pa.Table]:
    """The table `communities`: for every account with ties its community, and how much it reaches beyond it.

    A community is named after the first of its accounts (by id), so it keeps its name while that account stays.
    """
    return {"communities": communities(engine.step(_SQL / "tie_counts.sql"))}


def communities(ties: pa.Table) -> pa.Table:
    """The rows of the table `communities`, from how many messages tie each two accounts (step `tie_counts`)."""
    left, right = ties["left_id"].to_pylist(), ties["right_id"].to_pylist()
    many = ties["ties"].to_numpy().astype(np.float64)
    names = sorted(set(left) | set(right))
    if not names:
        return SCHEMAS["communities"].empty_table()
    place = {name: number for number, name in enumerate(names)}
    one, other = (np.array([place[name] for name in side], np.int64) for side in (left, right))
    group = _leiden(left, right, many.tolist(), names)
    apart = group[one] != group[other]
    ends, others = np.concatenate((one, other)), np.concatenate((other, one))
    counts = np.concatenate((many, many))
    total = np.bincount(ends, counts, len(names))
    outside = np.bincount(ends, counts * np.concatenate((apart, apart)), len(names)) / total
    beyond = group[others] != group[ends]
    reached = np.unique(ends[beyond] * len(names) + group[others][beyond]) // len(names)
    first = {int(label): names[at] for label, at in zip(*np.unique(group, return_index=True), strict=True)}
    columns = {
        "account_id": pa.array(names, pa.string()),
        "community_id": pa.array([make_id("n", first[label]) for label in group.tolist()], pa.string()),
        "ties": pa.array(total, pa.float64()),
        "outside": pa.array(np.round(outside, 4), pa.float64()),
        "reached": pa.array(np.bincount(reached, minlength=len(names)), pa.int64()),
    }
    return pa.table(columns, schema=SCHEMAS["communities"])


def _leiden(left: list[str], right: list[str], many: list[float], names: list[str]) -> Ints:
    from graspologic_native import leiden  # noqa: PLC0415 (only where there are ties)

    edges = sorted(zip(left, right, many, strict=True))
    _, found = leiden(edges, seed=_SEED, iterations=_ROUNDS)
    return np.array([found[name] for name in names], np.int64)
