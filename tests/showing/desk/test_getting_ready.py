"""What is made beforehand changes how long a page takes, and nothing on it; and it is made when tables change."""

import os
import subprocess
import sys
import time
from typing import Any

import pytest
from starlette.testclient import TestClient

from schakel.records.tables import from_rows
from schakel.showing.desk import prepared
from schakel.showing.desk.campaign_page import campaign_page
from schakel.showing.desk.getting_ready import GettingReady, main
from schakel.showing.desk.preparing import all_is_ready, make_ready
from schakel.showing.desk.queue import Filters, queue_page
from schakel.showing.desk.seller_page import seller_page
from schakel.showing.seller_file import scope_of
from schakel.store.by_products import discard_by_products
from schakel.store.duckdb_engine import DuckDBEngine
from schakel.store.workers import Workers
from schakel.store.workspace import Workspace, working_in
from tests.showing.desk.conftest import client_of
from tests.showing.desk.hostile_case import LEAD, QUIET_LEAD


def pages(workspace: Workspace, desk: TestClient) -> list[str]:
    """What stands on the pages that look rows up, as text."""
    engine = DuckDBEngine(workspace, workers=Workers(1))
    sellers = sorted(set(engine.read("sellers")["seller_id"].to_pylist()))[:6]
    queues = [queue_page(engine, Filters(commodity=goods), 1) for goods in ("", "cannabis", "cocaine")]
    seen = [repr(one) for one in (*queues, *(seller_page(engine, one, "nl") for one in sellers))]
    messages = engine.read("messages")["message_id"].to_pylist()[:6]
    campaigns = sorted(set(engine.read("templates")["campaign_id"].to_pylist()))
    seen += [repr(campaign_page(engine, one, "nl")) for one in campaigns]
    seen += [repr(scope_of(engine, one)) for one in (*sellers, LEAD, *messages, *campaigns)]
    asked = ["/", "/market", f"/lead/{LEAD}", f"/lead/{QUIET_LEAD}", *(f"/message/{one}" for one in messages)]
    return seen + [desk.get(path).text for path in asked]


def test_pages_are_the_same_with_what_was_made_beforehand(case: Workspace) -> None:
    discard_by_products(case)
    before = pages(case, client := client_of(case))
    assert make_ready(case)
    assert all_is_ready(case)
    assert pages(case, client) == before
    client = client_of(case)  # that remembers no answers
    assert [len(page) for page in pages(case, client)] == [len(page) for page in before]
    assert not make_ready(case)


def test_it_is_made_anew_when_a_table_changes(
    case: Workspace, engine: DuckDBEngine, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    make_ready(case)
    engine.write(engine.read("findings").slice(0, 1), "findings")
    assert not all_is_ready(case)
    monkeypatch.setattr(sys, "argv", ["getting_ready", str(case.root)])
    monkeypatch.setattr("os.nice", lambda _: 0)
    main()
    assert all_is_ready(case)
    assert '["rows", 0,' in capsys.readouterr().out
    engine.write(
        from_rows([], "estimates"), "estimates"
    )  # on which nothing rests but the figures of the market
    assert not all_is_ready(case)
    assert make_ready(case)
    assert all_is_ready(case)


def test_what_cannot_be_made_is_told_in_a_sentence(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["getting_ready", str(workspace.root / "nothing")])
    monkeypatch.setattr("os.nice", lambda _: 0)
    with pytest.raises(SystemExit):
        main()
    said = capsys.readouterr().err
    assert "so they take longer" in said
    assert "Traceback" not in said


def test_the_desk_has_it_made_but_not_while_a_run_is_at_work(
    workspace: Workspace, engine: DuckDBEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("schakel.showing.desk.getting_ready._LOOK", 0.02)
    made: list[bool] = []
    monkeypatch.setattr(GettingReady, "_make", lambda _: made.append(True))
    engine.write(from_rows([{"message_id": "m_1", "text": "x"}], "messages"), "messages")
    ready = GettingReady(workspace)
    with working_in(workspace):
        ready.start()
        time.sleep(0.1)
        assert not made
    deadline = time.monotonic() + 10
    while not made and time.monotonic() < deadline:
        time.sleep(0.02)
    ready.stop()
    assert made == [True]  # once for the tables as they stand


def test_once_all_is_made_the_figures_are_read_before_somebody_asks(
    case: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("schakel.showing.desk.getting_ready._LOOK", 0.02)
    frozen: list[bool] = []
    monkeypatch.setattr("gc.freeze", lambda: frozen.append(True))
    make_ready(case)
    monkeypatch.setattr(prepared, "_READ", read := {})
    ready = GettingReady(case)
    ready.start()
    deadline = time.monotonic() + 20
    while not frozen and time.monotonic() < deadline:
        time.sleep(0.02)
    ready.stop()
    assert frozen == [True]  # once for the tables as they stand
    assert {path.stem for path in read} >= {"market", "map", "network", "coverage", "ghosts"}


def test_ctrl_c_at_the_desk_does_not_reach_the_process_that_makes_it(
    case: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    groups: list[bool] = []
    started = subprocess.Popen

    def watched(*words: Any, **more: Any) -> Any:
        going = started(*words, **more)
        groups.append(os.getpgid(going.pid) == os.getpgid(0))
        going.terminate()  # what it makes is looked at elsewhere
        return going

    monkeypatch.setattr("schakel.showing.desk.getting_ready.subprocess.Popen", watched)
    GettingReady(case)._make()
    assert groups == [False]
