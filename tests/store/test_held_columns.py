"""Columns that stay in memory between questions, and what a question may use of a table."""

import re
from importlib.resources import files
from pathlib import Path

import pytest

from schakel.records.tables import from_rows
from schakel.store.duckdb_engine import DuckDBEngine
from schakel.store.held_columns import _MANY, HELD, HeldColumns, used_columns
from schakel.store.table_state import State, table_state
from schakel.store.workers import Workers
from schakel.store.workspace import Workspace

QUESTION = "SELECT act FROM offers -- not text_id"
# What few messages have, and one question in twenty is about: photos, reactions, what services say.
SELDOM = {"media_sha256", "extra", "reactions", "action"}


def offers(*acts: str) -> list[dict[str, object]]:
    return [{"message_id": f"m_{number}", "act": act} for number, act in enumerate(acts)]


@pytest.fixture
def keeping(workspace: Workspace, tmp_path: Path) -> DuckDBEngine:
    """An engine that was asked about the parts of a table before, and so holds columns."""
    made, sql = DuckDBEngine(workspace, workers=Workers(1), keep=True), tmp_path / "first.sql"
    made.write(from_rows([{"title": "first"}], "chats"), "chats", "a")
    sql.write_text("SELECT title FROM chats")
    made.step_each(sql, "chats")
    return made


def test_a_question_uses_the_columns_it_names() -> None:
    assert used_columns(QUESTION, "offers") == ("act",)
    assert used_columns("SELECT count(*) FROM (SELECT x.* FROM x JOIN offers o USING (act))", "offers") == (
        "act",
    )


@pytest.mark.parametrize(
    "question",
    [
        "SELECT * FROM offers",
        "SELECT * EXCLUDE (act) FROM offers",
        "SELECT o.* FROM offers o",
        "SELECT o.* FROM offers AS o",
        "SELECT offers.* FROM offers",
        "SELECT *, 1 AS one FROM offers",
        "SELECT x.* FROM x JOIN offers USING (act)\nUNION\nFROM offers",
    ],
)
def test_a_star_may_use_all_columns(question: str) -> None:
    assert used_columns(question, "offers") is None


def test_what_is_written_anew_is_read_anew(keeping: DuckDBEngine, tmp_path: Path) -> None:
    sql = tmp_path / "acts.sql"
    sql.write_text("SELECT act FROM offers ORDER BY act")
    keeping.write(from_rows(offers("offer"), "offers"), "offers", "a")
    assert keeping.step(sql)["act"].to_pylist() == ["offer"]
    keeping.write(from_rows(offers("warning", "vouch"), "offers"), "offers", "a")
    keeping.write(from_rows(offers("request"), "offers"), "offers", "b")
    assert keeping.step(sql)["act"].to_pylist() == ["request", "vouch", "warning"]


def test_a_question_about_another_column_gets_it(keeping: DuckDBEngine, tmp_path: Path) -> None:
    keeping.write(from_rows([{"offer_id": "o_1", "act": "offer", "language": "nl"}], "offers"), "offers", "a")
    sql = tmp_path / "languages.sql"
    sql.write_text("SELECT act, language FROM offers")
    assert keeping.step(sql).to_pylist() == [{"act": "offer", "language": "nl"}]


def test_no_more_is_held_than_there_is_room_for(keeping: DuckDBEngine, workspace: Workspace) -> None:
    keeping.write(from_rows(offers("offer", "vouch"), "offers"), "offers", "a")
    state = table_state(workspace.tables, "offers")
    held = HeldColumns(begun=True).of("offers", state, QUESTION)
    assert held is not None
    assert held["act"].to_pylist() == ["offer", "vouch"]
    assert HeldColumns(most=10, begun=True).of("offers", state, QUESTION) is None
    assert HeldColumns().of("offers", state, QUESTION) is None


def test_many_small_files_lie_side_by_side_and_are_held_once(
    keeping: DuckDBEngine, workspace: Workspace
) -> None:
    many = _MANY + 8
    for n in range(many):
        keeping.write(
            from_rows(offers(*("offer", "vouch", "warning")[: n % 4]), "offers"), "offers", f"{n:02}"
        )
    held = HeldColumns(begun=True)
    state = table_state(workspace.tables, "offers")
    some = State(state.tables, state.files[3:9], "")
    few = held.of("offers", some, QUESTION)
    assert few is not None
    assert few["act"].num_chunks == len(some.files) - 2  # of two there are no rows
    whole = held.of("offers", state, QUESTION)
    assert whole is not None
    assert whole["act"].to_pylist() == [
        act for n in range(many) for act in ("offer", "vouch", "warning")[: n % 4]
    ]
    assert whole["act"].num_chunks == 1
    assert held._together("offers", state) is held._together("offers", state)
    again = held.of("offers", some, QUESTION)
    assert again is not None
    assert again["act"].to_pylist() == few["act"].to_pylist()
    [first] = {chunk.dictionary.buffers()[-1].address for chunk in again["act"].chunks}
    assert first == whole["act"].chunk(0).dictionary.buffers()[-1].address
    room = held._bytes
    for n in range(many):
        keeping.write(from_rows(offers("request"), "offers"), "offers", f"{n:02}")
    anew = held.of("offers", table_state(workspace.tables, "offers"), QUESTION)
    assert anew is not None
    assert anew["act"].to_pylist() == ["request"] * many
    assert held._bytes == sum(read for _, _, read in held._files.values()) < room


@pytest.mark.parametrize("room", ["judging", "linking"])
def test_what_is_asked_of_messages_offers_and_mentions_is_held(room: str) -> None:
    """A star or a column more makes a question unpack all files of a table again, which nobody would see but by the clock."""
    unpacked = {}
    for sql in sorted(files(f"schakel.{room}.sql").iterdir(), key=lambda one: one.name):
        text = sql.read_text("utf-8") if sql.name.endswith(".sql") else ""
        for name in (one for one in HELD if re.search(rf"\b{one}\b", re.sub(r"--[^\n]*", "", text))):
            used = used_columns(text, name)
            if used is None or set(used) - set(HELD[name]) - SELDOM:
                unpacked[sql.name] = name
    assert unpacked == {}
