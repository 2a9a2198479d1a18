"""Linking on a made-up market that knows nothing of `schakel simulate`, from its messages to its sellers.

Its sellers use letters that only look alike, contacts split over accounts, one photo or price list, quiet moves; beside
them stand shops with one telephone, resellers, pretenders and namesakes (`tests/linking/unlike_market.py`).
"""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pytest

from schakel.linking.sellers import link_sellers
from schakel.records.tables import SCHEMAS
from schakel.store.duckdb_engine import DuckDBEngine
from schakel.store.workers import Workers
from schakel.store.workspace import create_workspace, open_workspace
from tests.inside import inside_json
from tests.linking.market import said
from tests.linking.unlike_market import START, make, write
from tests.proof.measured_linking import linked

_SEED, _SELLERS = 31, 90


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("unlike")
    write(make(_SEED, _SELLERS), folder, _SEED)
    linked(folder)
    return folder


@pytest.fixture(scope="module")
def whole(folder: Path) -> Iterator[DuckDBEngine]:
    engine = DuckDBEngine(open_workspace(folder / "case"), workers=Workers(1))
    yield engine
    engine.workers.close()


@pytest.fixture(scope="module")
def measured(folder: Path) -> dict[str, Any]:
    told = inside_json(
        "evaluate", "linking", "-w", folder / "case", "--truth", folder / "truth", "--no-ablation"
    )
    found: dict[str, Any] = told["truth"]
    return found


def test_sellers_are_found_and_strangers_kept_apart(measured: dict[str, Any]) -> None:
    quality = measured["quality"]
    assert quality["f1"]["value"] > 0.74
    assert quality["precision"]["value"] > 0.93
    assert quality["largest_false"] <= 4
    assert quality["f1"]["value"] > max(simple["f1"]["value"] for simple in measured["simple"].values()) + 0.2


def test_probabilities_are_honest(measured: dict[str, Any]) -> None:
    links = measured["links"]
    assert links["expected_error"] < 0.08
    assert links["cllr_compared"] < 0.5


def test_each_disguise_is_seen_through_mostly(measured: dict[str, Any]) -> None:
    kinds = measured["by_kind"]
    for kind, least in (("backup", 0.7), ("moved", 0.7), ("split", 0.7), ("quiet_move", 0.5)):
        found, pairs = next(row for name, row in kinds.items() if set(name.split(" + ")) == {"main", kind})
        assert found >= least * pairs, (kind, found, pairs)


def _members(made: dict[str, pa.Table]) -> dict[str, set[str]]:
    out: dict[str, set[str]] = {}
    for row in made["sellers"].to_pylist():
        if row["member_kind"] == "account":
            out.setdefault(row["seller_id"], set()).add(row["member_id"])
    return out


def test_a_verdict_changes_its_own_sellers_only_and_its_undo_nothing(whole: DuckDBEngine) -> None:
    plain = link_sellers(whole, [])
    before = _members(plain)
    seller, accounts = max(before.items(), key=lambda row: (len(row[1]), row[0]))
    one, other = sorted(accounts)[:2]
    ruled = link_sellers(whole, [said(1, one, other, "not-same")])
    after = _members(ruled)
    assert not any({one, other} <= group for group in after.values())
    assert {name: group for name, group in after.items() if not group & accounts} == {
        name: group for name, group in before.items() if name != seller
    }
    pair = pc.and_(pc.equal(ruled["links"]["left_id"], one), pc.equal(ruled["links"]["right_id"], other))
    same = pc.and_(pc.equal(plain["links"]["left_id"], one), pc.equal(plain["links"]["right_id"], other))
    assert ruled["links"].filter(pc.invert(pair)).equals(plain["links"].filter(pc.invert(same)))
    undone = link_sellers(whole, [])
    assert all(undone[name].equals(plain[name]) for name in plain)


def test_sellers_keep_their_ids_and_members_as_data_grow(whole: DuckDBEngine, tmp_path: Path) -> None:
    early = DuckDBEngine(create_workspace(tmp_path / "early"), workers=Workers(1))
    until = pa.scalar(START + timedelta(days=60), pa.timestamp("s", tz="UTC"))
    messages = whole.read("messages")
    kept = messages.filter(pc.less(messages["sent_at"], until))
    early.write(kept.cast(SCHEMAS["messages"]), "messages")
    for name in ("offers", "items", "selectors", "campaigns", "mentions"):
        table = whole.read(name)
        known = pc.is_in(
            table["message_id"].cast(pa.string()), kept["message_id"].cast(pa.string()).combine_chunks()
        )
        early.write(table.filter(known).cast(SCHEMAS[name]), name)
    for name in ("accounts", "photos"):
        early.write(whole.read(name).cast(SCHEMAS[name]), name)
    first, grown = _members(link_sellers(early, [])), _members(link_sellers(whole, []))
    early.workers.close()
    several = {name: group for name, group in first.items() if len(group) > 1}
    together = sum(any(group <= later for later in grown.values()) for group in several.values())
    assert len(several) > 20
    assert together >= 0.95 * len(several)
    # an id goes only where a seller turns out to have an older account
    gone = [name for name in first if name not in grown]
    assert all(any(first[name] & later for later in grown.values()) for name in gone)
    assert len(gone) <= 0.1 * len(first)
