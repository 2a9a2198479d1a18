"""Makes the areas that the desk's map draws: regions of western Europe (Natural Earth, public domain) and the middle of
every Dutch municipality (its largest place; GeoNames, CC BY 4.0).

    python tools/make_areas.py REGIONS.topo.json MUNICIPALITIES.topo.json PLACES.csv src/schakel/showing/desk/geography

Of the municipalities only names and codes are taken: their borders are not free to be shipped with certainty.
"""

import csv
import json
import sys
from pathlib import Path

BOX = (-5.5, 46.0, 16.0, 58.0)  # west, south, east, north, in degrees


def main(regions: Path, municipalities: Path, places: Path, out: Path) -> None:
    topology = json.loads(regions.read_text(encoding="utf-8"))
    arcs = [absolute(arc, topology["transform"]) for arc in topology["arcs"]]
    found = []
    for one in topology["objects"]["adm1"]["geometries"]:
        polygons = one["arcs"] if one["type"] == "MultiPolygon" else [one["arcs"]]
        rings = [ring(polygon[0], arcs) for polygon in polygons]
        kept = [points for points in rings if inside(points) and len(points) > 3]
        if kept:
            about = one["properties"]
            found.append(
                {
                    "iso": about["iso"],
                    "country": about["country"],
                    "name": about["name"],
                    "rings": [[round(v, 3) for point in points for v in point] for points in kept],
                }
            )
    found.sort(key=lambda area: area["iso"])
    told = {
        "version": "2026.11",
        "source": "Natural Earth, 10m admin-1 (public domain), simplified",
        "reviewed": "2026-11-26",
        "areas": found,
    }
    (out / "areas.json").write_text(
        json.dumps(told, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8"
    )
    write_middles(municipalities, places, out / "municipalities.tsv")


def write_middles(municipalities: Path, places: Path, out: Path) -> None:
    objects = json.loads(municipalities.read_text(encoding="utf-8"))["objects"]
    (layer,) = objects.values()
    names = {one["properties"]["code"]: one["properties"]["name"] for one in layer["geometries"]}
    largest: dict[str, tuple[int, str]] = {}
    with places.open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            code = row["gemeente_code"]
            people = int(row["population"] or 0)
            line = f"{code}\t{names[code]}\t{row['province_iso']}\t{float(row['lon']):.3f}\t{float(row['lat']):.3f}"
            if code in names and (code not in largest or people > largest[code][0]):
                largest[code] = (people, line)
    head = [
        "# version: 2026.11",
        "# reviewed: 2026-11-26",
        "# source: GeoNames (geonames.org), CC BY 4.0: the largest place of each Dutch municipality",
        "code\tname\tprovince\tlon\tlat",
    ]
    lines = [line for _, line in sorted(largest.values(), key=lambda one: one[1])]
    out.write_text("\n".join([*head, *lines]) + "\n", encoding="utf-8")


def absolute(arc: list[list[int]], transform: dict[str, list[float]]) -> list[tuple[float, float]]:
    x = y = 0
    out = []
    for dx, dy in arc:
        x, y = x + dx, y + dy
        out.append(
            (
                x * transform["scale"][0] + transform["translate"][0],
                y * transform["scale"][1] + transform["translate"][1],
            )
        )
    return out


def ring(numbers: list[int], arcs: list[list[tuple[float, float]]]) -> list[tuple[float, float]]:
    points: list[tuple[float, float]] = []
    for number in numbers:
        part = arcs[number] if number >= 0 else arcs[~number][::-1]
        points += part[1:] if points else part
    return points


def inside(points: list[tuple[float, float]]) -> bool:
    west, south, east, north = BOX
    return any(west <= x <= east and south <= y <= north for x, y in points)


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:5]))
