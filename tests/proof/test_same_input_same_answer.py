"""Kills, other orders of files, other numbers of processes: the same bytes every time."""

import json
import random
import shutil
import signal
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from schakel.custody.verify import verify_ledger
from schakel.intake.desktop_json.repair import repair
from schakel.road import load_rooms
from schakel.showing.bench.grown import write_shorter
from schakel.store.duckdb_engine import DuckDBEngine
from schakel.store.workspace import open_workspace
from tests.commands import EXAMPLE, table_bytes
from tests.forked import Forked, Loaded, loaded
from tests.inside import inside


@pytest.fixture(scope="module")
def export(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The first third of what was said in three chats of the example: with ads, sellers, links, leads and a plan."""
    whole, folder = next(EXAMPLE.rglob("result.json")), tmp_path_factory.mktemp("some") / "export"
    shutil.copytree(whole.parent, folder, ignore=shutil.ignore_patterns("result.json"))  # its photos
    told = json.loads(repair(whole.read_bytes()))
    write_part(told | {"chats": {"list": told["chats"]["list"][2:]}}, 0.0, 1 / 3, folder / "result.json")
    return folder


def write_part(whole: dict[str, Any], first: float, last: float, to: Path) -> None:
    """The messages between two shares of every chat, as an export of their own."""
    chats = []
    for chat in whole["chats"]["list"]:
        many = len(chat["messages"])
        chats.append(chat | {"messages": chat["messages"][int(first * many) : int(last * many)]})
    part = whole | {"chats": {"list": chats}}
    to.write_text(json.dumps(part, indent=1, ensure_ascii=False), encoding="utf-8")


@dataclass(frozen=True)
class Undisturbed:
    """A run on the export that nothing came between: its workspace, the bytes of its tables, and how long it took."""

    workspace: Path
    tables: dict[str, str]
    seconds: float


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory, export: Path) -> Undisturbed:
    workspace = tmp_path_factory.mktemp("undisturbed") / "case"
    load_rooms()
    import_module("schakel.reading.prepared")  # as in the other process: what is killed has loaded it before
    began = time.monotonic()
    inside("run", export, "-w", workspace)
    took = time.monotonic() - began
    engine = DuckDBEngine(open_workspace(workspace))
    for name in ("campaigns", "links", "sellers", "findings", "leads", "plan"):
        assert engine.read(name).num_rows, name  # tables with nothing in them would be the same in any case
    return Undisturbed(workspace, table_bytes(workspace), took)


@pytest.fixture(scope="module")
def ready() -> Iterator[Loaded]:
    """Another process than that of the undisturbed run, and another order in its sets."""
    with loaded() as process:
        yield process


def run_apart(ready: Loaded, *words: str | Path) -> None:
    """One command to its end in that process."""
    running = ready.begin(words)
    assert running.ended_within(300)
    assert running.code == 0


def test_killed_ten_times_and_started_again(
    tmp_path: Path, export: Path, undisturbed: Undisturbed, ready: Loaded
) -> None:
    """Each time at a random moment of what was left to do: some steps further, and some way into the next."""
    moments, killed = random.Random(20261124), 0
    workspace = tmp_path / "case"
    while killed < 10:
        running = ready.begin(["run", export, "-w", workspace, "--json"])
        steps = moments.choice((0, 1, 2, 3))
        wait_for_steps(workspace, running, steps)
        share = moments.uniform(0.0, 0.1) if steps else moments.uniform(0.1, 0.5)
        if not running.ended_within(share * undisturbed.seconds):
            running.kill()
        if running.code == -signal.SIGKILL:
            killed += 1
        else:  # also one that ended just before it was killed
            assert running.code == 0
            assert table_bytes(workspace) == undisturbed.tables
            shutil.rmtree(workspace / "stamps")  # nothing was left to kill: all steps once more
    run_apart(ready, "run", export, "-w", workspace, "--json")
    assert table_bytes(workspace) == undisturbed.tables
    assert verify_ledger(workspace / "ledger.jsonl").holds
    assert list((workspace / "sealed").glob(".half*")) == []


def wait_for_steps(workspace: Path, running: Forked, more: int) -> None:
    """Waits until so many steps have been done since, or the run has ended."""
    before = {path: path.stat().st_mtime_ns for path in (workspace / "stamps").glob("*/*.json")}
    while not running.ended_within(0.01):
        stamps = list((workspace / "stamps").glob("*/*.json"))
        with suppress(FileNotFoundError):  # a step that begins takes its stamp away
            if sum(before.get(path) != path.stat().st_mtime_ns for path in stamps) >= more:
                return


def split_export(export: Path, folder: Path) -> list[Path]:
    """The export as three overlapping exports of the same chats: early, late and in between."""
    whole = json.loads((export / "result.json").read_bytes())
    exports = []
    for name, first, last in (("early", 0.0, 0.6), ("late", 0.4, 1.0), ("middle", 0.3, 0.7)):
        (folder / name).mkdir()
        write_part(whole, first, last, folder / name / "result.json")
        exports.append(folder / name)
    return exports


def test_another_order_of_files_gives_the_same_tables(tmp_path: Path, export: Path, ready: Loaded) -> None:
    exports = split_export(export, tmp_path)
    run_apart(ready, "run", *exports, "-w", tmp_path / "together")
    together = table_bytes(tmp_path / "together")
    for index in (2, 0, 1):
        inside("run", exports[index], "-w", tmp_path / "one-by-one")
    assert table_bytes(tmp_path / "one-by-one") == together
    for index in (1, 2):
        inside("intake", exports[index], "-w", tmp_path / "taken-in")
    inside("run", exports[0], "-w", tmp_path / "taken-in")
    assert table_bytes(tmp_path / "taken-in") == together


def test_a_grown_export_gives_what_a_run_from_nothing_gives(
    tmp_path: Path, export: Path, undisturbed: Undisturbed
) -> None:
    """Read again after it grew by 1 %: what was kept from before leaves no trace in any table."""
    earlier = tmp_path / "earlier"
    shutil.copytree(export, earlier, ignore=shutil.ignore_patterns("result.json"))  # its photos
    write_shorter(export / "result.json", earlier / "result.json", share=0.99)
    inside("run", earlier, "-w", tmp_path / "grown")
    inside("run", export, "-w", tmp_path / "grown")
    inside("run", export, earlier, "-w", tmp_path / "at-once")
    grown = table_bytes(tmp_path / "grown")
    assert grown == table_bytes(tmp_path / "at-once")
    # Nor does it show in what comes of them that some messages lie in another part now.
    for name in ("campaigns", "templates", "links", "sellers", "findings", "plan"):
        assert grown[f"{name}.parquet"] == undisturbed.tables[f"{name}.parquet"], name


def test_what_is_lost_is_made_again(tmp_path: Path, export: Path, undisturbed: Undisturbed) -> None:
    workspace = tmp_path / "case"
    shutil.copytree(undisturbed.workspace, workspace)
    for folder in ("tables", "stamps", "staging"):
        shutil.rmtree(workspace / folder)
    inside("run", export, "-w", workspace)
    assert table_bytes(workspace) == undisturbed.tables
