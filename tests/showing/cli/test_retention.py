"""`schakel retention`: a file whose term is over leaves the sealed files and every table, with a proof."""

import json
import shutil
import sys
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from schakel.custody.ledger import Ledger
from schakel.custody.verify import verify_ledger
from schakel.intake.arrival import IntakeOptions, take_in
from schakel.showing.cli.session import Report
from schakel.store.duckdb_engine import DuckDBEngine
from schakel.store.stamps import Stamps
from schakel.store.workers import Workers
from schakel.store.workspace import create_workspace
from tests.inside import inside, inside_json

TODAY = datetime.now(UTC)


@pytest.fixture(autouse=True)
def _a_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SCHAKEL_USER", "tester")


def export(folder: Path, name: str, text: str) -> Path:
    message = {"id": 1, "type": "message", "date": "2026-01-02T03:04:05", "date_unixtime": "1767323045", "from": name, "from_id": f"user{len(text)}", "text": text, "text_entities": []}  # fmt: skip
    chat = {"name": name, "type": "public_supergroup", "id": 100 + len(text), "messages": [message]}
    (folder / name).mkdir()
    (folder / name / "result.json").write_text(json.dumps(chat, indent=1))
    return folder / name


def brought(root: Path, source: Path, days_ago: int) -> None:
    """An export that came in so many days ago."""
    workspace = create_workspace(root)
    ledger = Ledger(workspace.ledger, "tester", now=lambda: TODAY - timedelta(days=days_ago))
    engine = DuckDBEngine(workspace, workers=Workers(1))
    take_in([source], workspace, engine, Stamps(workspace.stamps, workspace.tables), ledger, IntakeOptions())
    engine.workers.close()


@pytest.fixture(scope="module")
def judged(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the exports `old` and `new`, and the workspace `case` of both; made once, each test takes a copy."""
    folder = tmp_path_factory.mktemp("retention")
    root = folder / "case"
    brought(root, export(folder, "old", "Te koop: coke 1g 50 3g 140, bezorgen Utrecht"), 800)
    brought(root, export(folder, "new", "Te koop: wiet 5g 40 bezorgen Tilburg, app 0612345678"), 2)
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("SCHAKEL_USER", "tester")
        for room in ("read", "link", "judge", "plan"):
            inside(room, "-w", root)
    return folder


@pytest.fixture
def workspace(judged: Path, tmp_path: Path) -> Path:
    shutil.copytree(judged, tmp_path, dirs_exist_ok=True)
    return tmp_path / "case"


def words(root: Path) -> bytes:
    """Everything in the workspace as one string of bytes."""
    return b"".join(path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file())


def test_what_is_due_is_listed_and_nothing_goes_by_itself(workspace: Path) -> None:
    listed = inside_json("retention", "list", "-w", workspace)
    assert [(one["name"], one["action"], one["term"]) for one in listed["due"]] == [
        ("old/result.json", "destroy", "unknown")
    ]
    assert listed["verified"] is False
    later = (TODAY + timedelta(days=400)).date().isoformat()
    assert len(inside_json("retention", "list", "--on", later, "-w", workspace)["due"]) == 2
    assert inside_json("plan", "-w", workspace)["plan"]
    assert len(list((workspace / "sealed").iterdir())) == 2
    assert "nobody verified" in inside("retention", "list", "-w", workspace).stdout


@dataclass(frozen=True)
class Round:
    """A workspace from which all that was due went, the proof of that, and what its plan held before."""

    workspace: Path
    proof: dict[str, Any]
    planned: set[str]


@pytest.fixture(scope="module")
def destroyed(judged: Path, tmp_path_factory: pytest.TempPathFactory) -> Round:
    workspace = tmp_path_factory.mktemp("destroyed") / "case"
    shutil.copytree(judged / "case", workspace)
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("SCHAKEL_USER", "tester")
        planned = {row["title"] for row in inside_json("plan", "-w", workspace)["plan"]}
        inside("index", "-w", workspace)
        (proof,) = inside_json("retention", "apply", "--why", "monthly round", "-w", workspace)
    return Round(workspace, proof, planned)


def test_what_is_destroyed_is_gone_from_everywhere_and_the_ledger_proves_it(destroyed: Round) -> None:
    workspace, proof, before = destroyed.workspace, destroyed.proof, destroyed.planned
    assert len(before) == 2
    assert not (workspace / "index").exists()  # it held texts of what was destroyed
    assert "checked to be those that were sealed" in proof["found"][0]
    assert {row["title"] for row in inside_json("plan", "-w", workspace)["plan"]} < before
    assert b"coke" not in words(workspace)
    acts = [json.loads(line) for line in (workspace / "ledger.jsonl").read_text().splitlines()]
    told = next(act for act in acts if act["act"] == "destroyed")
    assert told["settings"]["why"] == "monthly round"
    assert told["outputs"]["files"][0]["name"] == "old/result.json"
    assert (
        next(act for act in acts if act["act"] == "removal-checked")["outputs"]["sources_left"]["messages"]
        == 0
    )
    assert verify_ledger(workspace / "ledger.jsonl").holds
    assert inside_json("audit", "--verify", "-w", workspace)["holds"]
    assert inside_json("retention", "apply", "--why", "again", "-w", workspace) == []


def test_the_tables_are_those_of_a_workspace_that_never_had_it(
    destroyed: Round, judged: Path, tmp_path: Path
) -> None:
    workspace, other = destroyed.workspace, tmp_path / "other"
    brought(other, judged / "new", 2)
    for room in ("read", "link", "judge", "plan"):
        inside(room, "-w", other)
    inside("plan", "-w", workspace)
    for table in sorted((other / "tables").rglob("*.parquet")):
        mine = workspace / "tables" / table.relative_to(other / "tables")
        assert mine.read_bytes() == table.read_bytes(), table.name


@pytest.mark.parametrize("more", [(), ("--json",)])
def test_what_was_destroyed_comes_in_again_with_a_word(
    destroyed: Round, tmp_path: Path, more: tuple[str, ...]
) -> None:
    root = tmp_path / "case"
    shutil.copytree(destroyed.workspace, root)
    old = export(tmp_path, "old", "Te koop: coke 1g 50 3g 140, bezorgen Utrecht")
    done = inside("intake", old, "-w", root, *more)
    assert "Note: files come in again that had been removed or destroyed" in done.stderr
    assert "Out of use since" in done.stdout
    acts = list(Ledger(root / "ledger.jsonl", "").entries())
    back, sealed = acts[-3:-1] if acts[-1].act == "intake" else acts[-2:]
    assert (back.act, back.inputs["was"], sealed.act) == ("brought-back", "destroyed", "seal-again")
    assert back.inputs["file"]["sha256"] == sealed.outputs["files"][0]["sha256"]
    again = inside("intake", old, "-w", root, *more)  # now it is held
    assert ("Note:" in again.stderr, "Out of use" in again.stdout) == (False, False)


def test_one_file_in_two_exports_of_an_arrival_comes_back_once(destroyed: Round, tmp_path: Path) -> None:
    root = tmp_path / "case"
    shutil.copytree(destroyed.workspace, root)
    before = len(list(Ledger(root / "ledger.jsonl", "").entries()))
    old = export(tmp_path, "old", "Te koop: coke 1g 50 3g 140, bezorgen Utrecht")
    copy = shutil.copytree(old, tmp_path / "copy")
    assert inside("intake", old, copy, "-w", root).stdout.count("Out of use since") == 1
    acts = [act.act for act in list(Ledger(root / "ledger.jsonl", "").entries())[before:]]
    assert acts.count("brought-back") == 1


def test_news_is_told_to_nobody_where_the_stream_of_errors_is_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    Report()("brought-back", 0, 0)


def test_removing_needs_a_reason_and_the_right(workspace: Path) -> None:
    assert "needs a reason" in inside("retention", "apply", "-w", workspace, check=False).stderr
    inside("users", "add", "tester", "--role", "admin", "-w", workspace)
    refused = inside("retention", "apply", "--why", "x", "-w", workspace, check=False)
    assert "admin may not" in refused.stderr
    assert len(list((workspace / "sealed").iterdir())) == 2


def test_what_is_kept_longer_is_not_due(workspace: Path) -> None:
    digest = inside_json("retention", "list", "-w", workspace)["due"][0]["what"]
    until = (TODAY + timedelta(days=30)).date().isoformat()
    wrong = inside(
        "retention", "keep", "0000000000", "--until", until, "--why", "appeal", "-w", workspace, check=False
    )
    assert "no file" in wrong.stderr
    inside("retention", "keep", digest[:16], "--until", until, "--why", "appeal", "-w", workspace)
    assert inside_json("retention", "list", "-w", workspace)["due"] == []


def test_a_closed_case_leaves_too(workspace: Path) -> None:
    lead = inside_json("plan", "-w", workspace)["plan"][0]["lead_id"]
    case = inside_json("case", "open", lead, "--why", "test", "-w", workspace)["case"]["case_id"]
    inside("case", "close", case, "--as", "real", "--why", "done", "-w", workspace)
    later = (TODAY + timedelta(days=400)).date().isoformat()
    due = inside_json("retention", "list", "--on", later, "-w", workspace)["due"]
    assert case in {one["what"] for one in due}
