"""What the messages in doubt do after all: the odds of their texts with those of their context."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from schakel.reading.context.evidence import Evidence
from schakel.reading.context.ground import Flags, Ints, Numbers, shares_of
from schakel.reading.context.weights import ContextWeights
from schakel.reading.weighing.acts import (
    LEAST_ODDS,
    LEAST_SHARE,
    OFFER,
    OFFER_AHEAD,
    OFFER_WITH_MEANS,
    SURE_OFFER,
    TELLING,
)
from schakel.reading.weighing.weights import ACTS

NONE = -1
_LEAST: Numbers = np.array([LEAST_ODDS[act] for act in ACTS])
_DIGITS = 4  # of weights as they are told, so that reasons add up to the odds


@dataclass(frozen=True, slots=True)
class Decision:
    """What some messages do: the place of the act in ACTS (-1 for none), the nearest act and its probability."""

    act: Ints
    nearest: Ints
    score: Numbers


def decide(
    odds: Numbers,
    means: Flags | None = None,
    reached: Flags | None = None,
    among_traders: Flags | None = None,
) -> Decision:
    """The act with the best odds, if its odds and its share of the probability are those that the act needs.

    `means` marks messages that say how goods and money change hands, or whom to write to: their offers need less.

    With `reached`, one of the acts marked there. Where `among_traders` says so the likeliest is taken as it stands: limits are there for
    ordinary talk.
    """
    may = odds if reached is None else np.where(reached, odds, -np.inf)
    plainly = np.zeros(len(odds), np.bool_) if among_traders is None else among_traders
    nearest = np.where(plainly, may.argmax(axis=1), _likeliest(may))
    rows = np.arange(len(odds))
    score = shares_of(odds)[rows, nearest] if len(odds) else np.zeros(0)
    least = _LEAST[nearest]
    if means is not None:
        least = np.where(means & (nearest == OFFER), OFFER_WITH_MEANS, least)
    least = np.where(plainly, 0.0, least)
    act = np.where((odds[rows, nearest] > least) & (score > LEAST_SHARE), nearest, NONE)
    return Decision(act, nearest, score)


def _likeliest(odds: Numbers) -> Ints:
    """The act with the best odds; another if an offer is hardly likelier, or one that asks if it is sure."""
    nearest, rows = odds.argmax(axis=1), np.arange(len(odds))
    rivals = odds.copy()
    rivals[:, OFFER] = -np.inf
    for act in TELLING:
        rivals[odds[:, OFFER] > SURE_OFFER, act] = -np.inf
    other = rivals.argmax(axis=1)
    hardly = rivals[rows, other] > odds[:, OFFER] - OFFER_AHEAD
    likeliest: Ints = np.where((nearest == OFFER) & hardly, other, nearest)
    return likeliest


def in_context(
    odds: Numbers, evidence: Sequence[Evidence], weights: ContextWeights
) -> tuple[Numbers, list[Evidence]]:
    """The odds of each message with what its context adds, and the evidence that adds up to the difference.

    Where the rules together say more than a context may, a last rule takes off the rest.
    """
    rounded = [
        Evidence(one.rule, one.rows, np.round(one.weights, _DIGITS), one.details, one.messages)
        for one in evidence
    ]
    total = np.zeros_like(odds)
    for one in rounded:
        total[one.rows] += one.weights
    kept = np.clip(total, weights.least, weights.most)
    rest = np.round(kept - total, _DIGITS)
    over = np.flatnonzero((rest != 0).any(axis=1))
    rounded.append(Evidence("most that context may weigh", over, rest[over], [""] * len(over), ()))
    return odds + kept, rounded
