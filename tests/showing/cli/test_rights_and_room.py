"""What the operating system refuses (no right, no room) is told in plain words, and write-protected evidence can be checked."""

import json
import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import gettempdir
from typing import Any

import pytest

from schakel.custody.ledger import Ledger
from schakel.custody.verify import verify_ledger
from schakel.records.errors import WorkspaceError
from schakel.showing.cli.system_errors import said_by_the_system
from tests.commands import EXAMPLE, schakel
from tests.inside import inside

NOBODY = 65534
# Rights do not bind root, so its tests run the command as nobody; whoever else runs them is bound already.
AS_NOBODY: dict[str, Any] = {"user": NOBODY, "group": NOBODY, "extra_groups": []} if os.geteuid() == 0 else {}


@pytest.fixture
def of_nobody(open_place: Path) -> Path:
    """A folder in which nobody may write."""
    place = open_place / "own"
    place.mkdir()
    if AS_NOBODY:
        os.chown(place, NOBODY, NOBODY)
    return place


def as_nobody(*words: str | Path) -> subprocess.CompletedProcess[str]:
    nobody_may_use_this_python()
    return schakel(*words, check=False, cwd=gettempdir(), **AS_NOBODY)


def nobody_may_use_this_python() -> None:
    """The test is skipped with a word where it may not."""
    python = Path(sys.executable).resolve()
    if AS_NOBODY and not all(folder.stat().st_mode & 0o001 for folder in python.parents):
        pytest.skip(f"nobody else may use this Python ({python})")


_SEVERAL = """
import io, json, sys
from contextlib import redirect_stderr, redirect_stdout
from schakel.showing.cli.door import main

told = []
for words in json.loads(sys.argv[1]):
    sys.argv[1:] = words
    said, code = io.StringIO(), 0
    with redirect_stdout(io.StringIO()), redirect_stderr(said):
        try:
            main()
        except SystemExit as ended:
            code = ended.code or 0
    told.append([code, said.getvalue()])
print(json.dumps(told))
"""


def several_as_nobody(*commands: tuple[str | Path, ...]) -> list[tuple[int, str]]:
    """How each of some commands ends, and what it says then; one process types them all, since it takes a second to start."""
    typed = json.dumps([[str(word) for word in words] for words in commands])
    nobody_may_use_this_python()
    command = [sys.executable, "-c", _SEVERAL, typed]
    done = subprocess.run(
        command, check=True, capture_output=True, text=True, cwd=gettempdir(), timeout=300, **AS_NOBODY
    )
    return [(code, said) for code, said in json.loads(done.stdout)]


def write_protected(workspace: Path) -> None:
    for folder, _, files in os.walk(workspace):
        for name in files:
            (Path(folder) / name).chmod(0o444)
        Path(folder).chmod(0o555)


def test_write_protected_evidence_is_checked_and_else_told_as_such(
    example_case: Path, open_place: Path
) -> None:
    case = open_place / "case"
    shutil.copytree(example_case, case)
    inside("verdict", "--list", "-w", case)  # so that there is a casebook
    write_protected(case)
    writing: list[tuple[str | Path, ...]] = [
        ("plan",), ("verdict", "--list"), ("intervene", "list"), ("intake", EXAMPLE), ("desk",),
    ]  # fmt: skip
    checked, *refused = several_as_nobody(
        *((*words, "-w", case) for words in [("audit", "--verify"), *writing])
    )
    assert checked[0] == 0, checked
    for words, (code, said) in zip(writing, refused, strict=True):
        assert code == 1, words
        assert f"The workspace cannot be written: {case / 'ledger.jsonl'}" in said, words
        assert "not foreseen" not in said, words


def test_a_workspace_that_cannot_be_made_is_told(open_place: Path) -> None:
    done = as_nobody("intake", EXAMPLE, "-w", open_place / "new")
    assert done.returncode == 1
    assert f"No workspace can be made at {open_place / 'new'}: Permission denied." in done.stderr


def test_what_may_not_be_read_is_set_apart_and_the_rest_comes_in(open_place: Path, of_nobody: Path) -> None:
    export = open_place / "export"
    for name in ("good", "closed", "folder"):
        (export / name).mkdir(parents=True)
    shutil.copy(EXAMPLE / "result.json", export / "good")
    shutil.copy(EXAMPLE / "result.json", export / "closed")
    (export / "closed" / "result.json").chmod(0)
    (export / "folder").chmod(0)
    done = as_nobody("intake", export, "-w", of_nobody / "w")
    assert done.returncode == 0, done.stderr
    import pyarrow.parquet as pq  # noqa: PLC0415 - for this alone

    told = pq.read_table(of_nobody / "w" / "tables" / "quarantine" / "arrival" / "refused.parquet")
    assert told.select(["source_name", "reason"]).to_pylist() == [
        {"source_name": "export/closed/result.json", "reason": "no-right"},
        {"source_name": "export/folder", "reason": "no-right"},
    ]
    alone = as_nobody("intake", export / "closed", "-w", of_nobody / "v")
    assert alone.returncode == 1
    assert "You have no right to read closed/result.json." in alone.stderr


def test_a_full_disk_under_what_is_printed_is_told(example_case: Path, tmp_path: Path) -> None:
    shutil.copytree(example_case, tmp_path / "case")
    for words in (("audit", "--verify"), ("plan", "--json")):
        command = [
            sys.executable,
            "-c",
            "from schakel.showing.cli.door import main; main()",
            *words,
            "-w",
            "case",
        ]
        with Path("/dev/full").open("w") as full:
            done = subprocess.run(
                command, check=False, stdout=full, stderr=subprocess.PIPE, text=True, cwd=tmp_path
            )
        assert done.returncode == 1
        assert "could not be written out: No space left on device" in done.stderr
        assert "Exception ignored" not in done.stderr


@pytest.mark.parametrize("words", [("--version",), ("estimate", "--counts", "1645,183,37", "--json")])
def test_a_closed_output_is_nothing_unforeseen(words: tuple[str, ...]) -> None:
    command = f"{shlex.quote(sys.executable)} -c 'from schakel.showing.cli.door import main; main()' "
    done = subprocess.run(
        ["sh", "-c", f"{command}{shlex.join(words)} >&-"], check=False, stderr=subprocess.PIPE, text=True
    )
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(
    ("room", "said"),
    [
        (20_000, "disk I/O error"),
        (300_000, "File too large"),
    ],  # no room for the casebook; for it, but not for the rest
)
def test_files_that_may_not_grow_are_told_and_leave_a_ledger_that_holds(
    tmp_path: Path, room: int, said: str
) -> None:
    command = f"import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, ({room}, {room})); "
    command += "from schakel.showing.cli.door import main; main()"
    words = [sys.executable, "-c", command, "intake", str(EXAMPLE), "-w", str(tmp_path / "w")]
    done = subprocess.run(words, check=False, capture_output=True, text=True)
    assert done.returncode == 1
    assert said in done.stderr
    assert "not foreseen" not in done.stderr
    assert verify_ledger(tmp_path / "w" / "ledger.jsonl").holds


def test_a_line_that_found_no_room_is_taken_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ledger = Ledger(tmp_path / "ledger", "t")
    ledger.add("a")
    real = os.write

    def no_room(descriptor: int, line: bytes) -> int:
        if len(line) > 5:
            return real(descriptor, line[:-5])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "write", no_room)
    with pytest.raises(WorkspaceError, match="No space left on device"):
        ledger.add("b")
    monkeypatch.undo()
    ledger.add("c")
    assert [entry.act for entry in ledger.entries()] == ["a", "c"]
    assert verify_ledger(tmp_path / "ledger").holds


def test_words_of_the_system_are_known_behind_other_errors() -> None:
    outer = RuntimeError("the step failed")
    outer.__cause__ = PermissionError(13, "Permission denied", "/case/x")
    assert said_by_the_system(outer) is not None
    assert "/case/x: Permission denied" in said_by_the_system(outer)[0]  # type: ignore[index]
    assert "full" in said_by_the_system(RuntimeError("database or disk is full"))[1]  # type: ignore[index]
    assert said_by_the_system(RuntimeError("a fault of the program")) is None
