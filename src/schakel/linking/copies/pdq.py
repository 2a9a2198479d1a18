"""PDQ: a hash of 256 bits of how a photo looks, the same for a photo that was scaled, sharpened or saved anew.

After "The TMK+PDQF Video-Hashing Algorithm and the PDQ Image-Hashing Algorithm" (Facebook, 2019): luminance, two
box filters, 64 x 64 samples, the 16 x 16 lowest cosine terms against their median. Hashes at most 31 bits apart are
one photo; a photo of quality below 50 has too little in it to tell.
"""

from dataclasses import dataclass
from itertools import product

import numpy as np
import numpy.typing as npt

from schakel.linking.copies.shingles import Floats, Ints

MATCH = 31  # bits
LEAST_QUALITY = 50
_ROUGHLY = 96  # bits between photos of which one may be a cut of the other
_MOST_COMPARED = 500_000
_AT_ONCE = 256

Bits = npt.NDArray[np.bool_]
Words = npt.NDArray[np.uint64]

_SIDE, _TERMS, _PASSES = 64, 16, 2
_WHOLE = (0.0, 1.0)
# What is kept of a side: hashes bear a shift of about one in a hundred, so these follow one of up to six.
_CUTS = (_WHOLE, (0.02, 1.0), (0.0, 0.98), (0.045, 1.0), (0.0, 0.955))
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
    return _look(_sampled(_smoothed(pixels), _WHOLE, _WHOLE))


def turned(pixels: npt.NDArray[np.uint8]) -> list[str]:
    """The hashes of a photo as it is, turned by 90, 180 and 270 degrees, and each of these in a mirror."""
    return _turned(_sampled(_smoothed(pixels), _WHOLE, _WHOLE))


def cut(pixels: npt.NDArray[np.uint8]) -> list[str]:
    """The hashes of a photo that lost a little at some of its edges: 2 or 4.5 in a hundred at a side or at a corner.

    A photo that was cut otherwise lies elsewhere in its frame, which changes its hash at once (three in a hundred 28 to 56 bits
    of natural photos); but what is left of both by some of these cuts is the same.
    """
    return _cut(_smoothed(pixels))


def looks(pixels: npt.NDArray[np.uint8]) -> tuple[Look, list[str], list[str]]:
    """The hash of a photo, its hashes turned and its hashes cut, all from one smoothing, which costs most."""
    luma = _smoothed(pixels)
    samples = _sampled(luma, _WHOLE, _WHOLE)
    return _look(samples), _turned(samples), _cut(luma)


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
    many = max(len(hashes), 1)
    keys = [np.zeros(0, np.int64)]
    for column in range(16):
        own = parts[:, column]
        order = np.argsort(own, kind="stable")
        first = np.concatenate(([0], np.cumsum(np.bincount(own, minlength=1 << 16))))
        for change in changes:
            left, right = _joined(own ^ change, first, order)
            # (at once: of 4,700 drawn photos and their turned copies 7 million pairs nearly share a part, and few of them are near)
            close = _close(hashes, left, right, most)
            keys.append(left[close] * many + right[close])
    left, right = np.divmod(np.unique(np.concatenate(keys)), many)
    return left, right


def _close(hashes: Words, left: Ints, right: Ints, most: int) -> npt.NDArray[np.bool_]:
    """Which of the pairs are at most so many bits apart."""
    apart = np.zeros(len(left), np.uint16)
    for column in range(hashes.shape[1]):
        word = hashes[:, column]
        apart += np.bitwise_count(word[left] ^ word[right])
    close: npt.NDArray[np.bool_] = apart <= most
    return close


def cut_alike(plain: Words, cuts: Words) -> tuple[Ints, Ints]:
    """All pairs (smaller number first) of photos of which some cut looks the same: `plain` a row each, `cuts` rows of hashes each.

    Compared are photos whose hashes are at most 96 bits apart, strangers one in some thousands; of more than can be
    compared in a few seconds the nearest. Of sixty plain drawings no two had cuts less than 84 bits apart.
    """
    left, right = _roughly_near(plain)
    every = np.concatenate((plain[:, None], cuts), axis=1)
    kept = np.zeros(len(left), np.bool_)
    for start in range(0, len(left), _AT_ONCE):
        some = slice(start, start + _AT_ONCE)
        apart = np.bitwise_count(every[left[some], :, None] ^ every[right[some], None]).sum(axis=3)
        kept[some] = apart.min(axis=(1, 2)) <= MATCH
    return left[kept], right[kept]


def _roughly_near(plain: Words) -> tuple[Ints, Ints]:
    found = []
    for start in range(0, len(plain), _AT_ONCE):
        apart = np.zeros((len(plain[start : start + _AT_ONCE]), len(plain) - start), np.int16)
        for column in range(plain.shape[1]):
            apart += np.bitwise_count(
                plain[start : start + _AT_ONCE, column, None] ^ plain[None, start:, column]
            )
        one, other = np.nonzero(np.triu(apart <= _ROUGHLY, 1))
        found.append(np.stack((apart[one, other], one + start, other + start)))
    pairs = np.concatenate(found, axis=1) if found else np.zeros((3, 0), np.int64)
    nearest = np.argsort(pairs[0], kind="stable")[:_MOST_COMPARED]
    return pairs[1][nearest], pairs[2][nearest]


def _joined(wanted: Ints, first: Ints, order: Ints) -> tuple[Ints, Ints]:
    """All pairs, smaller number first, of which the other has the key that the one wants: in `order` those of a key begin at its `first`."""
    low = first[wanted]
    counts = first[wanted + 1] - low
    step = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
    one = np.repeat(np.arange(len(wanted)), counts)
    other = order[np.repeat(low, counts) + step]
    kept = one < other
    return one[kept], other[kept]


def _smoothed(pixels: npt.NDArray[np.uint8]) -> Floats:
    luma: Floats = pixels.astype(np.float64) @ _LUMA
    for _ in range(_PASSES):
        luma = _box(_box(luma).T).T
    return luma


def _look(samples: Floats) -> Look:
    return Look(_written(_terms(samples)), _quality(samples))


def _turned(samples: Floats) -> list[str]:
    terms = _terms(samples)
    # A mirror turns the sign of every other cosine term; a quarter turn also swaps rows and columns.
    other = np.where(np.arange(_TERMS) % 2 == 0, -1.0, 1.0)
    flips = [np.ones(_TERMS), other]
    return [
        _written(rows[:, None] * part * columns[None, :])
        for part in (terms, terms.T)
        for rows in flips
        for columns in flips
    ]


def _cut(luma: Floats) -> list[str]:
    return [_written(_terms(_sampled(luma, rows, columns))) for rows, columns in product(_CUTS, _CUTS)][1:]


def _sampled(luma: Floats, *kept: tuple[float, float]) -> Floats:
    """64 x 64 samples of what is kept of the rows and columns: from which share of them to which."""
    rows, columns = (
        ((low + (_PLACE + 0.5) * (high - low) / _SIDE) * side).astype(np.int64)
        for (low, high), side in zip(kept, luma.shape, strict=True)
    )
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
