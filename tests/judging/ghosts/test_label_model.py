"""The label model on made-up evidence of which the truth is known: honest shares, honest probabilities, verdicts."""

from dataclasses import dataclass, replace

import numpy as np
import pytest
from numpy.typing import NDArray

from schakel.judging.evaluation.figures import auc
from schakel.judging.ghost_signs import SIGNS
from schakel.judging.ghosts.ghost import published_weights
from schakel.judging.ghosts.label_model import NOTHING_TOLD, Marks, Told, probability
from schakel.judging.ghosts.weighing import Weighed, weigh
from schakel.judging.weights import ghost_model

MODEL, PUBLISHED = ghost_model(), published_weights(ghost_model())
# For who asks for no bounds of single sellers: those alone are drawn a hundred times, which is two thirds of the work.
DRAWN_ONCE = replace(MODEL, learning={**MODEL.learning, "draws": 1.0})
FAMILIES = sorted(MODEL.families)
FAMILY = np.array([FAMILIES.index(MODEL.signs[sign.name].family) for sign in SIGNS])
ABSENT, PRESENT = (10.0**PUBLISHED.weights).T
USUAL = np.where(PUBLISHED.both, (1 - ABSENT) / np.maximum(PRESENT - ABSENT, 0.01), 0.1)  # of real sellers


@dataclass(frozen=True)
class Made:
    marks: Marks
    ghost: NDArray[np.bool_]


def market(seed: int, *, power: float = 1.0, sellers: int = 120) -> Made:
    """Sellers who show signs as often as a market of its own has it: some families are not seen, power and rates of
    every sign lie around the published ones, and how much is seen of a seller differs too.
    """
    chance = np.random.default_rng(seed)
    ghost = chance.random(sellers) < chance.uniform(0.1, 0.8)
    seen_family = chance.random(len(FAMILIES)) < 0.8
    seller, sign, present = [], [], []
    visible = chance.beta(2, 2, sellers)
    for at in range(len(SIGNS)):
        if not seen_family[FAMILY[at]] or not PUBLISHED.both[at]:
            continue
        told = power * (PUBLISHED.weights[at, 1] - PUBLISHED.weights[at, 0]) * chance.lognormal(0, 0.4)
        real = min(USUAL[at] * chance.lognormal(0, 0.6), 0.7)
        odds = real / (1 - real) * 10.0**told
        shows = np.where(ghost, odds / (1 + odds), real)
        here = np.flatnonzero(chance.random(sellers) < visible)
        seller.append(here)
        sign.append(np.full(len(here), at))
        present.append((chance.random(len(here)) < shows[here]).astype(np.int64))
    signs = np.concatenate(sign)
    marks = Marks(
        sellers, np.concatenate(seller), signs, FAMILY[signs], np.concatenate(present), np.ones(len(signs))
    )
    return Made(marks, ghost)


def weighed(made: Made, told: Told = NOTHING_TOLD) -> Weighed:
    """What is thought of its sellers, but for the bounds of each."""
    return weigh(made.marks, PUBLISHED, DRAWN_ONCE, told)


def bounds(made: Made, told: Told = NOTHING_TOLD) -> tuple[float, float, float]:
    return weighed(made, told).share


def test_how_often_is_drawn_changes_bounds_of_single_sellers_alone() -> None:
    made = market(5)
    often = weigh(made.marks, PUBLISHED, MODEL, NOTHING_TOLD)
    once = weighed(made)
    assert (often.score == once.score).all()
    assert often.share == once.share
    assert (often.contested == once.contested).all()
    assert (often.low < once.low).any()


@pytest.fixture(scope="module")
def hundred() -> list[tuple[Made, Weighed]]:
    """A hundred markets, each weighed once for all tests."""
    return [(made, weighed(made)) for made in (market(seed, power=1.5) for seed in range(100))]


def test_the_true_share_lies_within_its_bounds_in_85_of_100_markets(
    hundred: list[tuple[Made, Weighed]],
) -> None:
    held = 0
    for made, thought in hundred:
        _, low, high = thought.share
        held += low <= made.ghost.mean() <= high
    assert held >= 93


def test_ghosts_are_told_apart(hundred: list[tuple[Made, Weighed]]) -> None:
    areas = [auc(thought.score, made.ghost) for made, thought in hundred]
    assert np.mean(areas) >= 0.9


def test_who_is_a_ghost_rather_than_another_follows_the_published_weights(
    hundred: list[tuple[Made, Weighed]],
) -> None:
    """How much could be seen of each seller hardly turns their order around."""
    areas = []
    for made, thought in hundred[:20]:
        own = made.marks
        each = own.times * PUBLISHED.weights[own.sign, own.present]
        total = np.bincount(own.seller, weights=each, minlength=own.sellers)
        areas.append(auc(thought.score, total > np.median(total)))
    assert np.mean(areas) > 0.997


def test_where_signs_tell_less_the_bounds_are_wider() -> None:
    def widths(power: float) -> float:
        ends = [bounds(market(seed, power=power)) for seed in range(20)]
        return float(np.mean([high - low for _, low, high in ends]))

    assert widths(0.5) > 1.2 * widths(1.5)


def test_where_signs_tell_little_the_share_stays_within_its_bounds() -> None:
    held = 0
    for made in (market(seed, power=0.75) for seed in range(30)):
        _, low, high = bounds(made)
        held += low <= made.ghost.mean() <= high
    assert held >= 28


def test_fifty_verdicts_make_the_rest_better() -> None:
    before, after = [], []
    for seed in range(40):
        made = market(seed, power=0.9)
        picked = np.random.default_rng(seed).choice(len(made.ghost), 50, replace=False)
        rest = np.setdiff1d(np.arange(len(made.ghost)), picked)
        told = Told(picked, np.where(made.ghost[picked], 1.6, -1.6))
        for kept, known in ((before, NOTHING_TOLD), (after, told)):
            said = probability(weighed(made, known).score)
            kept.append(np.mean((said[rest] - made.ghost[rest]) ** 2))
    assert np.mean(after) < 0.97 * np.mean(before)


def test_one_wrong_verdict_moves_nobody_else_over_the_line(hundred: list[tuple[Made, Weighed]]) -> None:
    strong = 0
    for made, thought in hundred[:60]:
        plain = thought.score
        sure = int(np.argmin(plain))
        if plain[sure] > -2:  # less than a hundred times as probable is not strong
            continue
        strong += 1
        wrong = weighed(made, Told(np.array([sure]), np.array([1.6]))).score
        assert wrong[sure] < 0
        others = np.abs(plain) > 1.0
        others[sure] = False
        assert (np.sign(wrong[others]) == np.sign(plain[others])).all()
    assert strong >= 8


@pytest.mark.parametrize(
    ("seed", "setting", "end", "sign"),
    [(4, "hidden", 2, 1), (6, "seeming", 1, -1)],  # where a quarter are ghosts, and where two thirds are
)
def test_whom_no_sign_shows_widens_one_bound_until_people_have_looked(
    seed: int, setting: str, end: int, sign: int
) -> None:
    made = market(seed)
    without = replace(DRAWN_ONCE, groups={**MODEL.groups, setting: 0.0})
    picked = np.arange(40)
    told = Told(picked, np.where(made.ghost[picked], 1.6, -1.6))
    wider = []
    for known in (NOTHING_TOLD, told):
        plain, held = (weigh(made.marks, PUBLISHED, model, known).share for model in (without, DRAWN_ONCE))
        assert all(plain[at] == held[at] for at in range(3) if at != end)
        wider.append(sign * (held[end] - plain[end]))
    assert wider[0] > 0.03
    assert wider[0] > 2 * wider[1] > 0


def test_the_order_of_marks_does_not_matter() -> None:
    made = market(3)
    turned = np.random.default_rng(1).permutation(len(made.marks.seller))
    own = made.marks
    other = Marks(
        own.sellers, *(getattr(own, n)[turned] for n in ("seller", "sign", "family", "present", "times"))
    )
    assert weigh(other, PUBLISHED, DRAWN_ONCE, NOTHING_TOLD).score == pytest.approx(
        weighed(made).score, abs=1e-6
    )
