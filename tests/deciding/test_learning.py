from math import exp, log

import numpy as np
import pytest

from schakel.deciding.learning import learned_chances, learned_hours
from schakel.deciding.rules import Rules
from schakel.deciding.work import read_hours, work_for
from schakel.deciding.worth_data import read_worth
from schakel.records.casework import Outcome

HOURS, WORTH = read_hours(), read_worth()


def closed(number: int, spent: float, *verdicts: str, way: str = "phone", estimated: float = 60.0) -> Outcome:
    return Outcome(
        f"case-{number:03}",
        verdicts,  # type: ignore[arg-type]
        way,
        {"tactical": "work.tactical"},
        {"tactical": estimated},
        {"tactical": spent},
    )


def test_without_closed_cases_nothing_changes() -> None:
    assert learned_hours(HOURS, []) == HOURS
    assert learned_chances(WORTH, HOURS, []) is WORTH


def test_one_case_moves_the_estimate_a_little_and_many_move_it_all_the_way() -> None:
    one = learned_hours(HOURS, [closed(1, 120.0, "identified")]).work["tactical"].value
    many = learned_hours(HOURS, [closed(n, 120.0, "identified") for n in range(200)]).work["tactical"]
    assert one == pytest.approx(60 * 2 ** (1 / 5), rel=1e-4)  # the estimate counts as four cases
    assert many.value == pytest.approx(120, rel=0.03)
    assert many.high / many.low < HOURS.work["tactical"].high / HOURS.work["tactical"].low
    assert learned_hours(HOURS, [closed(1, 120.0, "real")]).work["digital"] == HOURS.work["digital"]


def test_the_spread_is_learned_too_and_covers_four_cases_in_five() -> None:
    chance = np.random.default_rng(7)
    spent = 90 * np.exp(chance.normal(0, 0.8, 400))
    learned = learned_hours(HOURS, [closed(n, float(h), "identified") for n, h in enumerate(spent)]).work[
        "tactical"
    ]
    fresh = 90 * np.exp(chance.normal(0, 0.8, 4000))
    share = np.mean((fresh >= learned.low) & (fresh <= learned.high))
    assert learned.value == pytest.approx(90, rel=0.1)
    assert 0.76 < share < 0.88


def test_it_is_the_posterior_of_the_normal_model() -> None:
    # Gelman et al. 2013, section 3.3, with the prior counting as four cases at the estimate.
    ratios = [log(x / 60) for x in (30.0, 90.0, 150.0)]
    learned = learned_hours(HOURS, [closed(n, 60 * exp(r), "ghost") for n, r in enumerate(ratios)])
    assert log(learned.work["tactical"].value / 60) == pytest.approx(sum(ratios) / 7, abs=1e-6)


def test_cases_without_a_result_and_hours_not_written_down_teach_nothing() -> None:
    nothing = [closed(1, 500.0, "handed-over"), closed(2, 0.0, "ghost"), closed(3, 500.0, "closed")]
    assert learned_hours(HOURS, nothing).work == HOURS.work


def test_the_chance_to_identify_follows_the_closed_cases() -> None:
    plain = WORTH.identifiable.chance
    half = [closed(n, 1, "identified" if n % 5 == 0 else "no-evidence") for n in range(40)]
    learned = learned_chances(WORTH, HOURS, half)
    phone = learned.identifiable.chance["phone"]
    assert phone.value == pytest.approx((6 * 0.6 + 8) / 46)
    assert phone.low < phone.value < phone.high
    assert phone.high - phone.low < plain["phone"].high - plain["phone"].low
    assert learned.identifiable.chance["iban"] == plain["iban"]
    assert "40 closed cases" in learned.identifiable.source
    assert learned_chances(WORTH, HOURS, [closed(1, 1, "ghost")]) is WORTH


def test_the_sentence_about_hours_says_that_cases_corrected_it() -> None:
    rules = Rules.of({}, {}, {}, [closed(1, 90.0, "identified")])
    work = work_for(rules.hours, "phone", heavy=True, meets=False, accounts=3)
    assert "1 closed case" in work.detail
    assert {task.kind for task in work.tasks} == {"identification", "tactical"}
    assert work.hours.value == pytest.approx(sum(task.hours.value for task in work.tasks))
    assert rules.digest != Rules.default().digest
    assert Rules.default().digest == Rules.default().digest


def test_an_outcome_that_is_no_outcome_cannot_be_built() -> None:
    with pytest.raises(ValueError, match="guilty"):
        closed(1, 1, "guilty")
