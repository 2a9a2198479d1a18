"""How many of their different ads, or photos, two accounts have in common.

Who goes on under another account brings its whole stock; who likes an ad or a photo takes that one, and shows its own beside it.
"""

from collections.abc import Sequence

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from scipy.sparse import csr_matrix

from schakel.linking.copies.shingles import Ints
from schakel.linking.weights import load_settings

InCommon = tuple[int, int]  # what both have, and how many the account has that has more


def ads_in_common(
    posts: pa.Table, campaigns: pa.Table, pairs: Sequence[tuple[str, str]]
) -> dict[tuple[str, str], InCommon]:
    """Of each pair how many ads both post, of how many; near copies are one ad (`campaigns`: `text_id`, `group_id`)."""
    posted = posts.select(["account_id", "text_id"]).join(campaigns, "text_id", join_type="inner")
    return in_common(posted["account_id"], posted["group_id"], pairs)


def in_common(
    accounts: pa.ChunkedArray, things: pa.ChunkedArray, pairs: Sequence[tuple[str, str]]
) -> dict[tuple[str, str], InCommon]:
    """Of each pair of accounts how many of the things both have, and how many the one with more has; pairs with none are left out.

    `accounts` and `things` stand beside each other. What more accounts have than may have one ad is left out: it tells nobody.
    """
    if not pairs or not len(accounts):
        return {}
    who, what = (_numbered(column) for column in (accounts, things))
    keys = np.unique(_numbers(who) * len(what.dictionary) + _numbers(what))
    owner, had = np.divmod(keys, len(what.dictionary))
    few = np.bincount(had)[had] <= load_settings().blocks["copy_users"]
    shape = (len(who.dictionary), len(what.dictionary))
    has = csr_matrix((np.ones(int(few.sum()), np.int32), (owner[few], had[few])), shape)
    many = np.asarray(has.sum(axis=1)).ravel()
    left, right = (_places(pairs, side, who.dictionary) for side in (0, 1))
    known = np.flatnonzero((left >= 0) & (right >= 0))
    both = np.asarray(has[left[known]].multiply(has[right[known]]).sum(axis=1)).ravel()
    most = np.maximum(many[left[known]], many[right[known]])
    rows = zip(known.tolist(), both.tolist(), most.tolist(), strict=True)
    return {pairs[row]: (shared, all_of_one) for row, shared, all_of_one in rows if shared}


def _numbered(column: pa.ChunkedArray) -> pa.DictionaryArray:
    encoded = column.combine_chunks().dictionary_encode()
    return encoded.combine_chunks() if isinstance(encoded, pa.ChunkedArray) else encoded


def _numbers(encoded: pa.DictionaryArray) -> Ints:
    return np.asarray(encoded.indices.to_numpy(zero_copy_only=False), np.int64)


def _places(pairs: Sequence[tuple[str, str]], side: int, accounts: pa.Array) -> Ints:
    found = pc.index_in(pa.array([pair[side] for pair in pairs], pa.string()), accounts)
    return np.asarray(pc.fill_null(found, -1).to_numpy(zero_copy_only=False), np.int64)
