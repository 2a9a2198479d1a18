"""Pairs of accounts whose ads are worded alike, though none is a copy of another: who goes on under a new name writes a new ad in old words.

Each account is the set of letter sequences of its ads without contacts and amounts, weighed by how few accounts have them (tf-idf, sublinear
counts, unit length). Who is near to whom is asked by sequences that few accounts have alone, so that not every account is compared with every
other; how alike two are (the cosine) by all of them. Of pairs of advertisers on eighteen made-up markets of three outside makers that shared
no ad, photo, list, name or contact, 6 in 10 were one seller where the cosine was .55 or more, 1 in 10 at .4, 1 in 100 at .15.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from scipy.sparse import csr_matrix

from schakel.linking.comparing.style import weighed_sequences
from schakel.linking.copies.shingles import Floats, Ints

_SIZE = 5  # letters; four, three to five, and five to seven found as many
_LETTERS = 4_000  # of an account's ads, each different one once
_ALL_LETTERS = 12_000_000  # of all accounts together, so that memory stays bounded
_FEW = 20  # accounts that have a sequence, above which it does not bring two together; and a fifth of all at most
_SHARE = 5
_NEAREST = 10  # accounts that each is compared with
_AT_ONCE = 512
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class WordedAlike:
    """Two accounts by id, and how alike their ads are worded (0 to 1)."""

    left: str
    right: str
    likeness: float


@dataclass(frozen=True, slots=True)
class Wordings:
    """How accounts word their ads: the accounts by id, how many letters all different ads of each have, and its letter sequences, weighed."""

    accounts: Sequence[str]
    letters: Ints
    weights: csr_matrix

    def likeness(self, pairs: Sequence[tuple[str, str]]) -> list[float | None]:
        """How alike the accounts of each pair word their ads (0 to 1); None where one of both has none."""
        place = pa.array(self.accounts, pa.string())
        left, right = (
            np.asarray(
                pc.fill_null(pc.index_in(pa.array([pair[side] for pair in pairs], pa.string()), place), -1)
            )
            for side in (0, 1)
        )
        known = (left >= 0) & (right >= 0)
        alike = np.zeros(len(pairs))
        alike[known] = np.round(_cosines(self.weights, left[known], right[known]), 4)
        return [one if sure else None for one, sure in zip(alike.tolist(), known.tolist(), strict=True)]

    def brief(self, letters: int) -> frozenset[str]:
        """The accounts whose ads together have fewer letters than that."""
        return frozenset(np.array(self.accounts, object)[self.letters < letters].tolist())


def wordings(posts: pa.Table, skeletons: pa.Table) -> Wordings:
    """How all accounts word their ads: `posts` tell who posted which text as its own, `skeletons` are the texts without contacts."""
    accounts, texts = _ads(posts, skeletons)
    letters = min(_LETTERS, _ALL_LETTERS // max(len(accounts), 1))
    weights = weighed_sequences([text[:letters] for text in texts], (_SIZE,))
    return Wordings(accounts, np.array([len(text) for text in texts], np.int64), weights)


def worded_alike(made: Wordings, least: float) -> list[WordedAlike]:
    """The pairs of accounts whose ads are worded alike by `least` or more, sorted by pair."""
    if len(made.accounts) < 2:
        return []
    left, right = _near(made.weights)
    likeness = np.round(_cosines(made.weights, left, right), 4)
    rows = zip(left.tolist(), right.tolist(), likeness.tolist(), strict=True)
    accounts = made.accounts
    return sorted(
        (WordedAlike(accounts[one], accounts[other], alike) for one, other, alike in rows if alike >= least),
        key=lambda pair: (pair.left, pair.right),
    )


def _ads(posts: pa.Table, skeletons: pa.Table) -> tuple[list[str], list[str]]:
    """The accounts by id, and of each its different ads one below the other."""
    plain = dict(zip(skeletons["text_id"].to_pylist(), skeletons["skeleton"].to_pylist(), strict=True))
    own: dict[str, set[str]] = {}
    for account, text in zip(posts["account_id"].to_pylist(), posts["text_id"].to_pylist(), strict=True):
        own.setdefault(account, set()).add(_DIGITS.sub("0", (plain.get(text) or "").lower()))
    accounts = sorted(own)
    return accounts, [" " + " \n ".join(sorted(own[account])) for account in accounts]


def _near(weights: csr_matrix) -> tuple[Ints, Ints]:
    """The pairs of which one is among the nearest of the other by sequences that few have; each once, the smaller place first."""
    users = np.bincount(weights.indices, minlength=weights.shape[1])
    most = min(_FEW, weights.shape[0] // _SHARE)
    few: csr_matrix = weights[:, np.flatnonzero((users > 1) & (users <= most))]
    pairs: set[tuple[int, int]] = set()
    turned = few.T.tocsr()
    for start in range(0, few.shape[0], _AT_ONCE):
        products = (few[start : start + _AT_ONCE] @ turned).tocsr()
        for row in range(products.shape[0]):
            pairs.update(_nearest(products, row, start + row))
    ordered = np.array(sorted(pairs), np.int64).reshape(-1, 2)
    return ordered[:, 0], ordered[:, 1]


def _nearest(products: csr_matrix, row: int, account: int) -> Sequence[tuple[int, int]]:
    """The account with each of those nearest to it; of equally near ones those with the smaller place."""
    part = slice(products.indptr[row], products.indptr[row + 1])
    others, near = products.indices[part], np.round(products.data[part], 9)
    others, near = others[others != account], near[others != account]
    first = np.lexsort((others, -near))[:_NEAREST]
    return [(min(account, int(other)), max(account, int(other))) for other in others[first]]


def _cosines(weights: csr_matrix, left: Ints, right: Ints) -> Floats:
    out = np.zeros(len(left))
    for start in range(0, len(left), 20_000):
        part = slice(start, start + 20_000)
        out[part] = np.asarray(weights[left[part]].multiply(weights[right[part]]).sum(axis=1)).ravel()
    return out
