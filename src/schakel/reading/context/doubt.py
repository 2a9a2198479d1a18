"""Which texts are left in doubt by their words alone: those of which a context could change what they do."""

from collections.abc import Sequence
from functools import cache
from operator import add

from schakel.reading.context.weights import load_context_weights

_WORDED_SO = -0.5  # log10 odds


@cache
def _reach() -> tuple[tuple[float, ...], tuple[float, ...], float, float]:
    weights = load_context_weights()
    return tuple(weights.least.tolist()), tuple(weights.most.tolist()), weights.margin, weights.rival


def most_of_context() -> tuple[float, ...]:
    """What a context may add at most to the log10 odds of each of `ACTS`."""
    return _reach()[1]


def in_doubt(odds: Sequence[float]) -> bool:
    """Whether a context could make something else of a text with these log10 odds of each act against none.

    It could if it may take away the best act, or if another act is about as good and may be the better one there.
    """
    if _may_go(odds):
        most: float = max(map(add, odds, most_of_context()))
        return most > 0
    least = max(odds) - _reach()[3]
    return sum([one > least for one in odds]) > 1


def within_reach(odds: Sequence[float], among_traders: Sequence[float]) -> list[int]:
    """The acts that a context could make of a text that is in doubt, as places in `ACTS`.

    `among_traders` are the odds by its wording among people who trade: what they would make of it may be made of it there.
    """
    least = min(odds) if _may_go(odds) else max(odds) - _reach()[3]
    lifted = zip(odds, most_of_context(), among_traders, strict=True)
    return [
        act
        for act, (one, more, said) in enumerate(lifted)
        if (one >= least and one + more > 0) or said > _WORDED_SO
    ]


def _may_go(odds: Sequence[float]) -> bool:
    """Whether a context may take away the best act."""
    least, _, margin, _ = _reach()
    best = max(odds)
    return best + least[odds.index(best)] <= margin
