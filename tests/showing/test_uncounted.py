"""A verdict that is newer than what is shown is told, until the step that obeys it has run."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from schakel.records.facts import Verdict
from schakel.road import verdicts_as_input
from schakel.showing import uncounted as module
from schakel.showing.cli.verdicts import counts_from
from schakel.showing.uncounted import uncounted
from schakel.store.casebook.book import words_in_force
from schakel.store.workspace import Workspace

SAID = [
    Verdict(1, "s_1", None, "ghost", "ann", "2026-01-01", ""),
    Verdict(2, "a_1", "a_2", "same", "ann", "2026-01-02", ""),
    Verdict(3, "s_2", None, "real", "ann", "2026-01-03", ""),
    Verdict(4, "s_1", None, "unsure", "ann", "2026-01-04", "", undoes=1),
]


def told(
    monkeypatch: pytest.MonkeyPatch, judged: int | None, linked: int | None, *subjects: str
) -> list[int]:
    """The numbers told where judging and linking ran after so many verdicts."""

    class Stamped:
        def __init__(self, *_: Any) -> None:
            pass

        def get(self, step: str, _: str) -> Any:
            many = judged if step == "judging" else linked
            return (
                None
                if many is None
                else SimpleNamespace(inputs=verdicts_as_input(words_in_force(SAID[:many])))
            )

    monkeypatch.setattr(module, "Stamps", Stamped)
    return [row.verdict_id for row in uncounted(Workspace(Path("w")), SAID, subjects)]


@pytest.mark.parametrize(
    ("judged", "linked", "subjects", "numbers"),
    [
        (0, 0, ["s_1", "a_2"], [1, 2, 4]),
        (1, 0, ["s_1", "a_2"], [2, 4]),
        (3, 2, ["s_1", "a_2"], [4]),
        (4, 4, ["s_1", "a_1", "s_2"], []),
        (2, 4, ["s_2"], [3]),
        (0, 0, ["s_9"], []),
        (None, None, ["s_1", "a_1"], []),
    ],
)
def test_what_the_step_did_not_know_is_told(
    monkeypatch: pytest.MonkeyPatch,
    judged: int | None,
    linked: int | None,
    subjects: list[str],
    numbers: list[int],
) -> None:
    assert told(monkeypatch, judged, linked, *subjects) == numbers


def test_from_when_it_counts_depends_on_what_is_said() -> None:
    assert "schakel judge" in counts_from(None)
    assert "link" not in counts_from(None)
    assert "link, judge and decide" in counts_from("a_2")
