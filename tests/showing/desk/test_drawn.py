"""What was drawn of figures is shown again for the same figures, and for no others."""

from starlette.testclient import TestClient

from schakel.records.tables import from_rows
from schakel.showing.desk import drawn as module
from schakel.showing.desk.drawn import drawn
from schakel.store.duckdb_engine import DuckDBEngine
from schakel.store.workers import Workers
from schakel.store.workspace import Workspace
from tests.showing.desk.conftest import client_of


def test_drawn_once_for_the_same_figures_under_one_key() -> None:
    figures, times = object(), []

    def draw() -> str:
        times.append(1)
        return f"drawn {len(times)}"

    assert drawn(figures, ("test", "nl"), draw) == drawn(figures, ("test", "nl"), draw) == "drawn 1"
    assert drawn(figures, ("test", "en"), draw) == "drawn 2"
    assert drawn(object(), ("test", "nl"), draw) == "drawn 3"


def test_it_holds_no_more_than_it_may() -> None:
    figures = object()
    for number in range(200):
        drawn(figures, ("many", str(number)), lambda: "")
    assert len(module._KEPT) <= 64


def test_pages_follow_the_figures_and_the_language(market_copy: Workspace) -> None:
    client: TestClient = client_of(market_copy)
    dutch = {path: client.get(path).text for path in ("/market", "/coverage", "/map")}
    english = {path: client.get(path, headers={"accept-language": "en"}).text for path in dutch}
    assert all(english[path] != dutch[path] for path in dutch)
    assert {path: client.get(path).text for path in dutch} == dutch
    assert client.get("/map?measure=sellers").text != dutch["/map"]
    engine = DuckDBEngine(market_copy, workers=Workers(1))
    for name in ("offers", "coverage"):
        engine.write(from_rows([], name), name)
    for path, before in dutch.items():
        assert client.get(path).text != before
