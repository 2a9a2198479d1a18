"""How alike two accounts advertise: for what payment, how often with a photo.

Who goes on under another name keeps the terms of its trade and its habit of showing goods; by itself that agrees by chance too often,
so it is told only as far as the data at hand show what it is worth (see `ways_by_sign`). Ways of delivery and languages were tried as
well: on made-up markets of four makers they brought nothing, or more false sellers of more than three accounts.
"""

from collections.abc import Sequence

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from scipy.sparse import csr_matrix, diags

from schakel.linking.copies.shingles import Floats, Ints

MANNERS = ("payment", "photos")


def manners_alike(
    rows: pa.Table, accounts: Sequence[str], left: Ints, right: Ints
) -> dict[str, list[float | None]]:
    """By manner the likeness (0 to 1) of the two accounts of each pair; None where one of them shows nothing.

    `rows` hold of how many posts of an account each value is told (`account_id`, `manner`, `value`, `posts`); `left` and `right` are
    places in `accounts`. The likeness is the cosine of the shares.
    """
    place = pa.array(accounts, pa.string())
    out = {}
    for manner in MANNERS:
        mine = rows.filter(pc.equal(rows["manner"], manner))
        own = np.asarray(pc.fill_null(pc.index_in(mine["account_id"], place), -1).to_numpy(), np.int64)
        values = sorted(set(mine["value"].to_pylist()))
        what = np.asarray(pc.index_in(mine["value"], pa.array(values, pa.string())).to_numpy(), np.int64)
        kept = own >= 0
        posts = mine["posts"].to_numpy().astype(np.float64)[kept]
        shape = (len(accounts), max(len(values), 1))
        out[manner] = _cosine(csr_matrix((posts, (own[kept], what[kept])), shape), left, right)
    return out


def _cosine(posts: csr_matrix, left: Ints, right: Ints) -> list[float | None]:
    length = np.sqrt(np.asarray(posts.multiply(posts).sum(axis=1)).ravel())
    even = diags(1 / np.maximum(length, 1e-12)) @ posts
    alike: Floats = np.asarray(even[left].multiply(even[right]).sum(axis=1)).ravel()
    known = (length[left] > 0) & (length[right] > 0)
    return [round(float(value), 4) if sure else None for value, sure in zip(alike, known, strict=True)]
