"""Runs a step only when its inputs changed, writes what it made, and stamps it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import pyarrow as pa

from schakel.records.version import fingerprint
from schakel.store.engine import Engine
from schakel.store.stamps import Stamp, Stamps


@dataclass(frozen=True, slots=True)
class Done:
    """What became of a step: whether it was skipped because nothing changed, and its stamp."""

    stamp: Stamp
    skipped: bool


def run_step(
    engine: Engine,
    stamps: Stamps,
    step: str,
    inputs: Mapping[str, str],
    work: Callable[[], Mapping[str, pa.Table]],
    *,
    part: str = "all",
) -> Done:
    """Does `work` and writes the tables it gives, unless a stamp says the same was done already."""
    current = stamps.current(step, part, inputs)
    if current is not None:
        return Done(current, skipped=True)
    stamps.drop(step, part)
    made = work()
    where = None if part == "all" else part
    files = tuple(file for name in sorted(made) for file in engine.write(made[name], name, where, step))
    counts = {name: made[name].num_rows for name in sorted(made)}
    stamp = Stamp(step, part, fingerprint(), dict(inputs), counts, files)
    stamps.put(stamp)
    return Done(stamp, skipped=False)
