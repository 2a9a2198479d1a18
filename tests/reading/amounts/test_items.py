"""What holds for every text: places inside it, no failure, the same answer; and how items are governed."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reading.market_words import fold, items_of, product_hits, told

_PIECES = st.sampled_from(
    [
        *"0123456789",
        *" \n.,:;=/+-–x*@€$()%k",
        "coke",
        "xtc",
        "lsd",
        "hash",
        "pillen",
        "g",
        "gram",
        "kilo",
        "st",
        "stuks",
        "per",
        "p.st",
        "vanaf",
        "voor",
        "halve",
        "een",
        "twee",
        "duizend",
        "mille",
        "barki",
        "tot",
        "½",
        "❄",
        "250mg",
        "/ml",
        "gratis",
        "minimaal",
        "bezorging",
        "за",
        "тыс",
        "bin",
        "each",
        "euro",
        "06 12345678",
    ]
)
_LANGUAGES = st.sampled_from(["nl", "en", "de", "fr", "es", "ru", "tr", "und", "xx"])


def _check(text: str, language: str) -> None:
    plain = fold(text)
    for item in items_of(text, language):
        assert item.spans
        assert all(0 <= start < end <= len(plain) for start, end in item.spans)
        assert item.quantity is None or 0 <= item.quantity < float("inf")
        assert item.price is None or 0 <= item.price < float("inf")
        assert (item.quantity is None) == (item.unit is None)
        assert item.price is not None or item.currency is None


@settings(max_examples=400, deadline=None)
@given(st.lists(_PIECES, max_size=40).map(" ".join), _LANGUAGES)
def test_any_row_of_market_words_can_be_read(text: str, language: str) -> None:
    _check(text, language)


@settings(max_examples=300, deadline=None)
@given(st.lists(_PIECES, max_size=40).map("".join), _LANGUAGES)
def test_any_glued_market_words_can_be_read(text: str, language: str) -> None:
    _check(text, language)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=120).map(lambda text: f"coke {text} 5g"), _LANGUAGES)
def test_any_unicode_can_be_read(text: str, language: str) -> None:
    _check(text, language)


@pytest.mark.parametrize(
    "text",
    [
        "coke " + "1-2" * 20_000,
        "coke " + "1x" * 20_000,
        "coke 5 " + "k " * 20_000,
        "coke 5mg" + "/ml" * 20_000,
        "1" * 100_000,
        "coke " + "1 50 " * 10_000,
        "❄ coke 5mg\n" * 5_000,
        "coke " + "een half " * 10_000,
        "coke\ud800 1g \x00 50",
        "coke 1g 50 euro 5/t.me/•nul",
        "",
    ],
)
def test_hostile_texts_end_soon(text: str) -> None:
    assert isinstance(items_of(text), list)


def test_reading_twice_gives_the_same() -> None:
    text = "coke 1g 50\nket 5g 100\nxtc 10 stuks 25"
    assert items_of(text) == items_of(text)


def test_spans_point_at_product_amount_and_price() -> None:
    text = "Verse coke: 2 gram voor €90"
    (item,) = items_of(text)
    plain = fold(text)
    assert [plain[start:end] for start, end in item.spans] == ["coke", "2 gram", "€90"]


def test_span_of_a_heading_belongs_to_each_line_below() -> None:
    items = items_of("Coke\n1g 50\n2g 90")
    assert all((0, 4) in item.spans for item in items)


def test_without_products_only_a_sure_amount_at_a_price_is_told() -> None:
    assert told(items_of("1g 50 euro")) == "None 1 g 50"
    assert items_of("fiets 50 euro, 3 voor 100") == []


def test_a_sign_gives_way_to_a_word_on_its_line() -> None:
    assert [item.commodity for item in items_of("❄ ketamine 1g 30")] == ["ketamine"]


def test_one_ware_under_two_words_is_one_item() -> None:
    assert told(items_of("coke 1g 50\nbeste witte van de stad")) == "cocaine 1 g 50"


def test_repeated_lines_are_told_once() -> None:
    assert told(items_of("coke 1g 50\n" * 3)) == "cocaine 1 g 50"


@pytest.mark.parametrize(
    ("text", "scale"),
    [
        ("wit 1g 50", "retail"),
        ("wit 5g 200", "retail"),
        ("wit 10g 380", None),
        ("wit 100g 3000", "bulk"),
        ("wit kilo 27000", "bulk"),
        ("wit 1 blok 27000", "bulk"),
        ("xtc 10 stuks 25", "retail"),
        ("xtc 50 stuks 80", None),
        ("xtc 1000 stuks 650", "bulk"),
        ("hash 25g 120", "retail"),
        ("hash 5 kg 9000", "bulk"),
        ("ghb 5 liter 400", "bulk"),
        ("wit op voorraad", None),
    ],
)
def test_scale_follows_the_amount(text: str, scale: str | None) -> None:
    assert [item.scale for item in items_of(text)] == [scale]


def test_trade_wording_makes_an_unknown_scale_bulk_and_leaves_a_known_one() -> None:
    assert [item.scale for item in items_of("wit op voorraad", bulk_words=True)] == ["bulk"]
    assert [item.scale for item in items_of("wit 1g 50", bulk_words=True)] == ["retail"]


def test_unit_word_that_is_also_a_product_counts_what_is_named() -> None:
    assert told(items_of("xanax 100 pillen 150")) == "benzodiazepines 100 pill 150"
    assert product_hits(fold("xanax 100 pillen 150"))[1].term.concept == "mdma"


def test_a_price_written_with_a_dash_only_is_no_failure() -> None:
    _check("coke 5/.-, 1g 50", "nl")
