import pytest
from hypothesis import given
from hypothesis import strategies as st

from schakel.reading.context.doubt import in_doubt, most_of_context, within_reach
from schakel.reading.context.weights import load_context_weights
from schakel.reading.weighing.weights import ACTS

NOTHING = [-9.0] * len(ACTS)


def odds(**some: float) -> list[float]:
    return [some.get(act, -9.0) for act in ACTS]


@pytest.mark.parametrize(
    ("given_odds", "doubt"),
    [
        (NOTHING, False),
        (odds(offer=4.0), False),
        (odds(offer=0.5), True),  # a context may take it away
        (odds(offer=-0.5), True),  # or add what lacks
        (odds(offer=-3.0), False),
        (odds(vouch=2.0), True),  # praise is worded alike everywhere
        (odds(vouch=6.0), False),
        (odds(offer=4.0, request=3.5), True),  # two acts about as good
        (odds(offer=4.0, request=1.0), False),
    ],
)
def test_what_a_context_could_change_is_in_doubt(given_odds: list[float], doubt: bool) -> None:
    assert in_doubt(given_odds) == doubt


@given(st.lists(st.floats(-12, 12), min_size=5, max_size=5))
def test_in_doubt_is_what_has_an_act_within_reach(given_odds: list[float]) -> None:
    acts = within_reach(given_odds, NOTHING)
    if in_doubt(given_odds):
        assert acts
    assert all(given_odds[act] + most_of_context()[act] > 0 for act in acts)


def test_what_traders_word_so_is_within_reach() -> None:
    vouch = ACTS.index("vouch")
    assert vouch not in within_reach(odds(offer=0.5), NOTHING)
    assert vouch in within_reach(odds(offer=0.5), odds(vouch=0.0))


@given(st.lists(st.floats(-12, 12), min_size=5, max_size=5))
def test_no_context_takes_away_an_act_that_is_not_in_doubt(given_odds: list[float]) -> None:
    weights = load_context_weights()
    best = max(range(len(ACTS)), key=given_odds.__getitem__)
    if not in_doubt(given_odds) and given_odds[best] > 0:
        assert given_odds[best] + weights.least[best] > 0
