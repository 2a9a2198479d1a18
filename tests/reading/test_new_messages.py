from collections.abc import Iterator

import numpy as np
import pyarrow as pa
import pytest

from schakel.reading import new_messages
from schakel.reading.new_messages import pairs, read_part
from schakel.reading.offers import TextReading
from schakel.records.ids import text_id
from schakel.records.tables import from_rows
from schakel.store.duckdb_engine import DuckDBEngine
from schakel.store.workers import Workers
from schakel.store.workspace import Workspace
from tests.reading.telling_workers import Telling

OFFER = "Te koop coke 1g 50 3g 140, bezorgen in Utrecht, app 0612345678"
VOUCH = "Top gast @plug_noord, gisteren 3g wit gehad, snel en eerlijk, aanrader!"


def message(number: int, text: str, kind: str = "message") -> dict[str, object]:
    return {
        "message_id": f"m_{number:04}",
        "chat_id": "c_1",
        "account_id": f"a_{number % 3}",
        "tg_id": number,
        "kind": kind,
        "text": text,
        "source_id": "s" * 64,
        "place_in_source": 10 * number,
    }


def write(engine: DuckDBEngine, texts: list[str], part: str = "p") -> None:
    engine.write(from_rows([message(n, text) for n, text in enumerate(texts)], "messages"), "messages", part)


def whole(engine: DuckDBEngine) -> dict[str, pa.Table]:
    """All pieces of the part put together."""
    pieces = list(read_part(engine, "p"))
    return {name: pa.concat_tables([p[name] for p in pieces if name in p]) for name in pieces[0]}


def test_every_copy_gets_what_its_text_says(engine: DuckDBEngine) -> None:
    write(engine, ["hoi", OFFER, "", OFFER, "morgen regen", OFFER])
    made = whole(engine)
    assert sorted(made) == ["doubts", "items", "offers", "selectors"]
    offers = made["offers"]
    assert offers.column("message_id").to_pylist() == ["m_0001", "m_0003", "m_0005"]
    assert offers.column("account_id").to_pylist() == ["a_1", "a_0", "a_2"]
    assert offers.column("act").to_pylist() == ["offer"] * 3
    assert set(offers.column("text_id").to_pylist()) == {text_id(OFFER)}
    assert len(set(offers.column("offer_id").to_pylist())) == 3
    items = made["items"].select(["message_id", "quantity", "price"]).to_pylist()
    wanted = [(m, q, p) for m in ("m_0001", "m_0003", "m_0005") for q, p in ((1.0, 50.0), (3.0, 140.0))]
    assert [(i["message_id"], i["quantity"], i["price"]) for i in items] == wanted
    assert made["selectors"].column("value").to_pylist() == ["+31612345678"] * 3


def test_service_lines_are_not_read(engine: DuckDBEngine) -> None:
    rows = [message(1, OFFER, "service"), message(2, OFFER)]
    engine.write(from_rows(rows, "messages"), "messages", "p")
    assert whole(engine)["offers"].column("message_id").to_pylist() == ["m_0002"]


@pytest.mark.parametrize("texts", [[], [""], ["hoi", "dag"]])
def test_nothing_to_read_gives_empty_tables(engine: DuckDBEngine, texts: list[str]) -> None:
    write(engine, texts)
    assert whole(engine)["offers"].num_rows == 0


def test_a_text_that_cannot_be_read_is_set_apart(
    engine: DuckDBEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    honest = new_messages.read_texts

    def hostile(texts: list[str], *, acts_only: bool) -> list[TextReading]:
        if VOUCH in texts:
            raise RuntimeError("broken by this text")
        return honest(texts, acts_only=acts_only)

    monkeypatch.setattr(new_messages, "read_texts", hostile)
    write(engine, [OFFER, VOUCH, OFFER, VOUCH])
    made = whole(engine)
    assert made["offers"].column("message_id").to_pylist() == ["m_0000", "m_0002"]
    apart = made["quarantine"].select(["place_in_source", "stage", "reason"]).to_pylist()
    assert [row["place_in_source"] for row in apart] == [10, 30]
    assert "broken by this text" in apart[0]["reason"]
    assert {row["stage"] for row in apart} == {"reading"}


@pytest.fixture
def two_workers(workspace: Workspace) -> Iterator[DuckDBEngine]:
    engine = DuckDBEngine(workspace, workers=Workers(2))
    yield engine
    engine.workers.close()


def test_more_processes_give_the_same(
    engine: DuckDBEngine, two_workers: DuckDBEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(new_messages, "_READ_TEXTS", 7)
    monkeypatch.setattr(new_messages, "_SOONER_HERE", 7)
    texts = [f"{OFFER} nr {n}" if n % 3 else f"{VOUCH} {n}" for n in range(40)]
    write(engine, texts)
    one, two = whole(engine), whole(two_workers)
    assert {name: table.num_rows for name, table in one.items()} == {n: t.num_rows for n, t in two.items()}
    assert all(one[name].equals(two[name]) for name in one)


def test_pieces_follow_the_messages(engine: DuckDBEngine, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [f"{OFFER} nr {n % 9}" for n in range(40)]
    write(engine, texts)
    at_once = whole(engine)
    monkeypatch.setattr(new_messages, "_READ_TEXTS", 4)
    monkeypatch.setattr(new_messages, "_SOONER_HERE", 4)
    monkeypatch.setattr(new_messages, "_PIECE", 6)
    pieces = [piece for piece in read_part(engine, "p") if "offers" in piece]
    assert [piece["offers"].num_rows for piece in pieces] == [6, 6, 6, 6, 6, 6, 4]
    assert all(whole(engine)[name].equals(at_once[name]) for name in at_once)


@pytest.mark.parametrize("texts", [1, 201, 1_999, 2_000, 2_196, 4_001, 105_000])
@pytest.mark.parametrize("processes", [1, 2, 3])
def test_all_processes_have_as_much_to_read(texts: int, processes: int) -> None:
    rows = new_messages._share(texts, processes)
    sizes = [min(rows, texts - start) for start in range(0, texts, rows)]
    assert max(sizes) <= new_messages._READ_TEXTS
    own = [sum(sizes[number::processes]) for number in range(processes)]
    assert max(own) <= -(-texts // processes) + len(sizes)


@pytest.mark.parametrize(("loaded", "sizes"), [(True, [8, 4, 4]), (False, [])])
def test_few_texts_go_to_other_processes_only_where_these_stand_ready(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch, loaded: bool, sizes: list[int]
) -> None:
    monkeypatch.setattr(new_messages, "_WORTH_IT", 3)
    told = Telling(loaded)
    engine = DuckDBEngine(workspace, workers=told)
    write(engine, [f"{OFFER} nr {n}" for n in range(8)])
    assert whole(engine)["offers"].num_rows == 8
    assert told.sizes == sizes  # all of them searched, then half read by each


def test_rows_and_messages_are_paired_as_a_join_would() -> None:
    numbers, which = np.array([0, 0, 2, 3, 3, 3]), np.array([3, 1, 0, 2, 3, 1])
    read, carriers = pairs(numbers, which)
    wanted = [(r, m) for m, w in enumerate(which) for r, n in enumerate(numbers) if n == w]
    assert list(zip(read.tolist(), carriers.tolist(), strict=True)) == wanted
