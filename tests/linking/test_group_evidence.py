from schakel.linking.group_evidence import FINE, of_pair
from schakel.linking.scoring import Link
from schakel.records.facts import Reason


def _link(lr: float, *rules: str) -> Link:
    return Link("a", "b", lr, tuple(Reason(rule, lr) for rule in rules))


def test_a_list_beside_a_near_copy_is_one_kind_of_sign_with_it() -> None:
    copy = of_pair(_link(5.0, "posts_same_text"), others_told=True)
    own_list = of_pair(_link(4.8, "same_price_ladder"), others_told=True)
    named = of_pair(_link(4.8, "same_name", "names_alike_twice"), others_told=True)
    assert copy.worth(0.75) == FINE
    assert (copy + own_list).worth(0.75) == FINE
    assert (copy + named).worth(0.75) == round(1.6 * FINE)


def test_a_list_leads_to_a_large_group_only_where_it_was_asked_who_else_has_it() -> None:
    told = _link(5.0, "same_price_ladder")
    assert of_pair(told, others_told=True).worth(0.75, large=True) == FINE
    assert of_pair(told, others_told=False).worth(0.75, large=True) == 0
    sold = _link(5.0, "same_price_ladder", "others_share_too")
    assert of_pair(sold, others_told=True).worth(0.75, large=True) == 0
    assert of_pair(sold, others_told=True).worth(0.75) == FINE
