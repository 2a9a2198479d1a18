"""Kills, other orders of files, other numbers of processes: the same bytes every time."""

import json
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from benchmarks.grown import write_shorter

from schakel.custody.verify import verify_ledger
from schakel.intake.desktop_json.repair import repair
from tests.commands import EXAMPLE, run_json, schakel, table_bytes

RUN = [sys.executable, "-c", "from schakel.showing.cli.door import main; main()", "run"]


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    workspace = tmp_path_factory.mktemp("undisturbed") / "case"
    run_json("run", EXAMPLE, "-w", workspace)
    return table_bytes(workspace)


def test_killed_ten_times_and_started_again(tmp_path: Path, undisturbed: dict[str, str]) -> None:
    moments = random.Random(20261124)
    workspace = tmp_path / "case"
    began = time.monotonic()
    schakel("run", EXAMPLE, "-w", tmp_path / "timing", "--json")
    whole = time.monotonic() - began
    for _ in range(10):
        running = subprocess.Popen(
            [*RUN, str(EXAMPLE), "-w", str(workspace), "--json"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        time.sleep(moments.uniform(0.1, 1.0) * whole)
        running.send_signal(signal.SIGKILL)
        running.wait()
    schakel("run", EXAMPLE, "-w", workspace, "--json")
    assert table_bytes(workspace) == undisturbed
    assert verify_ledger(workspace / "ledger.jsonl").holds
    assert list((workspace / "sealed").glob(".half*")) == []


def split_export(folder: Path) -> list[Path]:
    """The example's export as three overlapping exports of the same chats: early, late and whole."""
    whole = json.loads(repair(next(EXAMPLE.rglob("result.json")).read_bytes()))
    exports = []
    for name, first, last in (("early", 0.0, 0.6), ("late", 0.4, 1.0), ("middle", 0.3, 0.7)):
        chats = []
        for chat in whole["chats"]["list"]:
            many = len(chat["messages"])
            chats.append(chat | {"messages": chat["messages"][int(first * many) : int(last * many)]})
        path = folder / name / "result.json"
        path.parent.mkdir(parents=True)
        part = whole | {"chats": {"list": chats}}
        path.write_text(json.dumps(part, indent=1, ensure_ascii=False), encoding="utf-8")
        exports.append(path.parent)
    return exports


def test_another_order_of_files_gives_the_same_tables(tmp_path: Path) -> None:
    exports = split_export(tmp_path)
    schakel("run", *exports, "-w", tmp_path / "together")
    together = table_bytes(tmp_path / "together")
    for number, order in enumerate(((2, 0, 1), (1, 2, 0))):
        workspace = tmp_path / f"one-by-one-{number}"
        for index in order:
            schakel("run", exports[index], "-w", workspace)
        assert table_bytes(workspace) == together, order


def test_a_grown_export_gives_what_a_run_from_nothing_gives(
    tmp_path: Path, undisturbed: dict[str, str]
) -> None:
    """Read again after it grew by 1 %: what was kept from before leaves no trace in any table."""
    whole, earlier = next(EXAMPLE.rglob("result.json")), tmp_path / "earlier"
    shutil.copytree(whole.parent, earlier, ignore=shutil.ignore_patterns("result.json"))  # its photos
    write_shorter(whole, earlier / "result.json", share=0.99)
    schakel("run", earlier, "-w", tmp_path / "grown")
    schakel("run", whole.parent, "-w", tmp_path / "grown")
    schakel("run", whole.parent, earlier, "-w", tmp_path / "at-once")
    grown = table_bytes(tmp_path / "grown")
    assert grown == table_bytes(tmp_path / "at-once")
    # Nor does it show in what comes of them that some messages lie in another part now.
    for name in ("campaigns", "templates", "links", "sellers", "findings", "plan"):
        assert grown[f"{name}.parquet"] == undisturbed[f"{name}.parquet"], name


def test_what_is_lost_is_made_again(tmp_path: Path, undisturbed: dict[str, str]) -> None:
    workspace = tmp_path / "case"
    schakel("run", EXAMPLE, "-w", workspace)
    for folder in ("tables", "stamps", "staging"):
        shutil.rmtree(workspace / folder)
    elsewhere = tmp_path / "empty"
    elsewhere.mkdir()
    schakel("run", EXAMPLE, "-w", workspace)
    assert table_bytes(workspace) == undisturbed
