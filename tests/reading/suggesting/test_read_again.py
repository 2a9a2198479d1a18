"""After a change of words the same comes out as if all had been read anew, and only what could change is read."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pyarrow as pa
import pytest

from schakel.reading import new_messages
from schakel.reading.suggesting import read_again
from schakel.reading.suggesting.own_words import as_input
from schakel.reading.suggesting.read_again import Made, read_with_words
from schakel.reading.terms.lexicon import Term, load_lexicons
from schakel.records.tables import from_rows
from schakel.store.duckdb_engine import DuckDBEngine
from schakel.store.stamps import Stamp, Stamps
from schakel.store.steps import run_step
from schakel.store.workers import Workers
from schakel.store.workspace import Workspace, create_workspace
from tests.reading.suggesting.words import OWN, PARELS, term

TEXTS = [
    "Te koop coke 1g 50 3g 140, bezorgen in Utrecht, app 0612345678",
    "zeeparels te koop\n1 gram 25 euro\n5 gram 100 euro\n@parel_noord",
    "morgen regen",
    "Ketamine te koop 1g 25, 5g 100 @ster_west",
    "z33parels binnen, 10 gram 200 euro, stuur pb @parel_noord",
    "Top gast @plug_noord, gisteren 3g wit gehad, snel en eerlijk, aanrader!",
    "zeeparels te koop\n1 gram 25 euro\n5 gram 100 euro\n@parel_noord",
    "xtc en zeeparels\n10 pillen 30 euro\n5 gram 100 euro",
    "wie heeft er wiet in Gouda?",
    "🪼 1 gram 20 euro, 🪼🪼 bezorgen, mdma ook @kwal",
    "speed te koop 10 gram 40 euro",
]  # fmt: skip
Make = Callable[[str], DuckDBEngine]


@pytest.fixture
def make(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Make]:
    """A workspace with the messages; texts are read in slices of two."""
    engines: list[DuckDBEngine] = []
    monkeypatch.setattr(new_messages, "_READ_TEXTS", 2)
    monkeypatch.setattr(new_messages, "_SOONER_HERE", 2)
    monkeypatch.setattr(new_messages, "_PIECE", 4)

    def made(name: str) -> DuckDBEngine:
        engine = DuckDBEngine(create_workspace(tmp_path / name), workers=Workers(1))
        engine.write(from_rows([row(n, text) for n, text in enumerate(TEXTS)], "messages"), "messages", "p")
        engines.append(engine)
        return engine

    yield made
    for engine in engines:
        engine.workers.close()


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts that are read with care, as it happens."""
    seen: list[str] = []
    whole = new_messages.read_piece

    def noted(texts: pa.Array) -> dict[str, pa.Table]:
        seen.extend(texts.to_pylist())
        return whole(texts)

    for module in (new_messages, read_again):
        monkeypatch.setattr(module, "read_piece", noted)
    return seen


def row(number: int, text: str) -> dict[str, object]:
    return {
        "message_id": f"m_{number:04}",
        "chat_id": "c_1",
        "account_id": f"a_{number % 3}",
        "tg_id": number,
        "kind": "message",
        "text": text,
        "source_id": "s" * 64,
        "place_in_source": 10 * number,
    }


def reading(engine: DuckDBEngine, words: tuple[Term, ...], messages: str = "1") -> Stamp:
    """One reading of the part, as the road does it."""
    space: Workspace = engine._workspace
    stamps = Stamps(space.stamps, space.tables)
    inputs = {"messages": messages} | as_input(words)
    before = stamps.get("reading", "p")
    done = run_step(
        engine,
        stamps,
        "reading",
        inputs,
        lambda: read_with_words(engine, "p", Made(words, inputs, before)),
        part="p",
    )
    return done.stamp


def files(stamp: Stamp) -> dict[str, str]:
    return {file.path: file.sha256 for file in stamp.files}


# Tests with the same words follow each other: of a workspace's words the lists of one set stay loaded, and others take a second.
@pytest.mark.parametrize("words", [(term("koop", ambiguous=True), term("speed")), OWN], ids=["known", "new"])
def test_the_same_bytes_as_if_all_had_been_read_anew(
    make: Make, read: list[str], words: tuple[Term, ...]
) -> None:
    once = make("once")
    reading(once, ())
    assert files(reading(once, words)) == files(reading(make("anew"), words))


def test_a_withdrawn_word_leaves_no_trace(make: Make, read: list[str]) -> None:
    engine = make("w")
    bare = files(reading(engine, ()))
    reading(engine, OWN)
    first = len(read)
    assert files(reading(engine, ())) == bare
    assert len(set(read[first:])) <= 4


def test_with_the_same_words_nothing_is_read(make: Make, read: list[str]) -> None:
    engine = make("w")
    reading(engine, OWN)
    first = len(read)
    reading(engine, OWN)
    assert len(read) == first


def test_new_messages_or_missing_tables_mean_reading_all(make: Make, read: list[str]) -> None:
    engine = make("w")
    reading(engine, ())
    first = len(read)
    reading(engine, OWN, messages="2")
    assert len(read) - first >= first
    for file in (engine._workspace.tables / "items").rglob("*.parquet"):
        file.unlink()
    again = len(read)
    reading(engine, (PARELS,), messages="2")
    assert len(read) - again >= first


@pytest.mark.parametrize("alone", [2, 100], ids=["in slices", "all at once in this process"])
def test_only_texts_that_hold_a_new_word_are_read_again(
    make: Make, read: list[str], monkeypatch: pytest.MonkeyPatch, alone: int
) -> None:
    monkeypatch.setattr(new_messages, "_SOONER_HERE", alone)
    engine = make("w")
    reading(engine, ())
    first = len(read)
    assert first >= 7
    reading(engine, (PARELS,))
    assert sorted(set(read[first:])) == sorted({TEXTS[1], TEXTS[4], TEXTS[7]})
    assert read[first:].count(TEXTS[1]) == 1  # copies once


def test_old_readings_change_where_the_word_stands(make: Make, read: list[str]) -> None:
    engine = make("w")
    reading(engine, ())
    before = {row["message_id"]: row["commodity"] for row in engine.read("items").to_pylist()}
    assert "ketamine" not in {before.get("m_0001"), before.get("m_0006")}
    reading(engine, (PARELS,))
    after = engine.read("items").to_pylist()
    assert [r["commodity"] for r in after if r["message_id"] in {"m_0001", "m_0006"}] == ["ketamine"] * 4
    assert {r["message_id"] for r in engine.read("offers").to_pylist()} >= {"m_0000", "m_0001", "m_0004"}
    assert "zeeparels" not in load_lexicons().patterns  # in force only while it was read


def test_other_processes_read_with_the_words_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(new_messages, "_READ_TEXTS", 6)
    monkeypatch.setattr(new_messages, "_SOONER_HERE", 6)
    engine = DuckDBEngine(create_workspace(tmp_path / "w"), workers=Workers(2))
    try:
        engine.write(from_rows([row(n, text) for n, text in enumerate(TEXTS)], "messages"), "messages", "p")
        reading(engine, ())
        reading(engine, (PARELS,))
        assert "ketamine" in {
            r["commodity"] for r in engine.read("items").to_pylist() if r["message_id"] == "m_0001"
        }
        reading(engine, ())
        assert "ketamine" not in {
            r["commodity"] for r in engine.read("items").to_pylist() if r["message_id"] == "m_0001"
        }
    finally:
        engine.workers.close()
