"""What the ledger says was handed out was: where it did not come to its place, a second line says so."""

import errno
import json
from pathlib import Path

import pytest

from schakel.custody.ledger import Ledger
from schakel.records.errors import SettingsError
from schakel.showing.handover.handing import handing
from schakel.showing.handover.request import writing
from schakel.store.duckdb_engine import DuckDBEngine
from schakel.store.workers import Workers
from schakel.store.workspace import create_workspace
from tests.inside import inside
from tests.showing.desk.hostile_case import LEAD, build
from tests.showing.handover.request.conftest import authorise


def acts(path: Path) -> list[tuple[str, dict[str, object], dict[str, object]]]:
    return [(one.act, one.inputs, one.outputs) for one in Ledger(path, "").entries()]


def stopped(ledger: Ledger, out: Path, act: str, error: BaseException) -> None:
    with handing(ledger, out) as add:
        add(act, inputs={"subject": "l_1"})
        raise error


def test_a_second_line_takes_the_first_back(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path / "ledger.jsonl", "anna")
    full = OSError(errno.ENOSPC, "No space left on device", "/home/kees/out")
    with pytest.raises(SettingsError, match="out could not be put in its place: No space left"):
        stopped(ledger, tmp_path / "out", "package", full)
    said = {"because": "No space left on device"}
    assert acts(tmp_path / "ledger.jsonl")[1] == ("package-failed", {"subject": "l_1", "entry": 1}, said)
    assert "kees" not in (tmp_path / "ledger.jsonl").read_text("utf-8")


def test_what_fails_before_the_line_or_not_at_all_adds_none(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path / "ledger.jsonl", "anna")
    with pytest.raises(OSError, match="full"), handing(ledger, tmp_path / "out"):
        raise OSError("full")
    with handing(ledger, tmp_path / "out") as add:
        add("export")
    assert [act for act, _, _ in acts(tmp_path / "ledger.jsonl")] == ["export"]


@pytest.mark.parametrize("error", [KeyboardInterrupt(), ValueError("x")])
def test_whatever_stops_it_is_told_and_goes_on(tmp_path: Path, error: BaseException) -> None:
    ledger = Ledger(tmp_path / "ledger.jsonl", "anna")
    with pytest.raises(type(error)):
        stopped(ledger, tmp_path / "out", "request", error)
    assert acts(tmp_path / "ledger.jsonl")[1][2] == {"because": type(error).__name__}


def test_an_export_and_a_draft_that_cannot_be_put_in_place_are_taken_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace, out = create_workspace(tmp_path / "case"), tmp_path / "out"
    room = workspace.root
    build(DuckDBEngine(workspace, workers=Workers(1)))
    authorise(room, "A-1")
    out.mkdir()
    workspace.pseudonym_key.write_text("3c" * 32 + "\n", "ascii")

    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    monkeypatch.setattr(writing.os, "fdopen", full)
    ground = ("--why", "test", "--authorisation", "A-1", "-w", room)
    for act, words in (
        ("export", ("export", "--to", "gexf", "-o", out / "x.gexf", LEAD, "--why", "test", "-w", room)),
        ("request", ("request", LEAD, "--kind", "preservation", "-o", out / "x.md", *ground)),
    ):
        done = inside(*words, check=False)
        assert (done.returncode, done.stdout) == (1, "")
        assert "No space left on device" in done.stderr
        last = [json.loads(line) for line in (room / "ledger.jsonl").read_text("utf-8").splitlines()[-2:]]
        assert [one["act"] for one in last] == [act, f"{act}-failed"]
        assert last[1]["inputs"] == last[0]["inputs"] | {"entry": last[0]["seq"]}
        assert last[1]["outputs"] == {"because": "No space left on device"}
