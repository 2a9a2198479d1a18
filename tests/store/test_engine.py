import os
import time
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pytest

from schakel.records.errors import EngineError, SchemaError, WorkspaceError
from schakel.records.tables import empty, from_rows
from schakel.store import duckdb_engine
from schakel.store.by_products import discard_by_products
from schakel.store.duckdb_engine import DuckDBEngine
from schakel.store.stamps import Stamp, Stamps
from schakel.store.steps import run_step
from schakel.store.workers import Workers
from schakel.store.workspace import (
    Workspace,
    create_workspace,
    open_workspace,
    working_in,
)


def chats(*names: str) -> pa.Table:
    return from_rows([{"chat_id": name, "title": name} for name in names], "chats")


def test_what_is_written_is_read(engine: DuckDBEngine) -> None:
    engine.write(chats("c_1", "c_2"), "chats")
    assert engine.read("chats").column("chat_id").to_pylist() == ["c_1", "c_2"]
    assert engine.read("chats", ["title"]).column_names == ["title"]


def test_rows_read_back_make_the_same_bytes_as_rows_made_here(engine: DuckDBEngine) -> None:
    made = from_rows([{"media_sha256": "0" * 64, "turned": ["aa", "bb"]}], "photos")
    [first] = engine.write(made, "photos")
    for rows in (engine.read("photos"), pa.concat_tables([engine.read("photos"), empty("photos")])):
        assert engine.write(rows, "photos") == [first]


def test_a_table_never_made_is_empty(engine: DuckDBEngine) -> None:
    assert engine.read("offers").equals(empty("offers"))
    assert engine.read("offers", ["act"]).num_rows == 0


def test_parts_are_read_in_the_order_of_their_names(engine: DuckDBEngine) -> None:
    engine.write(chats("late"), "chats", "b")
    engine.write(chats("early"), "chats", "a")
    assert engine.read("chats").column("title").to_pylist() == ["early", "late"]
    assert engine.read("chats", part="b").column("title").to_pylist() == ["late"]
    engine.write(chats("new"), "chats", "b")
    assert engine.read("chats").column("title").to_pylist() == ["early", "new"]


def test_sql_sees_tables_extras_and_parameters(engine: DuckDBEngine, tmp_path: Path) -> None:
    engine.write(chats("c_1", "c_2"), "chats")
    sql = tmp_path / "few.sql"
    sql.write_text(
        "SELECT chats.* FROM chats JOIN wanted USING (chat_id) WHERE title <> $not ORDER BY chat_id"
    )
    wanted = pa.table({"chat_id": ["c_1", "c_2"]})
    answer = engine.step(sql, into="chats", parameters={"not": "c_2"}, tables={"wanted": wanted})
    assert answer.column("chat_id").to_pylist() == ["c_1"]


@pytest.mark.parametrize("small", [0, 1 << 40], ids=["as of a large table", "as of a small one"])
def test_an_answer_is_the_same_whichever_way_it_is_asked(
    engine: DuckDBEngine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, small: int
) -> None:
    monkeypatch.setattr(duckdb_engine, "_SMALL", small)
    engine.write(chats("c_1", "c_2"), "chats")
    sql = tmp_path / "kinds.sql"
    sql.write_text(
        """SELECT chat_id, $many::INTEGER AS many, TIMESTAMPTZ '2026-11-30 07:00:00+00' AS at,
            [chat_id, NULL] AS names, {'a': 1.5::DOUBLE, 'b': NULL::VARCHAR} AS both, 3::BIGINT AS three
        FROM chats ORDER BY chat_id"""
    )
    answer = engine.step(sql, parameters={"many": 7})
    kinds = [pa.string(), pa.int32(), pa.timestamp("us", tz="UTC"), pa.list_(pa.string())]
    both = pa.struct([("a", pa.float64()), ("b", pa.string())])
    assert [field.type for field in answer.schema] == [*kinds, both, pa.int64()]
    assert answer["names"].to_pylist() == [["c_1", None], ["c_2", None]]
    assert answer["both"].to_pylist() == [{"a": 1.5, "b": None}] * 2
    assert engine.step(sql, parameters={"many": 7}).equals(answer)


def test_sql_over_a_table_never_made_gives_no_rows(engine: DuckDBEngine, tmp_path: Path) -> None:
    sql = tmp_path / "none.sql"
    sql.write_text("SELECT * FROM offers ORDER BY offer_id")
    assert engine.step(sql, into="offers").num_rows == 0


def test_wrong_sql_speaks_to_a_person(engine: DuckDBEngine, tmp_path: Path) -> None:
    sql = tmp_path / "wrong.sql"
    sql.write_text("SELECT nothing FROM chats")
    with pytest.raises(EngineError, match=r"wrong\.sql"):
        engine.step(sql)
    sql.write_text("SELECT 1 AS chat_id")
    with pytest.raises(EngineError, match="no column"):
        engine.step(sql, into="chats")


def test_a_wrong_table_stops_at_the_door(engine: DuckDBEngine) -> None:
    with pytest.raises(SchemaError):
        engine.write(pa.table({"chat_id": ["x"]}), "chats")
    assert engine.read("chats").num_rows == 0


def double(table: pa.Table) -> pa.Table:
    return pa.table({"n": [2 * n for n in table.column("n").to_pylist()]})


@pytest.mark.parametrize("count", [1, 2])
def test_batches_come_back_in_order(workspace: Workspace, count: int) -> None:
    engine = DuckDBEngine(workspace, workers=Workers(count))
    numbers = pa.table({"n": list(range(1000))})
    answer = engine.map_batches(double, numbers, rows=37)
    engine.workers.close()
    assert answer.column("n").to_pylist() == [2 * n for n in range(1000)]
    assert engine.map_batches(double, numbers.slice(0, 0)).num_rows == 0


@pytest.mark.parametrize("ahead", [1, 2, 8])
def test_no_more_pieces_wait_than_a_process_may_be_ahead(ahead: int) -> None:
    workers, taken = Workers(2), 0

    def pieces() -> Iterator[int]:
        nonlocal taken
        for number in range(40):
            taken += 1
            yield number

    for given, answer in enumerate(workers.run(abs, pieces(), ahead)):
        assert answer == given
        assert taken <= given + 2 * ahead + 1
    workers.close()
    assert taken == 40


def test_processes_may_begin_before_their_answers_are_asked_for(tmp_path: Path) -> None:
    workers, marks = Workers(2), [tmp_path / f"{number}" for number in range(9)]
    answers = workers.begin(Path.touch, marks)
    until = time.monotonic() + 60
    while not marks[3].exists() and time.monotonic() < until:
        time.sleep(0.01)
    assert marks[3].exists()
    assert not marks[4].exists()  # no more than may wait
    assert list(answers) == [None] * 9
    workers.close()
    assert marks[8].exists()


def test_a_long_query_prints_nothing(
    engine: DuckDBEngine, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    sql = tmp_path / "settings.sql"
    sql.write_text("SELECT current_setting('enable_progress_bar') AS bar")
    assert engine.step(sql).column("bar").to_pylist() == [False]
    assert capfd.readouterr().out == ""


def test_a_step_runs_once_for_the_same_inputs(engine: DuckDBEngine, workspace: Workspace) -> None:
    stamps = Stamps(workspace.stamps, workspace.tables)
    calls: list[str] = []

    def work() -> dict[str, pa.Table]:
        calls.append("work")
        return {"chats": chats("c_1")}

    first = run_step(engine, stamps, "link", {"a": "1"}, work)
    again = run_step(engine, stamps, "link", {"a": "1"}, work)
    assert (first.skipped, again.skipped, calls) == (False, True, ["work"])
    run_step(engine, stamps, "link", {"a": "2"}, work)
    (workspace.tables / "chats.parquet").unlink()
    run_step(engine, stamps, "link", {"a": "2"}, work)
    assert len(calls) == 3


def test_a_stamp_is_read_again_once_another_program_wrote_it(workspace: Workspace) -> None:
    stamps = Stamps(workspace.stamps, workspace.tables)
    assert stamps.get("link", "all") is None
    stamps.put(Stamp("link", "all", "code", {"a": "1"}, {}, ()))
    first = stamps.get("link", "all")
    assert first is stamps.get("link", "all")
    path = workspace.stamps / "link" / "all.json"
    half = path.with_suffix(".other")  # of the same length, and with the same moment
    half.write_text(path.read_text("utf-8").replace('"1"', '"2"'), "utf-8")
    os.utime(half, ns=(path.stat().st_atime_ns, path.stat().st_mtime_ns))
    half.replace(path)
    again = stamps.get("link", "all")
    assert first is not None
    assert again is not None
    assert (first.inputs, again.inputs) == ({"a": "1"}, {"a": "2"})
    path.write_text("{", "utf-8")
    assert stamps.get("link", "all") is None
    stamps.drop("link", "all")
    assert stamps.get("link", "all") is None


def test_pieces_of_an_earlier_run_do_not_stay(engine: DuckDBEngine, workspace: Workspace) -> None:
    stamps = Stamps(workspace.stamps, workspace.tables)
    for inputs, ids in (("long", ["c_1", "c_2", "c_3"]), ("short", ["c_9"])):
        pieces = ({"chats": chats(one)} for one in ids)
        done = run_step(engine, stamps, "read", {"a": inputs}, lambda made=pieces: made, part="p")  # type: ignore[misc]
        assert engine.read("chats").column("chat_id").to_pylist() == ids
        assert done.stamp.counts == {"chats": len(ids)}
        assert len(done.stamp.files) == len(ids)


def test_the_digest_of_a_table_follows_its_content(engine: DuckDBEngine, workspace: Workspace) -> None:
    stamps = Stamps(workspace.stamps, workspace.tables)
    nothing = stamps.digest_of("chats")
    run_step(engine, stamps, "s", {}, lambda: {"chats": chats("c_1")})
    one = stamps.digest_of("chats")
    run_step(engine, stamps, "s", {"x": "y"}, lambda: {"chats": chats("c_2")})
    two = stamps.digest_of("chats")
    run_step(engine, stamps, "s", {"x": "z"}, lambda: {"chats": chats("c_1")})
    assert len({nothing, one, two}) == 3
    assert stamps.digest_of("chats") == one


def test_a_folder_with_other_things_is_no_workspace(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("dear")
    with pytest.raises(WorkspaceError, match="other files"):
        create_workspace(tmp_path)
    with pytest.raises(WorkspaceError, match="no workspace"):
        open_workspace(tmp_path / "none")


def test_two_runs_at_once_are_kept_apart(workspace: Workspace) -> None:
    with working_in(workspace), pytest.raises(WorkspaceError, match="Another run"), working_in(workspace):
        pass
    with working_in(workspace):
        (workspace.staging / "left").touch()
    with working_in(workspace):
        assert not (workspace.staging / "left").exists()


def test_a_step_sees_the_newest_files_and_no_other_steps_extras(engine: DuckDBEngine, tmp_path: Path) -> None:
    sql = tmp_path / "all.sql"
    sql.write_text("SELECT * FROM chats ORDER BY chat_id")
    assert engine.step(sql, into="chats").num_rows == 0
    engine.write(chats("c_1"), "chats")
    assert engine.step(sql, into="chats").column("chat_id").to_pylist() == ["c_1"]
    given = engine.step(sql, into="chats", tables={"chats": chats("c_8", "c_9")})
    assert given.column("chat_id").to_pylist() == ["c_8", "c_9"]
    engine.write(chats("c_2"), "chats")
    assert engine.step(sql, into="chats").column("chat_id").to_pylist() == ["c_2"]
    sql.write_text("SELECT * FROM wanted ORDER BY 1")
    engine.step(sql, tables={"wanted": chats("c_1")})
    with pytest.raises(EngineError):
        engine.step(sql)


def test_what_other_code_made_does_not_stand(
    engine: DuckDBEngine, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    stamps = Stamps(workspace.stamps, workspace.tables)
    run_step(engine, stamps, "chats", {"from": "x"}, lambda: {"chats": chats("c_1")})
    assert stamps.standing("chats", "all") is not None
    assert stamps.current("chats", "all", {"from": "y"}) is None
    monkeypatch.setattr("schakel.store.stamps.fingerprint", lambda: "another")
    assert stamps.standing("chats", "all") is None


def counting(folder: Path) -> Path:
    """SQL whose answer tells how often it was worked out: each time another number."""
    sql = folder / "titles.sql"
    sql.write_text("SELECT title || $mark AS title, uuid()::VARCHAR AS worked_out FROM chats ORDER BY title")
    return sql


def test_each_part_is_looked_at_once_for_as_long_as_it_stays_the_same(
    workspace: Workspace, tmp_path: Path
) -> None:
    engine, sql = DuckDBEngine(workspace, workers=Workers(1), keep=True), counting(tmp_path)
    engine.write(chats("c_1"), "chats", "a")
    engine.write(chats("c_2"), "chats", "b")
    first = engine.step_each(sql, "chats", parameters={"mark": "!"}).to_pylist()
    assert [row["title"] for row in first] == ["c_1!", "c_2!"]
    later = DuckDBEngine(workspace, workers=Workers(1), keep=True)  # another run
    assert later.step_each(sql, "chats", parameters={"mark": "!"}).to_pylist() == first
    later.write(chats("c_3"), "chats", "b")
    later.write(chats("c_4"), "chats", "c")
    grown = later.step_each(sql, "chats", parameters={"mark": "!"}).to_pylist()
    assert [row["title"] for row in grown] == ["c_1!", "c_3!", "c_4!"]
    assert grown[0] == first[0]
    asked_otherwise = later.step_each(sql, "chats", parameters={"mark": "?"}).to_pylist()
    assert [row["title"] for row in asked_otherwise] == ["c_1?", "c_3?", "c_4?"]


def test_a_step_over_each_part_sees_all_rows_again_afterwards(workspace: Workspace, tmp_path: Path) -> None:
    engine = DuckDBEngine(workspace, workers=Workers(1), keep=True)
    engine.write(chats("c_1"), "chats", "a")
    engine.write(chats("c_2"), "chats", "b")
    engine.step_each(counting(tmp_path), "chats", parameters={"mark": ""})
    sql = tmp_path / "all.sql"
    sql.write_text("SELECT count(*) AS many FROM chats")
    assert engine.step(sql).to_pylist() == [{"many": 2}]
    assert engine.step_each(sql, "chats").to_pylist() == [{"many": 1}, {"many": 1}]


def test_a_kept_answer_that_is_broken_or_lost_is_made_again(workspace: Workspace, tmp_path: Path) -> None:
    engine, sql = DuckDBEngine(workspace, workers=Workers(1), keep=True), counting(tmp_path)
    engine.write(chats("c_1"), "chats", "a")
    first = engine.step_each(sql, "chats", parameters={"mark": ""}).to_pylist()
    [kept] = sorted(workspace.kept.rglob("*.arrow"))
    kept.write_bytes(kept.read_bytes()[:-20])
    again = engine.step_each(sql, "chats", parameters={"mark": ""}).to_pylist()
    assert again[0]["title"] == "c_1"
    assert again != first
    discard_by_products(workspace)
    assert engine.step_each(sql, "chats", parameters={"mark": ""}).to_pylist() != again


def test_what_the_last_run_was_asked_is_not_worked_out_again(workspace: Workspace) -> None:
    worked_out: list[list[str]] = []

    def ask(*keys: str) -> list[str]:
        def make(places: list[int]) -> list[str]:
            worked_out.append([keys[place] for place in places])
            return [keys[place].upper() for place in places]

        return DuckDBEngine(workspace, workers=Workers(1), keep=True).recall("letters", keys, make)

    assert ask("a", "b", "a") == ["A", "B", "A"]
    assert ask("b", "c") == ["B", "C"]
    assert ask("c", "b") == ["C", "B"]
    assert ask("a") == ["A"]  # the second run did not ask about it, so it was not held any longer
    assert worked_out == [["a", "b", "a"], ["c"], ["a"]]


def test_what_another_program_answered_is_asked_again(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def ask(answer: str) -> list[str]:
        return DuckDBEngine(workspace, workers=Workers(1), keep=True).recall(
            "letters", ["a"], lambda _: [answer]
        )

    assert (ask("first"), ask("second")) == (["first"], ["first"])
    monkeypatch.setattr("schakel.store.kept_answers.fingerprint", lambda: "another")
    assert ask("third") == ["third"]


def test_who_only_looks_keeps_nothing(workspace: Workspace, tmp_path: Path) -> None:
    """What was removed could else come back by somebody who looks at that moment."""
    engine = DuckDBEngine(workspace, workers=Workers(1))
    engine.write(chats("c_1"), "chats", "a")
    engine.step_each(counting(tmp_path), "chats", parameters={"mark": ""})
    assert engine.recall("letters", ["a"], lambda _: ["A"]) == ["A"]
    assert not workspace.kept.exists()


def test_an_engine_whose_threads_look_together_takes_the_whole_as_one_part(
    workspace: Workspace, tmp_path: Path
) -> None:
    engine = DuckDBEngine(workspace, workers=Workers(1), remember=10)
    engine.write(chats("c_1"), "chats", "a")
    engine.write(chats("c_2"), "chats", "b")
    sql = tmp_path / "all.sql"
    sql.write_text("SELECT count(*) AS many FROM chats")
    assert engine.step_each(sql, "chats").to_pylist() == [{"many": 2}]


def test_rows_that_the_last_run_was_asked_for_are_not_made_again(workspace: Workspace) -> None:
    asked: list[list[str]] = []

    def ask(*keys: str, told: str = "") -> list[dict[str, object]]:
        """Each letter in a word, once for itself; those of a word of one letter are none."""

        def make(words: pa.Array) -> pa.Table:
            asked.append(words.to_pylist())
            each = [(word, letter) for word in words.to_pylist() if len(word) > 1 for letter in word]
            columns = list(zip(*each, strict=True)) or [(), ()]
            return pa.table(
                {name: pa.array(c, pa.string()) for name, c in zip(("word", "letter"), columns, strict=True)}
            )

        engine = DuckDBEngine(workspace, workers=Workers(1), keep=True)
        made = engine.recall_rows("letters", "word", pa.array(keys, pa.string()), told, make)
        return made.sort_by([("word", "ascending"), ("letter", "ascending")]).to_pylist()

    def letters(*words: str) -> list[dict[str, object]]:
        return [{"word": word, "letter": letter} for word in words for letter in word]

    assert ask("a", "bc") == letters("bc")
    assert ask("a", "bc", "de", "f") == letters("bc", "de")
    assert ask("f", "de") == letters("de")
    assert ask("a", "f") == []
    assert ask("a", "bc", told="otherwise") == letters("bc")
    assert asked == [["a", "bc"], ["de", "f"], ["a"], ["a", "bc"]]
