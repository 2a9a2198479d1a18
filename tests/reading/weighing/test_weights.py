"""What is shipped as weights and limits fits the acts it speaks of."""

import pytest
from tools.reading_tables import LEXICONS, headed

from schakel.reading.weighing.weights import ACTS, load_limits, load_weights


@pytest.mark.parametrize(
    ("name", "form"), [("reading_weights", "reading-weights"), ("goods_trees", "reading-trees")]
)
def test_the_version_of_a_fit_tells_what_was_fitted(name: str, form: str) -> None:
    text = (LEXICONS / f"{name}.toml").read_text("utf-8")
    head, _, body = text.partition(f'format = "{form}"\n')
    about = [line for line in head.splitlines() if line.startswith("#")]
    assert headed(about, form, body) == text
    assert headed(about, form, body + "\n").splitlines()[len(about)] not in text.splitlines()


def test_each_sign_has_a_weight_for_each_act() -> None:
    assert {len(row) for row in load_weights().acts.values()} == {len(ACTS)}


def test_limits_speak_of_every_act_and_lack_of_grounds_never_helps() -> None:
    limits = load_limits()
    for by_act in (limits.least_odds, limits.no_grounds):
        assert set(by_act) == set(ACTS)
    assert set(limits.lone) == {"vouch", "warning"}
    lone = [one for row in limits.lone.values() for one in (row.one_kind, row.no_kind, row.in_passing)]
    assert max(limits.asks_nothing, limits.one_word, *limits.no_grounds.values(), *lone) <= 0
    assert 0 < limits.least_share < 1
    assert limits.offer_ahead >= 0


def test_program_code_speaks_for_no_act() -> None:
    assert all(weight < 0 for weight in load_weights().acts["program code"])
