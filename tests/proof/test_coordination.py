"""Coordinated posting against the published counts of CooRTweet on the data that come with it.

`russian_coord_tweets.parquet` holds those data with every id as a running number (Kulichkina, Righetti and Waldherr
2024; package CooRTweet by N. Righetti and P. Balluff, MIT licence, copyright 2022; ids were hashed by its authors).
"""

from pathlib import Path

import numpy as np
import pyarrow.parquet as pq
import pytest
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

from schakel.linking.copies.coordination import Posts, coordinated, edges

_DATA = Path(__file__).parent / "russian_coord_tweets.parquet"


@pytest.fixture(scope="module")
def posts() -> Posts:
    table = pq.read_table(_DATA)
    names = ("object", "account", "content", "seconds")
    return Posts(*(table[name].to_numpy().astype(np.int64) for name in names))


@pytest.mark.parametrize(
    ("window", "pairs", "accounts", "objects", "edge_count", "heavy_accounts", "heavy_edges"),
    [(10, 447, 525, 170, 442, 8, 4), (60, 3791, 2110, 502, 3721, 94, 60)],
)
def test_published_counts(
    posts: Posts,
    window: int,
    pairs: int,
    accounts: int,
    objects: int,
    edge_count: int,
    heavy_accounts: int,
    heavy_edges: int,
) -> None:
    found = coordinated(posts, window, 2)
    network = edges(posts, found)
    both = np.concatenate((network.left, network.right))
    heavy = np.concatenate((network.left[network.heavy], network.right[network.heavy]))
    assert len(found.first) == pairs
    assert len(np.unique(both)) == accounts
    assert len(np.unique(posts.things[found.first])) == objects
    assert len(network.left) == edge_count
    assert (len(np.unique(heavy)), int(network.heavy.sum())) == (heavy_accounts, heavy_edges)


def test_published_groups_of_the_heavy_edges(posts: Posts) -> None:
    network = edges(posts, coordinated(posts, 60, 2))
    left, right = network.left[network.heavy], network.right[network.heavy]
    names, at = np.unique(np.concatenate((left, right)), return_inverse=True)
    one, other = at[: len(left)], at[len(left) :]
    graph = coo_matrix((np.ones(len(left)), (one, other)), (len(names), len(names)))
    count, labels = connected_components(graph, directed=False)
    assert (count, int(np.bincount(labels).max())) == (34, 10)
