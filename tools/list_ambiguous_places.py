"""Adds to place_words_ambiguous.tsv the names of places that are also ordinary words or names of persons.

    pip install wordfreq names     (in an environment of its own, with what the reading needs)
    python tools/list_ambiguous_places.py FOLDER

FOLDER holds a spelling dictionary a language as nl.dic, en.dic... (Hunspell). A name is ambiguous in a language
if the dictionary has it, or its stem, in small letters and word counts (wordfreq; Speer, 2022) say that it is in
use; and in English if it is a common first name or surname (US census of 1990). Rows that are in the list stay.
"""

import re
import sys
import tomllib
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

from schakel.reading.places.gazetteer import fold, list_rows

LIST = Path(__file__).resolve().parents[1] / "src" / "schakel" / "lexicons" / "place_words_ambiguous.tsv"
LANGUAGES = ("nl", "en", "de", "fr", "es", "ru", "tr")
IN_USE, STEM_IN_USE = 2.2, 3.2  # occurrences a billion words as log10, less 3
_CHOICES = tomllib.loads((Path(__file__).parent / "ambiguous_places.toml").read_text("utf-8"))
PLACES_FIRST, NO_SURNAMES = (frozenset(_CHOICES[key]) for key in ("places_first", "no_surnames"))
ENDINGS, WORDS_ONLY, AT_HOME = _CHOICES["endings"], _CHOICES["words_only"], _CHOICES["at_home"]
# Russian towns that are called as people are, or by an adjective: Гусев, Чехов, Жуковский, Светлый.
_SURNAME = re.compile(r"[а-я]+(?:ов|ев|ин|ын|ыи|ии|ои)")
KNOWN_ABROAD, ELSEWHERE_IN_USE = 110_000, 3.0  # people; occurrences as above
LARGE = 400_000  # known to everyone: no first name is a reason to doubt it


class Town(NamedTuple):
    """Where a name of a place comes from: its list, how many live there, the country."""

    file: str
    size: int
    country: str


Rows = dict[str, tuple[str, str]]  # name -> what it needs, in which languages


def words(folder: Path, language: str) -> set[str]:
    """The words of a spelling dictionary that are written in small letters, folded."""
    lines = (folder / f"{language}.dic").read_text("utf-8").splitlines()
    found = {line.partition("/")[0].split("\t")[0].strip() for line in lines}
    return {fold(word) for word in found if len(word) > 1 and word[0].islower()}


def persons() -> set[str]:
    """First names and surnames of every thousandth American or more."""
    found = set()
    for file, least in (("dist.male.first", 0.02), ("dist.female.first", 0.02), ("dist.all.last", 0.03)):
        for line in files("names").joinpath(file).read_text().splitlines():
            name, share, *_ = line.split()
            if float(share) >= least:
                found.add(name.lower())
    return found


class Speech:
    """What the seven languages use as words, and which names people bear."""

    def __init__(self, folder: Path, frequency: Callable[[str, str], float]) -> None:
        self._small = {language: words(folder, language) for language in LANGUAGES}
        self._people = persons()
        self._frequency = frequency

    def needs(self, name: str, town: Town) -> tuple[str, str] | None:
        """What the name needs beside it to be read as a place, and in which languages; None if nothing."""
        spoken = self._spoken(name, town)
        if spoken:
            return "context", ",".join(spoken)
        if town.size < (KNOWN_ABROAD if town.country != "NL" else 9_000) and name.isalpha():
            away = [one for one in LANGUAGES if one not in AT_HOME.get(town.country, ())]
            used = [one for one in away if self._frequency(name, one) >= ELSEWHERE_IN_USE]
            if used:
                return "capital", ",".join(used)
        return None

    def _spoken(self, name: str, town: Town) -> list[str]:
        if len(name) <= 3:
            return list(LANGUAGES)
        asked = [one for one in LANGUAGES if not (town.file == "places_nl.tsv" and one == "nl")]
        found = [one for one in asked if self._is_word(name, one) or self._stem_is_word(name, one, town)]
        found = [one for one in found if name in WORDS_ONLY.get(one, (name,))]
        return sorted({*found, "en", "nl"}) if name in self._people and town.size < LARGE else found

    def _is_word(self, name: str, language: str) -> bool:
        return name in self._small[language] and self._frequency(name, language) >= IN_USE

    def _stem_is_word(self, name: str, language: str, town: Town) -> bool:
        if town.size >= LARGE or self._frequency(name, language) < STEM_IN_USE:
            return False
        stems = [name.removesuffix(end) for end in ENDINGS[language] if name.endswith(end)]
        return any(len(stem) > 2 and stem in self._small[language] for stem in stems)


def towns() -> dict[str, Town]:
    """Every name of a place, folded, with the first town that bears it."""
    found: dict[str, Town] = {}
    for file in ("places_world.tsv", "places_nl.tsv"):
        for row in list_rows(file):
            town = Town(file, int(row["population"] or 0), row.get("country", "NL"))
            for name in (row["name"], *row["names"].split("|")):
                found.setdefault(fold(name), town)
    return found


def add_russian_cases(rows: Rows) -> None:
    """Adds all cases of the Russian towns that are a word, or a surname, in one of them."""
    for row in list_rows("places_world.tsv"):
        russian = [fold(one) for one in row["names"].split("|") if re.match("[А-ЯЁ]", one)]
        surname = any(_SURNAME.fullmatch(one) and one not in NO_SURNAMES for one in russian[:1])
        if int(row["population"]) < LARGE and surname:
            rows |= dict.fromkeys(russian, ("context", "ru"))
        if any("ru" in rows.get(one, ("", ""))[1] for one in russian[:2]) and not {"грозныи"} & set(russian):
            rows |= {one: ("context", "ru") for one in russian if one not in PLACES_FIRST}


def main() -> None:
    """Write the list with the new rows."""
    from wordfreq import zipf_frequency  # noqa: PLC0415

    speech = Speech(Path(sys.argv[1]), zipf_frequency)
    rows: Rows = {row["written"]: (row["needs"], row["languages"]) for row in list_rows(LIST.name)}
    for name, town in sorted(towns().items()):
        if name in rows or name in PLACES_FIRST or not re.fullmatch(r"[^\W\d_]+(?:[ '-][^\W\d_]+)?", name):
            continue
        if needs := speech.needs(name, town):
            rows[name] = needs
    add_russian_cases(rows)
    head = [line for line in LIST.read_text("utf-8").splitlines() if line.startswith("#")]
    body = [f"{name}\t{needs}\t{spoken}" for name, (needs, spoken) in sorted(rows.items())]
    LIST.write_text("\n".join([*head, "written\tneeds\tlanguages", *body]) + "\n", "utf-8")


if __name__ == "__main__":
    main()
