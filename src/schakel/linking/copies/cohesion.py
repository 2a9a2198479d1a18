"""Groups of near copies in which every text still looks like the first one."""

from collections import deque
from collections.abc import Callable

import numpy as np
import pyarrow as pa
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

from schakel.linking.copies.near_copies import Pairs, jaccard
from schakel.linking.copies.shingles import Ints, Shingles


def cohesive_groups(shingles: Shingles, pairs: Pairs, floor: float) -> Ints:
    """For each text the number of the first text of its group (texts are given in order of first posting).

    A group is a connected component of near copies, as long as every text shares at least `floor` of its
    shingles with the first text. Where a chain of small changes drifts further than that, the first text
    keeps what is near it and the earliest text that is left starts the next group; so two texts that
    have little in common are never one campaign, however many half-way texts lie between.
    """
    texts = len(shingles.sizes)
    founders = _components(texts, pairs.left, pairs.right)
    copies = np.flatnonzero(founders != np.arange(texts))
    drifted = copies[jaccard(shingles, copies, founders[copies]) < floor]
    for founder in np.unique(founders[drifted]).tolist():
        members = np.flatnonzero(founders == founder)
        _split(shingles, pairs, members, floor, founders)
    return founders


def with_other_slots(founders: Ints, masks: pa.Array) -> Ints:
    """The same groups, those brought together of which texts are the same but for their slots; by the first text of all.

    `masks` are the texts without what stands in slots (prices, places, contacts), null where too little is left. An ad of
    some thirty words with another town and three other prices is no near copy any more, but the same ad.
    """
    kinds = masks.dictionary_encode().indices
    told = np.flatnonzero(kinds.is_valid().to_numpy(zero_copy_only=False))
    kind = kinds.drop_null().to_numpy()
    first = np.full(int(kind.max(initial=-1)) + 1, len(founders), dtype=np.int64)
    np.minimum.at(first, kind, told)
    return _components(len(founders), founders[first[kind]], founders[told])[founders]


def _components(texts: int, left: Ints, right: Ints) -> Ints:
    """The smallest text number of each text's connected component."""
    graph = coo_matrix((np.ones(len(left), dtype=np.int8), (left, right)), (texts, texts))
    count, labels = connected_components(graph, directed=False)
    first = np.full(count, texts, dtype=np.int64)
    np.minimum.at(first, labels, np.arange(texts))
    return first[labels]


def _split(shingles: Shingles, pairs: Pairs, members: Ints, floor: float, founders: Ints) -> None:
    near = _neighbours(pairs, members)
    left = dict.fromkeys(members.tolist())
    sets = {text: frozenset(shingles.of(text).tolist()) for text in left}
    sizes = dict(zip(left, shingles.sizes_of(members).tolist(), strict=True))

    def resembles(one: int, other: int) -> bool:
        shared = len(sets[one] & sets[other])
        return bool(shared >= floor * (sizes[one] + sizes[other] - shared))

    while left:
        founder = next(iter(left))
        for text in _ball(founder, near, left, resembles):
            founders[text] = founder
            del left[text]


def _ball(
    founder: int, near: dict[int, list[int]], left: dict[int, None], resembles: Callable[[int, int], bool]
) -> list[int]:
    """The founder and all texts reached through near copies that still resemble it."""
    ball, queue, seen = [founder], deque([founder]), {founder}
    while queue:
        for text in near[queue.popleft()]:
            if text in seen or text not in left:
                continue
            seen.add(text)
            if resembles(founder, text):
                ball.append(text)
                queue.append(text)
    return ball


def _neighbours(pairs: Pairs, members: Ints) -> dict[int, list[int]]:
    inside = np.zeros(int(members.max()) + 1, dtype=bool)
    inside[members] = True
    low = pairs.left < len(inside)
    kept = np.flatnonzero(low)[inside[pairs.left[low]]]
    near: dict[int, list[int]] = {text: [] for text in members.tolist()}
    for one, other in zip(pairs.left[kept].tolist(), pairs.right[kept].tolist(), strict=True):
        near[one].append(other)
        near[other].append(one)
    return near
