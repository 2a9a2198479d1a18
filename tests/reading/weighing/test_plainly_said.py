"""Praise and warnings in few words, and what sounds like them: questions, notices, news, advice."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schakel.reading.offers import read_text, search_text
from schakel.reading.terms.lexicon import each_of, group_terms
from schakel.reading.weighing.plainly_said import PRAISES, WARNS, plainly_said


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("@rode_kees is jullie mannetje", "vouch"),
        ("met een gerust hart bij @rode_kees", "vouch"),
        ("daar zit je safe, @rode_kees", "vouch"),
        ("@redkev never lets you down", "vouch"),
        ("wenn du sicher gehen willst @schneekalle", "vouch"),
        ("@petit_marc les yeux fermés", "vouch"),
        ("@markt_sud nunca te falla, a ojos cerrados", "vouch"),
        ("@belka77 ни разу не подвел", "vouch"),
        ("@deli_hoca gözün kapalı al", "vouch"),
        ("@rode_kees houdt je aan het lijntje", "warning"),
        ("@rode_kees laat je komen naar Epe en is er dan niet", "warning"),
        ("@redkev works with the feds", "warning"),
        ("@schneekalle hat mich auch abgezockt, finger weg", "warning"),
        ("@petit_marc répond jamais, évitez", "warning"),
        ("@markt_sud me dejó tirado, ni se os ocurra", "warning"),
        ("обходите стороной @belka77, недовесил", "warning"),
        ("@deli_hoca beni de kazıkladı, uzak durun", "warning"),
        ("deal met @rode_kees ging goed, 80 euro", "vouch"),
        ("6 van de 6 keer goed", "vouch"),
        ("hier ook 90 kwijt door hem, ben 90 kwijt", "warning"),
        ("bei mir nie was angekommen von ihm", "warning"),
        ("@schneekalle mir nix gekommen, 3 wochen warten", "warning"),
        ("über den hört man nur schlechtes", "warning"),
        ("hat mich eine stunde stehen lassen", "warning"),
        ("stond uur te wachten niemand kwam", "warning"),
        ("only heard bad things about him", "warning"),
        ("@deli_hoca yaşıyor mu? boş iş", "warning"),
        ("@deli_hoca fake değil, elden aldım", "vouch"),
    ],
)
def test_few_words_praise_and_warn(text: str, act: str) -> None:
    assert read_text(text).act == act


@pytest.mark.parametrize(
    "text",
    [
        "legit check @rode_kees",
        "is @rode_kees te vertrouwen of niet",
        "wie heeft er al eens bij @rode_kees besteld",
        "@petit_marc c'est un fake ou pas",
        "welke is de echte @rode_kees",
        "escrow deal 41 afgerond, koper tevreden",
        "escrow alleen via @bewaarder, andere accounts zijn nep",
        "las net dat er een lab is opgerold bij Epe",
        "combineer xtc niet met drank",
        "meld oplichters bij de beheerder",
        "der arzt hat mich zwei stunden warten lassen",
        "uur te wachten bij de tandarts, niemand kwam",
        "über den film hört man nur schlechtes",
        "i only heard bad things about this movie",
        "stond een uur op de bus te wachten",
    ],
)
def test_questions_notices_news_and_advice_are_no_act(text: str) -> None:
    assert read_text(text).act == "none"


def test_words_count_where_they_make_up_the_text() -> None:
    assert list(plainly_said(search_text("@rode_kees is je man"))) == [PRAISES]
    assert list(plainly_said(search_text("finger weg von @schneekalle"))) == [WARNS]
    assert list(plainly_said(search_text("is @rode_kees je man?"))) == []
    long = "gisteren met mijn broer naar de markt geweest, het was er druk en koud, en daar zei iemand dat hij dacht die komt nooit"
    assert list(plainly_said(search_text(long))) == []


def test_one_sentence_of_several_is_enough() -> None:
    text = (
        "mijn vriendin lacht me nu uit en de buren ook.\nspreekt vanzelf dat ik boos ben. komt nooit opdagen"
    )
    assert list(plainly_said(search_text(text))) == [WARNS]


def test_a_line_of_alternatives_stands_for_each_phrase() -> None:
    assert each_of("(die|hij) levert (wel|)") == [
        "die levert wel",
        "die levert",
        "hij levert wel",
        "hij levert",
    ]
    assert each_of("(a|b(c|)) d") == ["a d", "bc d", "b d"]
    assert each_of("plain :-( words") == ["plain :-( words"]
    data = {"kind": "act", "concept": "vouch", "weight": 1.4}
    terms = group_terms(data, {"words": ["x", "(x|y) (z|)"], "without": ["y z"]})
    assert [term.written for term in terms] == ["x", "x z", "y"]


@given(st.text(max_size=200))
def test_no_text_is_too_much(text: str) -> None:
    assert set(plainly_said(search_text(text))) <= {PRAISES, WARNS}


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("g 50 / 2g 90 / 5g 200 kwaliteit is top", "offer"),
        ("10/10 10/10 top spul", "vouch"),  # marks are no list of prices
    ],
)
def test_a_list_of_prices_is_no_praise(text: str, act: str) -> None:
    assert read_text(text).act == act
