"""The label model against published tables: 45 patients (Dawid and Skene 1979), 3,859 teeth (Espeland and Handelman 1989)."""

import csv
import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from schakel.judging.ghosts.dawid_skene import Agreement, Ratings, dawid_skene


@pytest.fixture(scope="module")
def raters(shared: Path) -> Path:
    return shared / "fixtures" / "raters"


def rows(path: Path) -> list[list[float]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return [[float(cell) for cell in row] for row in list(csv.reader(lines))[1:]]


def expected(raters: Path) -> dict[str, Any]:
    return dict(json.loads((raters / "expected.json").read_text("utf-8")))


def anesthesia(raters: Path) -> Agreement:
    item, rater, label = (np.array(rows(raters / "anesthesia.csv")).astype(int) - 1).T
    return dawid_skene(Ratings(item, rater, label, np.ones(45)))


def test_anesthesia(raters: Path) -> None:
    known, found = expected(raters)["anesthesia"], anesthesia(raters)
    assert found.log_likelihood == pytest.approx(known["loglik"], abs=1e-4)
    assert found.prevalence == pytest.approx(known["prevalence"], abs=0.001)
    assert np.bincount(found.probability.argmax(axis=1)).tolist() == known["argmax_counts"]
    for patient, chances in known["uncertain"].items():
        assert found.probability[int(patient) - 1] == pytest.approx(chances, abs=0.001)
    assert found.confusion[0] == pytest.approx(
        np.array(
            [[0.907, 0.093, 0, 0], [0.070, 0.877, 0.053, 0], [0, 0.339, 0.661, 0], [0, 0, 0.556, 0.444]]
        ),
        abs=0.001,
    )


def test_caries(raters: Path) -> None:
    known, table = expected(raters)["caries"], np.array(rows(raters / "caries_grouped.csv"))
    label = (table[:, :5].astype(int) - 1).ravel()
    item, rater = np.divmod(np.arange(label.size), 5)
    found = dawid_skene(Ratings(item, rater, label, table[:, 5]))
    assert table[:, 5].sum() == known["items"]
    assert found.log_likelihood == pytest.approx(known["loglik"], abs=1e-3)
    assert found.prevalence == pytest.approx(known["prevalence"], abs=0.001)
    # For the fourth dentist the table gives the share missed, .515, where the share found belongs: the maximum of the
    # likelihood gives back how often each dentist says carious, and only .485 does so.
    fourth = float(table[table[:, 3] == 2, 5].sum() / table[:, 5].sum())
    share, false = found.prevalence[1], 1 - known["specificity"][3]
    assert share * 0.485 + (1 - share) * false == pytest.approx(fourth, abs=0.001)
    assert share * 0.515 + (1 - share) * false != pytest.approx(fourth, abs=0.004)
    sensitivity = [1 - one if number == 3 else one for number, one in enumerate(known["sensitivity"])]
    assert found.confusion[:, 1, 1] == pytest.approx(sensitivity, abs=0.001)
    assert found.confusion[:, 0, 0] == pytest.approx(known["specificity"], abs=0.001)


def test_it_finds_the_raters_of_a_made_up_table() -> None:
    chance = np.random.default_rng(5)
    truth = chance.random(3000) < 0.3
    right = np.array([0.9, 0.8, 0.75, 0.6])
    said = np.where(chance.random((3000, 4)) < right, truth[:, None], ~truth[:, None]).astype(int)
    item, rater = np.divmod(np.arange(12000), 4)
    found = dawid_skene(Ratings(item, rater, said.ravel(), np.ones(3000)))
    assert found.prevalence[1] == pytest.approx(truth.mean(), abs=0.03)
    assert found.confusion[:, 1, 1] == pytest.approx(right, abs=0.05)
