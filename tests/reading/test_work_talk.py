"""Short lines that read as those of people with a function in the chain, message by message."""

from collections.abc import Iterable, Sequence

import pyarrow as pa
import pytest

from schakel.reading.new_messages import read_part
from schakel.reading.work_talk import is_short_line, short_lines, worded_as_work, work_talk
from schakel.records.tables import from_rows
from schakel.records.work_roles import WORK_ROLES
from schakel.store.duckdb_engine import DuckDBEngine
from schakel.store.workers import Workers
from tests.reading.context.small_chats import Row, message

RIDES = "nog 2 stops dan ben ik leeg, kom daarna terug"
SAYS = {
    "courier": (
        "sta beneden bij de flat, kom naar de deur",
        "nog 3 adressen te gaan en dan is mijn tas leeg",
    ),
    "money-handler": ("alles geteld, 12.450 klopt precies", "geld opgehaald, 8.200 geteld"),
    "recruiter": (
        "zoek nog 2 chauffeurs voor het weekend, 400 per dag",
        "wie wil er geld verdienen, rijders gezocht",
    ),
}
ORDINARY = ("lekker weer vandaag", "haha echt wel", "goedemorgen allemaal", "wie kijkt er voetbal vanavond")


def read(engine: DuckDBEngine, part: str, rows: Iterable[Row]) -> pa.Table:
    engine.write(from_rows(list(rows), "messages"), "messages", part)
    return list(read_part(engine, part))[-1]["work_talk"]


@pytest.mark.parametrize(("role", "text"), [(role, text) for role, texts in SAYS.items() for text in texts])
def test_lines_of_work_read_so(role: str, text: str) -> None:
    found = worded_as_work(pa.array([*ORDINARY, text]))
    rows = found.filter(pa.array([line == len(ORDINARY) for line in found["line"].to_pylist()]))
    assert role in {WORK_ROLES[n] for n in rows["role"].to_pylist()}
    assert all(odds > 0 for odds in found["odds"].to_pylist())


def test_every_message_that_is_such_a_line_is_there_once_with_its_writer(engine: DuckDBEngine) -> None:
    rows = [message("c_1", n, f"a_{n % 2}", RIDES if n < 4 else ORDINARY[n - 4]) for n in range(8)]
    found = [row for row in read(engine, "p", rows).to_pylist() if row["role"] == "courier"]
    assert [(row["message_id"], row["account_id"]) for row in found] == [
        (row["message_id"], row["account_id"]) for row in rows[:4]
    ]
    assert len({row["odds"] for row in found}) == len({row["text_id"] for row in found}) == 1


def test_ads_and_stories_are_left_out(engine: DuckDBEngine) -> None:
    texts = [
        f"{RIDES}\n{RIDES}",
        f"{RIDES} {'en nog een verhaal ' * 20}",
        "coke 1g 50 euro, ik rij zelf, 3 stops, app mij",
    ]
    assert is_short_line(pa.array(texts)).tolist() == [False, False, True]
    rows = [message("c_1", n, "a_1", text) for n, text in enumerate(texts)]
    assert read(engine, "p", rows).num_rows == 0


def test_a_message_without_a_writer_tells_of_nobody() -> None:
    rows = from_rows([{"message_id": "m_1", "chat_id": "c_1"}], "messages")
    talk = short_lines(pa.array([RIDES]), is_short_line(pa.array([RIDES])).astype(int) - 1, rows)
    assert work_talk(Workers(1), talk, talk.numbers[:0]).num_rows == 0


@pytest.mark.parametrize("order", [(0, 1, 2, 3, 4), (4, 2, 0, 3, 1)])
def test_parts_and_order_change_nothing(engine: DuckDBEngine, order: Sequence[int]) -> None:
    texts = [RIDES, *SAYS["money-handler"], *SAYS["recruiter"]]
    rows = [message("c_1", n, f"a_{n}", texts[n]) for n in range(5)]
    whole = sorted(map(str, read(engine, "whole", rows).to_pylist()))
    parts = [read(engine, f"p{n}", [rows[n]]) for n in order]
    assert sorted(str(row) for part in parts for row in part.to_pylist()) == whole
