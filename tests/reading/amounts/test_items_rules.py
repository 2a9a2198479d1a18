"""Strengths, thresholds, hours, face values, blocks and boxes: what a number beside a price is not, or is for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reading.market_words import items_of, told

STRENGTHS = [
    ("en", "tramadol 100 — $1 ea", "opioids 1 pill 1"),
    ("es", "oxy 40 a 20 cada unidad", "opioids 1 pill 20"),
    ("fr", "oxy 80, le comprimé 5", "opioids 1 pill 5"),
    (
        "tr",
        "lyrica 300 kutu 2.400, şerit 650",
        "prescription-medicines 1 box 2400; prescription-medicines 1 strip 650",
    ),
    ("nl", "lyrica 150, per 10 strips 110,-", "prescription-medicines 10 strip 110"),
    ("en", "xanax 2 two quid each", "benzodiazepines 1 pill 2"),
    ("en", "xanax 50 $40", "benzodiazepines 50 pill 40"),
]

THRESHOLDS = [
    ("nl", "haze 3.650 per kg, min. 5 kg", "cannabis 5 kg 18250"),
    ("en", "hash $4 a gram from 500 g", "cannabis 500 g 2000"),
    ("de", "xtc das Stück 5, ab 50 je 3", "mdma 1 pill 5; mdma 50 pill 150"),
    ("es", "xtc a 10 c/u, de 50 pa arriba a 6", "mdma 1 pill 10; mdma 50 pill 300"),
    ("tr", "xtc 1000 adet 38 bin, 5000 den fazlaya 34", "mdma 1000 pill 38000; mdma 5000 pill 170000"),
    ("nl", "xtc 1-99: 4 euro per stuk", "mdma 1 pill 4"),
    ("nl", "speed vanaf 5 kilo 3200 per kilo", "amphetamine 5 kg 16000"),
    ("nl", "wiet 10 t/m 49 gram 7,50 p/g", "cannabis 10 g 75"),
]

OTHER_NUMBERS = [
    ("de", "koks 17 bis 5 Uhr, 1g 50", "cocaine 1 g 50"),
    ("nl", "cobra €3,80 p.s. doos 100 voor 300", "fireworks 1 piece 3.8; fireworks 1 box 300"),
    ("en", "weed q 70, half 130, oz 250", "cannabis 7 g 70; cannabis 14 g 130; cannabis 28 g 250"),
    ("nl", "wit, blokken binnen: 26.5 per stuk", "cocaine 1 block 26500"),
    ("ru", "меф 100 г – 60к, кило 430", "designer-drugs 100 g 60000; designer-drugs 1 kg 430000"),
    ("ru", "ghb 100 мл 3500, пол-литра 14к", "ghb 100 ml 3500; ghb 0.5 l 14000"),
    ("de", "vapes 5000 Züge 10", "tobacco-vapes 1 piece 10"),
]


@pytest.mark.parametrize(("language", "text", "expected"), STRENGTHS)
def test_milligrams_that_a_medicine_comes_in_are_no_amount(language: str, text: str, expected: str) -> None:
    assert told(items_of(text, language)) == expected


@pytest.mark.parametrize(("language", "text", "expected"), THRESHOLDS)
def test_a_price_from_so_much_on_is_for_so_much(language: str, text: str, expected: str) -> None:
    assert told(items_of(text, language)) == expected


@pytest.mark.parametrize(("language", "text", "expected"), OTHER_NUMBERS)
def test_hours_contents_and_halves(language: str, text: str, expected: str) -> None:
    assert told(items_of(text, language)) == expected


@given(st.integers(1, 200), st.integers(2, 900))
def test_a_price_per_gram_is_the_price_of_one_gram(times: int, price: int) -> None:
    assert told(items_of(f"ketamine {price} per gram", "nl")) == f"ketamine 1 g {price}"
    dear = price + 600
    assert (
        told(items_of(f"speed {times} kilo {dear} euro per kilo", "nl"))
        == f"amphetamine {times} kg {times * dear}"
    )


@given(st.lists(st.integers(1, 40), min_size=2, max_size=5, unique=True), st.integers(5, 60))
def test_a_ladder_of_rising_totals_is_read_rung_by_rung(amounts: list[int], price: int) -> None:
    rungs = [(amount, amount * price) for amount in sorted(amounts)]
    text = "keta\n" + "\n".join(f"{amount} g = {total} euro" for amount, total in rungs)
    assert told(items_of(text, "nl")) == "; ".join(f"ketamine {amount} g {total}" for amount, total in rungs)
