"""Where offers say that they deliver and where their sellers are at home: by municipality, by province, and abroad."""

import csv
from functools import cache
from importlib.resources import files
from typing import Any

import msgspec

from schakel.store.engine import Engine

_SQL = files("schakel.showing.desk.sql")
TABLES = ("offers", "sellers", "findings")
# The names that GeoNames and Natural Earth give one province.
_CODES = {
    "Groningen": "NL-GR", "Friesland": "NL-FR", "Drenthe": "NL-DR", "Overijssel": "NL-OV", "Flevoland": "NL-FL",
    "Gelderland": "NL-GE", "Utrecht": "NL-UT", "Noord-Holland": "NL-NH", "Zuid-Holland": "NL-ZH", "Zeeland": "NL-ZE",
    "Noord-Brabant": "NL-NB", "Limburg": "NL-LI",
}  # fmt: skip
PROVINCES = {code: name for name, code in _CODES.items()}
MEASURES = ("ads", "sellers", "home")


class AreaCount(msgspec.Struct, frozen=True):
    """What one area has: offers and sellers that name it, how many of those live elsewhere, and sellers at home."""

    province: str
    name: str  # of the municipality; empty where only the province was named
    ads: int
    sellers: int
    from_elsewhere: int
    home: int


class Areas(msgspec.Struct, frozen=True):
    """All areas: in the Netherlands by municipality, and places abroad by name."""

    municipalities: list[AreaCount]
    provinces: list[AreaCount]
    abroad: list[dict[str, Any]]
    months: list[str]  # in which anything was offered


def map_areas(engine: Engine, since: str = "", until: str = "") -> Areas:
    """The counts, from the tables as they are; of offers in the months from `since` to `until` (2025-11) if they are given."""
    period = {"since": since, "until": until or "9999-12"} if since or until else {"since": "", "until": ""}
    found: dict[tuple[str, str], AreaCount] = {}
    for row in engine.step(_SQL / "map_areas.sql", parameters=period).to_pylist():
        if row["province"] not in _CODES:
            continue
        name = _municipality(row["province"], row["municipality"])
        key = (row["province"], name)
        found[key] = _added(found.get(key), key, row)
    provinces = engine.step(_SQL / "map_provinces.sql", parameters=period).to_pylist()
    return Areas(
        municipalities=sorted(found.values(), key=lambda one: (-one.ads, -one.home, one.province, one.name)),
        provinces=[
            AreaCount(row["province"], "", row["ads"], row["sellers"], 0, row["home"])
            for row in provinces
            if row["province"] in _CODES
        ],
        abroad=engine.step(_SQL / "map_abroad.sql", parameters=period).to_pylist(),
        months=engine.step(_SQL / "map_months.sql")["month"].to_pylist(),
    )


def code_of(province: str) -> str:
    """The code of a province, such as NL-UT."""
    return _CODES.get(province, "")


def _added(known: AreaCount | None, key: tuple[str, str], row: dict[str, Any]) -> AreaCount:
    """The counts of a municipality with those of one more name of it. Offers that use two names count in both."""
    told = {
        name: row[name] + (getattr(known, name) if known else 0)
        for name in ("ads", "sellers", "from_elsewhere", "home")
    }
    return AreaCount(province=key[0], name=key[1], **told)


def _municipality(province: str, name: str) -> str:
    return _of_places().get((province, name), name)


@cache
def _of_places() -> dict[tuple[str, str], str]:
    """The municipality of each place: a home area is named by its place."""
    lines = (files("schakel.lexicons") / "places_nl.tsv").read_text(encoding="utf-8").splitlines()
    rows = csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t")
    known: dict[tuple[str, str], str] = {}
    for row in rows:
        known.setdefault((row["province"], row["name"]), row["municipality"])
    return known
