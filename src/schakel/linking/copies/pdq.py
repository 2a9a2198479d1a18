"""PDQ: a hash of 256 bits of how a photo looks, the same for a photo that was scaled, sharpened or saved anew.

After "The TMK+PDQF Video-Hashing Algorithm and the PDQ Image-Hashing Algorithm" (Facebook, 2019): luminance, two
box filters, 64 x 64 samples, the 16 x 16 lowest cosine terms against their median. Hashes at most 31 bits apart are
one photo; a photo of quality below 50 has too little in it to tell.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from schakel.linking.copies.shingles import Floats, Ints

MATCH = 31  # bits
LEAST_QUALITY = 50

Bits = npt.NDArray[np.bool_]
Words = npt.NDArray[np.uint64]

_SIDE, _TERMS, _PASSES = 64, 16, 2
_LUMA = np.array([0.299, 0.587, 0.114])
_PLACE = np.arange(_SIDE)
_COSINES = np.sqrt(2 / _SIDE) * np.cos(np.pi / 2 / _SIDE * np.outer(np.arange(1, _TERMS + 1), 2 * _PLACE + 1))


@dataclass(frozen=True, slots=True)
class Look:
    """The hash of a photo as 64 hex digits, and its quality from 0 (one colour) to 100."""

    pdq: str
    quality: int


def look(pixels: npt.NDArray[np.uint8]) -> Look:
    """The hash of a photo from its pixels: rows, columns, red-green-blue."""
    samples = _samples(pixels)
    return Look(_written(_terms(samples)), _quality(samples))


def turned(pixels: npt.NDArray[np.uint8]) -> list[str]:
    """The hashes of a photo as it is, turned by 90, 180 and 270 degrees, and each of these in a mirror."""
    terms = _terms(_samples(pixels))
    # A mirror turns the sign of every other cosine term; a quarter turn also swaps rows and columns.
    other = np.where(np.arange(_TERMS) % 2 == 0, -1.0, 1.0)
    flips = [np.ones(_TERMS), other]
    return [
        _written(rows[:, None] * part * columns[None, :])
        for part in (terms, terms.T)
        for rows in flips
        for columns in flips
    ]


def words(hashes: list[str]) -> Words:
    """Hashes of 64 hex digits as rows of four 64-bit words."""
    raw = np.frombuffer(bytes.fromhex("".join(hashes)), dtype=">u8")
    return raw.astype(np.uint64).reshape(-1, 4)


def near(hashes: Words, most: int = MATCH) -> tuple[Ints, Ints]:
    """All pairs (smaller number first) of hashes at most `most` bits apart; exact for `most` up to 31.

    Of 16 parts of 16 bits at least one differs in at most one bit, so only hashes that nearly share a part are
    compared (multi-index hashing, Norouzi 2012).
    """
    parts = hashes.astype(">u8").view(">u2").astype(np.int64).reshape(-1, 16)
    changes = np.concatenate(([0], 1 << np.arange(16)))
    keys = []
    for column in range(16):
        own = parts[:, column]
        order = np.argsort(own, kind="stable")
        for change in changes:
            keys.append(_joined(own ^ change, own[order], order, len(own)))
    pairs = np.unique(np.concatenate(keys)) if keys else np.zeros(0, np.int64)
    left, right = np.divmod(pairs, max(len(hashes), 1))
    apart = np.bitwise_count(hashes[left] ^ hashes[right]).sum(axis=1)
    return left[apart <= most], right[apart <= most]


def _joined(wanted: Ints, sorted_keys: Ints, order: Ints, many: int) -> Ints:
    low, high = np.searchsorted(sorted_keys, wanted), np.searchsorted(sorted_keys, wanted, side="right")
    counts = high - low
    step = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
    one = np.repeat(np.arange(many), counts)
    other = order[np.repeat(low, counts) + step]
    kept = one < other
    return np.asarray(one[kept] * many + other[kept], np.int64)


def _samples(pixels: npt.NDArray[np.uint8]) -> Floats:
    """64 x 64 samples of the luminance, each the mean of what lies around it."""
    luma = pixels.astype(np.float64) @ _LUMA
    for _ in range(_PASSES):
        luma = _box(_box(luma).T).T
    rows, columns = (((_PLACE + 0.5) * side / _SIDE).astype(np.int64) for side in luma.shape)
    return np.asarray(luma[np.ix_(rows, columns)], np.float64)


def _box(luma: Floats) -> Floats:
    """The mean over a window of about 1/128 of the width, cut off at the edges."""
    width = luma.shape[1]
    window = (width + 2 * _SIDE - 1) // (2 * _SIDE)
    half = (window + 2) // 2
    sums = np.concatenate((np.zeros((luma.shape[0], 1)), np.cumsum(luma, axis=1)), axis=1)
    at = np.arange(width)
    low, high = np.maximum(at - window + half, 0), np.minimum(at + half, width)
    return np.asarray((sums[:, high] - sums[:, low]) / (high - low))


def _terms(samples: Floats) -> Floats:
    return np.asarray(_COSINES @ samples @ _COSINES.T)


def _written(terms: Floats) -> str:
    ordered = np.sort(terms, axis=None)
    bits = (terms > ordered[len(ordered) // 2 - 1]).ravel()
    return np.packbits(bits[::-1]).tobytes().hex()


def _quality(samples: Floats) -> int:
    steps = sum(np.abs(np.trunc(np.diff(samples, axis=axis) * 100 / 255)).sum() for axis in (0, 1))
    return min(int(steps / 90), 100)
