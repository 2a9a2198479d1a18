"""What amounts, prices and places can show at most must hold all that they do show."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schakel.reading.amounts.items import Item
from schakel.reading.offers import search_text
from schakel.reading.weighing.act_signs import late_signs
from schakel.reading.weighing.acts import LEAST_ODDS, out_of_reach
from schakel.reading.weighing.late_reach import ANYTHING, BRIEF, NO_GOODS, MayShow, late_together
from schakel.reading.weighing.weights import load_weights

ITEMS = st.lists(
    st.builds(
        lambda commodity, quantity, price, scale: Item(commodity, "", quantity, "g", price, "EUR", scale, ()),
        st.sampled_from(["cocaine", "cannabis", "", None]),
        st.sampled_from([None, 0.0, 5.0]),
        st.sampled_from([None, 50.0]),
        st.sampled_from([None, "retail", "bulk"]),
    ),
    max_size=5,
)


@given(items=ITEMS, places=st.integers(0, 3), long=st.booleans(), plain=st.booleans())
def test_all_that_is_shown_was_allowed_for(items: list[Item], places: int, long: bool, plain: bool) -> None:
    found = search_text(("cocaine" if plain else "wit") + " gezocht" + " vandaag" * (20 if long else 0))
    goods = [hit for hit in found.wares if hit.term.ambiguous is not plain]
    assert goods
    may = MayShow(plain=plain, brief=len(found.text.plain) <= BRIEF)
    shown = frozenset(sign.name for sign in late_signs(found, goods, items, places))
    assert shown in set(map(frozenset, late_together(may)))


@given(places=st.integers(0, 3))
def test_without_goods_only_places_can_be_shown(places: int) -> None:
    found = search_text("tot morgen in Groningen")
    shown = frozenset(sign.name for sign in late_signs(found, [], [], places))
    assert shown in set(map(frozenset, late_together(NO_GOODS)))


@pytest.mark.parametrize("may", [ANYTHING, NO_GOODS, MayShow(plain=False), MayShow(brief=False)])
def test_what_the_heaviest_late_signs_could_lift_is_within_reach(may: MayShow) -> None:
    weights, least = load_weights().acts, min(0.0, *LEAST_ODDS.values())  # some acts are said below even odds
    for act in range(5):
        most = max(
            sum(weights[sign][act] for sign in signs if sign in weights) for signs in late_together(may)
        )
        odds = [-9.0] * 5
        odds[act] = least - most + 0.001
        assert not out_of_reach(odds, may=may)
        odds[act] = least - most - 0.001
        assert out_of_reach(odds, may=may)
