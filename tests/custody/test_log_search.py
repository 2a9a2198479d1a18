from datetime import UTC, datetime
from pathlib import Path

import pytest

from schakel.custody.ledger import Ledger
from schakel.custody.log_search import Asked, found_in
from schakel.custody.yearly_report import yearly_report


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    """Five acts of two people in two years."""
    path = tmp_path / "ledger.jsonl"

    def add(who: str, moment: str, act: str, **more: dict[str, object]) -> None:
        Ledger(path, who, now=lambda: datetime.fromisoformat(moment).replace(tzinfo=UTC)).add(act, **more)

    add(
        "anna", "2025-12-31T23:59:59", "show", inputs={"subject": "s_1"}, settings={"names": False, "why": ""}
    )
    add(
        "anna",
        "2026-01-01T00:00:00",
        "show",
        inputs={"subject": "s_1"},
        settings={"names": True, "why": "Identification"},
    )
    add(
        "otto",
        "2026-02-01T03:00:00",
        "show",
        inputs={"subject": "s_2"},
        settings={"names": True, "why": "", "authorisation": "A-1"},
    )
    add(
        "otto",
        "2026-02-01T12:00:00",
        "refused",
        inputs={"authorisation": "A-2"},
        outputs={"because": "it was revoked"},
    )
    add("otto", "2026-03-01T12:00:00", "destroyed", outputs={"files": [{"sha256": "ff"}]})
    return Ledger(path, "reader")


@pytest.mark.parametrize(
    ("asked", "seqs"),
    [
        (Asked(), [1, 2, 3, 4, 5]),
        (Asked(who="ANNA"), [1, 2]),
        (Asked(act="show"), [1, 2, 3]),
        (Asked(about="s_1"), [1, 2]),
        (Asked(about="ff"), [5]),
        (Asked(since="2026-01-01"), [2, 3, 4, 5]),
        (Asked(until="2026-01-01"), [1, 2]),
        (Asked(since="2026-02-01", until="2026-02-01"), [3, 4]),
        (Asked(text="identification"), [2]),
        (Asked(reads=True), [1, 2, 3]),
        (Asked(names=True, who="otto"), [3]),
        (Asked(who="nobody"), []),
    ],
)
def test_acts_are_found_by_who_what_when_and_why(ledger: Ledger, asked: Asked, seqs: list[int]) -> None:
    assert [entry.seq for entry in found_in(ledger.entries(), asked)] == seqs


def test_the_yearly_report_counts_what_can_be_found_again(ledger: Ledger) -> None:
    report = yearly_report(ledger.entries(), 2026)
    assert report["acts"] == 4
    assert report["by_person"] == {"otto": 3, "anna": 1}
    assert report["reads"] == {"all": 2, "by_person": {"anna": 1, "otto": 1}}
    assert report["names_opened"]["without_reason"] == [3]
    assert report["names_opened"]["without_ground"] == [2]
    assert report["names_opened"]["by_ground"] == {"A-1": 1}
    assert report["refused"] == [
        {"seq": 4, "at": "2026-02-01T12:00:00Z", "who": "otto", "because": "it was revoked"}
    ]
    assert report["removals"]["destroyed"] == 1
    assert report["outside_hours"] == 2
    assert yearly_report(ledger.entries(), 2024)["acts"] == 0
