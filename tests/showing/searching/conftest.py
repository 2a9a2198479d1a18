"""A workspace in which every text is there to be found or not found."""

from datetime import UTC, datetime, timedelta

import pytest

from schakel.records.tables import from_rows
from schakel.showing.searching.building import build_index, open_index
from schakel.store.duckdb_engine import DuckDBEngine
from schakel.store.search.ask import SearchIndex
from schakel.store.workers import Workers
from schakel.store.workspace import Workspace, create_workspace

START = datetime(2025, 10, 30, 12, 0, tzinfo=UTC)
TEXTS = {
    1: "Verse coke 10 gram 350, bezorging Utrecht",
    2: "verse c0ke 10 gram 300 bezorging Breda",
    3: "C.O.K.E en сосаine, bel 06 12 34 56 78",
    4: "❄️ vandaag in Groningen",
    5: "Mooi weer in Utrecht, café open",
    6: "bereikbaar op +31 6 1234 5678 of @plug_groningen",
    7: "Verse coke 10 gram 350, bezorging Utrecht",
    8: '"; DROP TABLE words; -- NEAR(a b) *',
    9: "",
}


def message_id(number: int) -> str:
    return f"m_{number:024x}"


def fill(engine: DuckDBEngine) -> None:
    messages = [
        {
            "message_id": message_id(number),
            "chat_id": "c_one" if number < 6 else "c_two",
            "kind": "message",
            "text": text,
            "sent_at": START + timedelta(days=number) if number != 5 else None,
        }
        for number, text in TEXTS.items()
    ]
    offers = [
        {"offer_id": f"o_{n}", "message_id": message_id(n), "act": "offer", "places": [{"name": place}]}
        for n, place in ((1, "Utrecht"), (2, "Breda"), (7, "Utrecht"))
    ]
    items = [
        {"message_id": message_id(n), "commodity": "cocaine", "scale": scale}
        for n, scale in ((1, "retail"), (2, "bulk"), (7, "retail"))
    ]
    campaigns = [{"campaign_id": "k_1", "message_id": message_id(n)} for n in (1, 2, 7)]
    for name, rows in (
        ("messages", messages),
        ("offers", offers),
        ("items", items),
        ("campaigns", campaigns),
    ):
        engine.write(from_rows(rows, name), name)


@pytest.fixture(scope="session")
def searched(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    workspace = create_workspace(tmp_path_factory.mktemp("search") / "workspace")
    engine = DuckDBEngine(workspace, workers=Workers(1))
    fill(engine)
    build_index(workspace, engine)
    return workspace


@pytest.fixture(scope="session")
def index(searched: Workspace) -> SearchIndex:
    return open_index(searched)
