import re

import numpy as np
import pytest

from schakel.showing.desk.drawing.charts import Caption, Line, Strip, lines, strips, week
from schakel.showing.desk.drawing.layout import laid_out
from schakel.showing.desk.drawing.map import heat
from schakel.showing.desk.drawing.network import weigh
from schakel.showing.desk.drawing.scales import spread, steps
from schakel.showing.desk.drawing.svg import path, tag, text

HOSTILE = "<script>\"'&"
CAPTION = Caption("k", HOSTILE, HOSTILE)


@pytest.mark.parametrize(
    ("largest", "ticks"),
    [(0, [0, 1]), (3, [0, 1, 2, 3]), (75, [0, 20, 40, 60, 80]), (1500, [0, 500, 1000, 1500]), (0.07, [0, 0.02, 0.04, 0.06, 0.08])],
)  # fmt: skip
def test_axes_have_round_steps_that_reach_the_largest_value(largest: float, ticks: list[float]) -> None:
    assert steps(largest) == ticks


@pytest.mark.parametrize(
    ("largest", "ticks"),
    [
        (0, [0, 1]),
        (1, [0, 1]),
        (2, [0, 1, 2]),
        (9, [0, 5, 10]),
        (10, [0, 5, 10]),
        (100, [0, 25, 50, 75, 100]),
    ],
)
def test_an_axis_of_counts_has_whole_steps(largest: float, ticks: list[float]) -> None:
    assert steps(largest, whole=True) == ticks


def test_no_two_steps_of_a_chart_of_counts_are_written_alike() -> None:
    for most in range(1, 60):
        drawn = str(lines(CAPTION, ["a", "b"], [Line("x", [0.0, float(most)])], lambda value: f"{value:.0f}"))
        told = re.findall(r'text-anchor="end">(\d+)</text>', drawn)
        assert len(told) == len(set(told)) >= 2, most


def test_marks_on_an_axis_are_spread_evenly() -> None:
    assert spread(61, 9) == [0, 7, 14, 21, 28, 35, 42, 49, 56]
    assert spread(3, 9) == [0, 1, 2]
    assert spread(0, 9) == []


def test_everything_put_into_a_picture_is_escaped() -> None:
    assert str(tag("a", HOSTILE, href=HOSTILE)) == (
        '<a href="&lt;script&gt;&#34;&#39;&amp;">&lt;script&gt;&#34;&#39;&amp;</a>'
    )
    drawn = [
        lines(CAPTION, [HOSTILE, HOSTILE], [Line(HOSTILE, [1, 2]), Line("b", [2, 1])], lambda _: HOSTILE, [(0, HOSTILE)]),
        week(CAPTION, [[1.0] * 24] * 7, [HOSTILE] * 7, lambda d, h: HOSTILE),
        strips(CAPTION, [HOSTILE], [Strip(HOSTILE, [(3, HOSTILE)])]),
    ]  # fmt: skip
    for picture in drawn:
        assert "<script" not in picture
        assert not re.search(r"\s(on\w+|style)=", str(picture))
        assert picture.startswith('<svg class="drawing"')


def test_no_style_gets_through() -> None:
    assert str(tag("path", style="x", d="M0,0")) == '<path d="M0,0"/>'
    assert str(text("a", 1.0, 2.50)) == '<text x="1" y="2.5" class="tick">a</text>'
    assert path([(0.123456, 2.0)], closed=True) == "M0.12,2Z"


def test_a_line_goes_through_its_values() -> None:
    drawn = str(lines(Caption("k", "t", "a"), ["x", "y", "z"], [Line("n", [0.0, 50.0, 100.0])], str))
    line = re.search(r'd="M([^"]+)" class="line s1"', drawn)
    assert line
    places = [tuple(map(float, point.split(","))) for point in line[1].split()]
    assert [x for x, _ in places] == [56.0, 500.0, 944.0]
    assert places[1][1] == pytest.approx((places[0][1] + places[2][1]) / 2)
    assert places[2][1] == pytest.approx(14.0)  # the largest value reaches the top


def test_pictures_without_values_are_drawn_all_the_same() -> None:
    assert "svg" in lines(CAPTION, [], [], str)
    assert "svg" in strips(CAPTION, [], [])
    assert "svg" in week(CAPTION, [[0.0] * 24] * 7, ["d"] * 7, lambda d, h: "")


def test_what_is_missing_fills_a_cell_from_below() -> None:
    told = [(0, "all"), (2, "some"), (8, "half"), (None, "")]
    drawn = str(strips(CAPTION, list("abcd"), [Strip("n", told)]))
    assert drawn.count('class="cell"') == 3
    heights = [float(high) for high in re.findall(r'height="([\d.]+)"[^>]*class="lack"', drawn)]
    assert heights == [22 / 4, 22]
    assert drawn.count('class="axis nothing"') == 1


def test_a_layout_is_the_same_each_time_and_puts_the_tied_near_each_other() -> None:
    ring = [(place, (place + 1) % 6, 1.0) for place in range(6)]
    two_rings = ring + [(one + 6, other + 6, 1.0) for one, other, _ in ring]
    places = laid_out(12, two_rings)
    assert np.array_equal(places, laid_out(12, two_rings))
    assert places.min() >= 0
    assert places.max() <= 1
    gaps = np.linalg.norm(places[:, None] - places[None], axis=2)
    tied = np.mean([gaps[one, other] for one, other, _ in two_rings])
    apart = np.mean(gaps[:6, 6:])
    assert tied < 0.6 * apart


@pytest.mark.parametrize("size", [0, 1, 2])
def test_few_actors_have_a_place_too(size: int) -> None:
    assert laid_out(size, [(0, 1, 1.0)] if size == 2 else []).shape == (size, 2)


def test_heat_and_pull_grow_with_what_there_is() -> None:
    assert [heat(amount, 100) for amount in (0, 1, 25, 100)] == [0, 1, 4, 8]
    assert heat(5, 0) == 0
    pulls = weigh([1, 10, 100])
    assert pulls == sorted(pulls)
    assert pulls[-1] == 1.0
