"""How sure the log odds make anybody follows from how far the families of signs bear each other out."""

from dataclasses import replace

import numpy as np
import pytest

from schakel.judging.ghosts.borne_out import borne_out
from schakel.judging.ghosts.held_to_shares import tempered
from schakel.judging.ghosts.label_model import NOTHING_TOLD, learn, probability
from schakel.judging.ghosts.weighing import weigh
from schakel.judging.weights import GhostModel
from tests.judging.ghosts.test_label_model import DRAWN_ONCE, MODEL, PUBLISHED, Made, market


def times(made: Made) -> float:
    return borne_out(made.marks, PUBLISHED, learn(made.marks, PUBLISHED, MODEL), MODEL)


def loss(made: Made, model: GhostModel = DRAWN_ONCE) -> float:
    said = probability(weigh(made.marks, PUBLISHED, model, NOTHING_TOLD).score)
    return float(np.mean((said - made.ghost) ** 2))


@pytest.fixture(scope="module")
def by_power() -> dict[float, list[Made]]:
    return {
        power: [market(seed, power=power, sellers=300) for seed in range(20)] for power in (0.3, 0.8, 1.5)
    }


def test_the_less_the_signs_tell_the_less_sure_they_make(by_power: dict[float, list[Made]]) -> None:
    weak, plain, strong = (np.mean([times(one) for one in by_power[power]]) for power in (0.3, 0.8, 1.5))
    assert weak + 0.1 < plain < strong <= 1.0
    assert weak < 0.7
    assert strong > 0.9


def test_odds_are_nearer_the_truth_with_it_where_signs_tell_little(by_power: dict[float, list[Made]]) -> None:
    blind = replace(DRAWN_ONCE, groups={**MODEL.groups, "borne_power": 0.0})
    assert np.mean([loss(one) for one in by_power[0.3]]) < np.mean(
        [loss(one, blind) for one in by_power[0.3]]
    )


def test_too_few_sellers_bear_nothing_out_and_change_nothing() -> None:
    assert times(market(3, power=0.3, sellers=11)) == 1.0


def test_tempered_odds_keep_their_order_and_their_mean() -> None:
    score = np.random.default_rng(5).normal(-0.5, 1.2, 300)
    now = tempered(score, 0.6)
    assert (np.argsort(now, kind="stable") == np.argsort(score, kind="stable")).all()
    assert probability(now).mean() == pytest.approx(probability(score).mean(), abs=1e-4)
    assert probability(now).std() < probability(score).std()
    assert (tempered(score, 1.0) == score).all()
