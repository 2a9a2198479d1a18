"""The colours of the style sheet against WCAG 2.2: 4.5 to 1 for text, 3 to 1 for borders of fields and for the focus."""

import re
from importlib.resources import files

import pytest

SHEET = (files("schakel.showing.desk") / "static" / "desk.css").read_text(encoding="utf-8")
FIGURES = (files("schakel.showing.desk") / "static" / "figures.css").read_text(encoding="utf-8")
TEXT = [
    *[(ink, ground) for ink in ("ink", "quiet", "link") for ground in ("ground", "paper", "hit", "wait-bg")],
    ("ink", "item"), ("ink", "contact"), ("bar-ink", "bar"), ("bar-quiet", "bar"),
    ("button-ink", "button"), ("good", "good-bg"), ("good", "paper"), ("bad", "bad-bg"), ("bad", "paper"), ("wait", "wait-bg"),
    ("ink", "bad-bg"), ("link", "bad-bg"),
]  # fmt: skip
SHAPES = [("edge", "paper"), ("edge", "ground"), ("focus", "ground"), ("focus", "paper"), ("good", "ground"), ("button-edge", "paper")]  # fmt: skip


def colours(scheme: str) -> dict[str, tuple[int, int, int]]:
    root = re.search(r":root \{(.*?)\n\}", SHEET, re.DOTALL)
    assert root
    found = {}
    for name, value in re.findall(r"--([a-z-]+): ([^;]+);", root[1]):
        given = re.findall(r"#[0-9a-f]{6}", value)
        if given:
            found[name] = given[0 if scheme == "light" else -1]
    return {name: (int(c[1:3], 16), int(c[3:5], 16), int(c[5:], 16)) for name, c in found.items()}


def contrast(one: tuple[int, int, int], other: tuple[int, int, int]) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: tuple[int, int, int]) -> float:
    parts = [part / 255 for part in colour]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_can_be_read(scheme: str) -> None:
    known = colours(scheme)
    weak = {pair: contrast(known[pair[0]], known[pair[1]]) for pair in TEXT}
    assert {pair: value for pair, value in weak.items() if value < 4.5} == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_shapes_can_be_seen(scheme: str) -> None:
    known = colours(scheme)
    weak = {pair: contrast(known[pair[0]], known[pair[1]]) for pair in SHAPES}
    assert {pair: value for pair, value in weak.items() if value < 3} == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_weeks_seen_and_what_is_missing_can_be_told_apart(scheme: str) -> None:
    cell, lack = (_of(rule, scheme) for rule in (r"\.cell \{ fill", r"--s2"))
    known = colours(scheme)
    assert contrast(lack, cell) >= 3
    assert contrast(lack, known["paper"]) >= 3
    assert re.search(r"\.cell \{[^}]*stroke: var\(--edge\)", FIGURES)
    assert contrast(known["edge"], known["paper"]) >= 3


def _of(rule: str, scheme: str) -> tuple[int, int, int]:
    found = re.search(rule + r": light-dark\(#(\w{6}), #(\w{6})\)", FIGURES)
    assert found
    red, green, blue = bytes.fromhex(found[1 if scheme == "light" else 2])
    return red, green, blue


def test_the_sheet_asks_for_nothing_from_elsewhere() -> None:
    assert "url(" not in SHEET
    assert "@import" not in SHEET
    assert "@font-face" not in SHEET
