import json
from math import dist
from pathlib import Path

import pytest

from schakel.records.errors import SettingsError
from schakel.showing.desk.geography.areas import middles, own_areas, projected, regions
from schakel.showing.desk.map_areas import PROVINCES

EARTH = 6382.6  # km: Gauss' radius of the globe at Amersfoort, which the Dutch grid is made on


def test_all_provinces_and_their_neighbours_are_there() -> None:
    codes = {area.code for area in regions()}
    assert set(PROVINCES) <= codes
    assert {"BE", "DE", "FR", "GB", "LU"} <= {area.within for area in regions()}
    assert {middle.province for middle in middles()} == set(PROVINCES)
    assert len(middles()) == 339  # three municipalities have no place of 500 people


@pytest.mark.parametrize(
    ("at", "km"),
    # Places in degrees, and in kilometres of the Dutch grid (RD) east and north of Amersfoort (155, 463).
    [((4.8834, 52.3667), (-34.3, 23.6)), ((5.6910, 50.8494), (21.4, -145.2)), ((6.5665, 53.2194), (78.8, 118.9))],
)  # fmt: skip
def test_places_lie_where_the_dutch_grid_has_them(at: tuple[float, float], km: tuple[float, float]) -> None:
    x, y = projected(at)
    assert dist((x * EARTH, -y * EARTH), km) < 1.0


def test_north_is_up_and_amersfoort_in_the_middle() -> None:
    assert projected((5.387, 52.156)) == pytest.approx((0, 0), abs=1e-12)
    assert projected((5.387, 53))[1] < 0


def test_borders_of_ones_own_are_read(tmp_path: Path) -> None:
    topology = {
        "type": "Topology",
        "transform": {"scale": [0.5, 0.5], "translate": [4.0, 52.0]},
        "arcs": [[[0, 0], [2, 0], [0, 2]], [[2, 2], [-2, 0], [0, -2]]],
        "objects": {"g": {"geometries": [{"type": "Polygon", "arcs": [[0, 1]], "properties": {"name": "A", "code": "1"}}]}},
    }  # fmt: skip
    (tmp_path / "own.json").write_text(json.dumps(topology))
    (area,) = own_areas(tmp_path / "own.json")
    assert area.rings == (((4.0, 52.0), (5.0, 52.0), (5.0, 53.0), (4.0, 53.0), (4.0, 52.0)),)


@pytest.mark.parametrize("content", ["", "{}", '{"objects": {}}', '{"objects": {"a": {"geometries": [{"type": "Polygon"}]}}, "arcs": []}'])  # fmt: skip
def test_a_file_that_is_no_map_is_told(tmp_path: Path, content: str) -> None:
    (tmp_path / "own.json").write_text(content)
    with pytest.raises(SettingsError, match="cannot be used"):
        own_areas(tmp_path / "own.json")


def test_the_development_map_of_municipalities_can_be_loaded(shared: Path) -> None:
    areas = own_areas(shared / "data" / "geography" / "nl_gemeenten_2023.topo.json")
    assert len(areas) == 342
    assert len({middle.name for middle in middles()} & {area.name for area in areas}) == 339
