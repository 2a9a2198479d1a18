"""A network: actors as links, ties between them, those taken out crossed."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import log1p, sqrt

from markupsafe import Markup

from schakel.showing.desk.drawing.layout import Places
from schakel.showing.desk.drawing.svg import tag, text

WIDTH, HEIGHT = 900.0, 620.0
_MARGIN = 34.0
_NAMES = 16
_NAME = 76.0  # the width that a name takes


@dataclass(frozen=True, slots=True)
class Node:
    """An actor as it is drawn: how large (0 to 1), in which colour, what it says and where it leads."""

    label: str
    size: float
    class_: str
    told: str
    address: str
    removed: bool


def draw(label: str, nodes: Sequence[Node], ties: Sequence[tuple[int, int, float]], places: Places) -> Markup:
    """The picture, read out as a group of links, the most tied first."""
    at = [
        (_MARGIN + x * (WIDTH - 2 * _MARGIN), _MARGIN + y * (HEIGHT - 2 * _MARGIN))
        for x, y in places.tolist()
    ]
    most = max((weight for _, _, weight in ties), default=1.0)
    parts = [_tie(at[one], at[other], weight / most, nodes[one], nodes[other]) for one, other, weight in ties]
    named = _named(at)
    parts += [
        _node(node, *at[place], named=place in named) for place, node in reversed(list(enumerate(nodes)))
    ]
    return tag(
        "svg",
        *parts,
        class_="drawing net",
        viewBox=f"0 0 {WIDTH:.0f} {HEIGHT:.0f}",
        role="group",
        aria_label=label,
    )


def _named(at: Sequence[tuple[float, float]]) -> set[int]:
    """The actors whose name finds a free place, the most tied first."""
    named: list[int] = []
    for place, (x, y) in enumerate(at):
        if all(abs(x - at[other][0]) > 76 or abs(y - at[other][1]) > 17 for other in named):
            named.append(place)
        if len(named) == _NAMES:
            break
    return set(named)


def weigh(weights: Sequence[float]) -> list[float]:
    """How strongly ties pull, between 0.3 and 1, by the logarithm of how often."""
    most = max(map(log1p, weights), default=1.0)
    return [0.3 + 0.7 * log1p(weight) / most for weight in weights]


def _tie(
    one: tuple[float, float], other: tuple[float, float], share: float, left: Node, right: Node
) -> Markup:
    gone = " gone" if left.removed or right.removed else ""
    return tag(
        "line",
        x1=round(one[0], 1),
        y1=round(one[1], 1),
        x2=round(other[0], 1),
        y2=round(other[1], 1),
        stroke_width=round(0.8 + 3 * sqrt(share), 2),
        class_=f"tie{gone}",
    )


def _node(node: Node, x: float, y: float, *, named: bool) -> Markup:
    radius = 5 + 13 * sqrt(node.size)
    parts = [
        tag(
            "circle",
            tag("title", node.told),
            cx=round(x, 1),
            cy=round(y, 1),
            r=round(radius, 1),
            class_=f"actor {node.class_}{' gone' if node.removed else ''}",
        )
    ]
    if node.removed:
        parts += [tag("path", d=_cross(x, y, radius), class_="cross")]
    if named or node.removed:
        within = min(max(x, _NAME / 2), WIDTH - _NAME / 2)  # a name at the edge is not cut
        parts.append(text(node.label, round(within, 1), round(y - radius - 4, 1), "name", "middle"))
    return tag("a", *parts, href=node.address, aria_label=node.told)


def _cross(x: float, y: float, radius: float) -> str:
    a, b, c, d = (f"{value:.1f}" for value in (x - radius, y - radius, x + radius, y + radius))
    return f"M{a},{b}L{c},{d}M{a},{d}L{c},{b}"
