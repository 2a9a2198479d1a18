"""Coordinated posting: accounts that post the same thing within seconds of each other, again and again.

The method is that of Giglietto, Righetti, Rossi and Marino (2020) as refined in CooRTweet (Righetti and Balluff 2024):
posts of one object by two accounts within a time window make a pair, accounts that take part too seldom are left out,
and edges heavier than the usual one stand out. Its published counts on its own data are a test here.
"""

from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from schakel.linking.copies.shingles import Ints

_SHARE = 0.5  # quantile of the weights above which an edge is heavier than usual


@dataclass(frozen=True, slots=True)
class Posts:
    """Posts as columns of equal length: what was posted (a number), by whom, which post it is, when (seconds)."""

    things: Ints
    accounts: Ints
    contents: Ints
    seconds: Ints


@dataclass(frozen=True, slots=True)
class PostPairs:
    """Pairs of posts (places in the columns), the earlier one first."""

    first: Ints
    second: Ints


@dataclass(frozen=True, slots=True)
class Edges:
    """Pairs of accounts (smaller number first), how many pairs of posts they share, and whether that is much."""

    left: Ints
    right: Ints
    weight: Ints
    heavy: np.ndarray


def posting_together(campaigns: pa.Table, window: int = 60, least: int = 2) -> list[dict[str, object]]:
    """Pairs of accounts that post the same ads within `window` seconds of each other oftener than usual.

    From the table `campaigns`: `left_id`, `right_id`, `times`, the most often first.
    """
    told = campaigns.filter(pc.and_(pc.is_valid(campaigns["account_id"]), pc.is_valid(campaigns["sent_at"])))
    if not told.num_rows:
        return []
    names = told["account_id"].combine_chunks().dictionary_encode()
    things = told["campaign_id"].combine_chunks().dictionary_encode().indices
    columns = Posts(
        things.to_numpy().astype(np.int64),
        names.indices.to_numpy().astype(np.int64),
        np.arange(told.num_rows),
        told["sent_at"].cast(pa.int64()).to_numpy(),
    )
    made, called = edges(columns, coordinated(columns, window, least)), names.dictionary.to_pylist()
    rows = [
        {"left_id": min(called[a], called[b]), "right_id": max(called[a], called[b]), "times": many}
        for a, b, many in zip(
            made.left[made.heavy].tolist(),
            made.right[made.heavy].tolist(),
            made.weight[made.heavy].tolist(),
            strict=True,
        )
    ]
    return sorted(rows, key=lambda row: (-row["times"], row["left_id"], row["right_id"]))


def coordinated(posts: Posts, window: int, least: int = 2) -> PostPairs:
    """All pairs of posts of one thing by two accounts at most `window` seconds apart, by place.

    Accounts with fewer than `least` posts are left out before; pairs after of which neither account has at least
    `least` posts in any pair.
    """
    many = int(posts.accounts.max(initial=-1)) + 1
    enough = np.bincount(posts.accounts, minlength=many) >= least
    kept = np.flatnonzero(enough[posts.accounts])
    order = kept[np.lexsort((kept, posts.seconds[kept], posts.things[kept]))]
    pairs = _within(posts, order, window)
    return _refined(posts, kept, pairs, least)


def edges(posts: Posts, pairs: PostPairs) -> Edges:
    """The network of accounts that the pairs make; an edge is heavy if it has more pairs than the middle one."""
    one, other = posts.accounts[pairs.first], posts.accounts[pairs.second]
    many = int(posts.accounts.max(initial=0)) + 1
    keys, weight = np.unique(np.minimum(one, other) * many + np.maximum(one, other), return_counts=True)
    left, right = np.divmod(keys, many)
    usual = np.quantile(weight, _SHARE) if len(weight) else 0
    return Edges(left, right, weight.astype(np.int64), weight > usual)


def _within(posts: Posts, order: Ints, window: int) -> PostPairs:
    """Pairs of neighbours in time: each with the next, the one after, and so on while any are near enough."""
    things, seconds = posts.things[order], posts.seconds[order]
    accounts, contents = posts.accounts[order], posts.contents[order]
    first, second = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)]
    near = np.arange(len(order))
    for step in range(1, len(order)):
        near = near[near + step < len(order)]
        later = near + step
        near = near[(things[near] == things[later]) & (seconds[later] - seconds[near] <= window)]
        if not len(near):
            break
        later = near + step
        apart = (accounts[near] != accounts[later]) & (contents[near] != contents[later])
        first.append(order[near[apart]])
        second.append(order[later[apart]])
    return PostPairs(np.concatenate(first), np.concatenate(second))


def _refined(posts: Posts, kept: Ints, pairs: PostPairs, least: int) -> PostPairs:
    paired = np.unique(np.concatenate((posts.contents[pairs.first], posts.contents[pairs.second])))
    taking = kept[np.isin(posts.contents[kept], paired)]
    many = int(posts.accounts.max(initial=-1)) + 1
    often = np.bincount(posts.accounts[taking], minlength=many) >= least
    told = np.unique(posts.contents[taking[often[posts.accounts[taking]]]])
    holds = np.isin(posts.contents[pairs.first], told) | np.isin(posts.contents[pairs.second], told)
    return PostPairs(pairs.first[holds], pairs.second[holds])
