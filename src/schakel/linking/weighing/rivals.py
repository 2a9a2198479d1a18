"""Who else an account may be one with: what each other candidate takes from a pair.

An account has one holder. Where it is as like five other accounts that are not like each other, at most one of the six pairs is right
unless all are one, so the odds of a pair are divided among its rivals. Of each account of a pair the rivals are counted by expectation: how many
accounts it is thought one with that the other account is not; accounts that resemble both are no rivals but more of the same seller.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix

from schakel.linking.copies.shingles import Floats, Ints
from schakel.linking.weighing.link import Link
from schakel.linking.weights import load_settings
from schakel.records.facts import Reason

OTHERS_AS_LIKE = "others_as_like"
# Probability from which another account is counted: below it thousands would add up to nothing much.
_LEAST = 0.01
_SHOWN = 0.05  # weight below which nothing is said
_AT_ONCE = 4_000_000  # likenesses walked over at a time: some 100 MB


def with_rivals(links: Sequence[Link], among: Sequence[Link]) -> list[Link]:
    """The pairs with what their rivals take from them (log10), as a reason of its own; rivals are counted `among` pairs without verdicts."""
    if not links or not among:
        return list(links)
    accounts = sorted({account for link in (*links, *among) for account in (link.left, link.right)})
    place = {account: number for number, account in enumerate(accounts)}
    like = _likeness(among, place)
    mine, theirs = _rivals(like, *_places(links, place))
    return [_told(*one) for one in zip(links, mine.tolist(), theirs.tolist(), strict=True)]


def _likeness(among: Sequence[Link], place: Mapping[str, int]) -> csr_matrix:
    """How likely each two accounts are one, as far as that is worth counting; the same both ways."""
    odds = np.array([link.log10_lr for link in among]) + load_settings().prior
    chance = 1 / (1 + 10.0 ** -np.clip(odds, -12, 12))
    kept = chance >= _LEAST
    left, right = (side[kept] for side in _places(among, place))
    values, rows = np.concatenate([chance[kept]] * 2), np.concatenate([left, right])
    return csr_matrix((values, (rows, np.concatenate([right, left]))), shape=(len(place), len(place)))


def _places(links: Sequence[Link], place: Mapping[str, int]) -> tuple[Ints, Ints]:
    left = np.array([place[link.left] for link in links], np.int64)
    return left, np.array([place[link.right] for link in links], np.int64)


def _rivals(like: Any, left: Ints, right: Ints, at_once: int = _AT_ONCE) -> tuple[Floats, Floats]:
    """Of each pair how many accounts its left one is thought one with that the right one is not, and the other way round.

    What the two are to each other is no rival, and accounts like both count by how much they are like one only.
    """
    each = np.asarray(like.sum(axis=1)).ravel()
    many = np.diff(like.indptr)
    reach = np.cumsum(many[left] + many[right])
    shared = np.zeros(len(left))
    start = 0
    while start < len(left):
        end = max(start + 1, int(np.searchsorted(reach, (reach[start - 1] if start else 0) + at_once)))
        one, other = left[start:end], right[start:end]
        both = np.asarray(like[one].multiply(like[other]).sum(axis=1)).ravel()
        shared[start:end] = both + np.asarray(like[one, other]).ravel()
        start = end
    return each[left] - shared, each[right] - shared


def _told(link: Link, mine: float, theirs: float) -> Link:
    weight = -round(float(np.log10(1 + max(mine, 0.0)) + np.log10(1 + max(theirs, 0.0))), 4)
    if weight > -_SHOWN:
        return link
    detail = f"others as like one of the two: {max(mine, 0.0):.1f} and {max(theirs, 0.0):.1f}"
    reasons = (*link.reasons, Reason(OTHERS_AS_LIKE, weight, detail=detail))
    return replace(link, log10_lr=round(link.log10_lr + weight, 4), reasons=reasons)
