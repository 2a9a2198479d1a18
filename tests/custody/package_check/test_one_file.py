"""The check as one file: nothing but Python itself, the same answers, plain words and exit codes."""

import ast
import json
import subprocess
import sys
from pathlib import Path

import pytest

from schakel.custody.package_check.one_file import as_one_file
from schakel.custody.package_check.printed import run


def alone(*words: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    """verify.py as an expert runs it: a bare Python that sees none of our code."""
    command = [sys.executable, "-I", "-S", *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=cwd, env={})


def test_it_imports_nothing_but_what_python_brings() -> None:
    tree = ast.parse(as_one_file())
    named = {
        alias.name.partition(".")[0]
        for node in ast.walk(tree)
        if isinstance(node, ast.Import)
        for alias in node.names
    }
    named |= {
        str(node.module).partition(".")[0] for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)
    }
    assert named <= sys.stdlib_module_names
    assert not named & {"socket", "http", "urllib", "subprocess", "shutil", "tempfile", "pickle", "importlib"}


def test_no_two_parts_have_the_same_name_for_different_things() -> None:
    named = [
        name
        for node in ast.parse(as_one_file()).body
        for name in (
            [node.name]
            if isinstance(node, ast.FunctionDef | ast.ClassDef)
            else [target.id for target in node.targets if isinstance(target, ast.Name)]
            if isinstance(node, ast.Assign)
            else []
        )
    ]
    assert len(named) == len(set(named))
    assert {"check_package", "Zip", "signed_by", "run"} <= set(named)


def test_nothing_that_lies_beside_it_is_imported(sample: Path) -> None:
    (sample / "verify.py").write_text(as_one_file(), "utf-8")
    for name in ("json", "csv", "zipfile", "pathlib", "re"):
        (sample / f"{name}.py").write_text("print('taken in'); raise SystemExit(0)", "utf-8")
    command = [sys.executable, "verify.py"]  # as most will run it
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=sample, env={})
    assert done.returncode == 1
    assert "taken in" not in done.stdout + done.stderr
    assert "json.py is in the package and not in" in done.stdout


def test_it_says_of_its_own_folder_what_the_program_says(
    sample: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (sample / "verify.py").write_text(as_one_file(), "utf-8")
    done = alone("verify.py", cwd=sample)
    assert run([str(sample)], sample) == done.returncode == 1  # verify.py is in no manifest of the sample
    assert done.stdout == capsys.readouterr().out
    assert "verify.py is in the package and not in tagmanifest-sha256.txt" in done.stdout
    assert not list(sample.rglob("__pycache__"))


def test_it_ends_with_0_where_all_holds_and_2_where_it_was_used_wrongly(sample: Path, tmp_path: Path) -> None:
    (tmp_path / "verify.py").write_text(as_one_file(), "utf-8")
    holds = alone("verify.py", sample, cwd=tmp_path)
    assert (holds.returncode, holds.stderr) == (0, "")
    assert holds.stdout.splitlines()[-1] == "All checks hold."
    assert all(line.startswith("ok     ") for line in holds.stdout.splitlines()[:-1])
    machine = alone("verify.py", "--json", sample, cwd=tmp_path)
    assert json.loads(machine.stdout)["holds"] is True
    for wrong in (("--other",), (sample, sample)):
        done = alone("verify.py", *wrong, cwd=tmp_path)
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr.startswith("python verify.py [--json] [PACKAGE]")
    gone = alone("verify.py", tmp_path / "gone\x1b[31m", cwd=tmp_path)
    assert gone.returncode == 1
    assert "cannot be checked" in gone.stderr
    assert "\x1b" not in gone.stderr


def test_the_module_does_the_same(sample: Path) -> None:
    command = [sys.executable, "-m", "schakel.custody.package_check", str(sample)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    (sample / "data/report.html").write_text("other", "utf-8")
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "FAULT  manifests" in done.stdout
    assert (
        "         data/report.html has changed: its sha256 is not that in manifest-sha256.txt" in done.stdout
    )
