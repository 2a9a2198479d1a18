"""The chain that roles make together, on made-up markets from their messages on."""

import csv
from collections import defaultdict
from pathlib import Path

import pytest

from schakel.custody.ledger import Ledger
from schakel.intake.arrival import IntakeOptions
from schakel.judging.roles.chains import SCRIPTS, script
from schakel.road import Road
from schakel.simulating import MarketSettings, simulate
from schakel.store.duckdb_engine import DuckDBEngine
from schakel.store.workers import Workers
from schakel.store.workspace import create_workspace
from tests.judging.chain_market import ROLES as CHAIN_ROLES
from tests.judging.chain_market import ChainMarket

ROLES = (
    "supplier",
    "wholesaler",
    "retailer",
    "courier",
    "recruiter",
    "group-keeper",
    "money-handler",
    "customer",
)


@pytest.mark.parametrize("name", SCRIPTS)
def test_every_script_is_data_with_links_in_two_languages(name: str) -> None:
    assert script(name)["kinds"]
    for link in script(name)["link"]:
        assert link["roles"]
        assert link["en"]
        assert link["nl"]


@pytest.fixture(scope="module")
def chain(tmp_path_factory: pytest.TempPathFactory) -> tuple[DuckDBEngine, Path]:
    folder, workers = tmp_path_factory.mktemp("chain"), Workers(1)
    simulate(MarketSettings(sellers=110, days=35, seed=21, chains=True, photos=False), folder / "market")
    return whole_road(
        folder / "workspace", folder / "market" / "export", workers
    ), folder / "market" / "truth"


def whole_road(folder: Path, export: Path, workers: Workers) -> DuckDBEngine:
    workspace = create_workspace(folder)
    engine = DuckDBEngine(workspace, workers=workers, keep=True)  # as the program has it
    road = Road(workspace, engine, Ledger(workspace.ledger, "test"), lambda *_: None)
    road.intake([export], IntakeOptions())
    road.read()
    road.link(())
    road.judge(())
    return engine


def test_roles_on_a_made_up_chain(chain: tuple[DuckDBEngine, Path]) -> None:
    engine, truth = chain
    with (truth / "accounts.csv").open(encoding="utf-8", newline="") as lines:
        true = {row["from_id"]: row["role"] for row in csv.DictReader(lines)}
    scores = scored(engine, true, ROLES)
    assert sum(scores.values()) / len(scores) >= 0.8, scores


@pytest.mark.parametrize("seed", [11, 12])
def test_roles_on_a_chain_of_another_generator(tmp_path: Path, seed: int) -> None:
    workers, market = Workers(1), ChainMarket(seed)
    market.write(tmp_path / "export")
    engine = whole_road(tmp_path / "workspace", tmp_path / "export", workers)
    scores = scored(engine, {f"user{number}": role for number, role in market.truth.items()}, CHAIN_ROLES)
    workers.close()
    assert sum(scores.values()) / len(scores) >= 0.8, scores


def scored(engine: DuckDBEngine, true: dict[str, str], roles: tuple[str, ...]) -> dict[str, float]:
    """F1 of each role, by account."""
    written = engine.read("accounts").to_pylist()
    account = {row["account_id"]: true.get(f"{row['kind']}{row['account_tg_id']}") for row in written}
    members = defaultdict(list)
    for row in engine.read("sellers").to_pylist():
        members[row["seller_id"]].append(row["member_id"])
    said = defaultdict(set)
    for row in engine.read("findings").to_pylist():
        if row["kind"] == "role" and row["value"] >= 0.5:
            for member in members.get(row["subject_id"], [row["subject_id"]]):
                said[row["label"]].add(member)
    scores = {}
    for role in roles:
        holders = {name for name, held in account.items() if role in (held or "").split("|")}
        both = len(holders & said[role])
        scores[role] = 2 * both / (len(holders) + len(said[role] & account.keys())) if holders else 1.0
    return scores


def test_chains_are_drawn_link_by_link_with_messages_and_gaps(chain: tuple[DuckDBEngine, Path]) -> None:
    findings = [row for row in chain[0].read("findings").to_pylist() if row["kind"] == "chain"]
    assert findings
    for row in findings:
        assert row["subject_kind"] == "network"
        assert row["label"].split(": ")[0] in SCRIPTS
        seen = [reason for reason in row["reasons"] if not reason["rule"].startswith("missing:")]
        assert len(seen) >= 2
        assert all(reason["messages"] for reason in seen)
        assert row["words"]
        assert row["words_nl"]


def test_campaigns_chats_and_networks_have_findings_of_their_own(chain: tuple[DuckDBEngine, Path]) -> None:
    found = defaultdict(set)
    for row in chain[0].read("findings").to_pylist():
        if row["subject_kind"] in ("campaign", "chat", "network"):
            found[row["subject_kind"]].add(row["kind"])
            assert row["low"] <= row["value"] <= row["high"]
            assert row["words"]
            assert row["words_nl"]
            assert row["kind"] == "chain" or any(reason["messages"] for reason in row["reasons"])
    for kind in ("campaign", "chat", "network"):
        assert {"ghost", "reach", "scale", "growth"} <= found[kind]
