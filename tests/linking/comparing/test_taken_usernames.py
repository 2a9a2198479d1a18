"""Usernames that differ in signs only."""

from schakel.linking.comparing.agreement import Observation
from schakel.linking.comparing.taken_usernames import told_as_changed


def _rules(*details: str) -> set[str]:
    return {one.rule for one in told_as_changed(Observation("a", "b", "same_name", d) for d in details)}


def test_a_username_with_a_sign_more_is_a_hardly_changed_name() -> None:
    assert _rules("@black_baker / @blackbaker") == {"name_one_edit_apart"}
    assert _rules("@black_baker / @blackbaker", "@black_baker / Black Baker") == {"name_one_edit_apart"}


def test_not_where_both_show_the_name_too_or_one_goes_by_the_other_name() -> None:
    assert _rules("@black_baker / @blackbaker", "Black Baker") == {"same_name"}
    assert _rules("@black_baker / Black Baker") == {"same_name"}
