"""How many of their ads or photos two accounts share."""

import pyarrow as pa

from schakel.linking.comparing.shared_stock import ads_in_common, in_common


def _column(values: list[str]) -> pa.ChunkedArray:
    return pa.chunked_array([pa.array(values, pa.string())])


def test_what_both_have_is_counted_beside_all_of_the_account_with_more() -> None:
    accounts = _column(["a", "a", "a", "b", "b", "c"])
    photos = _column(["p1", "p2", "p3", "p2", "p2", "p9"])
    pairs = [("a", "b"), ("a", "c"), ("b", "nobody")]
    assert in_common(accounts, photos, pairs) == {("a", "b"): (1, 3)}
    assert in_common(accounts, photos, []) == {}
    assert in_common(_column([]), _column([]), pairs) == {}


def test_what_everybody_has_counts_for_nobody() -> None:
    many = [f"s{number:02d}" for number in range(20)]
    accounts = _column([*many, "s00", "s01", "s00"])
    ads = _column([*["menu"] * 20, "own", "own", "other"])
    assert in_common(accounts, ads, [("s00", "s01"), ("s02", "s03")]) == {("s00", "s01"): (1, 2)}


def test_near_copies_are_one_ad() -> None:
    posts = pa.table({"account_id": ["a", "a", "b", "b"], "text_id": ["t1", "t2", "t3", "t4"]})
    campaigns = pa.table({"text_id": ["t1", "t2", "t3", "t4"], "group_id": ["k1", "k1", "k1", "k2"]})
    assert ads_in_common(posts, campaigns, [("a", "b")]) == {("a", "b"): (1, 2)}
