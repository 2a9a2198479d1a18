"""Charts over time and over the week."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from schakel.showing.desk.drawing.scales import spread, steps
from schakel.showing.desk.drawing.svg import path, picture, tag, text

WIDTH, HEIGHT = 960.0, 270.0
_FULL = 8  # eighths of a cell
_LEFT, _RIGHT, _TOP, _BOTTOM = 56.0, 16.0, 14.0, 34.0
Write = Callable[[float], str]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a chart: its name and a value for each place on the axis."""

    name: str
    values: Sequence[float]


@dataclass(frozen=True, slots=True)
class Caption:
    """What a picture is called, and what it shows in a sentence; `key` tells it from others on the page."""

    key: str
    title: str
    about: str


def lines(
    caption: Caption,
    axis: Sequence[str],
    drawn: Sequence[Line],
    write: Write,
    marks: Sequence[tuple[int, str]] = (),
) -> Markup:
    """Lines over one axis, the first filled underneath if it is alone; a legend names them if there are more.

    `marks` are places on the axis with a word each, drawn as upright lines.
    """
    every = [value for line in drawn for value in line.values]
    ticks = steps(max(every, default=0.0), whole=all(float(value).is_integer() for value in every))
    legend = 24.0 if len(drawn) > 1 else 0.0
    frame = _Frame(_TOP + legend, max(len(axis), 1), ticks[-1])
    parts = [_grid(ticks, frame, write), _days(axis, frame)]
    for number, line in enumerate(drawn):
        points = [(frame.x(place), frame.y(value)) for place, value in enumerate(line.values)]
        if len(drawn) == 1 and points:
            floor = [(points[-1][0], frame.y(0)), (points[0][0], frame.y(0))]
            parts.append(tag("path", d=path(points + floor, closed=True), class_="fill s1"))
        parts.append(tag("path", d=path(points), class_=f"line s{number + 1}"))
    for place, word in marks:
        x = frame.x(place)
        parts.append(tag("line", x1=x, x2=x, y1=frame.top, y2=frame.y(0), class_="mark"))
        parts.append(text(word, x, frame.top - 3, "legend", "middle"))
    if legend:
        parts.append(_legend([line.name for line in drawn]))
    return picture(caption.key, (WIDTH, HEIGHT), caption.title, caption.about, *parts)


def week(
    caption: Caption, cells: Sequence[Sequence[float]], days: Sequence[str], told: Callable[[int, int], str]
) -> Markup:
    """A week as seven rows of 24 hours, darker where there is more; every cell says what it holds."""
    most = max((value for row in cells for value in row), default=0.0)
    wide, high, left = (WIDTH - _LEFT - _RIGHT) / 24, 24.0, _LEFT
    parts: list[Markup] = []
    for day, row in enumerate(cells):
        parts.append(text(days[day], left - 8, 14 + day * high + 15, anchor="end"))
        for hour, value in enumerate(row):
            heat = 0 if most <= 0 else min(8, int(9 * value / most))
            box = tag("title", told(day, hour))
            place = {"x": left + hour * wide + 1, "y": 14.0 + day * high + 1}
            parts.append(
                tag("rect", box, **place, width=wide - 2, height=high - 2, rx=3, class_=f"heat h{heat}")
            )
    for hour in range(0, 24, 3):
        parts.append(text(f"{hour:02}", left + (hour + 0.5) * wide, 14 + 7 * high + 18, anchor="middle"))
    return picture(caption.key, (WIDTH, 14 + 7 * high + 28), caption.title, caption.about, *parts)


@dataclass(frozen=True, slots=True)
class _Frame:
    top: float
    places: int
    most: float

    def x(self, place: float) -> float:
        wide = WIDTH - _LEFT - _RIGHT
        return _LEFT + (wide * place / (self.places - 1) if self.places > 1 else wide / 2)

    def y(self, value: float) -> float:
        high = HEIGHT - self.top - _BOTTOM
        return self.top + high * (1 - value / self.most)


def _grid(ticks: Sequence[float], frame: _Frame, write: Write) -> Markup:
    parts = []
    for value in ticks:
        y = frame.y(value)
        parts.append(tag("line", x1=_LEFT, x2=WIDTH - _RIGHT, y1=y, y2=y, class_="grid" if value else "axis"))
        parts.append(text(write(value), _LEFT - 8, y + 4, anchor="end"))
    return Markup().join(parts)


def _days(axis: Sequence[str], frame: _Frame) -> Markup:
    last = len(axis) - 1
    return Markup().join(
        text(axis[at], frame.x(at), HEIGHT - 10, anchor="end" if at == last > 0 else "middle")
        for at in spread(len(axis), 9)
    )


def _legend(names: Sequence[str]) -> Markup:
    parts, x = [], _LEFT
    for number, name in enumerate(names):
        parts.append(tag("line", x1=x, x2=x + 20, y1=12.0, y2=12.0, class_=f"line s{number + 1}"))
        parts.append(text(name, x + 26, 16.0, "legend"))
        x += 50 + 7.8 * len(name)
    return Markup().join(parts)


@dataclass(frozen=True, slots=True)
class Strip:
    """A row of a grid: its name, and for each place a heat of 0 to 8 (None: nothing there) and what it says."""

    name: str
    cells: Sequence[tuple[int | None, str]]


def strips(caption: Caption, axis: Sequence[str], rows: Sequence[Strip]) -> Markup:
    """Rows of cells under one axis, filled from below the higher the more there is; a thin line where there is nothing."""
    left, high = 200.0, 26.0
    wide = (WIDTH - left - _RIGHT) / max(len(axis), 1)
    parts: list[Markup] = []
    for number, row in enumerate(rows):
        y = 8 + number * high
        parts.append(text(row.name, left - 10, y + 17, anchor="end"))
        for place, (warmth, told) in enumerate(row.cells):
            x = left + place * wide
            if warmth is None:
                parts.append(
                    tag("line", x1=x + 1, x2=x + wide - 1, y1=y + 12, y2=y + 12, class_="axis nothing")
                )
                continue
            box = {
                "x": x + 0.5,
                "y": y + 1,
                "width": max(wide - 1, 0.8),
                "height": high - 4,
                "rx": min(3.0, wide / 3),
            }
            parts += [tag("rect", tag("title", told), **box, class_="cell"), *_column(box, warmth)]
    bottom = 8 + len(rows) * high
    for place in spread(len(axis), 9):
        parts.append(text(axis[place], left + (place + 0.5) * wide, bottom + 18, anchor="middle"))
    return picture(caption.key, (WIDTH, bottom + 28), caption.title, caption.about, *parts)


def _column(box: Mapping[str, float], warmth: int) -> list[Markup]:
    """What fills a cell from below, by eighths: its height tells what its colour tells, also to who sees no colours."""
    if not warmth:
        return []
    high = box["height"] * warmth / _FULL
    own = {**box, "y": box["y"] + box["height"] - high, "height": high, "rx": min(box["rx"], high / 2)}
    return [tag("rect", **own, class_="lack")]
