"""What the reading and the simple methods say, in the form in which they are compared."""

import math
from hashlib import sha256

import pytest

from schakel.reading.evaluation.found import by_reading
from schakel.reading.evaluation.keyword_list import by_keywords
from schakel.reading.evaluation.word_statistics import by_word_statistics, fold_of
from schakel.reading.offers import read_text
from tests.reading.evaluation.examples import label

OFFER = "Ketamine te koop\n1 gram 25 euro\n5 gram 100 euro\n@ster_amsterdam"


def test_the_reading_in_the_form_that_is_compared() -> None:
    found = by_reading(OFFER)
    assert (found.act, found.goods) == ("offer", {"ketamine"})
    assert [(i.quantity, i.unit, i.price) for i in found.items] == [(1, "g", 25), (5, "g", 100)]
    assert ("username", "ster_amsterdam") in found.selectors


def test_the_weight_of_the_evidence_leaves_the_odds_beforehand_out() -> None:
    found = by_reading("goedemorgen allemaal")
    assert found.act == "none"
    assert found.probability is not None
    assert found.log10_lr is not None
    assert found.probability < 0.1
    odds = found.probability / (1 - found.probability)
    reasons = read_text("goedemorgen allemaal").reasons
    prior = sum(reason.weight for reason in reasons if reason.rule.startswith("prior"))
    assert found.log10_lr == pytest.approx(math.log10(odds) - prior, abs=1e-3)
    assert prior != 0


@pytest.mark.parametrize(
    ("text", "goods"),
    [
        ("Ketamine te koop", {"ketamine"}),
        ("KETAMINE!", {"ketamine"}),
        ("ketaminevrij leven", set()),  # part of a longer word
        ("wit", set()),  # means goods only in company
        ("cocaïne of ketamine?", {"cocaine", "ketamine"}),
        ("", set()),
    ],
)
def test_a_keyword_list_finds_whole_plain_words(text: str, goods: set[str]) -> None:
    found = by_keywords(text)
    assert found.goods == goods
    assert found.act == ("offer" if goods else "none")


def test_copies_of_a_text_fall_into_one_fold() -> None:
    assert fold_of("Wie  heeft\nwat") == fold_of("wie heeft wat")
    assert {fold_of(str(number)) for number in range(100)} == {0, 1, 2}


def test_word_statistics_learn_from_other_messages_only() -> None:
    pytest.importorskip("sklearn", reason="scikit-learn is not installed")
    # Labels that no text explains can be known only by who has seen the very message.
    labels = [
        label("offer" if number % 2 else "none", text=f"bericht {sha256(bytes([number])).hexdigest()}")
        for number in range(80)
    ]
    found = by_word_statistics(labels, []).labelled
    right = sum(one.act == given.act for one, given in zip(found, labels, strict=True))
    assert 0.25 < right / 80 < 0.75


def test_what_is_kept_apart_is_not_learnt_from() -> None:
    pytest.importorskip("sklearn", reason="scikit-learn is not installed")
    texts = [("offer", f"pillen te koop {n}") if n % 2 else ("none", f"mooi weer {n}") for n in range(40)]
    tested = [label("vouch", text=f"pillen te koop {n} hier") for n in range(30)]
    found = by_word_statistics(tested, [], [label(act, text=text) for act, text in texts]).labelled
    assert {one.act for one in found} == {"offer"}


def test_word_statistics_learn_what_can_be_learnt() -> None:
    pytest.importorskip("sklearn", reason="scikit-learn is not installed")
    labels = [label("offer", ("mdma", 1, "g", 5), text=f"pillen te koop {n}") for n in range(30)]
    labels += [label("none", text=f"mooi weer vandaag {n}") for n in range(30)]
    answers = by_word_statistics(labels, [f"morgen regen {n}" for n in range(20)])
    assert [one.act for one in answers.labelled] == [one.act for one in labels]
    assert answers.labelled[0].goods == {"mdma"}
    assert answers.ordinary == ["none"] * 20
    assert answers == by_word_statistics(labels, [f"morgen regen {n}" for n in range(20)])
