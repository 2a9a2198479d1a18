from hypothesis import given
from hypothesis import strategies as st

from schakel.records.ids import account_id, canonical_bytes, chat_id, make_id, message_id, named_account_id

PARTS = st.lists(st.one_of(st.text(), st.integers(), st.binary(), st.none()), max_size=4)


@given(PARTS, PARTS)
def test_other_parts_give_other_bytes(left: list, right: list) -> None:
    same = [(type(a), a) for a in left] == [(type(b), b) for b in right]
    assert (canonical_bytes(*left) == canonical_bytes(*right)) == same


def test_dots_do_not_join() -> None:
    assert make_id("x", "a.b", "c") != make_id("x", "a", "b.c")


def test_ids_are_known_constants() -> None:
    # Written down so that a change of the id rule is seen: all workspaces would get other ids.
    assert make_id("m", "a", 1, None) == "m_" + "7d25cd5751ddf223b97c6795"


def test_lone_surrogates_have_ids() -> None:
    assert message_id("c_1", 1, "\ud800", None) != message_id("c_1", 1, "\ud801", None)


def test_kinds_keep_numbers_apart() -> None:
    assert account_id("user", 7) != account_id("channel", 7)
    assert len({chat_id("user", 7, "x"), chat_id("channel", 7, "x"), chat_id("channel", None, "7")}) == 3
    assert named_account_id("c_1", "Ann") != named_account_id("c_2", "Ann")


def test_an_edit_is_another_version() -> None:
    assert message_id("c_1", 5, "text", None) != message_id("c_1", 5, "text", 1700000000)
