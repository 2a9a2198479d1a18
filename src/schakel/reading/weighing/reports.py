"""What customers tell of their orders in forms that hold a sum, a number or a name: see `lexicons/reports_of_customers.toml`."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from importlib.resources import files
from tomllib import loads
from typing import Any

from schakel.reading.folding.needed_letters import NeededLetters

LOST, AGAIN, WEIGHED = "money gone and nothing given", "bought again and again", "weighed as it should be"
RECOMMENDED, FALSE = "somebody recommended in few words", "a name said to be false"
TESTED, ON_TIME = "tested and found pure", "came when it was said to"
FILLED, MADE_UP = "something else was inside", "praise said to be made up"
HONEST, CALLED_TO_ORDER = "said not to have cheated", "called to order by keepers of a chat"
IN_WORDS_OF_WARNING = frozenset({HONEST, CALLED_TO_ORDER})  # and no warning
_SIGNS = {
    "lost": LOST,
    "again": AGAIN,
    "weighed": WEIGHED,
    "recommended": RECOMMENDED,
    "false": FALSE,
    "tested": TESTED,
    "on_time": ON_TIME,
    "filled": FILLED,
    "made_up": MADE_UP,
    "honest": HONEST,
    "called_to_order": CALLED_TO_ORDER,
}
REPORTED = frozenset(_SIGNS.values())  # as good as a listed word
_LONGEST = 300  # characters: an order is told of in few words, and longer texts tell of much else
_BRIEF = 70
_IN_FEW_WORDS = frozenset({RECOMMENDED, FALSE})
_PARTS = ("money", "n", "nothing")


def report_signs(plain: str) -> Iterator[str]:
    """The names of the forms that a folded text has: "took 200 from me", "al 4x besteld", "взвесил, 1.05", "+1 @..."."""
    if len(plain) > _LONGEST:
        return
    yield from signs_of_forms(plain, *_forms(), lambda sign: _may_be(sign, plain))


def _may_be(sign: str, plain: str) -> bool:
    """Whether nothing in a text takes that sign back."""
    unless = _takes_back().get(sign)
    return (len(plain) <= _BRIEF or sign not in _IN_FEW_WORDS) and (
        unless is None or not unless.search(plain)
    )


def signs_of_forms(
    plain: str,
    forms: Sequence[tuple[str, re.Pattern[str]]],
    needed: NeededLetters,
    may_be: Callable[[str], bool],
) -> Iterator[str]:
    """The signs of which a form stands in the text, each once, if it may be one at all; the forms of a sign stand together."""
    told = ""
    for number in needed.of(plain):
        sign, form = forms[number]
        if sign != told and may_be(sign) and form.search(plain):
            told = sign
            yield sign


def with_parts(form: str) -> str:
    """An expression with sums, numbers and words for nothing in place of {money}, {n} and {nothing}; other braces stay."""
    data = _data()
    for part in _PARTS:
        form = form.replace(f"{{{part}}}", data[part])
    return form


@cache
def _forms() -> tuple[Sequence[tuple[str, re.Pattern[str]]], NeededLetters]:
    """Every form with its sign, those of a sign together; and which of them a text could hold."""
    data = _data()
    forms = [(sign, re.compile(with_parts(form))) for name, sign in _SIGNS.items() for form in data[name]]
    return forms, NeededLetters(form for _, form in forms)


@cache
def _takes_back() -> dict[str, re.Pattern[str]]:
    """What may not stand in a text of a sign: "nog nooit opgelicht, tot @x kwam"."""
    return {_SIGNS[name]: re.compile(_data()[f"{name}_unless"]) for name in ("honest", "called_to_order")}


@cache
def _data() -> dict[str, Any]:
    return loads((files("schakel.lexicons") / "reports_of_customers.toml").read_text("utf-8"))
