"""Every kind of evidence counts at what it proved to be worth, and reasons still sum to the whole."""

import pytest

from schakel.linking.comparing.agreement import LIKENESSES, RULES
from schakel.linking.weighing.borne_out import Factors, borne_out, load_factors, read_factors
from schakel.linking.weighing.link import Link
from schakel.linking.weighing.ways import WAYS
from schakel.records.errors import SettingsError
from schakel.records.facts import Reason


def _link(*told: tuple[str, float]) -> Link:
    reasons = tuple(Reason(rule, weight, detail="x") for rule, weight in told)
    return Link("a", "b", round(sum(weight for _, weight in told), 4), reasons, firm=True)


def test_a_kind_counts_as_it_speaks_and_the_reasons_sum_to_the_whole() -> None:
    factors = Factors({"same_hours": 1.5, "succeeds": 2.0}, {"same_hours": 0.5})
    one, other = borne_out(
        [
            _link(("same_name", 3.7), ("same_hours", 0.4), ("succeeds", 0.7)),
            _link(("same_name", 3.7), ("same_hours", -0.4)),
        ],
        factors,
    )
    assert [reason.weight for reason in one.reasons] == [3.7, 0.6, 1.4]
    assert one.log10_lr == pytest.approx(5.7)
    assert [reason.weight for reason in other.reasons] == [3.7, -0.2]
    assert other.log10_lr == pytest.approx(3.5)
    assert one.firm
    assert (one.left, one.right) == ("a", "b")


def test_what_was_not_fitted_keeps_its_weight() -> None:
    link = _link(("shares_phone", 7.0), ("posts_same_ad", 3.8), ("verdict_not_same", -12.0))
    assert borne_out([link]) == [link]


def test_what_was_learned_of_a_shared_contact_stays() -> None:
    link = _link(("shares_phone", 7.0), ("in_these_data", -3.4), ("common_property", -5.0))
    assert borne_out([link]) == [link]


def test_no_kind_turns_round_and_each_is_a_kind_that_is_told() -> None:
    factors = load_factors()
    assert all(0.25 <= one <= 2 for of in (factors.speaking_for, factors.against) for one in of.values())
    told = RULES.keys() | LIKENESSES.keys() | WAYS.keys()
    assert (factors.speaking_for | factors.against).keys() <= told


@pytest.mark.parametrize(
    "text",
    ["[for", 'format = "another"', "[for]", 'format = "linking-factors"\nfor = 3\nagainst = 3']
    + [
        f'format = "linking-factors"\n[for]\nsame_hours = {bad}\n[against]'
        for bad in ("0", "-1", '"x"', "nan")
    ],
)
def test_a_list_that_cannot_be_used_is_told_to_a_person(text: str) -> None:
    with pytest.raises(SettingsError, match=r"linking_factors\.toml cannot be used"):
        read_factors(text)
