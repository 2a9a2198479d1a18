"""Families of signs that go against all others count for less, and only those."""

from dataclasses import replace

import numpy as np
import pytest

from schakel.judging.evaluation.figures import auc
from schakel.judging.ghost_signs import SIGNS
from schakel.judging.ghost_signs.sign import Seen
from schakel.judging.ghosts.contradicted import standing
from schakel.judging.ghosts.ghost import Evidence, _ground
from schakel.judging.ghosts.label_model import NOTHING_TOLD, Marks, learn
from schakel.judging.ghosts.weighing import weigh
from tests.judging.ghosts.test_label_model import DRAWN_ONCE, FAMILIES, MODEL, PUBLISHED, Made, market

ANSWERS = FAMILIES.index("answers")


def turned(made: Made, family: int = ANSWERS) -> Made:
    """The same market, in which ghosts show what real sellers should show, in one family of signs."""
    own = made.marks
    present = np.where(own.family == family, 1 - own.present, own.present)
    return replace(made, marks=replace(own, present=present))


def blurred(made: Made, family: int = ANSWERS) -> Made:
    """The same market, in which one family of signs is dealt out to the sellers anew, by lot."""
    own = made.marks
    here = np.flatnonzero(own.family == family)
    seller = own.seller.copy()
    seller[here] = np.random.default_rng(len(here)).permutation(own.seller[here])
    return replace(made, marks=replace(own, seller=seller))


def counts(marks: Marks) -> np.ndarray:
    return standing(marks, PUBLISHED, learn(marks, PUBLISHED, MODEL), MODEL)


MADE = [one for one in (market(seed, power=1.5) for seed in range(30)) if (one.marks.family == ANSWERS).any()]


def test_a_family_that_goes_the_other_way_hardly_counts_and_the_rest_does() -> None:
    found = np.array([counts(turned(made).marks) for made in MADE])
    others = np.delete(found, ANSWERS, axis=1)
    assert np.mean(found[:, ANSWERS] < 0.3) > 0.7
    assert np.mean(others > 0.7) > 0.9


def test_families_that_agree_count_in_full() -> None:
    found = np.array([counts(made.marks) for made in MADE])
    assert found.max() == 1.0
    assert np.mean(found > 0.9) > 0.92  # with so few sellers a family may seem to tell less by chance
    assert np.mean(found > 0.7) > 0.99
    large = np.array([counts(market(seed, power=1.5, sellers=1000).marks) for seed in range(12)])
    assert np.mean(large > 0.9) > 0.95


def test_a_family_that_tells_nothing_counts_for_less() -> None:
    found = np.array([counts(blurred(made).marks)[ANSWERS] for made in MADE])
    assert np.mean(found) < 0.7 < np.mean([counts(made.marks)[ANSWERS] for made in MADE])


def test_what_goes_the_other_way_does_less_harm_than_in_full() -> None:
    families = {n: replace(one, standing=1.0) for n, one in MODEL.families.items()}
    trusting = replace(
        DRAWN_ONCE, families=families, learning={**DRAWN_ONCE.learning, "standing_moves": 1e-3}
    )
    with_doubt, without = (
        np.mean(
            [
                auc(weigh(one.marks, PUBLISHED, model, NOTHING_TOLD).score, one.ghost)
                for one in map(turned, MADE)
            ]
        )
        for model in (DRAWN_ONCE, trusting)
    )
    assert with_doubt > without + 0.03


def test_a_reason_says_for_how_much_its_family_counts() -> None:
    sign = next(at for at, one in enumerate(SIGNS) if one.name == "questions-stay-unanswered")
    seen = Evidence(0, sign, Seen(present=True, detail="0 of 4 questions answered in public."))
    plain, doubted = (_ground(seen, 0.1, 1.0, counted).detail for counted in (1.0, 0.12))
    assert plain == seen.seen.detail
    assert doubted == plain + " Counted for 12%: in these data the other signs bear this kind out no further."


def test_a_few_sellers_contradict_nothing() -> None:
    made = turned(market(3, power=1.5, sellers=11))
    assert counts(made.marks) == pytest.approx(1.0)


def test_the_order_of_marks_does_not_matter() -> None:
    own = turned(MADE[0]).marks
    other = np.random.default_rng(1).permutation(len(own.seller))
    mixed = Marks(
        own.sellers, *(getattr(own, n)[other] for n in ("seller", "sign", "family", "present", "times"))
    )
    assert counts(mixed) == pytest.approx(counts(own), abs=1e-6)
