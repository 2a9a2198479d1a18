import numpy as np
import pytest

from schakel.reading.context.evidence import Evidence
from schakel.reading.context.reweigh import NONE, decide, in_context
from schakel.reading.context.weights import load_context_weights
from schakel.reading.folding.plain_text import plain_text
from schakel.reading.weighing.acts import LEAST_ODDS, OFFER_WITH_MEANS, judge_act
from schakel.reading.weighing.weights import ACTS

WEIGHTS = load_context_weights()


def said(weight: float, rule: str = "a rule") -> Evidence:
    return Evidence(rule, np.array([0]), np.full((1, len(ACTS)), weight), [""], ())


def test_decides_as_the_text_alone_does() -> None:
    chance = np.random.default_rng(5)
    odds = chance.uniform(-3, 3, (500, len(ACTS)))
    found = decide(odds)
    for row, act, score in zip(odds.tolist(), found.act.tolist(), found.score.tolist(), strict=True):
        alone = judge_act([], plain_text(""), row)
        assert alone.act == ("none" if act == NONE else ACTS[act])
        assert alone.score == pytest.approx(score)


def test_only_acts_within_reach_are_said() -> None:
    odds = np.array([[-9, 1.5, 1.45, -9, -9]])
    reached = np.array([[False, False, True, False, False]])
    assert decide(odds).act.tolist() == [1]
    assert decide(odds, reached=reached).act.tolist() == [2]


def test_an_offer_needs_more_than_other_acts() -> None:
    least = (OFFER_WITH_MEANS + LEAST_ODDS["offer"]) / 2
    doubtful = [[least if act == one else -9.0 for act in range(len(ACTS))] for one in range(len(ACTS))]
    assert decide(np.array(doubtful)).act.tolist() == [NONE, 1, 2, 3, 4]
    likely = np.array([[least, -9.0, -9.0, -9.0, -9.0]] * 2)  # enough only beside means
    assert decide(likely, np.array([False, True])).act.tolist() == [NONE, 0]


def test_evidence_adds_up() -> None:
    odds, told = in_context(np.zeros((1, len(ACTS))), [said(0.25), said(-0.5)], WEIGHTS)
    assert odds.tolist() == [[-0.25] * len(ACTS)]
    assert [one.rule for one in told if len(one.rows)] == ["a rule", "a rule"]


def test_more_than_context_may_is_taken_off_and_told() -> None:
    odds, told = in_context(np.zeros((1, len(ACTS))), [said(2.0), said(3.0)], WEIGHTS)
    assert odds[0].tolist() == pytest.approx(WEIGHTS.most.tolist())
    assert told[-1].rule == "most that context may weigh"
    total = sum(one.weights[0] for one in told)
    assert total.tolist() == pytest.approx(odds[0].tolist())
