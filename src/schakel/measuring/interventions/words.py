"""Effects in words, in English and Dutch: the sentences are data (`lexicons/interventions.toml`)."""

from functools import cache
from typing import Any

import msgspec

from schakel.measuring.interventions.change import Change
from schakel.measuring.settings import data_of

LANGUAGES = ("en", "nl")


class Days(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The days and weeks that are looked at."""

    before: int
    after: int
    lasting_from: int
    weeks: int
    reaction: int
    most_chats: int


class Sayings(msgspec.Struct, frozen=True):
    """The data file."""

    days: Days
    claims: dict[str, float]
    reaction: dict[str, list[str]]
    measures: dict[str, dict[str, str]]
    periods: dict[str, dict[str, str]]
    claim: dict[str, dict[str, str]]
    subjects: dict[str, dict[str, str]]
    beside: dict[str, dict[str, str]]
    why: dict[str, dict[str, str]]
    told: dict[str, dict[str, str]]


@cache
def sayings() -> Sayings:
    """The data file of interventions; SettingsError if it cannot be used."""
    return data_of(Sayings, "interventions.toml")


def claim_of(found: Change) -> str:
    """fell, rose, as-before (bounds close to nothing), no-fall-shown, cannot-tell or refused."""
    if found.value is None or found.low is None or found.high is None:
        return "refused"
    near = sayings().claims["as_before"]
    if found.high < 0:
        return "fell"
    if found.low > 0:
        return "rose"
    if found.low > -near and found.high < 1 / (1 - near) - 1:
        return "as-before"
    return "no-fall-shown" if found.low > -2 * near else "cannot-tell"


def change_in_words(found: Change, about: dict[str, Any]) -> dict[str, str]:
    """The sentence in each language; `about` names subject, measure, period, beside and what fills their gaps."""
    claim = claim_of(found)
    data = sayings()
    said = {}
    for language in LANGUAGES:
        said[f"words_{language}"] = data.claim[language][claim].format(
            subject=data.subjects[language][about["subject"]].format(**about),
            measure=data.measures[language][about["measure"]],
            period=data.periods[language][about["period"]].format(**about),
            beside=data.beside[language][about["beside"]].format(**about),
            value=_size(found.value),
            low=_signed(found.low),
            high=_signed(found.high),
            why=data.why[language].get(found.why, ""),
        )
    return said


def told(key: str, **values: Any) -> dict[str, str]:
    """A sentence of another kind in each language."""
    return {f"words_{language}": sayings().told[language][key].format(**values) for language in LANGUAGES}


def why_in_words(found: Change) -> str:
    """Why a change was refused, in English."""
    return sayings().why["en"].get(found.why, "")


def _size(share: float | None) -> str:
    return "" if share is None else f"{abs(share):.0%}"


def _signed(share: float | None) -> str:
    if share is None:
        return ""
    if share >= 9.995:
        return "over +900%"
    return "0%" if abs(share) < 0.005 else f"{share:+.0%}"
