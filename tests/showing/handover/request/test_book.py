"""The data of requests hold together: every form, field, law and sentence is where the others look for it."""

from datetime import date
from importlib.resources import files
from string import Formatter
from tomllib import loads

import pytest

from schakel.records.errors import UsageError
from schakel.showing.handover.request.book import LANGUAGES, data_of, form_of, kinds, laws, words
from schakel.showing.handover.request.fields import _FILLS

# What the articles ask for, written down apart from the data file: a form that loses one of them fails here.
ASKED = {
    "sv-126ni": ("art. 126ni(3)(a)", "art. 126ni(3)(b)", "art. 126ni(3)(c)", "art. 126ni(3)(d)", "art. 126ni(3)(e)"),
    "budapest": tuple(f"art. 29(2)({point})" for point in "abcdef"),
    "article-9": (*(f"art. 9(2)(a)({point})" for point in ("i", "ii", "iii", "iv", "v", "vi")), "art. 9(2)(b)", "art. 9(2)(c)"),
    "article-10": (*(f"art. 10(2)(a)({point})" for point in ("i", "ii", "iii", "iv", "v", "vi")), "art. 10(2)(b)", "art. 10(2)(c)"),
    "epoc": ("section A", "section B", "section C", *(f"art. 5(5)({point})" for point in "abcdefij" if point != "g")),
    "epoc-pr": tuple(f"art. 6(4)({point})" for point in "abcdefg"),
    "eio": tuple(f"art. 5(1)({point})" for point in "abcde"),
    "treaty": tuple(f"art. 14(1)({point})" for point in "abcd"),
    "sv": ("art. 126nd(3)(a)", "art. 126nd(3)(b)", "art. 126nd(3)(c)", "art. 126n(4)(a)", "art. 126n(4)(b)", "126n(4)(c)", "126n(4)(d)"),
}  # fmt: skip


@pytest.mark.parametrize("form", sorted(ASKED))
def test_every_point_of_the_law_has_a_field(form: str) -> None:
    points = " | ".join(one.at for one in kinds().form[form].field)
    assert [point for point in ASKED[form] if point not in points] == []


def test_every_form_is_of_one_kind_and_asks_what_it_may() -> None:
    forms = [form for kind in kinds().kind.values() for form in kind.forms]
    assert sorted(forms) == sorted(kinds().form) == sorted(ASKED)
    for form in kinds().form.values():
        assert set(form.data) <= set(form.may) <= set(kinds().data)
        assert len({one.id for one in form.field}) == len(form.field)
        assert {one.source for one in form.field} <= set(_FILLS)
        named = {*form.law, form.term, form.ordered_by, *(one.law for one in form.field)} - {""}
        assert named <= set(laws())
        for category in form.may:
            assert form.orderer(category, "nl")[1] in laws()


def test_law_says_where_it_stands_when_it_was_checked_and_what_was_read() -> None:
    for name, law in laws().items():
        assert law.where.startswith("http"), name
        assert date.fromisoformat(law.checked)
        assert law.read in ("text", "summary", "nothing")
        assert law.says_en.endswith(".")
        assert law.says_nl.endswith(".")


def test_both_languages_have_the_same_sentences_with_the_same_marks() -> None:
    nl, en = (words(language) for language in LANGUAGES)
    assert set(nl) == set(en)
    for name in en:
        assert _marks(nl[name]) == _marks(en[name]), name


def test_every_basis_of_an_authorisation_says_which_kinds_it_carries() -> None:
    grounds = loads((files("schakel.lexicons") / "grounds_nl.toml").read_text("utf-8"))
    assert set(kinds().basis) == set(grounds["basis"])
    assert {kind for carried in kinds().basis.values() for kind in carried} == set(kinds().kind)


def test_what_is_asked_is_the_least_unless_somebody_says_more() -> None:
    assert form_of("production", "") == "epoc"
    assert data_of("epoc", "") == ("subscriber", "identify")
    assert data_of("epoc", "content, subscriber") == ("subscriber", "content")
    for wrong in (
        lambda: form_of("arrest", ""),
        lambda: form_of("mla", "epoc"),
        lambda: data_of("article-9", "content"),
    ):
        with pytest.raises(UsageError):
            wrong()


def _marks(sentence: str) -> set[str | None]:
    return {mark for _, mark, _, _ in Formatter().parse(sentence)} - {None}
