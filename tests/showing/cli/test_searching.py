"""`schakel search` as users type it: found however disguised, contacts hidden, every search in the ledger."""

import pytest

from schakel.custody.ledger import Ledger
from schakel.store.duckdb_engine import DuckDBEngine
from schakel.store.workspace import Workspace
from tests.inside import inside, inside_json
from tests.showing.searching.conftest import fill, message_id


@pytest.fixture
def case(workspace: Workspace, engine: DuckDBEngine) -> Workspace:
    fill(engine)
    Ledger(workspace.ledger, "tester").add("begin")
    return workspace


def test_a_search_is_answered_and_written_down(case: Workspace) -> None:
    answer = inside_json("search", "c0ke", "--only", "act=offer", "-w", case.root)
    assert [hit["message_id"] for hit in answer["hits"]] == [message_id(7), message_id(2)]
    assert (answer["texts"], answer["messages"], answer["counted_in_full"]) == (2, 3, True)
    acts = list(Ledger(case.ledger, "reader").entries())[1:]
    assert [act.act for act in acts] == ["index", "search"]
    assert acts[1].inputs == {"words": "c0ke", "page": 1, "act": "offer"}
    assert acts[1].outputs["shown"] == [message_id(7), message_id(2)]


def test_contacts_in_what_was_found_stay_hidden(case: Workspace) -> None:
    for words in (("0612345678", "--json"), ("0612345678",)):
        said = inside("search", *words, "-w", case.root).stdout
        assert message_id(6) in said
        assert "1234 5678" not in said
        assert "plug_groningen" not in said


def test_the_index_is_made_once(case: Workspace) -> None:
    assert inside_json("index", "-w", case.root) == {"texts": 7, "messages": 8, "made": True}
    assert "still fits" in inside("index", "-w", case.root).stdout
    assert "Nothing was found" in inside("search", "nergens", "-w", case.root).stdout


def test_an_unknown_facet_is_wrong_use(case: Workspace) -> None:
    assert inside("search", "x", "--only", "colour=red", "-w", case.root, check=False).returncode == 2
