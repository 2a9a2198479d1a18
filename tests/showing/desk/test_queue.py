import pytest
from starlette.testclient import TestClient

from schakel.showing.desk.queue import Filters, queue_page
from schakel.store.duckdb_engine import DuckDBEngine
from schakel.store.workspace import Workspace
from tests.showing.desk.hostile_case import LEAD, QUIET_LEAD, many_leads


@pytest.mark.parametrize(
    ("filters", "leads"),
    [
        (Filters(), [LEAD, QUIET_LEAD]),
        (Filters(state="chosen"), [LEAD]),
        (Filters(state="waits"), [QUIET_LEAD]),
        (Filters(unit="oost-nederland"), [LEAD]),
        (Filters(commodity="cannabis"), [QUIET_LEAD]),
        (Filters(commodity="cocaine", state="waits"), []),
        (Filters(unit="' OR 1=1 --", commodity="none", state="x"), [LEAD, QUIET_LEAD]),
    ],
)
def test_filters(case: Workspace, engine: DuckDBEngine, filters: Filters, leads: list[str]) -> None:
    assert [row.lead["lead_id"] for row in queue_page(engine, filters, 1).rows] == leads


def test_fifty_a_page_in_the_order_of_the_plan(case: Workspace, engine: DuckDBEngine) -> None:
    many_leads(engine, 120)
    pages = [queue_page(engine, Filters(), number) for number in (1, 2, 3)]
    assert [len(page.rows) for page in pages] == [50, 50, 20]
    assert [row.lead["rank"] for page in pages for row in page.rows] == list(range(1, 121))
    assert pages[0].pages == 3


@pytest.mark.parametrize(("asked", "given"), [(-4, 1), (0, 1), (99, 3)])
def test_a_page_that_does_not_exist_gives_the_nearest(
    case: Workspace, engine: DuckDBEngine, asked: int, given: int
) -> None:
    many_leads(engine, 120)
    assert queue_page(engine, Filters(), asked).page == given


def test_links_between_pages_keep_the_filters(desk: TestClient, engine: DuckDBEngine) -> None:
    many_leads(engine, 120)
    text = desk.get("/queue?unit=oost-nederland&page=2").text
    assert 'href="/queue?unit=oost-nederland&amp;page=3"' in text
    assert 'href="/queue?unit=oost-nederland&amp;page=1"' in text
    assert "Voorstellen 51 tot 100 van 120" in text


def test_the_snippet_shows_the_offer_on_which_the_worth_rests(case: Workspace, engine: DuckDBEngine) -> None:
    row = queue_page(engine, Filters(state="chosen"), 1).rows[0]
    assert row.text is not None
    assert next(piece.text for piece in row.text.pieces if piece.kind == "item") == "coke"
