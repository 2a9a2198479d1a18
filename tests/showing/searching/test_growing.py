"""An index that grew with the tables finds what one made anew finds, and folds only what is new."""

from datetime import timedelta

import pytest

from schakel.records.tables import from_rows
from schakel.showing.searching import building
from schakel.showing.searching.building import build_index, open_index, up_to_date
from schakel.showing.searching.search import search
from schakel.showing.searching.similar import similar
from schakel.store.by_products import discard_by_products
from schakel.store.duckdb_engine import DuckDBEngine
from schakel.store.workspace import Workspace
from tests.showing.searching.conftest import START, fill, message_id

NEW = {
    20: "Verse coke 10 gram 350, bezorging Utrecht",  # posted once more, and last of all
    21: "verse coke 5 gram 200 bezorging Zwolle",
    22: "",
    23: "Mooi weer in Zwolle",
}
QUESTIONS = ("", "coke", "weer", "bezorging -Breda", "Zwolle OF Utrecht", "0612345678", "nergens")


def grow(engine: DuckDBEngine, new: dict[int, str], *, without: frozenset[int] = frozenset()) -> None:
    old = [
        row for row in engine.read("messages").to_pylist() if int(row["message_id"][2:], 16) not in without
    ]
    rows = [
        {
            "message_id": message_id(number),
            "chat_id": "c_new",
            "kind": "message",
            "text": text,
            "sent_at": START + timedelta(days=number if number != 23 else -40),
        }
        for number, text in new.items()
    ]
    engine.write(from_rows(old + rows, "messages"), "messages")


def answers(workspace: Workspace) -> list[object]:
    index = open_index(workspace)
    found = [
        search(index, words, {"act": "none"} if words == "weer" else {}, copies_first=copies)
        for words in QUESTIONS
        for copies in (False, True)
    ]
    hits = [[(hit.message_id, hit.messages, hit.campaign) for hit in one.hits] for one in found]
    alike = [(one.hit.message_id, one.alike) for one in similar(index, message_id(21)) or []]
    return [hits, [one.facets for one in found], alike]


@pytest.mark.parametrize(
    ("new", "without", "folded"), [(NEW, frozenset(), 2), ({}, frozenset(), 0), (NEW, frozenset({2}), 8)]
)
def test_a_grown_index_finds_what_a_new_one_finds(
    workspace: Workspace,
    engine: DuckDBEngine,
    monkeypatch: pytest.MonkeyPatch,
    new: dict[int, str],
    without: frozenset[int],
    folded: int,
) -> None:
    fill(engine)
    build_index(workspace, engine)
    grow(engine, new, without=without)
    assert not up_to_date(workspace)
    real, seen = building.searchable, []
    monkeypatch.setattr(building, "searchable", lambda table: seen.append(table.num_rows) or real(table))
    build_index(workspace, engine)
    assert sum(seen) == folded  # a text that is gone makes all of it anew
    assert up_to_date(workspace)
    grown = answers(workspace)
    discard_by_products(workspace)
    build_index(workspace, engine)
    assert grown == answers(workspace)


def test_another_program_makes_it_anew(
    workspace: Workspace, engine: DuckDBEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(engine)
    build_index(workspace, engine)
    grow(engine, NEW)
    monkeypatch.setattr(building, "fingerprint", lambda: "another")
    totals: list[int] = []
    build_index(workspace, engine, lambda done, total: totals.append(done))
    assert totals[0] == 0
    assert open_index(workspace).program == "another"
