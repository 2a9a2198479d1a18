"""Data that grow in steps, with verdicts and words in between: each time the tables of a run from nothing."""

import json
import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest

from schakel.intake.desktop_json.repair import repair
from schakel.reading.suggesting.own_words import write_own_words
from schakel.showing.bench.grown import write_shorter
from schakel.simulating.front import simulate
from schakel.simulating.settings import MarketSettings
from schakel.store.duckdb_engine import DuckDBEngine
from schakel.store.workers import Workers
from schakel.store.workspace import open_workspace
from tests.commands import table_bytes
from tests.inside import inside
from tests.reading.suggesting.words import term

KEPT_BY_PART = {
    "asking",
    "called",
    "codes",
    "forwarded",
    "keeping",
    "moving",
    "notices",
    "own_cards",
    "spoken",
    "strings",
}
KEPT = ("sealed", "ledger.jsonl", "casebook.db", "lexicon.toml")


@pytest.fixture(scope="module")
def exports(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """One market as it was exported three times, each time later."""
    folder = tmp_path_factory.mktemp("growing")
    simulate(MarketSettings(sellers=25, days=40, seed=21, messages=2_500), folder / "market")
    whole = next((folder / "market" / "export").rglob("result.json"))
    for number, share in enumerate((0.6, 0.97, 1.0)):
        write_shorter(whole, folder / str(number) / "result.json", share=share)
    edit_some(folder / "2" / "result.json")
    return [folder / str(number) for number in range(3)]


def edit_some(export: Path) -> None:
    """Changes what a few messages say, old ones too: their first versions stand in the exports before."""
    told = json.loads(repair(export.read_bytes()))
    for chat in told["chats"]["list"]:
        for message in chat["messages"][::60]:
            if message["type"] == "message" and isinstance(message["text"], str):
                message["text"] += " nu 50 euro"
                message["text_entities"] = [{"type": "plain", "text": message["text"]}]
    export.write_text(json.dumps(told, indent=1, ensure_ascii=False), encoding="utf-8")


def go(workspace: Path, *sources: Path) -> None:
    """The road as far as anything is kept from one run to the next."""
    inside("intake", *sources, "-w", workspace)
    for room in ("read", "link", "judge"):
        inside(room, "-w", workspace)


def made_from_nothing(workspace: Path, sources: Sequence[Path], copy: Path) -> dict[str, str]:
    """The tables of a workspace that holds the same files, verdicts and words, and nothing else."""
    copy.mkdir()
    for name in KEPT:
        if (workspace / name).is_dir():
            shutil.copytree(workspace / name, copy / name)
        elif (workspace / name).exists():
            shutil.copy(workspace / name, copy / name)
    go(copy, *sources)
    return table_bytes(copy)


def looked_at(workspace: Path) -> dict[Path, int]:
    """When each part was last looked at, by what was looked for in it."""
    found = (workspace / "kept").glob("*/*.arrow")
    return {path: path.stat().st_mtime_ns for path in found if path.name != "each.arrow"}


def sellers(workspace: Path) -> list[str]:
    engine = DuckDBEngine(open_workspace(workspace), workers=Workers(1))
    return sorted(set(engine.read("sellers", ["seller_id"])["seller_id"].to_pylist()))


def test_grown_in_steps_with_a_word_and_verdicts_between(exports: list[Path], tmp_path: Path) -> None:
    workspace = tmp_path / "case"
    go(workspace, exports[0])
    one, other, *_ = sellers(workspace)
    inside("verdict", one, "ghost", "-w", workspace)
    inside("verdict", one, "same", other, "-w", workspace)
    looked = looked_at(workspace)
    go(workspace, exports[1])
    assert {path.parent.name for path in looked} >= KEPT_BY_PART
    assert {path: moment for path, moment in looked_at(workspace).items() if path in looked} == looked
    assert table_bytes(workspace) == made_from_nothing(workspace, exports[:2], tmp_path / "second")

    write_own_words(workspace / "lexicon.toml", [term("iemand"), term("vandaag", "mdma")])
    inside("undo", "2", "-w", workspace)
    go(workspace, exports[2])
    assert table_bytes(workspace) == made_from_nothing(workspace, exports, tmp_path / "third")
