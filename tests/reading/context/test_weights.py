from itertools import pairwise

import numpy as np
import pytest

from schakel.reading.context.weights import Share, load_context_weights
from schakel.reading.lexicon_check import check_lexicons
from schakel.reading.weighing.weights import ACTS

WEIGHTS = load_context_weights()


def test_the_list_is_sound() -> None:
    assert [problem for problem in check_lexicons() if "context" in problem] == []


def test_each_rule_stays_within_what_context_may_do() -> None:
    """So that no single rule is always cut off, and a text that is not in doubt could not have been moved."""
    for slopes in (WEIGHTS.chat, WEIGHTS.account):
        assert (slopes.least >= WEIGHTS.least).all()
        assert (slopes.most <= WEIGHTS.most).all()
    for said in (*WEIGHTS.reply.values(), WEIGHTS.again, WEIGHTS.names_nobody, WEIGHTS.names_seller):
        assert ((said >= WEIGHTS.least) & (said <= WEIGHTS.most)).all()


def test_a_chat_without_trade_speaks_against_every_act_and_a_market_for_offers() -> None:
    none, much = WEIGHTS.chat.weigh(
        WEIGHTS.trade.log_odds(np.array([0.0, 300.0]), np.array([5000.0, 1000.0]))
    )
    assert (none < -1).all()
    assert much[ACTS.index("offer")] > 0


def test_the_share_begins_at_neutral_and_grows_with_what_is_seen() -> None:
    share = Share(0.02, 50)
    nothing, none, few, many = share.log_odds(
        np.array([0.0, 0, 5, 50]), np.array([0.0, 100, 100, 100])
    ).tolist()
    assert nothing == pytest.approx(0)
    assert none < nothing < few < many
    falling = share.log_odds(np.zeros(4), np.array([0.0, 10, 100, 1000])).tolist()
    assert all(more > less for more, less in pairwise(falling))


def test_as_many_posterior_odds_as_a_beta_binomial_has() -> None:
    """Beta(1, 49) and 3 of 20: mean (1 + 3) / (50 + 20)."""
    mean = (1 + 3) / (50 + 20)
    wanted = np.log10(mean / (1 - mean)) - np.log10(0.02 / 0.98)
    assert Share(0.02, 50).log_odds(np.array([3.0]), np.array([20.0]))[0] == pytest.approx(wanted)
