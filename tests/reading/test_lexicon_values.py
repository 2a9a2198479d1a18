from datetime import date

from schakel.reading.lexicon_values import date_problem, language_problem, number_problems, value_problems


def test_dates_of_review() -> None:
    assert (
        date_problem("2026-11-24")
        is date_problem(date(2026, 11, 24))
        is date_problem("at each entry")
        is None
    )
    assert "no date" in (date_problem("November") or "")


def test_the_seven_languages_and_what_is_of_none() -> None:
    assert language_problem("tr") is language_problem("emoji") is None
    assert "xx" in (language_problem("xx") or "")


def test_numbers_of_places_may_be_left_open_but_not_be_words() -> None:
    assert list(number_problems(["geonames", "name"], ["", "12a"])) == []
    assert list(number_problems(["geonames", "population"], ["12a", "many"])) == [
        'has "12a" as geonames, which is no whole number.',
        'has "many" as population, which is no whole number.',
    ]


def test_a_list_of_another_form_may_hold_anything_else() -> None:
    assert list(value_problems({"format": "x", "currency": "EUR", "words": ["a"]})) == []
    assert list(value_problems({"currency": {"EUR": [], "PESO": []}})) == []
