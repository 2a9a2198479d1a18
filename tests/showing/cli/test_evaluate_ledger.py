"""Whoever measures on a workspace reads its messages and accounts: that stands in its ledger."""

from pathlib import Path

import pytest

from schakel.custody.ledger import Ledger
from tests.inside import inside

EXAMPLE = Path(__file__).resolve().parents[3] / "examples/market/export"


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("measured") / "case"
    inside("run", EXAMPLE, "-w", place)
    return place


@pytest.mark.parametrize(
    ("words", "what", "truth"),
    [
        (("linking", "--split", "--no-baselines", "--least", "2"), "linking by splitting", False),
        (("linking", "--truth", "nothing"), "linking", True),
        (("judging", "--truth", "nothing"), "judging", True),
    ],
)
def test_a_measurement_stands_in_the_ledger(
    workspace: Path, words: tuple[str, ...], what: str, truth: bool
) -> None:
    before = len(list(Ledger(workspace / "ledger.jsonl", "test").entries()))
    inside("evaluate", *words, "-w", workspace, check=False)
    (entry,) = list(Ledger(workspace / "ledger.jsonl", "test").entries())[before:]
    assert entry.act == "evaluate"
    assert dict(entry.inputs or {}) == ({"truth": "nothing"} if truth else {})
    assert dict(entry.settings or {})["what"] == what
    assert inside("audit", "--verify", "-w", workspace).returncode == 0
