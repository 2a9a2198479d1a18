from datetime import date
from math import isclose, log10, prod

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schakel.deciding.worth import (
    Signs,
    as_reasons,
    can_be_identified,
    danger,
    harm,
    network_effect,
    product,
    reaches,
    supply_is_real,
    urgent,
    user_quantity,
)
from schakel.deciding.worth_data import read_worth

DATA = read_worth()
QUIET = Signs(0, date(2026, 6, 1), ("mdma",), 0.0, 0, (), 0)


def signs(**more: object) -> Signs:
    return Signs(**{name: getattr(QUIET, name) for name in QUIET.__slots__} | more)  # type: ignore[arg-type]


def rules(found: Signs) -> dict[str, float]:
    return {part.rule: part.factor.value for part in urgent(DATA, found)}


@given(
    copies=st.integers(1, 10**9),
    amount=st.one_of(st.none(), st.floats(0, 1e9)),
    kind=st.sampled_from(DATA.user_quantity.classes),
    dangers=st.lists(st.sampled_from(sorted(DATA.danger.factors)), unique=True),
    found=st.builds(
        Signs,
        silent_days=st.integers(0, 400),
        last_day=st.none(),
        commodities=st.just(()),
        missing_share=st.floats(0, 1),
        moved_accounts=st.integers(0, 99),
        roles=st.lists(
            st.tuples(st.sampled_from(sorted(DATA.network.roles)), st.floats(0, 1)), max_size=4
        ).map(tuple),
        tied=st.integers(0, 10**6),
    ),
)
def test_no_count_of_user_quantities_outranks_a_firearm(  # type: ignore[no-untyped-def]
    copies, amount, kind, dangers, found
) -> None:
    user = [
        harm(DATA, kind, "menu", amount, "m_1", True),
        user_quantity(DATA),
        reaches(DATA, copies, copies),
        danger(DATA, dangers),
        network_effect(DATA, found),
        *urgent(DATA, found),
    ]
    gun = [
        harm(DATA, "firearms", "glock", 1, "m_2", False),
        reaches(DATA, 1, 1),
        *urgent(DATA, signs(silent_days=found.silent_days)),
    ]
    known = [part for part in user if part is not None]
    assert product(known).value < product(gun).value


def test_the_worth_is_the_product_of_its_parts_and_the_reasons_add_up() -> None:
    parts = [
        harm(DATA, "hard", "cocaine", 1000, "m_1", False),
        supply_is_real(0.3, 0.1, 0.6),
        can_be_identified(DATA, "phone", "1 of type phone", ("m_1",)),
        reaches(DATA, 100, 3),
    ]
    worth = product(parts)
    assert isclose(worth.value, prod(part.factor.value for part in parts))
    assert worth.low < worth.value < worth.high
    assert isclose(sum(r.weight for r in as_reasons(parts)), log10(worth.value), abs_tol=1e-5)
    assert all(part.source for part in parts)


def test_the_gravest_danger_counts_once() -> None:
    one, both = danger(DATA, ["minors"]), danger(DATA, ["minors", "weapons"])
    assert one is not None
    assert both is not None
    assert both.factor == DATA.danger.factors["weapons"]
    assert danger(DATA, []) is None
    assert danger(DATA, ["who knows"]) is None


def test_fireworks_are_urgent_before_new_year_only() -> None:
    fireworks = {"commodities": ("fireworks",)}
    assert "end-of-season" in rules(signs(last_day=date(2026, 12, 1), **fireworks))
    assert "end-of-season" in rules(signs(last_day=date(2026, 12, 31), **fireworks))
    assert "end-of-season" not in rules(signs(last_day=date(2027, 1, 1), **fireworks))
    assert "end-of-season" not in rules(signs(last_day=date(2026, 12, 1)))
    assert "end-of-season" not in rules(signs(last_day=None, **fireworks))


def test_evidence_that_fades_makes_urgent_and_a_seller_long_gone_does_not() -> None:
    assert set(rules(QUIET)) == {"still-active"}
    fading = rules(signs(missing_share=0.3, moved_accounts=2))
    assert fading["messages-vanish"] > 1 < fading["accounts-move"]
    assert rules(signs(silent_days=20))["still-active"] > rules(signs(silent_days=900))["still-active"]


@pytest.mark.parametrize(
    ("roles", "tied", "more"), [((("supplier", 0.9),), 0, 1.3), ((), 6, 1.2), ((("retailer", 1.0),), 0, 1.0)]
)
def test_a_function_that_is_hard_to_replace_weighs_more(roles, tied, more) -> None:  # type: ignore[no-untyped-def]
    effect = network_effect(DATA, signs(roles=roles, tied=tied))
    if more == 1.0:
        assert effect is None
    else:
        assert effect is not None
        assert effect.factor.value > more
        assert effect.factor.value <= DATA.network.most
