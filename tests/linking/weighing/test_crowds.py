"""Other sellers that share copies with both accounts of a pair."""

from schakel.linking.comparing.agreement import RULES, Observation
from schakel.linking.comparing.background import Background
from schakel.linking.resolving import Evidence, resolve
from schakel.linking.weighing.crowds import others_beside
from schakel.linking.weighing.scoring import score
from schakel.linking.weights import load_settings


def _shared(left: str, right: str, what: str, rule: str = "posts_same_text") -> Observation:
    return Observation(left, right, rule, what)


def _crowds(seen: list[Observation], groups: list[list[str]]) -> dict[str, int]:
    return {one.left + one.right: one.users for one in others_beside(seen, groups)}


def test_customers_of_one_sheet_have_each_other_beside_them_though_each_ad_is_rare() -> None:
    seen = [
        _shared("a", "b", "week 1"),
        _shared("b", "c", "week 2"),
        _shared("a", "c", "week 3", "same_price_ladder"),
    ]
    assert _crowds(seen, [["a"], ["b"], ["c"]]) == {"ab": 1, "ac": 1, "bc": 1}


def test_accounts_of_the_same_seller_are_no_others_and_those_of_another_count_once() -> None:
    seen = [_shared(one, other, one + other) for one in "abcd" for other in "abcd" if one < other]
    assert _crowds(seen, [["a", "b", "c", "d"]]) == {}
    assert _crowds(seen, [["a", "b"], ["c", "d"]]) == {"ab": 1, "cd": 1}
    assert _crowds(seen, [["a"], ["b"], ["c", "d"]])["ab"] == 1


def test_contacts_and_names_in_common_make_nobody_one_of_the_others() -> None:
    seen = [
        _shared("a", "b", "x"),
        _shared("a", "c", "+31", "shares_phone"),
        _shared("b", "c", "n", "same_name"),
    ]
    assert _crowds(seen, [["a"], ["b"], ["c"]]) == {}


def test_the_more_others_the_less_a_copy_says_up_to_a_bound() -> None:
    rules = load_settings().rules
    said = [
        RULES["others_share_too"](Observation("a", "b", "others_share_too", users=n), rules)
        for n in (1, 3, 20, 90)
    ]
    assert 0 > said[0] > said[1] > said[2] == said[3]


def _weight(*seen: Observation) -> float:
    link = score(seen, Background({}))[0]
    return {reason.rule: reason.weight for reason in link.reasons}["others_share_too"]


def test_others_say_nothing_where_more_than_copies_holds_a_pair() -> None:
    others = Observation("a", "b", "others_share_too", "sellers: 3", 3)
    assert _weight(_shared("a", "b", "x"), others) < -0.6
    for rule in ("shares_phone", "same_name", "posts_same_ad"):
        assert _weight(_shared("a", "b", "x"), _shared("a", "b", "y", rule), others) == 0


def test_customers_of_one_sheet_are_weighed_again_with_who_else_has_it() -> None:
    def best(accounts: str) -> float:
        pairs = [(one, other) for one in accounts for other in accounts if one < other]
        seen = tuple(_shared(*pair, "".join(pair)) for pair in pairs)
        links = resolve(Evidence(frozenset(accounts), seen, Background({}), ())).links
        assert len(links) == len(pairs)
        return max(link.log10_lr for link in links)

    assert best("abcdefgh") < best("abcd") < best("ab") == load_settings().rules["posts_same_text"].weight
