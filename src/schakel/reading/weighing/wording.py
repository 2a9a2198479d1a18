"""What the wording of texts says about what they do: a linear model over letter and word sequences.

Every sequence of two to five letters and every word and pair of words has a place in a table of weights, found
by hashing (Weinberger et al. 2009, "Feature hashing for large scale multitask learning"). The weights are fitted
by `tools/fit_reading.py` and shipped as `lexicons/wording.npz`; nothing is learned while reading.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from io import BytesIO

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.float64]
Codes = npt.NDArray[np.uint32]
Rows = npt.NDArray[np.int64]
Packed = npt.NDArray[np.int64]
Part = tuple[Rows, Rows]

BITS = 16  # 65,536 places: with 2,600 texts fitted on, 17 bits gained nothing
SIZES = (2, 3, 4, 5)
_PRIME = np.uint32(0x01000193)
_WORD_SEED = np.uint32(0x811C9DC5)
_PAIR = np.uint32(0x9E3779B1)


# Three weights lie side by side in one integer, each lifted above 0. Sums of 8,000 fit; a masked text has at most
# 1,200 letters and so some 6,000 sequences.
_LANE, _LANES, _LIFT = 21, 3, 128


@dataclass(frozen=True, slots=True)
class Wording:
    """The table of weights by place, packed, with the size of one step and the prior for each act.

    Weights times step, summed over a text and divided by the root of the number of its sequences, are log10 odds
    against `none`.
    """

    packed: tuple[Packed, ...]
    step: npt.NDArray[np.float32]
    prior: npt.NDArray[np.float32]


@cache
def load_wording() -> Wording:
    """The weights as shipped."""
    with np.load(BytesIO((files("schakel.lexicons") / "wording.npz").read_bytes())) as data:
        return Wording(pack(data["weights"]), data["step"], data["prior"])


def pack(weights: npt.NDArray[np.int8]) -> tuple[Packed, ...]:
    """Weights (one row a place, one column an act) as integers that hold three columns each."""
    lifted = weights.astype(np.int64) + _LIFT
    packed = []
    for first in range(0, weights.shape[1], _LANES):
        columns = lifted[:, first : first + _LANES]
        shifts = _LANE * np.arange(columns.shape[1])
        packed.append(np.ascontiguousarray((columns << shifts).sum(axis=1)))
    return tuple(packed)


def wording_odds(texts: Sequence[str], wording: Wording | None = None) -> Numbers:
    """Log10 odds of each act against `none` for masked texts: one row a text, one column an act of `ACTS`."""
    table = wording or load_wording()
    if not texts:
        return np.zeros((0, len(table.prior)))
    parts = sequence_parts(texts)
    count = np.zeros(len(texts), np.int64)
    for row, _ in parts:
        count += np.bincount(row, minlength=len(texts))
    sums = np.stack([_sums(packed, parts, len(texts), count) for packed in table.packed], axis=1)
    sums = sums.reshape(len(texts), -1)[:, : len(table.prior)]
    scaled = sums * table.step / np.sqrt(np.maximum(count, 1))[:, None]
    odds: Numbers = scaled + table.prior
    return odds


def _sums(packed: Packed, parts: Sequence[Part], texts: int, count: Rows) -> Numbers:
    """Per text the sums of the weights that are packed into one number, unpacked."""
    total = np.zeros(texts, np.int64)
    for row, place in parts:
        if len(row):
            first = np.flatnonzero(np.concatenate([[True], row[1:] != row[:-1]]))
            total[row[first]] += np.add.reduceat(packed[place], first)
    lanes = [(total >> (_LANE * lane)) & ((1 << _LANE) - 1) for lane in range(_LANES)]
    return np.stack(lanes, axis=1) - (_LIFT * count)[:, None]


def sequences(texts: Sequence[str]) -> tuple[Rows, Rows]:
    """The sequences in all texts: for each the number of its text and its place in the table."""
    parts = sequence_parts(texts)
    return np.concatenate([row for row, _ in parts]), np.concatenate([place for _, place in parts])


def sequence_parts(texts: Sequence[str]) -> list[Part]:
    """The sequences of each size, then words, then pairs of words: numbers of texts (ascending) and places."""
    joined = "\0".join(texts) + "\0"
    codes = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), np.uint32)
    ends = codes == 0
    row = np.cumsum(ends) - ends  # the end itself still belongs to its text
    return [*_letter_sequences(codes, row), *_word_sequences(codes, row)]


def _letter_sequences(codes: Codes, row: Rows) -> list[Part]:
    parts = []
    mixed, inside = codes, codes != 0
    for size in range(2, max(SIZES) + 1):
        mixed = mixed[:-1] * _PRIME + codes[size - 1 :]
        inside = inside[:-1] & (codes[size - 1 :] != 0)
        if size in SIZES:
            parts.append((row[: len(mixed)][inside], _place(mixed[inside] ^ np.uint32(size * 0x01234567))))
    return parts


def _word_sequences(codes: Codes, row: Rows) -> list[Part]:
    """Words, and pairs of neighbouring words of one text; words are what stands between spaces."""
    gap = codes <= 32
    begins = ~gap & np.concatenate([[True], gap[:-1]])
    start = np.flatnonzero(begins)
    end = np.flatnonzero(~gap & np.concatenate([gap[1:], [True]])) + 1
    # A word's hash is a sum over its letters, each mixed with its place in the word.
    place = np.arange(len(codes))
    within = place - np.maximum.accumulate(np.where(begins, place, 0))
    letters = (codes * _PRIME ^ within.astype(np.uint32) * _PAIR) * np.uint32(0x85EBCA6B)
    letters ^= letters >> np.uint32(15)
    sums = np.concatenate([np.zeros(1, np.uint64), np.cumsum(letters, dtype=np.uint64)])
    words = ((sums[end] - sums[start]) & np.uint64(0xFFFFFFFF)).astype(np.uint32) ^ _WORD_SEED
    of_row = row[start]
    together = of_row[1:] == of_row[:-1]
    pairs = (words[:-1] * _PAIR + words[1:])[together]
    return [(of_row, _place(words)), (of_row[:-1][together], _place(pairs))]


def _place(mixed: Codes) -> Rows:
    """The place in the table: the last mixing steps of MurmurHash3 (Appleby 2011), then the top bits."""
    mixed = (mixed ^ mixed >> np.uint32(16)) * np.uint32(0x85EBCA6B)
    mixed = (mixed ^ mixed >> np.uint32(13)) * np.uint32(0xC2B2AE35)
    return (mixed >> np.uint32(32 - BITS)).astype(np.int64)
