import pytest

from schakel.linking.comparing.agreement import CONTACTS, COPIES, NAMES, RULES, Observation, sentence
from schakel.linking.weights import load_settings

_RULES = load_settings().rules


def _weight(rule: str, users: int = 2, *, main: bool = True) -> float:
    return RULES[rule](Observation("a", "b", rule, users=users, main=main, value=4 / users), _RULES)


def test_every_rule_has_a_weight_a_ground_and_a_sentence() -> None:
    assert set(RULES) == set(_RULES)
    for name in RULES:
        assert len(_RULES[name].why) > 20
        assert sentence(name).endswith(".")
    assert sentence("not_a_rule") == "not_a_rule"


@pytest.mark.parametrize("rule", [r.__name__ for r in (*CONTACTS, *COPIES, *NAMES)])
def test_agreement_weighs_less_the_more_accounts_share_it(rule: str) -> None:
    weights = [_weight(rule, users) for users in (2, 5, 8, 12, 30, 60, 61, 1000)]
    assert weights == sorted(weights, reverse=True)
    assert weights[0] > 0
    assert weights[-1] == 0


@pytest.mark.parametrize("rule", [r.__name__ for r in CONTACTS])
def test_a_contact_named_in_passing_weighs_less(rule: str) -> None:
    assert 0 < _weight(rule, main=False) < _weight(rule)


def test_an_invitation_to_a_closed_chat_weighs_more_than_another_link() -> None:
    assert _weight("shares_invite") > _weight("shares_link") > 0


@pytest.mark.parametrize("rule", ["own_other_contact", "posts_elsewhere_same_second", "quarrels"])
def test_disagreement_speaks_against(rule: str) -> None:
    assert _weight(rule) < 0


def test_coincidences_in_time_are_counted_once() -> None:
    one, two, many = (_weight("posts_elsewhere_same_second", n) for n in (1, 2, 50))
    assert one == two == many < 0


def test_no_name_and_no_copy_alone_makes_two_accounts_one() -> None:
    settings = load_settings()
    for rule in (*COPIES, *NAMES):
        if rule.__name__ != "same_name_only":
            assert settings.prior + _weight(rule.__name__) < settings.cluster["threshold"]
