"""The areas that the map draws, and how places on the globe become places on the page."""

import csv
import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import cos, radians, sin
from pathlib import Path

from schakel.records.errors import SettingsError

Point = tuple[float, float]
_FOLDER = files("schakel.showing.desk.geography")
_MIDDLE = (5.387, 52.156)  # the church tower of Amersfoort, from which Dutch maps are measured


@dataclass(frozen=True, slots=True)
class Area:
    """A region or municipality: code, name, the region it lies in, and its outlines as longitude and latitude."""

    code: str
    name: str
    within: str
    rings: tuple[tuple[Point, ...], ...]


@dataclass(frozen=True, slots=True)
class Middle:
    """The largest place of a municipality, or a town abroad, where a dot may stand for it."""

    code: str
    name: str
    province: str
    at: Point


@cache
def regions() -> tuple[Area, ...]:
    """The regions of western Europe; `within` is the country. Natural Earth, public domain."""
    data = json.loads((_FOLDER / "areas.json").read_text(encoding="utf-8"))
    return tuple(
        Area(one["iso"], one["name"], one["country"], tuple(map(_pairs, one["rings"])))
        for one in data["areas"]
    )


@cache
def middles() -> tuple[Middle, ...]:
    """The municipalities of the Netherlands as dots. GeoNames, CC BY 4.0."""
    lines = (_FOLDER / "municipalities.tsv").read_text(encoding="utf-8").splitlines()
    rows = csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t")
    return tuple(
        Middle(row["code"], row["name"], row["province"], (float(row["lon"]), float(row["lat"])))
        for row in rows
    )


@cache
def towns_abroad() -> dict[int, Middle]:
    """The towns around the Netherlands by their number, with the country as `province`. GeoNames, CC BY 4.0."""
    lines = (_FOLDER / "towns_abroad.tsv").read_text(encoding="utf-8").splitlines()
    rows = csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t")
    return {
        int(row["geonames"]): Middle(
            row["geonames"], "", row["country"], (float(row["lon"]), float(row["lat"]))
        )
        for row in rows
    }


def own_areas(path: Path) -> tuple[Area, ...]:
    """The municipalities that an agency has itself, from TopoJSON with `name` and `code`; SettingsError if it is none."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        (layer,) = data["objects"].values()
        arcs = [_absolute(arc, data.get("transform")) for arc in data["arcs"]]
        return tuple(
            Area(one["properties"]["code"], one["properties"]["name"], "NL", _rings(one, arcs))
            for one in layer["geometries"]
            if one.get("type") in ("Polygon", "MultiPolygon")
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError, IndexError) as error:
        raise SettingsError(
            f"The municipalities in {path} cannot be used: {type(error).__name__}.",
            means="The map is drawn by province, with a dot for each municipality.",
            todo="municipalities in schakel.toml names a TopoJSON file of one layer, in degrees, with name and code.",
        ) from error


def projected(at: Point) -> Point:
    """A place on the page: oblique stereographic around Amersfoort, as Dutch maps are; east and south are positive.

    Snyder (1987), Map projections, 21: shapes stay, and one unit is one radius of the globe.
    """
    lon, lat = radians(at[0] - _MIDDLE[0]), radians(at[1])
    middle = radians(_MIDDLE[1])
    k = 2 / (1 + sin(middle) * sin(lat) + cos(middle) * cos(lat) * cos(lon))
    x = k * cos(lat) * sin(lon)
    y = k * (cos(middle) * sin(lat) - sin(middle) * cos(lat) * cos(lon))
    return x, -y


def _pairs(numbers: list[float]) -> tuple[Point, ...]:
    return tuple(zip(numbers[::2], numbers[1::2], strict=True))


def _absolute(arc: list[list[float]], transform: dict[str, list[float]] | None) -> list[Point]:
    if transform is None:
        return [(float(x), float(y)) for x, y in arc]
    x = y = 0.0
    out = []
    for dx, dy in arc:
        x, y = x + dx, y + dy
        scale, shift = transform["scale"], transform["translate"]
        out.append((x * scale[0] + shift[0], y * scale[1] + shift[1]))
    return out


def _rings(one: dict[str, list], arcs: list[list[Point]]) -> tuple[tuple[Point, ...], ...]:  # type: ignore[type-arg]
    polygons = one["arcs"] if str(one["type"]) == "MultiPolygon" else [one["arcs"]]
    return tuple(_ring(numbers, arcs) for polygon in polygons for numbers in polygon)


def _ring(numbers: list[int], arcs: list[list[Point]]) -> tuple[Point, ...]:
    points: list[Point] = []
    for number in numbers:
        part = arcs[number] if number >= 0 else arcs[~number][::-1]
        points += part[1:] if points else part
    return tuple(points)
