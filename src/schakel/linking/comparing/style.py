"""How an account writes: letters, words, shapes of words, and how its lines begin and end.

Each view is a matrix of tf-idf weights (sublinear counts, smoothed idf, unit length), one row an account; how
alike two accounts write is the sum of their cosines over the views. Contacts and numbers should be taken out of
the texts first where they tell more than style.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc
from scipy.sparse import csr_matrix

from schakel.linking.copies.shingles import Floats, Ints

_LETTERS = 4_000  # of an account's texts that are looked at; more adds little and costs time
_GRAMS = (1, 2, 3, 4)
_PRIME = np.uint64(0x9E3779B97F4A7C15)
_BLOCK = 256  # accounts compared with all others at a time
_EDGE = 2  # words at the beginning and end of a line

Keys = npt.NDArray[np.uint64]


@dataclass(frozen=True, slots=True)
class Profiles:
    """The writing of accounts: one matrix a view, with a row for every account in the order given."""

    views: tuple[csr_matrix, ...]

    def __len__(self) -> int:
        return int(self.views[0].shape[0])

    def alike(self, left: Ints, right: Ints) -> Floats:
        """How alike the accounts of each pair write: 0 nothing in common, 1 the same."""
        total = np.zeros(len(left))
        for view in self.views:
            for start in range(0, len(left), 20_000):
                part = slice(start, start + 20_000)
                product = view[left[part]].multiply(view[right[part]])
                total[part] += np.asarray(product.sum(axis=1)).ravel()
        return np.asarray(total / len(self.views), dtype=np.float64)

    def against_all(self, accounts: Ints) -> Floats:
        """How alike each of these accounts and every account write, as rows; 0 with itself."""
        rows = sum((view[accounts] @ view.T).toarray() for view in self.views) / len(self.views)
        made = np.asarray(rows, dtype=np.float64)
        made[np.arange(len(accounts)), accounts] = 0.0
        return made


def profiles(texts: Sequence[Sequence[str]], letters: int = _LETTERS) -> Profiles:
    """The writing of each account from its texts, of which the first `letters` letters are looked at."""
    joined = ["\n".join(each)[:letters] for each in texts]
    owners, words, lines = _words(joined)
    shapes = _shapes(words)
    small = pc.utf8_lower(pc.replace_substring_regex(words, r"[^\pL\pN]+", ""))
    return Profiles(
        (
            _weighted(*_letters(joined), len(joined)),
            _weighted(*_runs(owners, _codes(words), lines, 2), len(joined)),
            _weighted(owners, _codes(small), len(joined)),
            _weighted(*_runs(owners, _codes(shapes), lines, 3), len(joined)),
            _weighted(*_edges(owners, _codes(words), lines), len(joined)),
        )
    )


def nearest(made: Profiles, wanted: Ints, closest: int = 10) -> list[Ints]:
    """For each wanted account all accounts, the most alike first; accounts that are near to everybody come later.

    An account that writes like many others is near to all; so from twice the likeness the mean likeness of each of
    the two to its `closest` nearest is taken off (cross-domain similarity local scaling, Conneau 2018).
    """
    crowd = np.concatenate([_crowd(made, part, closest) for part in _parts(np.arange(len(made)))])
    out: list[Ints] = []
    for part in _parts(wanted):
        near = 2 * made.against_all(part) - crowd[None, :]
        near[np.arange(len(part)), part] = -np.inf
        out += list(np.argsort(-near, axis=1, kind="stable"))
    return out


def _crowd(made: Profiles, part: Ints, closest: int) -> Floats:
    rows = made.against_all(part)
    many = min(closest, rows.shape[1])
    return np.asarray(np.sort(np.partition(rows, -many, axis=1)[:, -many:], axis=1).mean(axis=1))


def _parts(accounts: Ints) -> list[Ints]:
    return [accounts[start : start + _BLOCK] for start in range(0, len(accounts), _BLOCK)]


def _words(joined: list[str]) -> tuple[Ints, pa.Array, Ints]:
    """All words in order, the account and the line (counted over all accounts) each stands in."""
    owners: list[int] = []
    words: list[str] = []
    lines: list[int] = []
    line = 0
    for account, text in enumerate(joined):
        for one in text.split("\n"):
            parts = one.split()
            words += parts
            owners += [account] * len(parts)
            lines += [line] * len(parts)
            line += 1
    return np.array(owners, np.int64), pa.array(words, pa.string()), np.array(lines, np.int64)


def _shapes(words: pa.Array) -> pa.Array:
    """Words as shapes: capital A, small a, digit 0, one for each run."""
    unlike = words.dictionary_encode()
    made = [_shape(word) for word in unlike.dictionary.to_pylist()]
    return pa.array(made, pa.string()).take(unlike.indices)


_RUNS = re.compile(r"(.)\1+")


def _shape(word: str) -> str:
    signs = ("0" if c.isdigit() else "A" if c.isupper() else "a" if c.isalpha() else c for c in word)
    return _RUNS.sub(r"\1", "".join(signs))


def _codes(words: pa.Array) -> Keys:
    """A number for each word, by first appearance; 0 for the empty word."""
    indices = words.dictionary_encode().indices.to_numpy(zero_copy_only=False)
    empty = pc.equal(words, "").to_numpy(zero_copy_only=False)
    return np.where(empty, 0, indices.astype(np.uint64) + np.uint64(1)).astype(np.uint64)


def _runs(owners: Ints, codes: Keys, lines: Ints, most: int) -> tuple[Ints, Keys]:
    """Runs of 1 to `most` words of one line."""
    return _grams(owners, codes, lines, tuple(range(1, most + 1)))


def _letters(joined: Sequence[str], sizes: Sequence[int] = _GRAMS) -> tuple[Ints, Keys]:
    """Runs of so many letters of each account: one to four as a rule."""
    raw = np.frombuffer("".join(joined).encode("utf-32-le", "surrogatepass"), np.uint32).astype(np.uint64)
    lengths = np.array([len(text) for text in joined], np.int64)
    owners = np.repeat(np.arange(len(joined)), lengths)
    return _grams(owners, raw, owners, sizes)


def _grams(owners: Ints, codes: Keys, within: Ints, sizes: Sequence[int]) -> tuple[Ints, Keys]:
    """Runs of the given sizes that stay within one line, as keys; each with its account."""
    out_owners, out_keys, key = [], [], np.zeros(len(codes), np.uint64)
    for size in range(1, max(sizes) + 1):
        key = key[: len(codes) - size + 1] * _PRIME + codes[size - 1 :]
        if size in sizes and len(key):
            whole = within[: len(key)] == within[size - 1 :]
            out_owners.append(owners[: len(key)][whole])
            out_keys.append(key[whole] * _PRIME + np.uint64(size))
    return np.concatenate([np.zeros(0, np.int64), *out_owners]), np.concatenate(
        [np.zeros(0, np.uint64), *out_keys]
    )


def _edges(owners: Ints, codes: Keys, lines: Ints) -> tuple[Ints, Keys]:
    """The first and the last one and two words of each line."""
    if not len(lines):
        return owners, codes
    first = np.flatnonzero(np.diff(lines, prepend=-1))
    last = np.append(first[1:], len(lines)) - 1
    long = first < last
    keys = [
        codes[first] * np.uint64(4),
        codes[last] * np.uint64(4) + np.uint64(1),
        (codes[first] * _PRIME + codes[np.minimum(first + 1, last)])[long] * np.uint64(4) + np.uint64(2),
        (codes[np.maximum(last - 1, first)] * _PRIME + codes[last])[long] * np.uint64(4) + np.uint64(3),
    ]
    return np.concatenate([owners[first], owners[last], owners[first][long], owners[last][long]]), (
        np.concatenate(keys)
    )


def weighed_sequences(texts: Sequence[str], sizes: Sequence[int]) -> csr_matrix:
    """The tf-idf matrix of the letter sequences of these sizes: one row a text, of unit length."""
    return _weighted(*_letters(texts, sizes), len(texts))


def _weighted(owners: Ints, keys: Keys, accounts: int) -> csr_matrix:
    """The tf-idf matrix of what each account shows."""
    # numbered by first appearance and counted after one sort: five times as fast as numpy.unique twice
    encoded = pa.array(keys).dictionary_encode()
    many = max(len(encoded.dictionary), 1)
    cells = owners * many + encoded.indices.to_numpy(zero_copy_only=False)
    cells.sort()
    first = np.flatnonzero(np.diff(cells, prepend=-1))
    counts = np.diff(first, append=len(cells))
    rows, columns = np.divmod(cells[first], many)
    seen_by = np.bincount(columns, minlength=many)
    weights = (1 + np.log(counts)) * (np.log((1 + accounts) / (1 + seen_by[columns])) + 1)
    length = np.sqrt(np.bincount(rows, weights**2, minlength=accounts))
    values = weights / np.maximum(length[rows], 1e-12)
    return csr_matrix((values, (rows, columns)), shape=(accounts, many))
