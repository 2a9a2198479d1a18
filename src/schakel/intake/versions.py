"""Message versions by their ids: which of them some sources have, told quickly and without error."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pyarrow as pa

Keys = npt.NDArray[np.uint64]
Digests = npt.NDArray[np.uint8]
Flags = npt.NDArray[np.bool_]
Places = npt.NDArray[np.int64]

_ID_LENGTH = 26  # `m_` and 24 hex digits
_MIX = np.uint64(0x9E3779B97F4A7C15)  # odd, so multiplying loses nothing


def version_keys(message_ids: pa.ChunkedArray) -> Keys:
    """A 64-bit key a message id. Equal ids have equal keys; equal keys are compared in full before they count."""
    halves = np.ascontiguousarray(_letters(message_ids)[:, :16]).view(np.uint64)
    with np.errstate(over="ignore"):
        return halves[:, 0] * _MIX + halves[:, 1]


@dataclass(frozen=True, slots=True)
class Versions:
    """The versions that some sources have: keys in ascending order, and the id of each as bytes."""

    keys: Keys
    ids: Digests

    @classmethod
    def of(cls, columns: Iterable[pa.ChunkedArray]) -> "Versions":
        """The versions with these message ids."""
        chunks = [chunk for column in columns for chunk in column.chunks]
        ids = pa.chunked_array(chunks, pa.string())
        keys = version_keys(ids)
        order = np.argsort(keys)  # of equal keys each is looked at
        return cls(keys[order], _digests(ids)[order])

    def write(self, path: Path) -> None:
        """Puts them into two files, from which another process may look them up."""
        np.save(path.with_suffix(".keys.npy"), self.keys)
        np.save(path.with_suffix(".ids.npy"), self.ids)

    @classmethod
    def read(cls, path: Path) -> "Versions":
        """What `write` put there, looked at in place."""
        return cls(
            np.load(path.with_suffix(".keys.npy"), mmap_mode="r"),
            np.load(path.with_suffix(".ids.npy"), mmap_mode="r"),
        )

    def may_hold(self, keys: Keys) -> Flags:
        """Whether a version with this key is there."""
        if not len(self.keys):
            return np.zeros(len(keys), bool)
        at = np.minimum(np.searchsorted(self.keys, keys), len(self.keys) - 1)
        found: Flags = self.keys[at] == keys
        return found

    def told(self, message_ids: pa.ChunkedArray) -> Flags:
        """Whether each of these versions is there."""
        return self.holds(version_keys(message_ids), message_ids)

    def holds(self, keys: Keys, message_ids: pa.ChunkedArray) -> Flags:
        """Whether the version itself is there; where keys are equal, the whole ids are compared."""
        known = np.zeros(len(keys), bool)
        asked = _digests(message_ids)
        order = np.argsort(keys)
        at = np.empty(len(keys), np.int64)
        at[order] = np.searchsorted(
            self.keys, keys[order]
        )  # one after the other: a third of the time of any order
        rows = self._alike(np.arange(len(keys)), at, keys)
        while rows.size:
            known[rows] = (self.ids[at[rows]] == asked[rows]).all(axis=1)
            rows = rows[~known[rows]]
            at[rows] += 1
            rows = self._alike(rows, at, keys)
        return known

    def _alike(self, rows: Places, at: Places, keys: Keys) -> Places:
        """Those of the rows whose key stands at their place."""
        rows = rows[at[rows] < len(self.keys)]
        found: Places = rows[self.keys[at[rows]] == keys[rows]]
        return found


def _letters(message_ids: pa.ChunkedArray) -> Digests:
    """The hex digits of each id."""
    count = len(message_ids)
    if not count:
        return np.zeros((0, _ID_LENGTH - 2), np.uint8)
    column = pa.concat_arrays(message_ids.chunks)
    letters = np.frombuffer(column.buffers()[2], np.uint8, count * _ID_LENGTH, _first_byte(column))
    return letters.reshape(count, _ID_LENGTH)[:, 2:]


def _digests(message_ids: pa.ChunkedArray) -> Digests:
    raw = bytes.fromhex(_letters(message_ids).tobytes().decode("ascii"))
    return np.frombuffer(raw, np.uint8).reshape(len(message_ids), _ID_LENGTH // 2 - 1)


def _first_byte(column: pa.Array) -> int:
    return int(np.frombuffer(column.buffers()[1], np.int32, 1, column.offset * 4)[0])
