"""A map: areas darker where there is more, dots for places, every area of the country a link."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import sqrt

from markupsafe import Markup

from schakel.showing.desk.drawing.svg import path, tag
from schakel.showing.desk.geography.areas import Area, Middle, Point, projected

WIDTH, HEIGHT = 620.0, 720.0
_MARGIN = 14.0
_LARGEST_DOT, _SMALLEST_DOT = 16.0, 2.2
NETHERLANDS = ((3.2, 50.72), (7.25, 53.58))
EUROPE = ((-4.0, 47.2), (13.5, 57.0))


@dataclass(frozen=True, slots=True)
class Shade:
    """An area as it is drawn: 0 to 8 for how much there is, what it says, and where it leads (empty: nowhere)."""

    area: Area
    heat: int
    told: str
    address: str


@dataclass(frozen=True, slots=True)
class Dot:
    """A place as it is drawn: large by how much there is."""

    middle: Middle
    amount: float
    told: str
    address: str


def frame_of(areas: Sequence[Area]) -> tuple[Point, Point]:
    """The smallest box of longitude and latitude around some areas, with a margin."""
    points = [point for area in areas for ring in area.rings for point in ring]
    west, east = min(x for x, _ in points), max(x for x, _ in points)
    south, north = min(y for _, y in points), max(y for _, y in points)
    return (west - 0.05, south - 0.03), (east + 0.05, north + 0.03)


def heat(amount: float, most: float) -> int:
    """0 for nothing, else 1 to 8 by the square root of the share of the most."""
    return 0 if amount <= 0 or most <= 0 else max(1, min(8, round(8 * sqrt(amount / most))))


def draw(
    label: str,
    box: tuple[Point, Point],
    around: Sequence[Area],
    shades: Sequence[Shade],
    dots: Sequence[Dot],
) -> Markup:
    """The map of a box: neighbours without colour, areas in their shade, dots on top. Read out as a group of links."""
    place = _fit(box)
    most = max((dot.amount for dot in dots), default=0.0)
    parts = [tag("path", d=_outline(area, place), class_="land") for area in around]
    parts += [_linked(one.address, one.told, _shape(one, place)) for one in shades]
    for dot in sorted(dots, key=lambda one: (-one.amount, one.middle.code)):
        x, y = place(dot.middle.at)
        radius = max(_SMALLEST_DOT, _LARGEST_DOT * sqrt(dot.amount / most)) if most else _SMALLEST_DOT
        circle = tag("circle", tag("title", dot.told), cx=x, cy=y, r=radius, class_="dot")
        parts.append(_linked(dot.address, dot.told, circle))
    return tag(
        "svg",
        *parts,
        class_="drawing map",
        viewBox=f"0 0 {WIDTH:.0f} {HEIGHT:.0f}",
        role="group",
        aria_label=label,
    )


def _linked(address: str, told: str, shape: Markup) -> Markup:
    return tag("a", shape, href=address, aria_label=told) if address else shape


def _shape(one: Shade, place: Callable[[Point], Point]) -> Markup:
    kind = f"area h{one.heat}" if one.heat else "area none"
    base = tag("path", d=_outline(one.area, place), class_="land own")
    return base + tag("path", tag("title", one.told), d=_outline(one.area, place), class_=kind)


def _outline(area: Area, place: Callable[[Point], Point]) -> str:
    return "".join(path([place(point) for point in ring], closed=True) for ring in area.rings)


def _fit(box: tuple[Point, Point]) -> Callable[[Point], Point]:
    """From longitude and latitude to the page, so that the box fills it."""
    (west, south), (east, north) = box
    edge = [projected((x, y)) for x in (west, (west + east) / 2, east) for y in (south, north)]
    left, right = min(x for x, _ in edge), max(x for x, _ in edge)
    top, bottom = min(y for _, y in edge), max(y for _, y in edge)
    scale = min((WIDTH - 2 * _MARGIN) / (right - left), (HEIGHT - 2 * _MARGIN) / (bottom - top))
    shift_x = (WIDTH - scale * (left + right)) / 2
    shift_y = (HEIGHT - scale * (top + bottom)) / 2

    def place(at: Point) -> Point:
        x, y = projected(at)
        return round(scale * x + shift_x, 1), round(scale * y + shift_y, 1)

    return place
