"""The command: what it asks for before it reads people's data, and what it prints. The measuring itself is tested beside it."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from schakel.showing.bench import bench as whole
from schakel.showing.bench.methods import beside
from schakel.showing.bench.sources import Sources
from schakel.showing.bench.steps import Begun
from schakel.showing.bench.taken import OURS, Taken
from schakel.store.workspace import create_workspace
from tests.inside import inside, inside_json
from tests.showing.bench.conftest import small_market

__all__ = ["small_market"]
_NOT_MEASURED = "datasketch is not installed. To have it: pip install datasketch"


@pytest.fixture(autouse=True)
def measured(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[Sources]:
    """Rounds that take no time; gives what they were asked to measure."""
    asked: list[Sources] = []

    def one_round(sources: Sources, _folder: Path, begun: Begun) -> Iterator[Taken]:
        asked.append(sources)
        for row, told in beside().row.items():
            begun(row)
            yield Taken(row, OURS, 1000, "messages", 2.0 + len(asked), 1.5, 100.0, 4)
            for name in told.beside:
                if name == "datasketch":
                    yield Taken(row, name, why=_NOT_MEASURED)
                else:
                    yield Taken(row, name, 1000, "messages", 1.0, 0.7, 250.0, 4)

    monkeypatch.setattr(whole, "one_round", one_round)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SCHAKEL_USER", "tester")
    return asked


def acts(workspace: Path) -> list[dict[str, object]]:
    lines = (workspace / "ledger.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines]


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    made = create_workspace(tmp_path / "case")
    made.ledger.write_bytes(b"")
    return made.root


def test_the_table_for_people(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "160")
    done = inside("bench", "--messages", "200", "--repeat", "2")
    told = " ".join(done.stdout.split())
    assert "1,000 messages, median of 2 step" in told
    assert "Seconds, least to most of 2: intake 3.0 to 4.0;" in told
    assert "the whole road 3.5 1.5 286 100" in told
    assert "json.load, 15 words searched 1.0 .70 1,000 250 3.5x slower" in told
    assert f"datasketch, not verified: {_NOT_MEASURED}" in told
    assert "MISSED intake beside json-load: .29, asked 10 times as fast or more" in told
    assert "met copies beside all-pairs: 1.0, asked 1.0 found of what they find" in told
    assert "not told: it is of 1,000,000 messages" in told
    assert "Measured on a made-up market, of which nothing is kept." in told
    assert "measuring intake (2 of 2) ..." in done.stderr


def test_one_value_for_machines() -> None:
    told = inside_json("bench", "--messages", "200")
    assert told["messages"] == 1000
    rows = {row["row"]: row for row in told["rows"]}
    assert list(rows) == list(beside().row)
    assert rows["road"]["seconds"]["median"] == 3.0
    assert rows["road"]["beside"][0]["ratio"] == pytest.approx(1 / 3)
    assert rows["road"]["beside"][0]["memory_ratio"] == 2.5
    assert {bar["word"] for bar in told["bars"]} >= {"met", "MISSED"}
    assert told["machine"]["cores"] >= 1


def test_size_and_seed_are_of_a_made_up_market_only(small_market: Path, measured: list[Sources]) -> None:
    for words in (("--messages", "200"), ("--seed", "0")):
        assert inside("bench", small_market, *words, check=False).returncode == 2
    assert inside("bench", "--messages", "3", check=False).returncode == 2
    assert not measured


def test_own_data_without_a_workspace(small_market: Path, measured: list[Sources], tmp_path: Path) -> None:
    done = inside("bench", small_market)
    assert "no ground was asked for and no ledger says that they were read" in " ".join(done.stdout.split())
    assert [sources.whole for sources in measured] == [(small_market,)]
    assert not list(tmp_path.iterdir())


def test_the_ledger_of_a_workspace_says_what_was_read(small_market: Path, workspace: Path) -> None:
    done = inside("bench", small_market, "-w", workspace)
    (line,) = acts(workspace)
    assert line["act"] == "bench"
    (file,) = line["inputs"]["files"]  # type: ignore[index]
    assert (file["name"], file["bytes"]) == ("result.json", small_market.stat().st_size)
    assert "the ledger of" in done.stdout
    assert not list((workspace / "sealed").iterdir())
    assert inside("audit", "--verify", "-w", workspace).returncode == 0


def test_where_grounds_are_asked_for_none_is_read_without(
    small_market: Path, workspace: Path, measured: list[Sources]
) -> None:
    (workspace / "schakel.toml").write_text('grounds = "required"\n')
    done = inside("bench", small_market, "-w", workspace, check=False)
    assert done.returncode == 1
    assert "This needs an authorisation: taking in an export." in done.stderr
    assert [line["act"] for line in acts(workspace)] == ["refused"]
    assert not measured
    day = datetime.now(UTC).date()
    ground = ("--basis", "wpg-9", "--officer", "J. Smit", "--reference", "file 12", "--acts", "import")
    days = ("--from", day - timedelta(days=1), "--until", day + timedelta(days=9))
    inside("authorise", "add", "A-1", *ground, *map(str, days), "-w", workspace)
    inside("bench", small_market, "-w", workspace, "--authorisation", "A-1")
    assert acts(workspace)[-1]["act"] == "bench"
    assert acts(workspace)[-1]["settings"]["authorisation"] == "A-1"  # type: ignore[index]
    assert len(measured) == 1


def test_what_a_collector_brought_is_not_read_without_a_ground(
    tmp_path: Path, small_market: Path, workspace: Path, measured: list[Sources]
) -> None:
    brought = tmp_path / "brought"
    brought.mkdir()
    (brought / "result.json").write_bytes(small_market.read_bytes())
    (brought / "collection.json").write_text(json.dumps({"chats": ["plein"]}))
    assert "keeps a ground" in inside("bench", brought, check=False).stderr
    assert inside("bench", brought, "-w", workspace, check=False).returncode == 1
    assert inside("bench", small_market, "--authorisation", "A-1", check=False).returncode == 1
    assert not measured


def test_a_workspace_that_is_not_there_is_not_made(small_market: Path, tmp_path: Path) -> None:
    done = inside("bench", small_market, "-w", tmp_path / "none", check=False)
    assert done.returncode == 1
    assert "There is no workspace at" in done.stderr
    assert not (tmp_path / "none").exists()
