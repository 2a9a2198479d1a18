import pytest

from schakel.reading.evaluation.comparing import MEASURES, Tally, any_act, counts, of_act, of_offered, tally
from tests.reading.evaluation.examples import found, label, name

COKE = ("cocaine", 1, "g", 50)
KETA = ("ketamine", 5, "g", 100)


def one(measure: str, *pair: object) -> tuple[int, int, int]:
    both, found_only, labelled_only = counts(MEASURES[measure], [pair[0]], [pair[1]])[0].tolist()  # type: ignore[list-item]
    return both, found_only, labelled_only


def test_precision_recall_and_f1_of_a_tally() -> None:
    some = Tally(both=6, found_only=2, labelled_only=4)
    assert (some.precision, some.recall) == (0.75, 0.6)
    assert some.f1 == pytest.approx(2 * 0.75 * 0.6 / (0.75 + 0.6))
    assert Tally().f1 == 0.0


def test_goods_count_in_labelled_offers_whatever_act_was_read() -> None:
    assert one("commodity", label("offer", COKE, KETA), found("none", COKE)) == (1, 0, 1)
    assert one("commodity", label("none"), found("offer", COKE)) == (0, 0, 0)


def test_offered_goods_need_the_act_too() -> None:
    assert one("offered commodity", label("offer", COKE), found("request", COKE)) == (0, 0, 1)
    assert one("offered commodity", label("none"), found("offer", COKE)) == (0, 1, 0)


def test_triples_are_exact_and_counted_one_by_one() -> None:
    twice = label("offer", COKE, COKE, KETA, ("cocaine", None, None, None))
    read = found("offer", COKE, ("ketamine", 5, "g", 90))
    assert one("quantity-unit-price", twice, read) == (1, 1, 2)


def test_a_whole_number_equals_the_same_with_a_point() -> None:
    assert one("quantity-unit-price", label("offer", COKE), found("offer", ("x", 1.0, "g", 50.0))) == (
        1,
        0,
        0,
    )


def test_selectors_and_places_count_in_every_act() -> None:
    labelled = label("none", selectors=(name("a_b"),), places=("Utrecht", "Utrecht"))
    read = found("none", selectors=(("phone", "a_b"),), places=frozenset({"Utrecht", "Gouda"}))
    assert one("selector", labelled, read) == (0, 1, 1)
    assert one("place", labelled, read) == (1, 1, 0)


def test_acts_one_by_one_and_together() -> None:
    labels = [label("offer"), label("vouch"), label("none")]
    read = [found("offer"), found("offer"), found("none")]
    assert tally(counts(of_act("offer"), labels, read)) == Tally(1, 1, 0)
    assert tally(counts(any_act, labels, read)).recall == pytest.approx(2 / 3)


def test_offers_of_one_commodity() -> None:
    labels = [label("offer", COKE), label("request", COKE)]
    read = [found("offer", COKE, KETA), found("offer", COKE)]
    assert tally(counts(of_offered("cocaine"), labels, read)) == Tally(1, 1, 0)
    assert tally(counts(of_offered("ketamine"), labels, read)) == Tally(0, 1, 0)
