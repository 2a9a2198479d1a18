"""One function says whether identity leads may be opened: yes on a ground that covers them, no in words; both are logged."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from schakel.custody.ledger import Ledger
from schakel.records.errors import SettingsError
from schakel.records.grounds import Ground, Scope
from schakel.showing.permits import Asking, permit_identity, permit_import
from schakel.store.casebook.casework import Casework
from schakel.store.duckdb_engine import DuckDBEngine
from schakel.store.workspace import create_workspace
from tests.judging.small_market import SmallMarket


def test_identity_leads_open_on_a_ground_that_covers_them(tmp_path: Path) -> None:
    workspace = create_workspace(tmp_path / "case")
    engine, ledger = DuckDBEngine(workspace), Ledger(workspace.ledger, "anna")
    market = SmallMarket()
    market.seller("s_1", "a_1")
    market.offers("a_1", items=({"commodity": "cocaine"},))
    market.write(engine)
    asking = Asking(workspace, engine, ledger, lambda: Casework(workspace.casebook, "anna", "test"), "test")
    today = datetime.now(UTC).date()
    for name, goods in (("A-1", "firearms"), ("A-2", "cocaine")):
        scope = Scope(("identify",), commodities=(goods,))
        ground = Ground(name, "wpg-9", "J. Smit", "file 12", scope, today, today + timedelta(days=9))
        asking.casework().enter_ground(ground)
    for authorisation, word in (
        ("", "needs an authorisation"),
        ("A-1", "does not cover"),
        ("A-9", "no authorisation"),
    ):
        with pytest.raises(SettingsError, match=word):
            permit_identity(asking, "s_1", authorisation, "who is it")
    refused = list(ledger.entries())
    assert [entry.act for entry in refused] == ["refused"] * 3
    assert {entry.settings["why"] for entry in refused} == {"who is it"}
    permit_identity(asking, "s_1", "A-2", "who is it")
    last = asking.casework().log()[-1]
    assert (last.act, last.who, last.why) == ("use-identify", "anna", "who is it")


def test_an_export_that_needs_no_ground_comes_in_without_the_casebook(tmp_path: Path) -> None:
    workspace = create_workspace(tmp_path / "case")
    opened: list[str] = []

    def casework() -> Casework:
        opened.append("casebook")
        return Casework(workspace.casebook, "anna", "test")

    engine, ledger = DuckDBEngine(workspace), Ledger(workspace.ledger, "anna")
    asking = Asking(workspace, engine, ledger, casework, "test")
    permit_import(asking, [tmp_path], "")
    assert not opened
    with pytest.raises(SettingsError, match="There is no authorisation A-1"):
        permit_import(asking, [tmp_path], "A-1")
    workspace.settings.write_text('grounds = "required"\n', "utf-8")
    with pytest.raises(SettingsError, match="needs an authorisation"):
        permit_import(asking, [tmp_path], "")
    assert opened == ["casebook"] * 2
