from schakel.linking.comparing.agreement import Observation
from schakel.linking.weighing.holders import counted_by_seller


def _shared(left: str, right: str, users: int, rule: str = "posts_same_ad", what: str = "x_1") -> Observation:
    return Observation(left, right, rule, what, users)


def test_accounts_of_one_seller_count_as_one_holder_of_an_ad() -> None:
    seen = [_shared("a", "b", 4), _shared("a", "c", 4), _shared("b", "c", 4), _shared("c", "d", 4)]
    found = counted_by_seller(seen, [["a", "b", "c"], ["d"]])
    assert {pair: [one.users for one in some] for pair, some in found.items()} == {
        ("a", "b"): [2], ("a", "c"): [2], ("b", "c"): [2], ("c", "d"): [2],
    }  # fmt: skip


def test_holders_that_are_not_seen_in_pairs_stay_counted_one_by_one() -> None:
    seen = [_shared("a", "b", 6), _shared("b", "c", 6)]
    found = counted_by_seller(seen, [["a", "b"], ["c"]])
    assert {one.users for some in found.values() for one in some} == {5}


def test_everything_seen_on_a_changed_pair_comes_along_and_other_pairs_stay_away() -> None:
    seen = [
        _shared("a", "b", 3), _shared("a", "b", 5, "same_name", "N"), _shared("b", "c", 3), _shared("d", "e", 3, what="x_2"),
    ]  # fmt: skip
    found = counted_by_seller(seen, [["a", "b"], ["c"], ["d"], ["e"]])
    assert sorted(found) == [("a", "b"), ("b", "c")]
    assert [(one.rule, one.users) for one in found["a", "b"]] == [("posts_same_ad", 2), ("same_name", 4)]


def test_contacts_are_counted_by_account() -> None:
    assert counted_by_seller([_shared("a", "b", 4, "shares_phone")], [["a", "b"]]) == {}


def test_the_accounts_of_one_seller_make_its_name_no_commoner() -> None:
    seen = [
        _shared("a", "b", 5, "same_name", "N"), _shared("a", "c", 5, "numbered_name", "N / N2"),
        _shared("c", "d", 5, "same_name", "N2"), _shared("x", "y", 5, "same_name", "Z"),
    ]  # fmt: skip
    found = counted_by_seller(seen, [["a", "b", "c"], ["d"], ["x"], ["y"]])
    assert {pair: [one.users for one in some] for pair, some in found.items()} == {
        ("a", "b"): [3], ("a", "c"): [3], ("c", "d"): [4],
    }  # fmt: skip
