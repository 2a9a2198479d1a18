"""Markup of pictures in which everything that is put in is escaped."""

from functools import cache

from markupsafe import Markup, escape

Value = str | float | int | None


def tag(_name: str, *children: Markup | str, **attributes: Value) -> Markup:
    """One element. `class_` gives class, `stroke_width` stroke-width; None leaves an attribute out; no style is taken."""
    told = "".join(
        [
            f' {_dashed(name)}="{_written(value)}"'
            for name, value in attributes.items()
            if value is not None and name != "style"
        ]
    )
    if not children:
        return Markup(f"<{_name}{told}/>")  # noqa: S704
    inside = "".join([child if type(child) is Markup else escape(child) for child in children])
    return Markup(f"<{_name}{told}>{inside}</{_name}>")  # noqa: S704


@cache
def _dashed(name: str) -> str:
    return name.rstrip("_").replace("_", "-")


def picture(key: str, size: tuple[float, float], title: str, about: str, *children: Markup) -> Markup:
    """A picture `size` wide and high that a screen reader reads as one image: its title, then what it shows."""
    return tag(
        "svg",
        tag("title", title, id=f"{key}-title"),
        tag("desc", about, id=f"{key}-about"),
        *children,
        class_="drawing",
        viewBox=f"0 0 {_written(size[0])} {_written(size[1])}",
        role="img",
        aria_labelledby=f"{key}-title {key}-about",
        focusable="false",
    )


def text(said: str, x: float, y: float, class_: str = "tick", anchor: str | None = None) -> Markup:
    """Words at a place; `anchor` start, middle or end."""
    return tag("text", said, x=x, y=y, class_=class_, text_anchor=anchor)


def path(points: list[tuple[float, float]], *, closed: bool = False) -> str:
    """The line through some points."""
    told = " ".join(f"{_written(x)},{_written(y)}" for x, y in points)
    return f"M{told}{'Z' if closed else ''}" if points else ""


def _written(value: Value) -> str:
    if isinstance(value, float):
        return f"{value:.2f}".rstrip("0").rstrip(".")
    return str(value) if isinstance(value, int) else str(escape(str(value)))
