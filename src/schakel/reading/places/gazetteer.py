"""The list of places: every name under which a town or region is sought, and how sure that name is."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from schakel.reading.folding.plain_text import plain_text
from schakel.reading.word_data import data_file
from schakel.records.errors import SettingsError

SURE, CAPITAL, CONTEXT, STREET, CAPITALS, OWN, CODE, ATTRIBUTE = (
    "sure",
    "capital",
    "context",
    "street",
    "capitals",
    "own",
    "code",
    "attribute",
)
_FILES = _REGIONS, _HERE, _ABROAD = ("places_regions.tsv", "places_nl.tsv", "places_world.tsv")
Rows = Mapping[str, list[dict[str, str]]]  # by list
_WORD = re.compile(r"\w+")
_LIMITS = data_file("place_contexts.toml")["names"]
_EUROPE = frozenset[str](_LIMITS["europe"])
_EUROPE_FIRST: int = _LIMITS["europe_first"]
_WELL_KNOWN: dict[str, int] = _LIMITS["well_known"]
_KNOWN_AFAR: int = _LIMITS["known_afar"]
_LONG: int = _LIMITS["long"]
_GENITIVE: int = _LIMITS["genitive"]
_OTHER_WORDS = frozenset[str](_LIMITS["other_words"])
_NO_ATTRIBUTES = frozenset[str](_LIMITS["no_attributes"])
_ATTRIBUTE: int = _LIMITS["attribute"]
_ATTRIBUTE_AFAR: int = _LIMITS["attribute_afar"]
_SHORT_BEFORE_NOUN = tuple[str, ...](_LIMITS["short_before_noun"])
_GERMAN = re.compile("[a-zäöüß]{4,}")
_SMALL: int = _LIMITS["small"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One place under one of its names.

    `needs` says what must hold before the name is read as the place: nothing (`sure`), a capital inside a
    sentence (`capital`), a word that announces a place (`context`), text in one of `languages` (`street`),
    that and capitals throughout (`capitals`), that it is a telephone area code (`code`), or a noun behind it that
    belongs to the town (`attribute`: "Hamburger Hafen"). For `capital`
    and `context` these are the languages in which the name is also a word; in others a capital is enough;
    a name that is a word like "of" is never a place in them (`own`).
    """

    name: str
    geonames: int | None
    province: str | None
    municipality: str | None
    needs: str = SURE
    languages: frozenset[str] = frozenset()
    is_region: bool = False


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """All names, folded and sorted, each with its place.

    `by_word` leads from the longest word of a name to the names that have it, with the word's place in
    them; `words` are those words.
    """

    names: tuple[str, ...]
    entries: tuple[Entry, ...]
    codes: dict[str, tuple[Entry, ...]]
    by_word: dict[str, tuple[tuple[str, int, Entry], ...]]
    words: frozenset[str]


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
    data = data_file("place_contexts.toml")
    return {key: [fold(word) for word in value] for key, value in data.items() if isinstance(value, list)}


def fold(name: str) -> str:
    """A name as it looks in a folded text."""
    if len(name) > 5 and name.isascii() and "." not in name:
        return name.lower().strip()
    return plain_text(name).plain.strip()


@cache
def load_gazetteer() -> Gazetteer:
    """The places as shipped, read once. Of two places with one name the first in the lists stays.

    Order: regions, Dutch places, towns abroad by size, main names before other names; street names
    override all.
    """
    named: dict[str, Entry] = {}
    towns: dict[str, Entry] = {}
    codes: dict[str, tuple[Entry, ...]] = {}
    rows = {file: list(list_rows(file)) for file in _FILES}
    for entry, others, key in _listed(rows):
        towns.setdefault(key, entry)
        for name in (entry.name, *others):
            named.setdefault(fold(name), entry)
    for row in list_rows("place_words_ambiguous.tsv"):
        if row["written"] in named:
            named[row["written"]] = _with(named[row["written"]], row["needs"], row["languages"])
    for row in list_rows("place_names_street.tsv"):
        kind = SURE if row["kind"] == "slang" else row["kind"]
        town = _with(towns[row["geonames"]], kind, row["languages"])
        if kind == CODE:
            codes[row["written"]] = (*codes.get(row["written"], ()), town)
        else:
            named[fold(row["written"])] = town
    for written, name in _misspelt_and_inflected(rows):
        if named[name].needs == SURE and len(written) > 5:
            named.setdefault(written, named[name])
    for written, name in _attributes(rows[_ABROAD]):
        named.setdefault(written, _with(named[name], ATTRIBUTE, "de"))
    named.pop("", None)
    names = tuple(sorted(named))
    by_word = _by_word(named)
    return Gazetteer(names, tuple(named[name] for name in names), codes, by_word, frozenset(by_word))


def _misspelt_and_inflected(rows: Rows) -> Iterator[tuple[str, str]]:
    """Well-known towns with a letter left out or two changed about, and German ones in the genitive."""
    for file, country in ((_HERE, "NL"), (_ABROAD, "")):
        for row in rows[file]:
            name, where, people = fold(row["name"]), country or row["country"], int(row["population"] or 0)
            if not name.isalpha():
                continue
            if people >= _WELL_KNOWN.get(where, _KNOWN_AFAR) and len(name) >= _LONG and name.isascii():
                yield from ((written, name) for written in _slips(name) if written not in _OTHER_WORDS)
            if where == "DE" and people >= _GENITIVE:
                called = (name, *map(fold, _names(row)))
                yield from ((one + "s", one) for one in called if one[-1] not in "sxz" and one.isalpha())


def _attributes(abroad: list[dict[str, str]]) -> Iterator[tuple[str, str]]:
    """What German makes of the name of a town before a noun: Hamburger, Karlsruher, Erlanger, Dresdner, Bremer."""
    for row in abroad:
        people = int(row["population"] or 0)
        large = {"DE": _ATTRIBUTE, "AT": _ATTRIBUTE, "CH": _ATTRIBUTE}.get(
            row["country"], 10 * _ATTRIBUTE_AFAR
        )
        if people < large:
            continue
        for name in map(fold, (row["name"], *_names(row))):
            if _GERMAN.fullmatch(name):
                yield from (
                    (written, name) for written in _before_noun(name) if written not in _NO_ATTRIBUTES
                )


def _before_noun(name: str) -> Iterator[str]:
    """The forms that the name may have: of names in -en the ending is kept, dropped or drawn together."""
    yield name + ("r" if name.endswith("e") else "er")
    if name.endswith("en"):
        yield name[:-2] + "ner"
        if name.endswith(_SHORT_BEFORE_NOUN):
            yield name[:-2] + "er"


def _slips(name: str) -> Iterator[str]:
    """The name without one of its letters but the first, and with two neighbours changed about."""
    for i in range(1, len(name)):
        yield name[:i] + name[i + 1 :]
        if i + 1 < len(name):
            yield name[:i] + name[i + 1] + name[i] + name[i + 2 :]


def _with(entry: Entry, needs: str, languages: str) -> Entry:
    return replace(entry, needs=needs, languages=frozenset(languages.split(",")) - {""})


def _by_word(named: dict[str, Entry]) -> dict[str, tuple[tuple[str, int, Entry], ...]]:
    """The names by their longest word, which is seldom "de" or "saint"; longer names first."""
    found: dict[str, list[tuple[str, int, Entry]]] = {}
    for name in sorted(sorted(named), key=len, reverse=True):
        if name.isalnum():  # most are one word
            found.setdefault(name, []).append((name, 0, named[name]))
            continue
        word = max(_WORD.finditer(name), key=lambda match: match.end() - match.start(), default=None)
        if word:
            found.setdefault(word.group(), []).append((name, word.start(), named[name]))
    return {word: tuple(names) for word, names in found.items()}


def _listed(rows: Rows) -> Iterator[tuple[Entry, list[str], str]]:
    """All places with their other names and number."""
    for file in (_REGIONS, _HERE):
        for row in rows[file]:
            yield _entry(row, file == _REGIONS), _names(row), row["geonames"] or row["name"]
    abroad = sorted(rows[_ABROAD], key=_size, reverse=True)
    for row in abroad:
        yield _entry(row), [], row["geonames"]
    for row in abroad:
        yield _entry(row), _names(row), row["geonames"]


def _size(row: dict[str, str]) -> int:
    return int(row["population"]) * (_EUROPE_FIRST if row["country"] in _EUROPE else 1)


def _names(row: dict[str, str]) -> list[str]:
    return [name for name in row["names"].split("|") if name]


def _entry(row: dict[str, str], is_region: bool = False) -> Entry:
    number = int(row["geonames"]) if row["geonames"] else None
    province, municipality = row.get("province") or None, row.get("municipality") or None
    small = 0 < int(row.get("population") or 0) < _SMALL and "country" in row
    return Entry(row["name"], number, province, municipality, CAPITAL if small else SURE, is_region=is_region)
