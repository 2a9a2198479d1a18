"""A verdict that is newer than what is shown is told, until the step that obeys it has run."""

from pathlib import Path
from random import Random
from types import SimpleNamespace
from typing import Any

import pytest

from schakel.custody.ledger import canonical_json
from schakel.records.facts import Answer, Verdict
from schakel.road import verdicts_as_input
from schakel.showing import uncounted as module
from schakel.showing.cli.verdicts import counts_from
from schakel.showing.uncounted import uncounted
from schakel.showing.verdict_checksums import checksums_in_turn
from schakel.store.casebook.book import words_in_force
from schakel.store.workspace import Workspace

SAID = [
    Verdict(1, "s_1", None, "ghost", "ann", "2026-01-01", ""),
    Verdict(2, "a_1", "a_2", "same", "ann", "2026-01-02", ""),
    Verdict(3, "s_2", None, "real", "ann", "2026-01-03", ""),
    Verdict(4, "s_1", None, "unsure", "ann", "2026-01-04", "", undoes=1),
]


def told(
    monkeypatch: pytest.MonkeyPatch,
    judged: int | None,
    linked: int | None,
    *subjects: str,
    said: list[Verdict] = SAID,
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
                else SimpleNamespace(inputs=verdicts_as_input(words_in_force(said[:many])))
            )

    monkeypatch.setattr(module, "Stamps", Stamped)
    return [row.verdict_id for row in uncounted(Workspace(Path("w")), said, subjects)]


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


ANSWERS: list[Answer] = ["real", "ghost"]


def slowly(rows: list[Verdict]) -> list[str]:
    return [verdicts_as_input(words_in_force(rows[:many]))["verdicts"] for many in range(len(rows) + 1)]


@pytest.mark.parametrize("seed", range(60))
def test_checksums_in_turn_are_those_of_every_beginning(seed: int) -> None:
    chance, rows = Random(seed), list[Verdict]()
    for number in range(1, 41):
        one, two = chance.sample(["a_1", "a_2", "a_3", "s_é"], 2)
        undoes = chance.randrange(1, number) if number > 1 and chance.random() < 0.4 else None
        answer, other = chance.choice(ANSWERS), chance.choice([None, two])
        rows.append(Verdict(number, one, other, answer, "ann", "2026-01-01", "", undoes=undoes))
    assert list(checksums_in_turn(rows)) == slowly(rows)


def test_a_word_that_was_taken_back_leaves_what_was_counted_before(monkeypatch: pytest.MonkeyPatch) -> None:
    said = [
        Verdict(1, "s_1", None, "real", "ann", "2026-01-01", ""),
        Verdict(2, "s_1", None, "ghost", "ann", "2026-01-02", ""),
        Verdict(3, "s_1", None, "ghost", "ann", "2026-01-03", "", undoes=2),
        Verdict(4, "s_1", None, "unsure", "ann", "2026-01-04", ""),
    ]
    assert told(monkeypatch, 1, 1, "s_1", said=said) == [4]


def test_thousands_of_verdicts_are_each_read_a_few_times_only(monkeypatch: pytest.MonkeyPatch) -> None:
    # Work is counted, not time: verdict by verdict, and two in three taken back or said anew.
    said, read = list[Verdict](), 0
    for number in range(1, 6001):
        subject, undoes = f"s_{number - number % 3}", number - 1 if number % 3 == 2 else None
        said.append(Verdict(number, subject, None, "real", "ann", "2026-01-01", "", undoes=undoes))

    def counted(value: Any) -> bytes:
        nonlocal read
        read += 1
        return canonical_json(value)

    monkeypatch.setattr("schakel.showing.verdict_checksums.canonical_json", counted)
    monkeypatch.setattr(
        module, "words_in_force", lambda rows: words_in_force(rows) if len(rows) == 6000 else 1 / 0
    )
    assert told(monkeypatch, 0, 0, "s_3", said=said) == [3, 4, 5]
    assert read <= 2 * len(said)
    assert told(monkeypatch, 0, 0, "s_none", said=said) == []


def test_from_when_it_counts_depends_on_what_is_said() -> None:
    assert "schakel judge" in counts_from(None)
    assert "link" not in counts_from(None)
    assert "link, judge and decide" in counts_from("a_2")
