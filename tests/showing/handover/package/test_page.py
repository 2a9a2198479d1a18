"""The page on packages is true: its commands run, and what it says lies in a package does."""

import re
import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.commands import ExampleRun
from tests.inside import inside
from tests.showing.handover.package.conftest import Packed

CHECKOUT = Path(__file__).resolve().parents[4]
PAGE = (CHECKOUT / "docs" / "packages.md").read_text("utf-8")


def commands() -> list[list[str]]:
    blocks = re.findall(r"```sh\n(.*?)```", PAGE, re.DOTALL)
    return [
        shlex.split(line, comments=True) for block in blocks for line in block.splitlines() if line.strip()
    ]


def test_the_commands_of_the_page_run(
    packed: Packed,
    tmp_path: Path,
    example_as_run: Callable[[Path], ExampleRun],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    example_as_run(tmp_path / "case1")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "handover").symlink_to(packed.folder)
    said = {"LEAD": packed.subject.lead_id, "2026-12-01": "2020-01-01", "2027-03-01": "2099-12-31"}
    ran = 0
    for program, *words in commands():
        if program == "python":
            done = subprocess.run(
                [sys.executable, *words], cwd=tmp_path / "handover", capture_output=True, check=False
            )
            assert done.returncode == 0
        else:
            assert program == "schakel"
            assert inside(*(said.get(word, word) for word in words)).returncode == 0
        ran += 1
    assert ran == 5


def test_what_the_page_says_lies_in_a_package_does_and_nothing_else(packed: Packed) -> None:
    table = PAGE.split("| in `data/` | holds |")[1].split("\n\n")[0]
    told = set(
        re.findall(
            r"`([^`]+)`", "\n".join(line.split("|")[1] for line in table.splitlines()[1:] if "|" in line)
        )
    )
    beside = set(re.findall(r"`([^`]+)`", PAGE.split("Beside `data/` stand")[1].split("\n\n")[0]))
    there = {path.name + "/" * path.is_dir() for path in (packed.folder / "data").iterdir()}
    assert there - {"ro-crate-metadata.json"} == told - {"originals/"}
    tops = {path.name + "/" * path.is_dir() for path in packed.folder.iterdir()}
    bag = {
        "data/",
        "bagit.txt",
        "bag-info.txt",
        *(f"{kind}-sha{bits}.txt" for kind in ("manifest", "tagmanifest") for bits in (256, 512)),
    }
    assert tops - bag == beside - {"report.pdf", "signature.json"}
