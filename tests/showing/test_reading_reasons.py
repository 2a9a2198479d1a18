"""The reasons of a reading add up to the certainty that stands above them."""

from typing import Any

import pytest

from schakel.reading.offers import read_text
from schakel.showing.reading_reasons import OTHER_ACTS, reading_reasons


def row(score: float, **weights: float) -> dict[str, Any]:
    told = [{"rule": rule.replace("_", " "), "weight": weight} for rule, weight in weights.items()]
    return {"score": score, "reasons": told}


def certainty(reasons: list[Any]) -> float:
    return float(1 / (1 + 10 ** -sum(one["weight"] for one in reasons)))


def test_what_other_acts_take_is_a_reason() -> None:
    told = reading_reasons(row(0.924, prior=-0.887, wording=2.667))
    assert [one["rule"] for one in told.of_act] == ["prior", "wording", OTHER_ACTS]
    assert told.of_act[-1]["weight"] < 0
    assert certainty(told.of_act) == pytest.approx(0.924, abs=1e-3)


def test_what_tells_of_the_goods_stands_apart() -> None:
    told = reading_reasons(row(0.5, prior=0.0, goods_by_all_letters=-0.4))
    assert [one["rule"] for one in told.of_act] == ["prior"]
    assert [one["rule"] for one in told.of_goods] == ["goods by all letters"]


def test_nothing_is_added_where_they_add_up_or_nothing_was_given() -> None:
    assert reading_reasons(row(0.990099, prior=2.0)).of_act == row(0.99, prior=2.0)["reasons"]
    assert reading_reasons({"score": 1.0, "reasons": None}).of_act == []
    assert len(reading_reasons(row(1.0, prior=20.0)).of_act) == 1


@pytest.mark.parametrize("text", ["wie heeft er wiet in Gouda?", "coke 1g 50 3g 140 @plug is top geleverd"])
def test_so_it_is_of_texts_that_are_read(text: str) -> None:
    read = read_text(text)
    given = [{"rule": one.rule, "weight": one.weight} for one in read.reasons]
    told = reading_reasons({"score": read.score, "reasons": given})
    assert certainty(told.of_act) == pytest.approx(read.score, abs=2e-3)
