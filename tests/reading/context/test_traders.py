"""What a second opinion adds in chats that trade, and that it is silent elsewhere."""

from dataclasses import replace

import numpy as np
import pyarrow as pa
import pytest

from schakel.reading.context.evidence import Evidence
from schakel.reading.context.reweigh import decide
from schakel.reading.context.traders import (
    ANSWERED,
    RECRUITING,
    RECRUITING_SELLER,
    RULE,
    Said,
    among_traders,
    features,
    load_traders_talk,
    together,
)
from schakel.reading.context.weigh import _reached
from schakel.reading.weighing.weights import ACTS

TALK = load_traders_talk()
NOTHING = np.array([False, False])


def said(text: float = -1.0, wording: float = 1.0) -> Said:
    return Said(np.full((2, len(ACTS)), text), np.full((2, len(ACTS)), wording), NOTHING, ~NOTHING)


def reply(weight: float = 0.3) -> Evidence:
    return Evidence("reply to offer", np.array([1]), np.full((1, len(ACTS)), weight), [""], ["m_1"])


def test_where_nobody_trades_nothing_changes() -> None:
    odds = said().text + 0.3
    after, told = among_traders(said(), odds, [reply()], np.zeros(2), TALK)
    assert after.tolist() == odds.tolist()
    assert told[0].weights.tolist() == reply().weights.tolist()
    assert [len(one.rows) for one in told if one.rule == RULE] == [0]


@pytest.mark.parametrize("part", [0.25, 1.0])
def test_the_reasons_add_up(part: float) -> None:
    text = said().text
    odds = text.copy()
    odds[1] += 0.3
    after, told = among_traders(said(), odds, [reply()], np.full(2, part), TALK)
    total = text.copy()
    for one in told:
        total[one.rows] += one.weights
    assert total == pytest.approx(after, abs=1e-9)
    assert RULE in [one.rule for one in told]


def test_what_the_wording_says_among_traders_moves_the_act() -> None:
    praise = ACTS.index("vouch")
    low, high = said().wording.copy(), said().wording.copy()
    low[:, praise], high[:, praise] = -3.0, 3.0
    whole = np.ones(2)
    of_low, _ = among_traders(replace(said(), wording=low), said().text, [], whole, TALK)
    of_high, _ = among_traders(replace(said(), wording=high), said().text, [], whole, TALK)
    assert (of_high[:, praise] > of_low[:, praise] + 1).all()


def test_weights_are_there_for_every_sign() -> None:
    columns, names = features(said(), [reply()])
    assert columns.shape == (2, len(names))
    assert names[-3:] == ["reply to offer", "goods", "named"]
    assert columns[:, names.index("reply to offer")].tolist() == [0.0, 1.0]
    assert set(TALK.rules) >= {"reply to offer", "answer of a seller", "names a seller", "names nobody"}


def test_two_signs_are_told_together_where_both_hold() -> None:
    names = [
        "wording offer",
        "wording request",
        "wording recruit",
        "sized offer",
        "answer of a seller",
        "reply to request",
    ]
    rows = np.array([[0.2, 0.1, 0.5, 0.7, 1, 1], [0.2, 0.6, 0.5, 0.7, 1, 0], [0.6, 0.1, 0.5, 0.7, 0, 1]])
    columns, more = together(rows, names)
    of = dict(zip(more, columns.T.tolist(), strict=True))
    assert columns[:, : len(names)].tolist() == rows.tolist()
    assert of[ANSWERED] == [1, 0, 0]
    assert of[RECRUITING] == [1, 0, 0]
    assert of[RECRUITING_SELLER] == [0.7, 0, 0]


def test_weights_of_what_two_signs_tell_together_are_there() -> None:
    assert set(TALK.rules) >= {ANSWERED, RECRUITING, RECRUITING_SELLER}
    assert TALK.rules[ANSWERED][ACTS.index("vouch")] < -1  # who answers a request does not praise


def test_among_traders_the_likeliest_act_is_taken_as_it_stands() -> None:
    hardly = np.array([[0.2, 0.1, -9.0, -9.0, -9.0]] * 2)  # too little for an offer among ordinary talk
    assert decide(hardly, among_traders=np.array([False, True])).act.tolist() == [1, 0]


def test_what_traders_would_make_of_a_text_is_out_of_reach_where_nobody_trades() -> None:
    said_so = pa.array([[{"act": "offer"}, {"act": "vouch"}]] * 2)
    text = np.array([[0.5, -9.0, -9.0, -9.0, -9.0]] * 2)  # by its text it might be an offer, praise never
    reached = _reached(pa.table({"acts": said_so}), text, np.array([0.0, 1.0]))
    assert reached[:, ACTS.index("vouch")].tolist() == [False, True]
    assert reached[:, ACTS.index("offer")].tolist() == [True, True]
