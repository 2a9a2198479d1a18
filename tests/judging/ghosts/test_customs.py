"""What is usual among sellers whom customers speak for."""

import numpy as np
import pytest

from schakel.judging.ghost_signs import SIGNS
from schakel.judging.ghost_signs.sign import Seen
from schakel.judging.ghosts.customs import by_custom
from schakel.judging.ghosts.ghost import Evidence, _ground, published_weights
from schakel.judging.ghosts.label_model import Marks
from schakel.judging.weights import ghost_model

NAMES = [sign.name for sign in SIGNS]
ASKED, PRAISED = NAMES.index("questions-stay-unanswered"), NAMES.index("independent-accounts-vouch")
PREPAID = NAMES.index("payment-in-advance")


def marks(silent: int, *, praised: bool = True, sign: int = ASKED, trust: float = 1.0) -> Marks:
    """Forty sellers, all of whom show a sign or its absence; the first `silent` of them show it."""
    sellers = np.arange(40)
    return Marks(
        40,
        np.tile(sellers, 2),
        np.repeat([sign, PRAISED], 40),
        np.zeros(80, np.int64),
        np.concatenate([sellers < silent, np.full(40, praised)]).astype(np.int64),
        np.repeat([1.0, trust], 40),
    )


def weights(given: Marks) -> tuple[float, float]:
    absent, present = by_custom(given, published_weights(ghost_model()), ghost_model()).weights[ASKED]
    return float(absent), float(present)


def test_silence_tells_less_where_those_whom_customers_speak_for_are_silent_too() -> None:
    published = published_weights(ghost_model())
    (real, ghost), (absent, present) = published.shown(), weights(marks(24))
    share = (24 + 10 * real[ASKED]) / 50
    assert present == pytest.approx(np.log10(ghost[ASKED] / share))
    assert absent == pytest.approx(np.log10((1 - ghost[ASKED]) / (1 - share)))
    assert 0 < present < published.weights[ASKED, 1] / 1.5


@pytest.mark.parametrize(
    "given",
    [
        marks(4),  # less usual than published: it is never made to tell more
        marks(24, praised=False),  # nobody speaks for those who are silent
        marks(24, trust=0.0),  # only mouths that nobody trusts do
        marks(24, sign=PREPAID),  # no custom
    ],
)
def test_the_published_weights_stay(given: Marks) -> None:
    published = published_weights(ghost_model())
    assert by_custom(given, published, ghost_model()).weights == pytest.approx(published.weights)


def test_a_custom_of_nearly_all_keeps_a_trace_of_its_direction() -> None:
    absent, present = weights(marks(40))
    assert absent < 0 < present < 0.05


def test_a_reason_says_for_how_much_its_custom_counts() -> None:
    seen = Evidence(0, ASKED, Seen(present=True, detail="0 of 4 questions answered in public."))
    assert "60%" not in _ground(seen, 0.1, 1.0, 1.0).detail
    assert "Counted for 60%: it is usual here" in _ground(seen, 0.1, 1.0, 1.0, 0.6).detail
