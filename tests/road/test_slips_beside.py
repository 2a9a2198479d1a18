"""What sellers let slip is gathered while sellers are weighed, once, and only when it is needed."""

from pathlib import Path

import pyarrow as pa
import pytest

from schakel import road as way
from schakel.custody.ledger import Ledger
from schakel.linking.identity import leads
from schakel.linking.identity.slips import Slip
from schakel.linking.identity.unread import PassedOver, Reader
from schakel.road import Road
from schakel.store.duckdb_engine import DuckDBEngine
from schakel.store.engine import Engine
from schakel.store.stamps import Stamps
from schakel.store.workspace import open_workspace
from tests.commands import table_bytes


def test_slips_are_gathered_once_and_not_where_they_stand(
    example_copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = open_workspace(example_copy)
    road = Road(workspace, DuckDBEngine(workspace), Ledger(workspace.ledger, "test"), lambda *_: None)
    stamps, before = Stamps(workspace.stamps, workspace.tables), table_bytes(example_copy)
    gathered, real = [], leads.gather_slips

    def gather(engine: Engine, reader: Reader, known: PassedOver | None) -> list[Slip]:
        gathered.append(engine)
        (read,) = reader(["mijn fiets is te koop, bel 0644444444"])
        assert [one[:2] for one in read] == [("phone", "+31644444444")]
        return real(engine, reader, known)

    monkeypatch.setattr(way, "gather_slips", gather)
    monkeypatch.setattr(leads, "gather_slips", None)  # the step itself need not gather them
    for again, times in (({"judging", "identity"}, 1), ({"judging"}, 1), ({"identity"}, 2)):
        for step in again:
            stamps.drop(step, "all")
        road.judge(())
        assert len(gathered) == times
        assert table_bytes(example_copy) == before


def test_what_reading_passed_over_is_looked_through_once_while_pairs_are_weighed(
    example_copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = open_workspace(example_copy)
    road = Road(workspace, DuckDBEngine(workspace), Ledger(workspace.ledger, "test"), lambda *_: None)
    stamps, before = Stamps(workspace.stamps, workspace.tables), table_bytes(example_copy)
    looked, real = [], leads.look_through

    def look(engine: Engine, accounts: pa.Array, reader: Reader) -> PassedOver:
        looked.append(accounts)
        return real(engine, accounts, reader)

    monkeypatch.setattr(way, "look_through", look)
    monkeypatch.setattr(leads, "look_through", None)  # gathering need not look again
    for step in ("sellers", "identity"):
        stamps.drop(step, "all")
    road.link(())
    road.judge(())
    assert len(looked) == 1
    assert table_bytes(example_copy) == before
