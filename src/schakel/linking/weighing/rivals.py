"""Who else an account may be one with: what each other candidate takes from a pair.

An account has one holder. Where it is as like five other accounts that are not like each other, at most one of the six pairs is right
unless all are one, so the odds of a pair are divided among its rivals. Of each account of a pair the rivals are counted by expectation: how many
accounts it is thought one with that the other account is not; accounts that resemble both are no rivals but more of the same seller.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix

from schakel.linking.copies.shingles import Floats, Ints
from schakel.linking.weighing.link import Link
from schakel.linking.weights import load_settings
from schakel.records.facts import Reason

OTHERS_AS_LIKE = "others_as_like"
_LEAST = (
    0.01  # probability from which another account is counted: below it thousands would add up to nothing much
)
_SHOWN = 0.05  # weight below which nothing is said
_RULED = "verdict_"


def with_rivals(links: Sequence[Link]) -> list[Link]:
    """The same pairs with what their rivals take from them (log10), as a reason of its own.

    What people ruled is left out of the count, so that a word on two accounts moves no others.
    """
    if not links:
        return []
    accounts = sorted({account for link in links for account in (link.left, link.right)})
    place = {account: number for number, account in enumerate(accounts)}
    left = np.array([place[link.left] for link in links], np.int64)
    right = np.array([place[link.right] for link in links], np.int64)
    odds = np.array([_evidence(link) for link in links]) + load_settings().prior
    mine, theirs = _rivals(left, right, 1 / (1 + 10.0 ** -np.clip(odds, -12, 12)), len(accounts))
    return [_told(*one) for one in zip(links, mine.tolist(), theirs.tolist(), strict=True)]


def _evidence(link: Link) -> float:
    """What is seen on a pair, without what people ruled."""
    return link.log10_lr - sum([r.weight for r in link.reasons if r.rule.startswith(_RULED)])


def _rivals(left: Ints, right: Ints, chance: Floats, accounts: int) -> tuple[Floats, Floats]:
    """Of each pair how many accounts its left one is thought one with that the right one is not, and the other way round."""
    kept = chance >= _LEAST
    one, other, weight = left[kept], right[kept], chance[kept]
    rows, columns = np.concatenate([one, other]), np.concatenate([other, one])
    values = np.concatenate([weight, weight])
    like: Any = csr_matrix((values, (rows, columns)), shape=(accounts, accounts))
    each = np.asarray(like.sum(axis=1)).ravel()
    of_both = np.asarray(like[left].multiply(like[right]).sum(axis=1)).ravel()
    own = np.where(kept, chance, 0.0)
    # what the two are to each other is no rival, and accounts like both count by how much they are like one only
    return each[left] - own - of_both, each[right] - own - of_both


def _told(link: Link, mine: float, theirs: float) -> Link:
    weight = -round(float(np.log10(1 + max(mine, 0.0)) + np.log10(1 + max(theirs, 0.0))), 4)
    if weight > -_SHOWN:
        return link
    detail = f"others as like one of the two: {max(mine, 0.0):.1f} and {max(theirs, 0.0):.1f}"
    reasons = (*link.reasons, Reason(OTHERS_AS_LIKE, weight, detail=detail))
    return replace(link, log10_lr=round(link.log10_lr + weight, 4), reasons=reasons)
