"""Runs a step only when its inputs changed, writes what it made, and stamps it."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

import pyarrow as pa

from schakel.records.version import fingerprint
from schakel.store.engine import Engine
from schakel.store.parquet_files import TableFile
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
    work: Callable[[], Mapping[str, pa.Table] | Iterator[Mapping[str, pa.Table]]],
    *,
    part: str = "all",
) -> Done:
    """Does `work` and writes the tables it gives, unless a stamp says the same was done already.

    Work on one part may give its tables in pieces; each is written as it comes, so only one is in memory.
    """
    current = stamps.current(step, part, inputs)
    if current is not None:
        return Done(current, skipped=True)
    stamps.drop(step, part)
    made = work()
    if isinstance(made, Mapping):
        files, counts = _write(engine, made, step, None if part == "all" else part)
    else:
        files, counts = _write_pieces(engine, made, step, part)
    stamp = Stamp(step, part, fingerprint(), dict(inputs), counts, files)
    stamps.put(stamp)
    return Done(stamp, skipped=False)


def _write(
    engine: Engine, made: Mapping[str, pa.Table], file: str, part: str | None
) -> tuple[tuple[TableFile, ...], dict[str, int]]:
    files = tuple(wrote for name in sorted(made) for wrote in engine.write(made[name], name, part, file))
    return files, {name: made[name].num_rows for name in sorted(made)}


def _write_pieces(
    engine: Engine, pieces: Iterator[Mapping[str, pa.Table]], step: str, part: str
) -> tuple[tuple[TableFile, ...], dict[str, int]]:
    files: tuple[TableFile, ...] = ()
    counts: Counter[str] = Counter()
    for number, made in enumerate(pieces):
        wrote, rows = _write(engine, made, f"{step}-{number:04}", part)
        files += wrote
        counts.update(rows)
    engine.keep_only(part, step, files)  # an earlier run, or half of one, may have left more pieces
    return tuple(sorted(files, key=lambda file: file.path)), dict(sorted(counts.items()))
