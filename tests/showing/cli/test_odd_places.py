"""Folders and words that a terminal can give: other letters than it has, bytes that are none, a folder that is gone, quotes."""

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from schakel.showing.cli.system_errors import said_by_the_system
from tests.commands import EXAMPLE, schakel
from tests.inside import inside

OTHER_LETTERS = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}


@pytest.mark.parametrize("words", [("plan",), ("search", "kösten")])
def test_a_workspace_is_opened_in_any_letters_of_the_terminal(
    case_copy: Path, tmp_path: Path, words: tuple[str, ...]
) -> None:
    case_copy.rename(tmp_path / "wörk's spåce")
    done = schakel(*words, "-w", "wörk's spåce", cwd=tmp_path, env={**os.environ, **OTHER_LETTERS})
    assert done.returncode == 0
    assert "not foreseen" not in done.stderr


@pytest.mark.parametrize("words", [("plan",), ("run", EXAMPLE)])
def test_a_workspace_of_other_bytes_is_refused(tmp_path: Path, words: tuple[str | Path, ...]) -> None:
    odd = Path(os.fsdecode(os.fsencode(tmp_path) + b"/w\xe9rk"))
    odd.mkdir()
    (odd / "ledger.jsonl").touch()
    done = inside(*words, "-w", odd, check=False)
    assert done.returncode == 1
    assert "is not written in UTF-8" in done.stderr
    assert [file.name for file in odd.iterdir()] == ["ledger.jsonl"]


def test_words_of_other_bytes_are_wrong_use_and_files_of_such_names_come_in(
    case_copy: Path, tmp_path: Path
) -> None:
    before = (case_copy / "ledger.jsonl").read_bytes()
    done = inside("search", os.fsdecode(b"r\xe9p"), "-w", case_copy, check=False)
    assert done.returncode == 2
    assert "r\N{REPLACEMENT CHARACTER}p is not written in UTF-8" in done.stderr
    assert (case_copy / "ledger.jsonl").read_bytes() == before
    export = Path(os.fsdecode(os.fsencode(tmp_path) + b"/exp\xe9rt"))
    shutil.copytree(EXAMPLE, export)
    assert inside("intake", export, "-w", tmp_path / "new").returncode == 0


def test_a_folder_that_is_gone_is_told(tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    command = "import os; os.rmdir(os.getcwd()); from schakel.showing.cli.door import main; main()"
    done = subprocess.run(
        [sys.executable, "-P", "-c", command, "plan", "-w", "case"],
        capture_output=True,
        text=True,
        check=False,
        cwd=gone,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert done.returncode == 1
    assert "The folder in which you typed this is gone." in done.stderr
    assert "not foreseen" not in done.stderr


def test_a_missing_file_is_not_told_as_a_missing_folder() -> None:
    assert said_by_the_system(FileNotFoundError(2, "No such file or directory")) is None


def test_what_to_type_next_can_be_typed(
    case_copy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "the unit's own folder of cases, as long as they are often named" / "case 1"
    place.parent.mkdir()
    case_copy.rename(place)
    monkeypatch.setenv("COLUMNS", "60")
    page = inside("run", EXAMPLE, "-w", place).stdout
    (line,) = [line for line in page.splitlines() if line.startswith("Why they wait or go first")]
    assert shlex.split(line.partition("schakel ")[2]) == ["plan", "-w", str(place)]
    nowhere = inside("plan", "-w", place / "no where", check=False).stderr
    (line,) = [line for line in nowhere.splitlines() if line.startswith("Start one with")]
    assert shlex.split(line.partition(": ")[2])[-1] == str(place / "no where")
