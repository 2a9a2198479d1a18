"""The language of short street talk in seven languages, and of what is no language at all."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schakel.reading.language import _WORD, SEVEN, _told_by, _words_of, detect_language

LINES = {
    "nl": [
        "wit te koop adam",
        "goeie wiet 10 euro",
        "3g 100 bezorg 010",
        "wie heeft keta?",
        "bel snel",
        "k3tam1ne te koop 5g 100",
        "ewa broer heb je nog",
    ],
    "en": [
        "coke for sale",
        "best weed in town",
        "dm for menu",
        "got snow today",
        "hit me up",
        "free delivery",
    ],
    "de": [
        "verkaufe gras",
        "10g 80 euro berlin",
        "wer hat koks",
        "digga was los",
        "schreib mir",
        "Suche 5g hasch",
        "saubere ware",
    ],
    "fr": [
        "beuh dispo",
        "livraison paris",
        "vends coke",
        "10g 60 balles",
        "qui vend du shit",
        "arnaque attention",
    ],
    "es": [
        "vendo coca",
        "entrega en madrid",
        "busco hierba",
        "10g 60 euros envio",
        "hola que tal",
        "calidad buena",
    ],
    "ru": ["снег в наличии", "куплю гашиш", "клад москва", "пиши в лс", "меф 1г", "отзыв супер"],
    "tr": ["kar var istanbul", "satılık ot", "elden teslim", "lazım olan yazsın", "fiyat ne kadar"],
}


@pytest.mark.parametrize(("language", "line"), [(k, line) for k, lines in LINES.items() for line in lines])
def test_short_street_talk(language: str, line: str) -> None:
    assert detect_language(line)[0] == language


@pytest.mark.parametrize(
    ("text", "language"), [("Jeg selger hasj i Oslo", "no"), ("cześć mam zioło na sprzedaż", "pl")]
)
def test_other_languages_keep_their_own_name(text: str, language: str) -> None:
    assert language not in SEVEN
    assert detect_language(text)[0] == language


@pytest.mark.parametrize(
    "text",
    [
        "",
        "1234",
        "🍁🔥50€",
        "@plugamsterdam",
        "https://t.me/verkopen",
        "www.verkopen.nl/x",
        "t.me/kopen",
        "x",
        "\x00",
    ],
)
def test_without_words_there_is_no_language(text: str) -> None:
    assert detect_language(text) == ("und", 0.0)


@pytest.mark.parametrize(
    "text", ["ᴡɪᴛ ᴛᴇ ᴋᴏᴏᴘ", "𝐖𝐢𝐭 𝐭𝐞 𝐤𝐨𝐨𝐩", "w i e t  t e  k o o p", "w\u200bi\u200bt te koop"]
)
def test_styled_and_spaced_letters_are_words(text: str) -> None:
    assert detect_language(text)[0] == "nl"


def test_more_words_make_it_surer() -> None:
    short, long = (
        detect_language("pas op")[1],
        detect_language("pas op voor deze verkoper, hij levert niet")[1],
    )
    assert short < long <= 1.0


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=300))
def test_any_text_has_an_answer(text: str) -> None:
    language, sure = detect_language(text)
    assert (language, sure) == detect_language(text)
    assert 0.0 <= sure <= 1.0
    assert (language == "und") == (sure == 0.0)


@given(
    st.lists(st.sampled_from(["te", "koop", "it's", "10", "a-b", "и", "l'eau.", "\n", "", "x"]), max_size=90)
)
def test_words_are_those_of_the_text_whatever_stands_between_them(words: list[str]) -> None:
    text = " ".join(words)
    assert _words_of(text) == _told_by(_WORD.findall(text)[:60])


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("pep 5 gram 25", "nl"),
        ("keta 1 gram 20, 5 gram 80", "nl"),
        ("miauw miauw 10 gram 70", "nl"),
        ("kubar 1 gram 500", "tr"),
        ("bonzai 5 gram 1000", "tr"),
    ],
)
def test_ads_of_a_few_words_are_told_by_their_goods(text: str, language: str) -> None:
    assert detect_language(text)[0] == language
