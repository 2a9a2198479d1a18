"""The sentences that stand in exports, in English or Dutch."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from tomllib import loads
from typing import Any

from schakel.records.errors import UsageError

LANGUAGES = ("en", "nl")


@cache
def words_in(language: str) -> Mapping[str, Any]:
    """The sentences in a language; UsageError if there are none."""
    if language not in LANGUAGES:
        raise UsageError(
            f'There are no texts in "{language[:20]}".', means="Nothing was written.", todo="Write en or nl."
        )
    text = (files("schakel.showing.handover.export") / f"words_{language}.toml").read_text("utf-8")
    return loads(text)


def share(value: float | None, words: Mapping[str, Any]) -> str:
    """A probability as it is said, with two digits; 0.00 and 1.00 are never said of what is not certain."""
    if value is None:
        return str(words["probability_not_known"])
    return f"{min(max(value, 0.01), 0.99):.2f}" if 0 < value < 1 else f"{value:.2f}"


def about_ghost(row: Mapping[str, Any], words: Mapping[str, Any]) -> str:
    """One sentence on whether a seller is a ghost."""
    told = {
        name: share(row[f"ghost_{key}"], words)
        for name, key in (("value", "probability"), ("low", "low"), ("high", "high"))
    }
    return str(words["ghost"]).format(**told)


def about_role(row: Mapping[str, Any], words: Mapping[str, Any]) -> str:
    """One sentence on the most probable function of a seller or account; empty if none was concluded."""
    if row["role"] is None:
        return ""
    told = {
        name: share(row[f"role_{key}"], words)
        for name, key in (("value", "probability"), ("low", "low"), ("high", "high"))
    }
    return str(words["role"]).format(label=row["role"], **told)


def cautions(words: Mapping[str, Any], *, opened: bool) -> str:
    """What everybody must know who reads an export."""
    return f"{words['hypothesis']} {words['opened' if opened else 'closed']}"
