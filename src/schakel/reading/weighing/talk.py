"""What is said in a market's chat that is no act, though it sounds like one: see `lexicons/talk_of_chats.toml`."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from tomllib import loads

from schakel.reading.folding.needed_letters import NeededLetters
from schakel.reading.terms.term_search import TermHit
from schakel.reading.weighing.found import Found
from schakel.reading.weighing.reports import signs_of_forms

MOVED, ADVICE, LIFE = "an account said to go on elsewhere", "advice to everybody", "goods in daily life"
NEWS, ESCROW = "news told on", "a notice of who holds the money"
STOCK = "goods said to be gone or to come"
COSTS, ASKED, MONEY_TO, ERRAND = (
    "what goods cost, talked about",
    "asked whether somebody can be trusted",
    "where money is to be sent",
    "where a rider is to go",
)
WONDER = "what others did with goods or think of them asked"
DAILY = "shops and people of daily life talked about"
_SIGNS = {
    "moved": MOVED,
    "advice": ADVICE,
    "news": NEWS,
    "escrow": ESCROW,
    "life": LIFE,
    "stock": STOCK,
    "costs": COSTS,
    "asked": ASKED,
    "money_to": MONEY_TO,
    "errand": ERRAND,
    "daily": DAILY,
    "wonder": WONDER,
}
_LONGEST = 160  # characters: longer texts tell of more than one thing
_BRIEF = 90
_TELLING = 1.0  # log10: the least weight of a word that warns of who moved
_PARTS = ("n", "who")


def talk_signs(found: Found, goods: Sequence[TermHit]) -> Iterator[str]:
    """The names of the kinds of talk that a short text is: of a move, to everybody, of daily life, a question, where money goes."""
    plain = found.text.plain
    if len(plain) > _LONGEST:
        return
    yield from signs_of_forms(plain, *_forms(), lambda sign: _may_be(sign, found, goods))


def _may_be(sign: str, found: Found, goods: Sequence[TermHit]) -> bool:
    """Moves name an address and warn of nobody, errands are short and name no account.

    Advice that names anybody is a warning, and money for goods by a plain word is part of an offer.
    """
    named = bool(found.selectors) or "@" in found.text.plain
    if sign == MOVED:
        return named and not any(hit.term.weight >= _TELLING for hit in found.words("act", "warning"))
    if sign == STOCK:
        return bool(goods) and not named and not any(sign.isdigit() for sign in found.text.plain)
    if sign == DAILY:
        return not goods and not named
    if sign == ERRAND:
        return not named and len(found.text.plain) <= _BRIEF
    return not (sign == ADVICE and named) and not (
        sign == MONEY_TO and any(not hit.term.ambiguous for hit in goods)
    )


@cache
def _forms() -> tuple[Sequence[tuple[str, re.Pattern[str]]], NeededLetters]:
    """Every form with its sign, those of a sign together; and which of them a text could hold."""
    data = loads((files("schakel.lexicons") / "talk_of_chats.toml").read_text("utf-8"))
    forms = [
        (sign, re.compile(_with_parts(form, data))) for name, sign in _SIGNS.items() for form in data[name]
    ]
    return forms, NeededLetters(form for _, form in forms)


def _with_parts(form: str, data: Mapping[str, str]) -> str:
    for part in _PARTS:
        form = form.replace(f"{{{part}}}", data[part])
    return form
