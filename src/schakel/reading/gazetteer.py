"""The list of places: every name under which a town or region is sought, and how sure that name is."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from tomllib import loads

import ahocorasick_rs

from schakel.reading.plain_text import plain_text
from schakel.records.errors import SettingsError

SURE, CAPITAL, CONTEXT, STREET, CODE = "sure", "capital", "context", "street", "code"


@dataclass(frozen=True, slots=True)
class Entry:
    """One place under one of its names.

    `needs` says what must hold before the name is read as the place: nothing (`sure`), a capital inside a
    sentence (`capital`), a word that announces a place (`context`), Dutch text (`street`), or that it is a
    telephone area code (`code`).
    """

    name: str
    geonames: int | None
    province: str | None
    municipality: str | None
    needs: str = SURE


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """All names, folded and sorted, each with its place; `search` finds them all in one pass."""

    names: tuple[str, ...]
    entries: tuple[Entry, ...]
    codes: dict[str, Entry]
    search: ahocorasick_rs.AhoCorasick


def list_rows(file: str) -> Iterator[dict[str, str]]:
    """The rows of a tab-separated list by column name; lines that begin with # are notes."""
    lines = [
        line for line in files("schakel.lexicons").joinpath(file).read_text("utf-8").splitlines() if line
    ]
    body = [line.split("\t") for line in lines if not line.startswith("#")]
    columns = body[0]
    for row in body[1:]:
        if len(row) != len(columns):
            raise SettingsError(
                f"The list {file} cannot be used.",
                means=f"The row that begins with {row[0]!r} has {len(row)} columns instead of {len(columns)}.",
                todo="Restore the list from the package.",
            )
        yield dict(zip(columns, row, strict=True))


@cache
def place_contexts() -> dict[str, list[str]]:
    """The words around a place that make or break it, folded as the text is."""
    data = loads(files("schakel.lexicons").joinpath("place_contexts.toml").read_text("utf-8"))
    return {key: [fold(word) for word in value] for key, value in data.items() if isinstance(value, list)}


def fold(name: str) -> str:
    """A name as it looks in a folded text."""
    return plain_text(name).plain.strip()


@cache
def load_gazetteer() -> Gazetteer:
    """The places as shipped, read once. Of two places with one name the first in the lists stays.

    Order: regions, Dutch places by population, cities abroad; street names override all.
    """
    named: dict[str, Entry] = {}
    towns: dict[str, Entry] = {}
    for entry, others, key in _listed():
        towns.setdefault(key, entry)
        for name in (entry.name, *others):
            named.setdefault(fold(name), entry)
    needs = {row["written"]: row["needs"] for row in list_rows("place_words_ambiguous.tsv")}
    codes: dict[str, Entry] = {}
    for row in list_rows("place_names_street.tsv"):
        town = towns[row["geonames"]]
        if row["kind"] == CODE:
            codes[row["written"]] = replace(town, needs=CODE)
        else:
            named[fold(row["written"])] = town
    named.pop("", None)
    names = tuple(sorted(named))
    entries = tuple(replace(named[name], needs=needs.get(name, SURE)) for name in names)
    search = ahocorasick_rs.AhoCorasick(list(names), implementation=ahocorasick_rs.Implementation.DFA)
    return Gazetteer(names, entries, codes, search)


def _listed() -> Iterator[tuple[Entry, list[str], str]]:
    for file in ("places_regions.tsv", "places_nl.tsv", "places_europe.tsv"):
        for row in list_rows(file):
            number = int(row["geonames"]) if row["geonames"] else None
            entry = Entry(row["name"], number, row.get("province") or None, row.get("municipality") or None)
            yield entry, [name for name in row["names"].split("|") if name], row["geonames"] or row["name"]
