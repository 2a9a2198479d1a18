import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schakel.linking.clustering.clusters import Ruling, cluster
from schakel.linking.weighing.link import Link
from schakel.records.facts import Reason


def _link(left: str, right: str, lr: float, *rules: str) -> Link:
    return Link(min(left, right), max(left, right), lr, tuple(Reason(rule, lr) for rule in rules))


def test_strong_pairs_merge_and_weak_ones_do_not() -> None:
    links = [_link("a", "b", 6), _link("b", "c", 4)]
    assert cluster("abc", links, []) == [["a", "b"], ["c"]]


def test_two_accounts_are_one_seller_from_even_odds_on() -> None:
    assert cluster("ab", [_link("a", "b", 4.05)], []) == [["a", "b"]]
    assert cluster("ab", [_link("a", "b", 3.95)], []) == [["a"], ["b"]]


def test_one_weak_link_does_not_chain_two_crews() -> None:
    crews = [_link("a", "b", 7), _link("c", "d", 7), _link("b", "c", 5.3)]
    assert cluster("abcd", crews, []) == [["a", "b"], ["c", "d"]]
    assert cluster("bc", [_link("b", "c", 5.3)], []) == [["b", "c"]]
    assert cluster("abcd", [*crews, _link("a", "d", 5.3, "same_name")], []) == [["a", "b", "c", "d"]]


def test_one_number_shared_with_each_of_a_crew_is_one_sign() -> None:
    crew = [_link(a, b, 8, "same_name") for a, b in ("ab", "bc", "ac")]
    shop = [_link(one, "d", 4.9, "shares_phone") for one in "abc"]
    assert cluster("abcd", [*crew, *shop], []) == [["a", "b", "c"], ["d"]]
    other = [*shop[:2], _link("c", "d", 4.9, "posts_same_ad")]
    assert cluster("abcd", [*crew, *other], []) == [["a", "b", "c", "d"]]


def test_word_of_a_move_leads_one_account_into_a_large_group() -> None:
    crew = [_link(a, b, 8, "shares_phone") for a, b in ("ab", "bc", "ac")]
    said = _link("c", "d", 5.2, "takes_over")
    assert cluster("abcd", [*crew, said], []) == [["a", "b", "c", "d"]]
    assert cluster("abcd", [*crew, _link("c", "d", 5.2, "vouched_by_same")], []) == [["a", "b", "c"], ["d"]]


def test_who_shares_most_of_a_stock_comes_into_a_large_group_sooner() -> None:
    crew = [_link(a, b, 8, "shares_phone") for a, b in ("ab", "bc", "ac")]
    pairs = [("a", "d", 4.9), ("b", "d", 4.4)]
    copied = [Link(a, b, lr, (Reason("posts_same_text", 3.2),)) for a, b, lr in pairs]
    assert cluster("abcd", [*crew, *copied], []) == [["a", "b", "c"], ["d"]]
    kept = (Reason("posts_same_text", 3.2), Reason("ads_in_common", 0.6))
    stock = [Link(a, b, lr, kept) for a, b, lr in pairs]
    assert cluster("abcd", [*crew, *stock], []) == [["a", "b", "c", "d"]]


def test_a_like_name_alone_joins_no_large_group_but_name_and_username_do() -> None:
    crew = [_link(a, b, 8, "shares_phone") for a, b in ("ab", "bc", "ac")]
    name = _link("c", "d", 5.6, "same_name", "same_chats")
    assert cluster("abcd", [*crew, name], []) == [["a", "b", "c"], ["d"]]
    twice = _link("c", "d", 5.6, "same_name", "names_alike_twice")
    assert cluster("abcd", [*crew, twice], []) == [["a", "b", "c", "d"]]


def _named(left: str, right: str, lr: float, step: float) -> Link:
    return Link(left, right, lr, (Reason("same_name", 3.7), Reason("in_these_data", step)))


def test_a_like_name_alone_joins_a_large_group_where_such_names_proved_to_be_one_seller() -> None:
    crew = [_link(a, b, 8, "shares_phone") for a, b in ("ab", "bc", "ac")]
    assert cluster("abcd", [*crew, _named("b", "d", 5.6, 0.5), _named("c", "d", 5.6, 0.5)], []) == [
        ["a", "b", "c", "d"]
    ]
    apart = [["a", "b", "c"], ["d"]]
    assert cluster("abcd", [*crew, _named("b", "d", 5.6, 0.1), _named("c", "d", 5.6, 0.1)], []) == apart
    # who is like one account of three only is not enough like them
    assert cluster("abcd", [*crew, _named("b", "d", 5.6, 0.5)], []) == apart


@pytest.mark.parametrize(
    ("step", "lrs", "joined"),
    [
        (0.5, (4.8, 4.8, 4.8), True),  # no pair lacks anything
        (0.5, (4.7, 4.7, 4.7), False),  # but too little
        (0.5, (4.8, 4.8, 3.2), False),  # one lacks .8, .27 on average
        (0.5, (4.8, 4.8, None), False),  # one shares nothing
        (0.1, (4.8, 4.8, 4.8), True),  # the same where nothing was proved of such names here
        (0.1, (4.8, 4.8, None), False),
    ],
)
def test_like_names_lead_into_a_large_group_where_hardly_any_pair_lacks_anything(
    step: float, lrs: tuple[float | None, ...], joined: bool
) -> None:
    crew = [_link(a, b, 8, "shares_phone") for a, b in ("ab", "bc", "ac")]
    names = [_named(one, "d", lr, step) for one, lr in zip("abc", lrs, strict=True) if lr]
    alone = [["a", "b", "c"], ["d"]]
    assert cluster("abcd", [*crew, *names], []) == ([["a", "b", "c", "d"]] if joined else alone)


def test_a_large_group_asks_less_where_other_kinds_of_evidence_agree() -> None:
    crew = [_link(a, b, 8, "shares_phone") for a, b in ("ab", "bc", "ac")]
    copy = _link("a", "d", 4.7, "posts_same_text")
    assert cluster("abcd", [*crew, copy], []) == [["a", "b", "c"], ["d"]]
    assert cluster("abcd", [*crew, copy, _link("b", "d", 4.5, "shares_phone")], []) == [["a", "b", "c", "d"]]


def test_evidence_against_keeps_groups_apart() -> None:
    links = [_link("a", "b", 7), _link("b", "c", 6.0), _link("a", "c", -2.0)]
    assert cluster("abc", links, []) == [["a", "b"], ["c"]]


def test_rulings_go_before_evidence_and_the_last_one_wins() -> None:
    strong = [_link("a", "b", 9)]
    assert cluster("ab", strong, [Ruling(1, "a", "b", False)]) == [["a"], ["b"]]
    assert cluster("ab", [], [Ruling(1, "a", "b", True)]) == [["a", "b"]]
    assert cluster("ab", [], [Ruling(1, "a", "b", False), Ruling(2, "a", "b", True)]) == [["a", "b"]]
    assert cluster("ab", strong, [Ruling(2, "a", "b", False), Ruling(1, "a", "b", True)]) == [["a"], ["b"]]


def test_a_bar_holds_for_whole_groups() -> None:
    links = [_link("a", "b", 9), _link("b", "c", 9)]
    made = cluster("abc", links, [Ruling(1, "a", "c", False)])
    assert made == [["a", "b"], ["c"]]
    made = cluster("abcd", [_link("a", "c", 9)], [Ruling(1, "a", "d", False), Ruling(2, "c", "d", True)])
    assert made == [["a"], ["b"], ["c", "d"]]


_NODES = st.sampled_from("abcdefgh")
_LINKS = st.lists(st.tuples(_NODES, _NODES, st.floats(-4, 9)).filter(lambda t: t[0] < t[1]), max_size=25)
_RULINGS = st.lists(st.tuples(_NODES, _NODES, st.booleans()).filter(lambda t: t[0] < t[1]), max_size=5)


@settings(max_examples=80, deadline=None)
@given(links=_LINKS, ruled=_RULINGS, chance=st.randoms(use_true_random=False))
def test_every_account_once_in_any_order_and_no_ruling_broken(links, ruled, chance) -> None:  # type: ignore[no-untyped-def]
    pairs = [_link(a, b, round(lr, 4)) for (a, b), lr in {(a, b): lr for a, b, lr in links}.items()]
    words = [Ruling(n, a, b, same) for n, (a, b, same) in enumerate(ruled)]
    made = cluster("abcdefgh", pairs, words)
    assert sorted(x for group in made for x in group) == list("abcdefgh")
    shuffled, mixed = list(pairs), list(words)
    chance.shuffle(shuffled)
    chance.shuffle(mixed)
    assert cluster("hgfedcba", shuffled, mixed) == made
    if words and not words[-1].same:
        assert not any({words[-1].left, words[-1].right} <= set(group) for group in made)
    if words and words[-1].same:
        assert any({words[-1].left, words[-1].right} <= set(group) for group in made)


def _parts(links: list[Link]) -> dict[str, str]:
    """The account that stands for all that hang together by any link at all."""
    first = {account: account for account in "abcdefgh"}
    for link in links:
        one, other = first[link.left], first[link.right]
        first = {account: min(one, other) if f in (one, other) else f for account, f in first.items()}
    return first


@settings(max_examples=80, deadline=None)
@given(links=_LINKS, left=_NODES, right=_NODES, same=st.booleans())
def test_a_verdict_changes_nothing_elsewhere_and_its_undo_changes_everything_back(
    links, left, right, same
) -> None:  # type: ignore[no-untyped-def]
    pairs = [_link(a, b, round(lr, 4)) for (a, b), lr in {(a, b): lr for a, b, lr in links}.items()]
    before = cluster("abcdefgh", pairs, [])
    if left != right:
        ruled = cluster("abcdefgh", pairs, [Ruling(1, min(left, right), max(left, right), same)])
        part = _parts(pairs)
        touched = {account for account in part if part[account] in (part[left], part[right])}
        assert [g for g in before if not touched & set(g)] == [g for g in ruled if not touched & set(g)]
    assert cluster("abcdefgh", pairs, []) == before


@settings(max_examples=60, deadline=None)
@given(links=_LINKS, more=st.lists(st.tuples(_NODES, st.floats(-4, 9)), max_size=4))
def test_new_accounts_change_nothing_where_they_share_nothing(links, more) -> None:  # type: ignore[no-untyped-def]
    pairs = [_link(a, b, round(lr, 4)) for (a, b), lr in {(a, b): lr for a, b, lr in links}.items()]
    before = cluster("abcdefgh", pairs, [])
    new = [_link(account, "new", round(lr, 4)) for account, lr in dict(more).items()]
    after = cluster([*"abcdefgh", "new"], pairs + new, [])
    part = _parts(pairs)
    touched = {a for a in part for account, _ in more if part[a] == part[account]}
    assert [g for g in before if not touched & set(g)] == [
        g for g in after if not touched & set(g) and g != ["new"]
    ]


def test_who_shares_nothing_with_most_of_a_large_group_leaves_it_again() -> None:
    shop = _link("a", "s", 7.5, "shares_phone")  # the strongest of all, so it comes in first
    crew = [_link(one, other, 7, "posts_same_ad") for one, other in ("ab", "ac", "bc")]
    assert cluster("abcs", [shop, *crew], []) == [["a", "b", "c"], ["s"]]
    assert cluster("abcs", [shop, *crew], [Ruling(1, "a", "s", True)]) == [["a", "b", "c", "s"]]
    too = _link("b", "s", 6, "shares_phone")
    assert cluster("abcs", [shop, too, *crew], []) == [["a", "b", "c", "s"]]
    assert cluster("abs", [shop, crew[0]], []) == [
        ["a", "b", "s"]
    ]  # of three nobody can share nothing with most


def test_a_price_list_alone_joins_no_large_group_nor_does_common_property() -> None:
    crew = [_link(a, b, 8, "shares_phone") for a, b in ("ab", "bc", "ac")]
    lists = [_link(one, "d", 5.6, "same_price_ladder") for one in "abc"]
    assert cluster("abcd", [*crew, *lists], []) == [["a", "b", "c"], ["d"]]
    kept = [_link(one, "d", 5.6, "same_price_ladder", "shares_username", "common_property") for one in "abc"]
    assert cluster("abcd", [*crew, *kept], []) == [["a", "b", "c"], ["d"]]
    named = [_link(one, "d", 5.6, "same_price_ladder", "shares_username") for one in "abc"]
    assert cluster("abcd", [*crew, *named], []) == [["a", "b", "c", "d"]]


def test_a_price_list_that_nobody_else_has_joins_a_large_group_once_others_were_asked_for() -> None:
    crew = [_link(a, b, 8, "shares_phone") for a, b in ("ab", "bc", "ac")]
    lists = [_link(one, "d", 5.2, "same_price_ladder") for one in "abc"]
    together = [["a", "b", "c", "d"]]
    assert cluster("abcd", [*crew, *lists], [], others_told=True) == together
    assert cluster("abcd", [*crew, *lists], []) == [["a", "b", "c"], ["d"]]
    sold_to_all = [_link(one, "d", 5.2, "same_price_ladder", "others_share_too") for one in "abc"]
    assert cluster("abcd", [*crew, *sold_to_all], [], others_told=True) == [["a", "b", "c"], ["d"]]
    one_alone = [lists[0], _link("b", "d", 3.5, "same_price_ladder")]
    assert cluster("abcd", [*crew, *one_alone], [], others_told=True) == [["a", "b", "c"], ["d"]]


def test_who_is_like_one_account_of_a_large_group_and_little_like_the_others_stays_out() -> None:
    crew = [_link(a, b, 8, "shares_phone") for a, b in ("ab", "bc", "ac")]
    one = _link("a", "d", 5.5, "posts_same_text")
    assert cluster("abcd", [*crew, one], []) == [["a", "b", "c"], ["d"]]
    hardly = [_link(other, "d", 3.6, "posts_same_text") for other in "bc"]
    assert cluster("abcd", [*crew, one, *hardly], []) == [["a", "b", "c"], ["d"]]
    second = [_link("b", "d", 4.4, "posts_same_text"), hardly[1]]
    assert cluster("abcd", [*crew, one, *second], []) == [["a", "b", "c", "d"]]


def test_who_came_in_early_by_a_near_copy_leaves_a_large_group_again() -> None:
    early = _link("a", "s", 5.6, "posts_same_text")
    crew = [_link(one, other, 5.4, "shares_phone") for one, other in ("ab", "ac", "bc")]
    assert cluster("abs", [early, crew[0]], []) == [["a", "b", "s"]]
    assert cluster("abcs", [early, *crew], []) == [["a", "b", "c"], ["s"]]


def test_two_crews_with_one_list_are_not_one_seller() -> None:
    crews = [_link(a, b, 8, "shares_phone") for a, b in ("ab", "cd")]
    lists = [_link(a, b, 5.1, "posts_same_text") for a in "ab" for b in "cd"]
    assert cluster("abcd", [*crews, *lists], []) == [["a", "b"], ["c", "d"]]
    alone = [_link(a, "c", 5.1, "posts_same_text") for a in "abe"]
    crew = [crews[0], *(_link(a, "e", 8, "shares_phone") for a in "ab")]
    assert cluster("abce", [*crew, *alone], []) == [["a", "b", "c", "e"]]


def test_who_gives_no_number_is_not_held_against_who_shares_one_with_another() -> None:
    number = _link("a", "d", 7.5, "shares_phone")
    crew = [_link(one, other, 9, "posts_same_ad") for one, other in ("ab", "ac", "bc")]
    assert cluster("abcd", [number, *crew], [], reached=frozenset("abcd")) == [["a", "b", "c"], ["d"]]
    assert cluster("abcd", [number, *crew], [], reached=frozenset("abd")) == [["a", "b", "c", "d"]]
    username = _link("a", "d", 7.5, "shares_username")  # all have one to show
    assert cluster("abcd", [username, *crew], [], reached=frozenset("abd")) == [["a", "b", "c"], ["d"]]
    assert cluster("abcd", [*crew, number], [], reached=frozenset("ad")) == [["a", "b", "c", "d"]]


def test_who_takes_a_name_joins_no_group_by_the_ad_it_took() -> None:
    pair = _link("a", "b", 8, "shares_phone")
    copies = [_link("b", "c", 5.5, "posts_same_text", "same_photo")]
    own = Reason("own_other_contact", -1.5)
    posed = Link("a", "c", 3.5, (Reason("name_one_edit_apart", 3.6), own))
    assert cluster("abc", [pair, *copies], []) == [["a", "b", "c"]]
    assert cluster("abc", [pair, *copies, posed], []) == [["a", "b"], ["c"]]
    kept = Link("a", "c", 3.5, (Reason("numbered_name", 3.7), own))
    assert cluster("abc", [pair, *copies, kept], []) == [["a", "b", "c"]]


def test_one_account_in_doubt_beside_two_that_speak_keeps_nobody_out_alone() -> None:
    crew = [_link(a, b, 9, "shares_phone") for a, b in ("ab", "bc", "ac")]
    comes = [_link("a", "e", 5.2, "posts_same_ad"), _link("b", "e", 5.2, "shares_phone")]
    doubted = _link("c", "e", 0.5, "other_hours")
    assert cluster("abce", [*crew, *comes, doubted], []) == [["a", "b", "c", "e"]]
    assert cluster("abce", [*crew, *comes, _link("c", "e", -0.5, "other_hours")], []) == [
        ["a", "b", "c"],
        ["e"],
    ]
