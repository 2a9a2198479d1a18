import numpy as np
import pytest

from schakel.reading.offers import read_text, read_texts
from schakel.reading.terms.lexicon import load_lexicons
from schakel.reading.weighing.goods_by_letters import (
    Asked,
    lettered,
    likeliest_commodities,
    load_goods_by_letters,
)
from schakel.reading.weighing.wording import Wording, pack, wording_odds


def asked(plain: str, listed: str | None = None, *, title: bool = False, no_goods: bool = False) -> Asked:
    return Asked(plain, listed, listed is not None, title, no_goods)


def test_the_columns_are_commodities_of_the_lists() -> None:
    known = {term.concept for term in load_lexicons().terms if term.kind == "commodity"}
    commodities = load_goods_by_letters().commodities
    assert set(commodities) <= known
    assert len(set(commodities)) == len(commodities) == len(load_goods_by_letters().weights.prior)


@pytest.mark.parametrize(
    ("title", "commodity"),
    [
        ("kentucky driving licence scannable uv", "documents"),
        ("netflix premium 4k login lifetime", "accounts"),
        ("remington 870 pump action 12 gauge", "firearms"),
        ("testosterone enanthate 250mg vial", "steroids"),
    ],
)
def test_letters_tell_what_a_title_without_a_listed_word_names(title: str, commodity: str) -> None:
    assert likeliest_commodities([asked(title, title=True, no_goods=True)]) == [commodity]


def test_what_the_lists_say_stands_unless_all_letters_say_otherwise() -> None:
    odd = asked("wiet 10 stuks 40, 25 stuks 90", "cannabis")
    plain = asked("testosterone enanthate 250mg vial, oral winstrol, anavar", "firearms")
    assert likeliest_commodities([odd, plain]) == ["cannabis", "steroids"]


def test_nothing_is_guessed_of_a_text_that_tells_nothing() -> None:
    assert likeliest_commodities([asked("hoi allemaal", title=True, no_goods=True), asked("10 voor 50")]) == [
        None,
        None,
    ]
    assert likeliest_commodities([]) == []


def test_other_texts_beside_it_change_nothing() -> None:
    one = asked("kentucky driving licence scannable uv", title=True, no_goods=True)
    others = [asked("speed 5g 40", "amphetamine"), one, asked("x", "cocaine")]
    assert likeliest_commodities(others)[1] == likeliest_commodities([one])[0]


def test_numbers_count_by_their_length_and_signs_not_at_all() -> None:
    assert lettered("1,5g — 250 € !!") == " 0 0g 000 € "
    assert lettered("123456") == " 0000 "


def test_a_smaller_table_says_what_a_larger_one_with_equal_neighbours_says() -> None:
    chance = np.random.default_rng(5)
    small = chance.integers(-127, 128, (1 << 16, 4)).astype(np.int8)
    step, prior = np.full(4, 0.01, np.float32), np.zeros(4, np.float32)
    texts = ["wiet 5 g 40", "", "a", "10 stuks, zie lijst\nmorgen weer"]
    narrow = wording_odds(texts, Wording(pack(small), step, prior))
    wide = wording_odds(texts, Wording(pack(np.repeat(small, 4, axis=0)), step, prior))
    np.testing.assert_array_equal(narrow, wide)


def test_an_offer_of_words_that_no_list_knows_keeps_its_amounts_and_gets_their_goods() -> None:
    reading = read_text("Winstrol, anavar en testo te koop, 10 ml 40 euro, ophalen in Breda")
    assert {item.commodity for item in reading.items} == {"steroids"}


def test_an_item_told_by_letters_alone_rests_on_all_of_them() -> None:
    text = "DMV records search any state (photo possible)"
    [item] = read_text(text).items
    assert (item.commodity, item.quantity, item.price) == ("personal-data", None, None)
    assert item.spans == ((0, len(text)),)


def test_nothing_is_told_by_letters_where_tables_ask_for_acts_only() -> None:
    [reading] = read_texts(["WhatsApp RAT android apk builder"], acts_only=True)
    assert reading.items == ()
