"""Helper processes start before a command is loaded only where it surely takes in much that is new."""

from pathlib import Path

import pytest

from schakel.showing.cli import early
from schakel.store.workers import Workers


@pytest.fixture
def loaded(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was loaded early; no process is started."""
    modules: list[str] = []
    monkeypatch.setattr(Workers, "load", lambda _, module: modules.append(module))
    monkeypatch.setattr(early, "WORTH_A_PROCESS", 1000)
    monkeypatch.setattr(early, "_started", [])
    return modules


def test_they_start_for_a_file_or_a_folder_that_is_large_and_new(tmp_path: Path, loaded: list[str]) -> None:
    export = tmp_path / "exports" / "ChatExport_2026-01-02" / "result.json"
    export.parent.mkdir(parents=True)
    export.write_bytes(b"x" * 1234)
    for named in (export, export.parent, tmp_path / "exports"):
        early.begin([str(named), "-w", str(tmp_path / "w")])
        begun = early._started[-1]
        assert early.taken() is begun
        assert early.taken() is not begun
    assert len(loaded) == 3


def test_they_do_not_for_what_is_small_sealed_or_not_there(tmp_path: Path, loaded: list[str]) -> None:
    export, workspace = tmp_path / "result.json", tmp_path / "w"
    workspace.mkdir()
    export.write_bytes(b"x" * 999)
    (workspace / "large.json").write_bytes(b"x" * 5000)
    early.begin([str(export), "-w", str(workspace)])
    export.write_bytes(b"x" * 1234)
    (workspace / "ledger.jsonl").write_bytes(b'{"files":[{"bytes":1234,"format":"desktop-json"}]}')
    early.begin(["--workspace", str(workspace), str(export), "--hours", str(workspace / "large.json")])
    early.begin([str(tmp_path / "nothing"), "\0", "x" * 5000, "-w"])
    assert loaded == []
    assert not early._started
