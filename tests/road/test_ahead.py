"""What linking looks up before its step comes, and finds beside another, is what the step would have found by itself."""

from pathlib import Path

import pyarrow as pa
import pytest

from schakel import road as way
from schakel.custody.ledger import Ledger
from schakel.linking import sellers
from schakel.linking.asking import Answer, Asking
from schakel.linking.comparing.observations import Activity
from schakel.linking.network import contacts
from schakel.road import Road, Tables
from schakel.store.duckdb_engine import DuckDBEngine
from schakel.store.engine import Engine
from schakel.store.stamps import Stamps
from schakel.store.workspace import open_workspace
from tests.commands import table_bytes


@pytest.fixture
def road(example_copy: Path) -> Road:
    workspace = open_workspace(example_copy)
    return Road(workspace, DuckDBEngine(workspace), Ledger(workspace.ledger, "test"), lambda *_: None)


@pytest.mark.parametrize(
    ("lost", "looked_up", "found"),
    [
        ({"campaigns", "sellers", "communities"}, 1, 0),
        ({"sellers"}, 1, 0),
        ({"campaigns"}, 0, 0),
        ({"communities"}, 0, 1),  # as after a run that was ended between two steps
        (set(), 0, 0),
    ],
)
def test_accounts_are_looked_up_once_and_not_where_sellers_stand(
    road: Road, monkeypatch: pytest.MonkeyPatch, lost: set[str], looked_up: int, found: int
) -> None:
    asked, alone = [], []
    real_activity, real_communities = sellers.activity, way.find_communities

    def activity(asking: Asking, mentions: Answer | None = None) -> Activity:
        asked.append(asking)
        return real_activity(asking, mentions)

    def find_communities(engine: Engine) -> Tables:
        alone.append(engine)
        return real_communities(engine)

    monkeypatch.setattr(sellers, "activity", activity)
    monkeypatch.setattr(way, "find_communities", find_communities)
    before = table_bytes(road.workspace.root)
    for step in lost:
        Stamps(road.workspace.stamps, road.workspace.tables).drop(step, "all")
    road.link(())
    assert (len(asked), len(alone)) == (looked_up, found)
    assert table_bytes(road.workspace.root) == before
    assert road.communities is None


def test_what_is_looked_up_ahead_does_not_wait_for_campaigns(
    road: Road, monkeypatch: pytest.MonkeyPatch
) -> None:
    order: list[str] = []
    real = sellers.activity

    def activity(asking: Asking, mentions: Answer | None = None) -> Activity:
        order.append("activity")
        return real(asking, mentions)

    folds = Road._fold_copies
    monkeypatch.setattr(sellers, "activity", activity)
    monkeypatch.setattr(Road, "_fold_copies", lambda road: (order.append("campaigns"), folds(road)))
    for step in ("campaigns", "sellers"):
        Stamps(road.workspace.stamps, road.workspace.tables).drop(step, "all")
    road.link(())
    assert order == ["activity", "campaigns"]


def test_whom_messages_point_at_is_found_ahead_once_and_only_of_these_messages(
    road: Road, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Engine] = []
    real, stamps = contacts.pointed_at, Stamps(road.workspace.stamps, road.workspace.tables)
    before = table_bytes(road.workspace.root)

    def pointed_at(engine: Engine) -> pa.Table:
        asked.append(engine)
        return real(engine)

    monkeypatch.setattr(contacts, "pointed_at", pointed_at)
    road._look_ahead()  # contacts stand: nothing to find
    assert not asked
    stamps.drop("contacts", "all")
    road._look_ahead()
    road._map_contacts()
    assert len(asked) == 1
    assert table_bytes(road.workspace.root) == before
    stamps.drop("contacts", "all")
    others = {"messages": "others", "accounts": "others"}
    road.carried.put("pointed at", others, real(road.engine).slice(0, 0))
    road._map_contacts()
    assert len(asked) == 2
    assert table_bytes(road.workspace.root) == before


def test_who_waits_for_contacts_is_not_left_waiting_where_they_fail(
    road: Road, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(engine: Engine, pointed: pa.Table | None) -> Tables:
        raise OSError("the disk is full")

    for step in ("contacts", "sellers"):
        Stamps(road.workspace.stamps, road.workspace.tables).drop(step, "all")
    monkeypatch.setattr(contacts, "map_contacts", fails)
    with pytest.raises(OSError, match="the disk is full"):
        road.link(())


def test_contacts_and_campaigns_are_found_at_once_and_are_what_they_were(road: Road) -> None:
    before, stamps = table_bytes(road.workspace.root), Stamps(road.workspace.stamps, road.workspace.tables)
    for lost in (("contacts", "campaigns", "sellers"), ("contacts",)):
        for step in lost:
            stamps.drop(step, "all")
        road.link(())
        assert table_bytes(road.workspace.root) == before
