"""Plots as SVG, drawn here so that a page needs neither scripts nor anything from outside.

Every plot has a title for who cannot see it; text comes in as it is and is escaped here.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from schakel.showing.report.numbers import rounded

_WIDE = 640
_INK, _BAR, _SOFT, _GRID = "#1d2733", "#2b6a8f", "#a9c6d6", "#d8dee5"


@dataclass(frozen=True, slots=True)
class Point:
    """One thing on a plot, with bounds where it has them."""

    name: str
    value: float
    low: float | None = None
    high: float | None = None


def bars(title: str, points: Sequence[Point], unit: str = "") -> str:
    """Lying bars with whiskers, one a line; names at the left, figures at the right."""
    if not points:
        return ""
    line, left, right = 22, 170, 150
    top = max(max(one.value, one.high or 0.0) for one in points) or 1.0
    across = (_WIDE - left - right) / top
    parts = []
    for place, one in enumerate(points):
        y = place * line
        parts.append(_text(left - 8, y + 15, _cut(one.name), "end"))
        parts.append(_rect(left, y + 5, one.value * across, 12, _BAR))
        if one.low is not None and one.high is not None and one.high > one.low:
            parts.append(_whisker(left + one.low * across, left + one.high * across, y + 11))
        parts.append(_text(_WIDE - right + 10, y + 15, _figure(one, unit)))
    return _svg(title, len(points) * line + 4, parts)


def columns(title: str, points: Sequence[Point], every: int = 1) -> str:
    """Standing bars, with a name under every so many."""
    if not points:
        return ""
    tall, left = 120, 44
    top = max(one.value for one in points) or 1.0
    step = (_WIDE - left - 6) / len(points)
    parts = [_grid(left, tall, top)]
    for place, one in enumerate(points):
        height = one.value / top * tall
        x = left + place * step
        parts.append(_rect(x + step * 0.1, 10 + tall - height, step * 0.8, height, _BAR))
        if place % every == 0:
            parts.append(_text(x + step / 2, tall + 26, one.name, "middle"))
    return _svg(title, tall + 34, parts)


def heat(title: str, rows: Sequence[str], names: Sequence[str], cells: Sequence[Sequence[float]]) -> str:
    """A table of shades: the darker, the more; rows named at the left, columns below."""
    left, line = 50, 20
    step = (_WIDE - left - 6) / max(len(names), 1)
    top = max((max(row) for row in cells), default=0.0) or 1.0
    parts = []
    for place, (name, row) in enumerate(zip(rows, cells, strict=True)):
        parts.append(_text(left - 8, place * line + 18, name, "end"))
        for number, value in enumerate(row):
            parts.append(
                f'<rect x="{left + number * step:.1f}" y="{place * line + 4}" width="{step - 1:.1f}" height="{line - 1}" '
                f'fill="{_BAR}" fill-opacity="{0.04 + 0.96 * value / top:.3f}"><title>{escape(name)} '
                f"{escape(names[number])}: {rounded(value)}</title></rect>"
            )
    bottom = len(rows) * line + 18
    parts += [
        _text(left + (n + 0.5) * step, bottom, name, "middle") for n, name in enumerate(names) if n % 3 == 0
    ]
    return _svg(title, bottom + 8, parts)


def lorenz_curve(title: str, curves: Sequence[tuple[str, Sequence[tuple[float, float]]]]) -> str:
    """Curves from nothing to all; the straight line is where all hold the same."""
    side, left, top = 240, 60, 8
    shades = (_BAR, _SOFT)

    def at(x: float, y: float) -> str:
        return f"{left + x * side:.1f},{top + (1 - y) * side:.1f}"

    parts = [
        f'<rect x="{left}" y="{top}" width="{side}" height="{side}" fill="none" stroke="{_GRID}"/>',
        f'<polyline points="{at(0, 0)} {at(1, 1)}" fill="none" stroke="{_GRID}"/>',
    ]
    for number, (name, curve) in enumerate(curves):
        points = " ".join(at(x, y) for x, y in curve)
        shade = shades[number % len(shades)]
        parts.append(f'<polyline points="{points}" fill="none" stroke="{shade}" stroke-width="2.5"/>')
        parts.append(_rect(left + side + 30, 30 + 24 * number, 18, 4, shade))
        parts.append(_text(left + side + 56, 37 + 24 * number, name))
    for share in (0.0, 0.5, 1.0):
        parts.append(_text(left - 6, top + (1 - share) * side + 4, f"{share:.0%}", "end"))
        parts.append(_text(left + share * side, top + side + 16, f"{share:.0%}", "middle"))
    parts.append(_text(left + side / 2, top + side + 34, "share of sellers, smallest first", "middle"))
    return _svg(title, top + side + 42, parts)


def changes(title: str, points: Sequence[Point]) -> str:
    """Changes around nought with their intervals: left of the line is less, right of it more."""
    if not points:
        return ""
    line, left, right = 22, 240, 150
    reach = min(max(max(abs(one.low or 0.0), abs(one.high or 0.0), 0.1) for one in points), 2.0)
    middle = left + (_WIDE - left - right) / 2
    across = (_WIDE - left - right) / 2 / reach

    def at(value: float) -> float:
        return middle + max(min(value, reach), -reach) * across

    tall = len(points) * line
    parts = [f'<line x1="{middle:.1f}" y1="2" x2="{middle:.1f}" y2="{tall}" stroke="{_INK}"/>']
    for place, one in enumerate(points):
        y = place * line
        parts.append(_text(left - 8, y + 15, _cut(one.name, 40), "end"))
        if one.low is not None and one.high is not None:
            parts.append(_whisker(at(one.low), at(one.high), y + 11))
            parts.append(
                _text(_WIDE - right + 10, y + 15, f"{one.value:+.0%} ({one.low:+.0%} to {one.high:+.0%})")
            )
        parts.append(f'<circle cx="{at(one.value):.1f}" cy="{y + 11}" r="4" fill="{_BAR}"/>')
    return _svg(title, tall + 4, parts)


def _svg(title: str, tall: float, parts: Sequence[str]) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDE} {tall:.0f}" role="img" '
        f'aria-label="{escape(title)}" font-family="Liberation Sans, Arial, sans-serif" font-size="12">'
        f"<title>{escape(title)}</title>{''.join(parts)}</svg>"
    )


def _grid(left: float, tall: float, top: float) -> str:
    lines = []
    for share in (0.0, 0.5, 1.0):
        y = 10 + tall * (1 - share)
        lines.append(f'<line x1="{left}" y1="{y:.1f}" x2="{_WIDE - 6}" y2="{y:.1f}" stroke="{_GRID}"/>')
        lines.append(_text(left - 6, y + 4, rounded(top * share), "end"))
    return "".join(lines)


def _whisker(low: float, high: float, y: float) -> str:
    ends = f"M{low:.1f},{y - 4}v8M{low:.1f},{y}H{high:.1f}M{high:.1f},{y - 4}v8"
    return f'<path d="{ends}" stroke="{_INK}" stroke-width="1.3" fill="none"/>'


def _rect(x: float, y: float, wide: float, tall: float, fill: str) -> str:
    return f'<rect x="{x:.1f}" y="{y:.1f}" width="{max(wide, 0.5):.1f}" height="{max(tall, 0.0):.1f}" fill="{fill}"/>'


def _text(x: float, y: float, words: str, anchor: str = "start") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" fill="{_INK}">{escape(words)}</text>'


def _cut(name: str, most: int = 26) -> str:
    return name if len(name) <= most else name[: most - 1] + "…"


def _figure(one: Point, unit: str) -> str:
    words = f"{rounded(one.value)}{unit}"
    if one.low is not None and one.high is not None and one.high > one.low:
        words += f" ({rounded(one.low)} to {rounded(one.high)})"
    return words
