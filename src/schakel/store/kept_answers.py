"""Answers that are kept from run to run: of one step over one part of a table, as long as both are the same."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from schakel.records.version import fingerprint

_KEY = b"schakel key"
_FOUND = "found"  # whether something was found about the key of a row


@dataclass(frozen=True, slots=True)
class KeptAnswer:
    """An answer by its step and part, and by the checksum of all that it depends on."""

    step: str
    part: str
    key: str


@dataclass(frozen=True, slots=True)
class KeptAnswers:
    """One file a step and part, overwritten when either changes, so nothing is held of what is no longer there.

    The key is a checksum of all that an answer depends on: what was kept under another one is made again. So a kept
    answer is the answer, and losing the folder loses time only.
    """

    folder: Path
    write: bool  # only who works in a workspace alone keeps anything there

    def get(self, asked: KeptAnswer) -> pa.Table | None:
        """The answer kept under the key, if there is one."""
        return _read(self._path(asked), asked.key)

    def put(self, asked: KeptAnswer, answer: pa.Table) -> pa.Table:
        """The answer, kept from now on."""
        if self.write:
            _write(answer, self._path(asked), asked.key)
        return answer

    def _path(self, asked: KeptAnswer) -> Path:
        return self.folder / asked.step / f"{asked.part}.arrow"

    def each(self, step: str, keys: Sequence[str], make: Callable[[list[int]], list[str]]) -> list[str]:
        """One answer a key; `make` gives those of the keys at the given places, which were not kept in the last run.

        A key tells of everything that its answer depends on, but for the program, which is told by its fingerprint.
        """
        path = self.folder / step / "each.arrow"
        known = _read(path, fingerprint())
        kept: dict[str, str] = {}
        if known is not None:
            kept = dict(zip(known["key"].to_pylist(), known["answer"].to_pylist(), strict=True))
        new = [place for place, key in enumerate(keys) if key not in kept]
        answered = dict(zip((keys[place] for place in new), make(new) if new else (), strict=True))
        answers = [answered[key] if key in answered else kept[key] for key in keys]
        if self.write and (new or len(kept) != len(set(keys))):  # what is no longer asked is no longer held
            held = dict(zip(keys, answers, strict=True))
            columns = {"key": list(held), "answer": list(held.values())}
            _write(
                pa.table({name: pa.array(told, pa.string()) for name, told in columns.items()}),
                path,
                fingerprint(),
            )
        return answers

    def rows(
        self, step: str, by: str, keys: pa.Array, told: str, make: Callable[[pa.Array], pa.Table]
    ) -> pa.Table:
        """The rows of each of the different keys, of which some have none, in no order; column `by` names the key.

        `make` gives those of the keys that were not kept in the last run. Beside its key an answer depends on the program, and
        on what is `told`.
        """
        path, depends_on = self.folder / step / "each.arrow", f"{fingerprint()} {told}"
        kept = _read(path, depends_on)
        if kept is None:
            made = make(keys)
            new, gone = len(keys), 0
        else:
            known = kept.filter(pc.is_in(kept[by], value_set=keys))
            asked = keys.filter(pc.invert(pc.is_in(keys, value_set=known[by].combine_chunks())))
            new, gone = len(asked), kept.num_rows - known.num_rows
            held = known.filter(known[_FOUND]).drop_columns([_FOUND])
            made = pa.concat_tables([held, make(asked)]) if new else held
        if self.write and (new or gone or kept is None):
            _write(_with_silent(made, by, keys), path, depends_on)
        return made


def _with_silent(rows: pa.Table, by: str, keys: pa.Array) -> pa.Table:
    """The rows, and of each key that has none that nothing was found."""
    silent = keys.filter(pc.invert(pc.is_in(keys, value_set=rows[by].combine_chunks())))
    marked = rows.append_column(_FOUND, pa.repeat(True, rows.num_rows))
    nothing = pa.table({by: silent, _FOUND: pa.repeat(False, len(silent))})
    return pa.concat_tables([marked, nothing], promote_options="default").combine_chunks()


def _read(path: Path, key: str) -> pa.Table | None:
    """What was kept, if it was kept whole and under this key."""
    try:
        with pa.OSFile(str(path)) as opened:
            reader = pa.ipc.open_file(opened)
            schema = reader.schema
            if (schema.metadata or {}).get(_KEY) != key.encode():
                return None
            return reader.read_all().replace_schema_metadata(
                {name: value for name, value in schema.metadata.items() if name != _KEY} or None
            )
    except (OSError, pa.ArrowInvalid):
        return None


def _write(table: pa.Table, path: Path, key: str) -> None:
    """Keeps an answer; where nothing can be written it is not kept, which costs time and nothing else."""
    half = path.with_suffix(".half")
    marked = table.replace_schema_metadata({**(table.schema.metadata or {}), _KEY: key.encode()})
    options = pa.ipc.IpcWriteOptions(compression="lz4")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with (
            pa.OSFile(str(half), "wb") as opened,
            pa.ipc.new_file(opened, marked.schema, options=options) as out,
        ):
            out.write_table(marked)
        half.replace(path)
    except OSError:
        half.unlink(missing_ok=True)
