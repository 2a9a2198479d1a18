"""Patterns of what people say of sellers: grumbles, lists, questions whether one can be trusted, and what is answered."""

from functools import cache
from importlib.resources import files
from tomllib import loads
from typing import Any

from schakel.records.said_of_accounts import whole_words


@cache
def said_of_sellers(what: str) -> str:
    """A pattern (RE2) for lower-cased text; `what` is a list of `lexicons/said_of_sellers.toml`: grumble, short, weak, other_things,
    scammers, trusted, asked_words, asked_about, yes, no, no_way, agrees, confirms, not_ill, speaks_well, speaks_ill, knows_not, housekeeping, called_to_order
    or received.
    """
    return whole_words(_data()[what])


def taken_for_not_ill() -> str:
    """The word that stands for what is no ill word after all ("geen scam"): what speaks well finds it."""
    return str(_data()["for_not_ill"])


@cache
def _data() -> dict[str, Any]:
    return loads((files("schakel.lexicons") / "said_of_sellers.toml").read_text("utf-8"))
