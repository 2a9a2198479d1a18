"""All pairs of texts that are nearly the same: an exact join, without comparing every text with every other.

The method is the prefix filter of Chaudhuri, Ganti and Kaushik (ICDE 2006) with the size filter of
Xiao, Wang, Lin and Yu (PPJoin, WWW 2008): two sets with Jaccard similarity t or more must share one of
their rarest shingles, so only texts with a rare shingle in common are compared. Written here over whole
columns, in slices of bounded size.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from schakel.linking.copies.shingles import Floats, Ints, Shingles

# Candidate pairs held at a time; 2 million take about 150 MB with their working columns.
_SLICE = 2_000_000
# A shingle in more than this many prefixes is met only in mass posts of one template with a changing
# number. There a text is compared with its `_NEAR` neighbours in size, not with all: the copies still
# hang together through their neighbours, and the work stays linear.
_CROWD = 2_000
_NEAR = 128
_TEXTS = 50_000  # texts whose signatures are made at a time
_PAIRS = 200_000  # pairs that are compared at a time


@dataclass(frozen=True, slots=True)
class _Index:
    """Prefix entries sorted by token, then by text in order of size."""

    sizes: Ints  # of the texts, in order of size
    tokens: Ints
    texts: Ints
    low: Ints  # first entry in the same posting list that is large enough to be a copy
    place: Ints  # the entry itself


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of text numbers, left < right, with their Jaccard similarity."""

    left: Ints
    right: Ints
    similarity: Floats


def near_copies(shingles: Shingles, threshold: float) -> Pairs:
    """Every pair of texts whose shingle sets have a Jaccard similarity of `threshold` or more, sorted.

    Exact (recall 1) as long as no shingle stands in the prefixes of more than 2,000 texts. Texts without
    words have no copies.
    """
    order = np.argsort(shingles.sizes, kind="stable")
    signatures = _signatures(shingles)
    found = [
        _verified(shingles, signatures, order[one], order[other], threshold)
        for one, other in _candidates(_prefix_index(shingles, order, threshold))
    ]
    left = np.concatenate([p.left for p in found] or [np.zeros(0, dtype=np.int64)])
    right = np.concatenate([p.right for p in found] or [np.zeros(0, dtype=np.int64)])
    similarity = np.concatenate([p.similarity for p in found] or [np.zeros(0)])
    by_pair = np.lexsort((right, left))
    return Pairs(left[by_pair], right[by_pair], similarity[by_pair])


def jaccard(shingles: Shingles, left: Ints, right: Ints) -> Floats:
    """The Jaccard similarity of each pair of texts; 0 where one has no words."""
    sizes = shingles.sizes
    shared = np.where(left == right, sizes[left], _shared(shingles, left, right))
    union = sizes[left] + sizes[right] - shared
    return np.asarray(shared / np.maximum(union, 1), dtype=np.float64)


def _prefix_index(shingles: Shingles, order: Ints, threshold: float) -> _Index:
    sizes = shingles.sizes[order]
    # the small slack keeps a threshold such as .7 * 10 from becoming 8 by rounding
    lengths = np.where(sizes > 0, sizes - np.ceil(threshold * sizes - 1e-9).astype(np.int64) + 1, 0)
    # the shingles that a text has alone are its rarest: they take the first places, and nothing is met there
    lengths = np.clip(lengths - shingles.alone[order], 0, shingles.shared_sizes[order])
    texts = np.repeat(np.arange(len(order)), lengths)
    offset = np.arange(len(texts)) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    tokens = shingles.tokens[shingles.starts[order[texts]] + offset].astype(np.int64)
    keys = np.sort(tokens * max(len(order), 1) + texts)
    tokens, texts = np.divmod(keys, max(len(order), 1))
    smallest = np.searchsorted(sizes, np.ceil(threshold * sizes - 1e-9).astype(np.int64))
    low = np.searchsorted(keys, tokens * max(len(order), 1) + smallest[texts])
    place = np.arange(len(keys))
    crowd = np.bincount(tokens, minlength=1)[tokens] > _CROWD if len(tokens) else np.zeros(0, dtype=bool)
    return _Index(sizes, tokens, texts, np.where(crowd, np.maximum(low, place - _NEAR), low), place)


def _candidates(index: _Index) -> Iterator[tuple[Ints, Ints]]:
    """Slices of different pairs (text, smaller text) that share a token of their prefixes."""
    by_text = np.argsort(index.texts, kind="stable")
    cost = index.place[by_text] - index.low[by_text]
    done = np.cumsum(cost)
    texts = index.texts[by_text]
    start = 0
    while start < len(by_text):
        limit = (done[start - 1] if start else 0) + _SLICE
        stop = max(int(np.searchsorted(done, limit, side="right")), start + 1)
        # all entries of one text stay in one slice, so a pair is met in one slice only
        stop = int(np.searchsorted(texts, texts[stop - 1], side="right"))
        yield _expanded(index, by_text[start:stop])
        start = stop


def _expanded(index: _Index, entries: Ints) -> tuple[Ints, Ints]:
    entries = entries[index.place[entries] > index.low[entries]]
    counts = index.place[entries] - index.low[entries]
    step = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
    one = np.repeat(index.texts[entries], counts)
    other = index.texts[np.repeat(index.low[entries], counts) + step]
    total = max(len(index.sizes), 1)
    keys = np.unique(one * total + other)
    one, other = np.divmod(keys, total)
    return one, other


def _verified(shingles: Shingles, signatures: np.ndarray, one: Ints, other: Ints, threshold: float) -> Pairs:
    # Each differing bit of the signatures is a shingle that only one of the two texts has, so half of
    # what is left of both sizes is the most they can share.
    differing = np.bitwise_count(signatures[one] ^ signatures[other]).sum(axis=1, dtype=np.int64)
    sizes, shared = shingles.sizes, shingles.shared_sizes
    both = sizes[one] + sizes[other]
    most = (shared[one] + shared[other] - differing) // 2
    most = np.minimum(most, np.minimum(shared[one], shared[other]))
    hopeful = most >= threshold * (both - most) - 1e-9
    one, other = one[hopeful], other[hopeful]
    similarity = jaccard(shingles, one, other)
    kept = similarity >= threshold - 1e-12
    one, other = one[kept], other[kept]
    return Pairs(np.minimum(one, other), np.maximum(one, other), similarity[kept])


def _signatures(shingles: Shingles) -> np.ndarray:
    """256 bits a text: bit (token mod 256) of each shingle that others have too, as four 64-bit words."""
    words = np.zeros((len(shingles.alone), 4), dtype=np.uint64)
    for at in range(0, len(words), _TEXTS):
        part = shingles.starts[at : at + _TEXTS + 1]
        owners = np.repeat(np.arange(at, at + len(part) - 1), np.diff(part))
        bit = (shingles.tokens[part[0] : part[-1]] * np.int64(2654435761)) % 256
        values = np.left_shift(np.uint64(1), (bit % 64).astype(np.uint64))
        np.bitwise_or.at(words, (owners, bit // 64), values)
    return words


def _shared(shingles: Shingles, left: Ints, right: Ints) -> Ints:
    """How many shingles each pair of texts shares, by looking up the smaller set in the larger."""
    sizes = shingles.shared_sizes
    swap = sizes[left] > sizes[right]
    small, large = np.where(swap, right, left), np.where(swap, left, right)
    shared = np.zeros(len(left), dtype=np.int64)
    for start in range(0, len(left), _PAIRS):
        block = slice(start, start + _PAIRS)
        shared[block] = _looked_up(shingles, small[block], large[block])
    return shared


def _looked_up(shingles: Shingles, small: Ints, large: Ints) -> Ints:
    texts, place = np.unique(large, return_inverse=True)
    tokens, owners = _tokens(shingles, texts)
    keys = owners * shingles.kinds + tokens
    tokens, pair = _tokens(shingles, small)
    wanted = place[pair] * shingles.kinds + tokens
    if not len(keys):
        return np.zeros(len(small), dtype=np.int64)
    at = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
    return np.bincount(pair[keys[at] == wanted], minlength=len(small))


def _tokens(shingles: Shingles, texts: Ints) -> tuple[np.ndarray, Ints]:
    """The tokens of the given texts one after the other, and of which of them each is."""
    counts = shingles.starts[texts + 1] - shingles.starts[texts]
    owners = np.repeat(np.arange(len(texts)), counts)
    step = np.arange(len(owners)) - np.repeat(np.cumsum(counts) - counts, counts)
    return shingles.tokens[shingles.starts[texts][owners] + step], owners
