"""Patterns of what is said of accounts: that one follows another, that somebody is to be mistrusted or does not answer."""

from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from tomllib import loads

from schakel.records.alphabets import AFTER, BEFORE, in_known_alphabets

_BEFORE_A_NAME = r"[ :,(=-]{0,3}@"
_TELL_OF_TWO = ("move", "same")  # also what one account becomes says it


@cache
def said_of_accounts(what: str) -> str:
    """A pattern (RE2) for lower-cased text; `what` is move, same, not_same, gone, accuse, no_answer, loss or spoken_for
    (`lexicons/said_of_accounts.toml`).
    """
    silent = _alternatives("silent") if what == "move" else []
    return whole_words([*_alternatives(what), *silent, *([_becomes()] if what in _TELL_OF_TWO else [])])


@cache
def said_of_anything() -> str:
    """A pattern (RE2) for lower-cased text: what may be said of an account or of a scooter, and the username behind it.

    It is a move only where the words before that username name an account (`an_account`, or a display name).
    """
    return whole_words([*_alternatives("silent"), rf"[^\n,.!?:;]{{2,32}}? {_becomes()}"])


@cache
def before_a_name(what: str) -> str:
    """A pattern (RE2) for lower-cased text in which what is said of an account stands right before its @name; the name is group 1.

    `what` is `was`, the account that the writer had, or `becomes`, the next one of whoever was named before.
    """
    return BEFORE + in_known_alphabets(
        "(?:" + "|".join(_alternatives(what)) + f"){_BEFORE_A_NAME}" + r"([a-z]\w{3,31})"
    )


@cache
def ends_before_a_contact(what: str) -> str:
    """A pattern (RE2) for the lower-cased text up to a contact, of which the end says whose that contact is.

    `what` is `others`, or `sends` for what says so only in a message that names no goods.
    """
    return BEFORE + in_known_alphabets("(?:" + "|".join(_alternatives(what)) + r")[ :,(=@-]{1,4}$")


@cache
def begins_with_a_username(what: str) -> str:
    """A pattern (RE2) for the lower-cased text from a username on, where what stands behind that says whose it is (`others_behind`, `sends_behind`)."""
    behind = "(?:" + "|".join(_alternatives(what)) + ")" + AFTER
    return in_known_alphabets(r"^@?[a-z]\w{3,31}(?:['’]?\pL{1,4})?[ ,]{1,2}" + behind)


def _becomes() -> str:
    return f"(?:{'|'.join(_alternatives('becomes'))}){_BEFORE_A_NAME}\\w+"


def _alternatives(what: str) -> list[str]:
    path = files("schakel.lexicons") / "said_of_accounts.toml"
    alternatives: list[str] = loads(path.read_text("utf-8"))[what]
    return alternatives


def whole_words(alternatives: Iterable[str]) -> str:
    """A pattern (RE2) that finds any of these patterns as whole words."""
    return BEFORE + in_known_alphabets("(?:" + "|".join(alternatives) + ")") + AFTER
