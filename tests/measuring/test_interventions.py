"""Effects of interventions: changes, recovery, prices, reactions and the sentence they come to."""

import numpy as np
import pyarrow as pa
import pytest

from schakel.measuring.interventions.change import Change, Series, change
from schakel.measuring.interventions.conclusion import Seen, conclude
from schakel.measuring.interventions.prices import price_change
from schakel.measuring.interventions.reaction import Reaction, reaction
from schakel.measuring.interventions.recovering import recovered
from schakel.measuring.interventions.words import change_in_words, claim_of, sayings

ABOUT = {
    "subject": "targets", "name": "", "measure": "ads", "period": "after", "days": 28, "first": 1, "last": 28,
    "beside": "chats", "many": 6,
}  # fmt: skip


def series(left: float, chats: int = 6, level: float = 40.0, seed: int = 1) -> Series:
    chance = np.random.default_rng(seed)
    rates = np.full((chats + 1, 84), level)
    rates[0, 42:] *= left
    counts = chance.poisson(rates).astype(float)
    return Series(counts[0], counts[1:], 42, 42)


def test_what_halved_is_found_halved_and_told_so() -> None:
    found = change(series(0.5), 1, 28, 42)
    assert found.low is not None
    assert found.high is not None
    assert found.low < -0.5 < found.high < -0.35
    said = change_in_words(found, ABOUT)
    assert said["words_en"].startswith("The targets: ads fell by 5")
    assert said["words_nl"].startswith("De doelen: advertenties daalde in de 28 dagen erna met 5")


def test_what_everybody_lost_is_not_counted_against_the_targets() -> None:
    together = series(1.0)
    together.treated[42:] *= 0.4
    together.controls[:, 42:] *= 0.4
    assert claim_of(change(together, 1, 28, 42)) == "as-before"


def test_nothing_left_is_a_fall_with_an_end() -> None:
    found = change(series(0.0), 1, 28, 42)
    assert found.high is not None
    assert found.high < -0.95


def test_without_untouched_chats_its_own_course_tells() -> None:
    found = change(series(0.3, chats=0), 1, 28, 42)
    assert found.chance in ("counts", "dates")
    assert claim_of(found) == "fell"


def test_too_little_before_or_after_is_refused_in_words() -> None:
    short = series(0.5)
    assert change(Series(short.treated, short.controls, 10, 10), 1, 7, 42).why == "few-days"
    assert change(short, 60, 70, 42).why == "no-days"
    rare = change(series(0.5, level=0.05), 1, 28, 42)
    assert rare.why == "few-counted"
    assert "fewer than 10" in change_in_words(rare, ABOUT)["words_en"]
    assert "minder dan 10" in change_in_words(rare, ABOUT)["words_nl"]


def test_recovery_is_the_first_of_two_weeks_in_a_row() -> None:
    weeks = [Change(value, value - 0.2, value + 0.2, "units") for value in (-0.8, -0.05, -0.4, -0.08, 0.02)]
    found = recovered(weeks, 0.1)
    assert (found.value, found.low, found.high) == (21.0, 21.0, None)
    assert recovered(weeks[:3], 0.1).value is None


def test_prices_are_compared_within_sellers() -> None:
    rows = [
        {"seller_id": f"{group}{n}", "commodity": "mdma", "measure": "pill", "amount": 10.0, "before": n, "after": n + up + n / 1e3}
        for group, up in (("t", 0.2), ("u", 0.0))
        for n in range(6)
    ]  # fmt: skip
    found = price_change(pa.Table.from_pylist(rows), {f"t{n}" for n in range(6)}, {f"u{n}" for n in range(6)})
    assert found.value == pytest.approx(np.exp(0.2) - 1)
    assert found.low is not None
    assert found.low > 0
    assert price_change(pa.Table.from_pylist(rows), {"t1"}, {"u1"}).why == "few-sellers"


def test_reactions_take_sides_by_whole_words() -> None:
    said = [
        ("m1", "haha nep account"),
        ("m2", "wegwezen allemaal"),
        ("m3", "neppe coke bij die gast"),
        ("m4", "ok 🤡"),
    ]
    assert reaction(said) == Reaction(("m1", "m4"), ("m2",))


def changes(ads: Change, people: Change) -> dict[tuple[str, str], Change]:
    periods = ("first-week", "after", "lasting")
    return {(name, period): one for name, one in (("ads", ads), ("writers", people)) for period in periods}


def test_a_message_that_nobody_believed_is_told_in_so_many_words() -> None:
    same = Change(0.0, -0.1, 0.1, "units")
    seen = Seen("warning", changes(same, same), None, Reaction(("a", "b", "c"), ("d",)))
    claim, words = conclude(seen)
    assert claim == "did-not-believe"
    assert words["words_en"] == "After the message the group did not believe it and stayed active."
    assert words["words_nl"] == "Na het bericht geloofde de groep het niet en bleef actief."


def test_a_fall_that_cannot_be_seen_is_not_called_activity() -> None:
    unsure = Change(-0.2, -0.9, 2.0, "units")
    assert conclude(Seen("ban", changes(unsure, unsure), None, None))[0] == "unclear"
    fell = Change(-0.7, -0.8, -0.5, "units")
    assert conclude(Seen("arrest", changes(fell, fell), None, None))[0] == "fell-lasting"


def test_every_sentence_is_there_in_both_languages() -> None:
    data = sayings()
    for part in (data.measures, data.periods, data.claim, data.subjects, data.beside, data.why, data.told):
        assert set(part["en"]) == set(part["nl"])
