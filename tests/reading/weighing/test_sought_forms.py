"""Forms of which a text must hold some letters are sought only where it does; what bears on an act is looked up once."""

from collections.abc import Iterator
from importlib.resources import files
from itertools import chain
from tomllib import loads

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schakel.reading.amounts.trade_measures import MEASURE, has_measure
from schakel.reading.folding.plain_text import plain_text
from schakel.reading.weighing import acts, asking, reports
from schakel.reading.weighing.act_signs import ActSign
from schakel.reading.weighing.acts import grounds_of, lack_of_grounds
from schakel.reading.weighing.weights import ACTS, load_weights

_PIECES = ("took ", "me ", "200 ", "€ ", "from ", "al ", "4x ", "besteld", "kan ", "max ", "betaal ", "zoek je ", "aanraden", "+1 ", "@naam ", " = ", "nep", "5", " ")  # fmt: skip
_MEASURED = ("5", " ", "g", "gr", "per ", "p/", "pg", "ppg", "/ ", "x ", "kilo", "pillen", "le ", "a", ",", "за ", "г")  # fmt: skip
_FOLDED = frozenset({"source", "open", "fillers", "areas"})  # words, folded where they are read
_NAMES = sorted(load_weights().acts)


def test_no_form_of_reports_and_questions_must_be_sought_in_every_text() -> None:
    assert reports._forms()[1].of("") == []
    assert asking._sought()[1].of("") == []


def _expressions(told: object) -> Iterator[str]:
    if isinstance(told, dict):
        yield from chain.from_iterable(_expressions(one) for name, one in told.items() if name not in _FOLDED)
    elif isinstance(told, list):
        yield from chain.from_iterable(map(_expressions, told))
    elif isinstance(told, str):
        yield told


@pytest.mark.parametrize(
    "name", ["set_signs", "short_ads", "talk_of_chats", "reports_of_customers", "told_of_names"]
)
def test_no_russian_form_holds_a_letter_that_folding_takes_away(name: str) -> None:
    lists = loads((files("schakel.lexicons") / f"{name}.toml").read_text("utf-8"))
    assert [form for form in _expressions(lists) if "й" in form] == []


@settings(deadline=None)  # what is looked up is loaded in the first
@given(st.lists(st.sampled_from(_PIECES), max_size=9).map("".join))
def test_a_text_has_the_forms_that_are_found_where_all_are_sought(text: str) -> None:
    forms = reports._forms()[0]
    few = len(text) <= reports._BRIEF
    sought = [
        sign for sign, form in forms if (few or sign not in reports._IN_FEW_WORDS) and form.search(text)
    ]
    assert list(reports.report_signs(text)) == list(dict.fromkeys(sought))


@settings(deadline=None)  # what is looked up is loaded in the first
@given(st.lists(st.sampled_from(_MEASURED), max_size=8).map("".join))
def test_a_measure_stands_where_the_whole_expression_finds_one(line: str) -> None:
    assert has_measure(line) == (MEASURE.search(line) is not None)


@settings(deadline=None)  # what is looked up is loaded in the first
@given(st.sets(st.sampled_from([*_NAMES, "no listed word"]), max_size=12))
def test_what_an_act_lacks_rests_on_no_other_sign_than_those_looked_at(names: set[str]) -> None:
    signs = [ActSign(name, 1.0) for name in sorted(names)]
    assert list(grounds_of(signs)) == [lack_of_grounds(act, names) for act in ACTS]


@settings(deadline=None)  # what is looked up is loaded in the first
@given(st.lists(st.tuples(st.sampled_from(_NAMES), st.sampled_from((0.2, 1.0, 2.5))), max_size=12))
def test_reasons_add_up_to_the_odds_whether_their_rows_are_made_ahead_or_not(
    told: list[tuple[str, float]],
) -> None:
    signs = [ActSign(name, value) for name, value in told]
    for act in range(len(ACTS)):
        rows = acts._reason_rows(signs, act, plain_text(""))
        weights = [row[act] * value for name, value in told for row in [load_weights().acts[name]]]
        lack = grounds_of(signs)[act]
        assert abs(sum(row[1] for row in rows) - sum(chain(weights, [lack]))) < 0.001 * (len(told) + 1)
