import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schakel.reading.folding.needed_letters import NeededLetters, needed_letters

FORMS = (
    r"\b(?:took|stole) [€$]?\d+ (?:from|off) me\b",
    r"(?:max|maximaal)\W{0,3}\d",
    r"^\W{0,3}\+ ?rep\b",
    r"(?:a|b)?cd[ef]g{2,3}h",
    r"x(?=yz)y|q(?!r)s",
    r"(?P<one>ja|nee)(?P<two>.)+!",
)


@pytest.mark.parametrize("form", FORMS)
@given(data=st.data())
def test_what_matches_holds_letters_that_are_needed(form: str, data: st.DataObject) -> None:
    sought = re.compile(form)
    text = data.draw(st.from_regex(sought))
    letters = needed_letters(sought)
    assert letters is not None
    assert not sought.search(text) or any(one in text for one in letters)


@pytest.mark.parametrize(
    ("form", "letters"),
    [
        (r"\b(?:took|stole) \d+ (?:from|off) me\b", {"took ", "stole "}),
        (r"ordered \d times", {"ordered "}),
        (r"(?:carotte|carotte de) \d", {"carotte "}),
        (r"gr[ae]y", {"gray", "grey"}),
        (r"ab?c", {"ac", "abc"}),
    ],
)
def test_letters_are_long_and_few_and_none_holds_others(form: str, letters: set[str]) -> None:
    assert set(needed_letters(re.compile(form)) or ()) == letters


@pytest.mark.parametrize("form", [r"\d+", r"a*", r"(?:coke)?", r"(?:coke|\d)", r"(.)\1", "", r"(?i)coke"])
def test_of_what_may_be_anything_no_letters_are_needed(form: str) -> None:
    sought = re.compile(form)
    assert needed_letters(sought) is None
    assert NeededLetters([sought, re.compile("wiet")]).of("ohne alles") == [0]


@given(st.text(alphabet="abcdx 0", max_size=12))
def test_no_expression_that_matches_is_left_out(text: str) -> None:
    forms = [re.compile(form) for form in ("ab+c", "a|b", "x[ab]d?", r"\d x", "(?:ab){2}", "d$")]
    could = NeededLetters(forms).of(text)
    assert [n for n, form in enumerate(forms) if form.search(text)] == [
        n for n in could if forms[n].search(text)
    ]
