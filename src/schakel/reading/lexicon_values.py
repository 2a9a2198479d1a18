"""What may stand in the word lists beside words: dates, languages, thresholds of scale, currencies, numbers of places."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from schakel.reading.weighing.weights import load_families

_LANGUAGES = frozenset({"nl", "en", "de", "fr", "es", "ru", "tr", "any", "emoji"})
# Units of thresholds: kilos, milligrams and litres are converted before they are looked up.
_THRESHOLD_UNITS = frozenset({"g", "ml", "pill", "seal", "piece", "strip", "pack", "carton", "box", "ball"})
_CODE = 3  # letters of a currency
_TOLD_BY_TEXT = "PESO"  # of which country, the text tells
_BY_ENTRY = "at each entry"  # of a workspace's own list: the ledger holds who accepted what and when
_WHOLE_NUMBERS = ("geonames", "population")


def date_problem(written: object) -> str | None:
    """What is wrong with the date on which a list was reviewed; None if nothing is."""
    if written == _BY_ENTRY:
        return None
    try:
        date.fromisoformat(str(written))
    except ValueError:
        return f'has "{written}" as the date of its review, which is no date such as 2026-11-24.'
    return None


def value_problems(data: Mapping[str, Any]) -> Iterator[str]:
    """What is wrong in a list of any form, a sentence each."""
    if "group" in data and data.get("format") != "terms":
        yield 'has groups of words but not format = "terms", so nobody reads it.'
    for number, row in enumerate(data.get("threshold", ()), 1):
        yield from (f"threshold {number} {problem}" for problem in _threshold_problems(row))
    currencies = data.get("currency", {})
    if isinstance(currencies, Mapping):
        for code in currencies:
            if code != _TOLD_BY_TEXT and not (len(code) == _CODE and code.isascii() and code.isupper()):
                yield f'has the currency "{code}", which is no code of three capitals.'


def language_problem(language: str) -> str | None:
    """What is wrong with the language of a group of words; None if nothing is."""
    return None if language in _LANGUAGES else f'has words of the language "{language}", which is not read.'


def number_problems(columns: list[str], row: list[str]) -> Iterator[str]:
    """What is wrong with the numbers in a row of a table of places; they may be left open."""
    for name, cell in zip(columns, row, strict=False):
        if name in _WHOLE_NUMBERS and cell and not (cell.isascii() and cell.isdigit()):
            yield f'has "{cell}" as {name}, which is no whole number.'


def _threshold_problems(row: Mapping[str, Any]) -> Iterator[str]:
    known = frozenset[str]().union(*load_families().members.values())
    for commodity in row.get("commodities") or ["no commodities"]:
        if commodity not in known:
            yield f'names "{commodity}", which is no commodity.'
    if row.get("unit") not in _THRESHOLD_UNITS:
        yield f'has the unit "{row.get("unit")}", which no amount is brought to.'
    low, high = row.get("retail"), row.get("bulk")
    if not isinstance(low, int | float) or not isinstance(high, int | float) or not 0 < low < high:
        yield f"goes from {low} to {high}: trade must begin above what a user buys."
    if not str(row.get("source", "")).strip():
        yield "has no source."
