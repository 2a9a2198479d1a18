"""Accuracy on the hand-labelled messages may not fall below what was reached before. Floors only rise."""

import json

import pyarrow as pa
import pytest

from schakel.reading.candidates import candidate_mask
from schakel.reading.offers import read_texts
from tests.gate.reading.scoring import FOLDER, labelled_messages, score

FLOORS: dict[str, dict[str, float]] = json.loads((FOLDER / "floors.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def figures() -> dict[str, dict[str, float]]:
    return {kind: score(labelled_messages(kind)) for kind in FLOORS}


@pytest.mark.parametrize(("kind", "name"), [(kind, name) for kind in FLOORS for name in sorted(FLOORS[kind])])
def test_no_figure_falls(figures: dict[str, dict[str, float]], kind: str, name: str) -> None:
    was, found = FLOORS[kind][name], figures[kind][name]
    assert found >= was, f"{name} of {kind} was {was}, is {found:.3f}"


def test_hardly_anything_that_reads_as_an_act_is_left_out_by_the_scan() -> None:
    texts = [message.label.text for message in labelled_messages()]
    acting = [text for text, reading in zip(texts, read_texts(texts), strict=True) if reading.act != "none"]
    many, all_texts = len(acting), len(texts)
    assert many > all_texts / 2
    kept = float(candidate_mask(pa.array(acting)).mean())  # a number: a failure must not print the texts
    assert kept >= 0.97
