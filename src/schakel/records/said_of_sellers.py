"""Patterns of what people say of sellers: grumbles, lists, questions whether one can be trusted, and what is answered."""

from functools import cache
from importlib.resources import files
from tomllib import loads

from schakel.records.said_of_accounts import whole_words


@cache
def said_of_sellers(what: str) -> str:
    """A pattern (RE2) for lower-cased text; `what` is a list of `lexicons/said_of_sellers.toml`: grumble, other_things, scammers,
    trusted, asked_words, asked_about, yes, no, no_way, agrees, confirms, not_ill, speaks_well, speaks_ill, knows_not, housekeeping or received.
    """
    path = files("schakel.lexicons") / "said_of_sellers.toml"
    alternatives: list[str] = loads(path.read_text("utf-8"))[what]
    return whole_words(alternatives)
