"""What names and copies are worth is told by pairs whose contacts tell, and by nothing else."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from schakel.linking.comparing.agreement import Observation
from schakel.linking.comparing.background import Background
from schakel.linking.comparing.given_contacts import Period
from schakel.linking.comparing.sign_names import HARDLY_CHANGED_TOO
from schakel.linking.weighing.entry_signs import Sign, learn_signs

_WHEN = Period(datetime(2026, 1, 1, tzinfo=UTC), datetime(2026, 3, 1, tzinfo=UTC))
Pair = tuple[str, str]


def _market(pairs: int, same: int, rule: str) -> tuple[list[Observation], Background, set[Pair], set[Pair]]:
    seen, given, one, two = [], {}, set[Pair](), set[Pair]()
    for number in range(pairs):
        pair = f"a{number:03d}", f"b{number:03d}"
        seen.append(Observation(*pair, rule, f"x{number}"))
        (one if number < same else two).add(pair)
        if number < same:
            seen.append(Observation(*pair, "shares_phone", f"phone {number}"))
        given |= {account: {"phone": {f"+31{number < same or account}": _WHEN}} for account in pair}
    known = Background(dict.fromkeys(given, _WHEN), contacts=given)
    return seen, known, one, two


def test_where_every_ad_is_stolen_a_copy_is_worth_less_and_where_none_is_more() -> None:
    stolen = learn_signs(*_market(60, 3, "posts_same_ad"))["the same ad"]
    kept = learn_signs(*_market(60, 57, "posts_same_ad"))["the same ad"]
    assert (stolen.pairs, stolen.same) == (60, 3)
    assert stolen.step < -0.5
    assert kept.step >= 0.5


def test_contacts_of_their_own_are_no_proof_of_two_where_one_sellers_accounts_give_them() -> None:
    def step(rule: str, own: float | None) -> float:
        seen, known, one, two = _market(30, 22, rule)
        against = {"own_other_contact": (own, "")} if own is not None else {}
        known = known.with_learned({}, {}, {}, against=against)
        return next(iter(learn_signs(seen, known, one, two).values())).step

    assert step("same_name", -0.3) > step("same_name", None)
    assert step("posts_same_ad", -0.3) == step("posts_same_ad", None)


def test_copies_of_a_rare_kind_take_what_all_copies_tell_and_names_do_not() -> None:
    learned = learn_signs(*_market(60, 57, "posts_same_ad"))
    assert learned["a photo or price list"].step == learned["a near copy"].step > 0
    assert "a like name" not in learned


def test_lists_may_prove_worth_more_than_other_copies_by_pairs_of_their_own() -> None:
    lists = learn_signs(*_market(60, 57, "same_photo"))
    assert lists["a photo or price list"].step > lists["the same ad"].step > 0
    assert learn_signs(*_market(60, 3, "same_photo"))["a photo or price list"].step < 0


def test_a_name_with_a_photo_may_prove_worth_more_than_a_name_alone() -> None:
    def step(*rules: str) -> float:
        market = _market(60, 60, "same_name")
        more = [replace(one, rule=rule) for one in market[0] if one.rule == "same_name" for rule in rules]
        made = learn_signs([*market[0], *more], *market[1:])
        return made["a like name and a photo" if rules else "a like name"].step

    assert step("same_photo") > step() > 0
    assert step("same_photo") <= 1.1


def test_a_handful_of_pairs_tells_nothing() -> None:
    assert learn_signs(*_market(7, 0, "same_name")) == {}


def _changed(pairs: int, rule: str, copied: bool, numbers: bool) -> dict[str, Sign]:
    """What is learned of names where each account of a pair gives a contact of another kind, if any; beside 30 next accounts."""
    seen, known, one, two = _market(30, 30, "numbered_name")
    seen += [Observation(*pair, "posts_same_ad", "x") for pair in sorted(one)]
    given = dict(known.contacts)
    for number in range(pairs):
        left, right = f"c{number:03d}", f"d{number:03d}"
        seen.append(Observation(left, right, rule, "n"))
        seen += [Observation(left, right, "posts_same_text", "x")] if copied else []
        if numbers:
            given |= {left: {"phone": {f"+32{number}": _WHEN}}, right: {"wallet": {f"1{number}": _WHEN}}}
    active = dict.fromkeys({*given, *(account for o in seen for account in (o.left, o.right))}, _WHEN)
    return learn_signs(seen, replace(known, active=active, contacts=given), one, two)


@pytest.mark.parametrize("rule", ["name_one_edit_apart", "claims_to_be_real"])
def test_hardly_changed_names_with_ads_are_worth_less_where_their_contacts_are_never_the_same(
    rule: str,
) -> None:
    learned = _changed(5, rule, copied=True, numbers=True)
    changed = learned[HARDLY_CHANGED_TOO]
    assert (changed.pairs, changed.same) == (5, 0)
    assert changed.step < 0 < learned["a like name and an ad"].step


@pytest.mark.parametrize(
    ("rule", "copied", "numbers"),
    [
        ("name_one_edit_apart", True, False),
        ("name_one_edit_apart", False, True),
        ("numbered_name", True, True),
    ],
)
def test_other_names_and_names_without_contacts_tell_nothing_of_hardly_changed_ones(
    rule: str, copied: bool, numbers: bool
) -> None:
    learned = _changed(5, rule, copied=copied, numbers=numbers)
    assert learned[HARDLY_CHANGED_TOO] == learned["a like name and an ad"]
    assert learned["a like name and an ad"].pairs == 30


def test_the_order_of_what_was_seen_does_not_matter() -> None:
    seen, known, one, two = _market(30, 11, "same_name")
    assert learn_signs(seen[::-1], known, one, two) == learn_signs(seen, known, one, two)


def test_a_like_name_and_an_ad_rise_less_than_a_name_since_who_pretends_gives_no_number() -> None:
    seen, known, one, two = _market(60, 60, "same_name")
    ads = [replace(o, rule="posts_same_ad") for o in seen if o.rule == "same_name"]
    alone, copied = learn_signs(seen, known, one, two), learn_signs([*seen, *ads], known, one, two)
    assert copied["a like name and an ad"].step == 0.4 < alone["a like name"].step
    assert copied["a like name and a photo"].step > 0.4
