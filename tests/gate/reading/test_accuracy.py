"""Accuracy on the hand-labelled messages may not fall below what was reached before. Floors only rise."""

import json

import pytest

from tests.gate.reading.scoring import FOLDER, labelled_messages, score

FLOORS: dict[str, float] = json.loads((FOLDER / "floors.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def figures() -> dict[str, float]:
    return score(labelled_messages())


@pytest.mark.parametrize("name", sorted(FLOORS))
def test_no_figure_falls(figures: dict[str, float], name: str) -> None:
    assert figures[name] >= FLOORS[name], f"{name} was {FLOORS[name]}, is {figures[name]:.3f}"
