"""What an export draws on: blocks of any size hold the same rows, and a scope holds what was named and no more."""

from itertools import islice
from pathlib import Path

import pytest

from schakel.records.errors import SettingsError
from schakel.records.ids import make_id
from schakel.showing.handover.export import hiding
from schakel.showing.handover.export.gather import Gathered
from schakel.showing.handover.export.hiding import Hiding
from schakel.showing.handover.export.scope import scope_of_subjects, whole_workspace
from schakel.showing.known_names import known_names
from schakel.showing.pseudonyms import Pseudonyms
from schakel.showing.veil import veiled
from schakel.store.duckdb_engine import DuckDBEngine
from schakel.store.workers import Workers
from schakel.store.workspace import Workspace

KEYED = Pseudonyms(b"k" * 32)


@pytest.fixture
def tables(example: Path) -> DuckDBEngine:
    return DuckDBEngine(Workspace(example), workers=Workers(1))


def test_blocks_that_wait_in_files_hold_the_same_rows(tables: DuckDBEngine, tmp_path: Path) -> None:
    def gathered() -> Gathered:
        return Gathered(tables, whole_workspace(), Hiding(opened=True), tmp_path)

    at_once = list(gathered().messages())
    blocks = gathered()
    in_blocks = list(blocks.messages(rows=500))
    assert len(at_once) == 6500
    assert [row["message_id"] for row in in_blocks] != [row["message_id"] for row in at_once]
    by_id = {row["message_id"]: row for row in at_once}
    assert {row["message_id"]: row for row in in_blocks} == by_id
    assert list(tmp_path.iterdir()) == []
    assert blocks.counts.of("items")["exported"] == tables.read("items").num_rows
    moments = [row["sent_at"] for row in at_once]
    assert moments == sorted(moments)


def test_texts_are_hidden_alike_in_blocks_of_any_size_and_one_by_one(
    tables: DuckDBEngine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = known_names(tables)

    def shown(rows: int) -> dict[str, str]:
        found = Gathered(tables, whole_workspace(), Hiding(known, KEYED), tmp_path)
        return {row["message_id"]: row["text"] for row in found.messages(rows)}

    at_once = shown(10_000)
    monkeypatch.setattr(hiding, "_TEXTS", 100)  # of more different texts than are kept
    assert shown(500) == at_once
    some = Gathered(tables, whole_workspace(), Hiding(opened=True), tmp_path).messages()
    selectors = tables.read("selectors", ["message_id", "start", "end"]).to_pylist()
    places = {one["message_id"]: [] for one in selectors}
    for one in selectors:
        places[one["message_id"]].append((one["start"], one["end"]))
    for row in islice(some, 0, None, 20):
        contacts = places.get(row["message_id"], [])
        assert at_once[Hiding(known, KEYED).id(row["message_id"])] == veiled(row["text"], known, contacts)


def test_a_lead_brings_its_seller_and_nobody_else(
    tables: DuckDBEngine, example_lead: str, tmp_path: Path
) -> None:
    scope = scope_of_subjects(tables, [example_lead], plan=False)
    found = Gathered(tables, scope, Hiding(opened=True), tmp_path)
    sellers = [row["seller_id"] for row in found.sellers()]
    assert len(sellers) == 1
    members = {row["member_id"] for row in found.members() if row["member_kind"] == "account"}
    assert {row["account_id"] for row in found.messages()} <= members
    assert {row["account_id"] for row in found.accounts()} == members
    assert {row["subject_id"] for row in found.findings()} & set(sellers)
    assert all({row["left_id"], row["right_id"]} <= members for row in found.links())


def test_a_campaign_brings_its_messages_only(tables: DuckDBEngine, tmp_path: Path) -> None:
    rows = tables.read("campaigns", ["campaign_id", "message_id"]).to_pylist()
    campaign = rows[0]["campaign_id"]
    wanted = {row["message_id"] for row in rows if row["campaign_id"] == campaign}
    found = Gathered(tables, scope_of_subjects(tables, [campaign], plan=False), Hiding(opened=True), tmp_path)
    assert {row["message_id"] for row in found.messages()} == wanted
    assert list(found.sellers()) == []


def test_a_pseudonym_of_a_contact_is_the_same_in_every_export(
    tables: DuckDBEngine, example_lead: str, tmp_path: Path
) -> None:
    whole = Gathered(tables, whole_workspace(), Hiding(pseudonyms=KEYED), tmp_path)
    part = Gathered(
        tables, scope_of_subjects(tables, [example_lead], plan=False), Hiding(pseudonyms=KEYED), tmp_path
    )
    of_all = {row["selector_id"]: row["type"] for row in whole.selectors()}
    of_one = {row["selector_id"]: row["type"] for row in part.selectors()}
    assert of_one
    assert of_one.items() <= of_all.items()
    assert len(of_all) == whole.counts.of("selectors")["exported"]


def test_a_pseudonym_of_a_contact_cannot_be_made_from_the_contact(
    tables: DuckDBEngine, tmp_path: Path
) -> None:
    found = Gathered(tables, whole_workspace(), Hiding(opened=True), tmp_path)
    rows = list(found.selectors())
    assert len({row["selector_id"] for row in rows}) == len(rows) > 100
    for row in rows:
        tried = (make_id("h", row["type"], row["value"]), make_id("h", row["value"]))
        assert row["selector_id"] not in tried
    closed = {
        row["selector_id"]: row["value"]
        for row in Gathered(tables, whole_workspace(), Hiding(pseudonyms=KEYED), tmp_path).selectors()
    }
    assert set(closed) == {KEYED.of(row["selector_id"]) for row in rows}
    assert set(closed.values()) == {None}


def test_what_is_not_there_is_said(tables: DuckDBEngine) -> None:
    for subject in ("s_" + "0" * 24, "k_" + "0" * 24, "l_" + "0" * 24, "nonsense"):
        with pytest.raises(SettingsError, match="There is no"):
            scope_of_subjects(tables, [subject], plan=False)
