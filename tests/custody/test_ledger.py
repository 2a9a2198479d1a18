import json
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from multiprocessing import get_context
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from schakel.custody.ledger import Ledger, canonical_json, read_newest
from schakel.custody.verify import verify_ledger

START = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)


def fill(path: Path, acts: int = 5) -> Ledger:
    moments = iter(START + timedelta(seconds=n) for n in range(1000))
    ledger = Ledger(path, "tester", now=lambda: next(moments))
    for number in range(acts):
        ledger.add("read", inputs={"n": number}, outputs={"word": "é\u2028"})
    return ledger


def test_a_chain_holds_and_ends_in_its_last_hash(tmp_path: Path) -> None:
    ledger = fill(tmp_path / "l")
    report = verify_ledger(tmp_path / "l")
    assert (report.entries, report.head, report.broken) == (5, list(ledger.entries())[-1].hash, "")


def test_it_goes_on_where_another_left(tmp_path: Path) -> None:
    fill(tmp_path / "l", 2)
    fill(tmp_path / "l", 2)
    assert [entry.seq for entry in Ledger(tmp_path / "l", "x").entries()] == [1, 2, 3, 4]
    assert verify_ledger(tmp_path / "l").holds


@pytest.mark.parametrize("most", [1, 2, 3, 7, 8, 50])
@pytest.mark.parametrize("long", [1, 30_000])
def test_the_newest_are_the_last_of_all(tmp_path: Path, most: int, long: int) -> None:
    ledger = fill(tmp_path / "l", 4)
    ledger.add("read", inputs={"long": "x" * long})
    for number in range(3):
        ledger.add("read", inputs={"n": number, "long": "\u2028" * long})
    assert read_newest(tmp_path / "l", most) == list(ledger.entries())[-most:]
    assert read_newest(tmp_path / "nothing", most) == []


def test_an_empty_ledger_holds(tmp_path: Path) -> None:
    assert verify_ledger(tmp_path / "none").holds


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150, deadline=None)
@given(st.data())
def test_any_changed_byte_is_found(tmp_path: Path, data: st.DataObject) -> None:
    path = tmp_path / "whole"
    if not path.exists():
        fill(path)
    raw = bytearray(path.read_bytes())
    place = data.draw(st.integers(0, len(raw) - 1))
    raw[place] ^= data.draw(st.integers(1, 255))
    changed = tmp_path / "changed"
    changed.write_bytes(raw)
    line = bytes(path.read_bytes())[:place].count(b"\n") + 1
    report = verify_ledger(changed)
    assert not report.holds
    assert report.entries in (line - 1, line)  # a broken line end is seen at its own line


@pytest.mark.parametrize("gone", [0, 1, 3])
def test_a_line_taken_out_is_found(tmp_path: Path, gone: int) -> None:
    fill(tmp_path / "l")
    lines = (tmp_path / "l").read_bytes().splitlines(keepends=True)
    (tmp_path / "l").write_bytes(b"".join(lines[:gone] + lines[gone + 1 :]))
    report = verify_ledger(tmp_path / "l")
    assert report.entries == gone
    assert f"Entry {gone + 1}" in report.broken


def test_an_entry_made_again_with_its_own_hash_breaks_the_next(tmp_path: Path) -> None:
    fill(tmp_path / "l")
    lines = (tmp_path / "l").read_bytes().splitlines(keepends=True)
    forged = json.loads(lines[1])
    forged["who"] = "someone else"
    body = {key: value for key, value in forged.items() if key != "hash"}
    forged["hash"] = sha256(canonical_json(body)).hexdigest()
    lines[1] = canonical_json(forged) + b"\n"
    (tmp_path / "l").write_bytes(b"".join(lines))
    assert "Entry 3 does not follow" in verify_ledger(tmp_path / "l").broken


def test_half_a_line_is_set_aside_and_told(tmp_path: Path) -> None:
    fill(tmp_path / "l", 3)
    with (tmp_path / "l").open("ab") as opened:
        opened.write(b'{"seq":4,"previous"')
    Ledger(tmp_path / "l", "tester").add("read")
    acts = [entry.act for entry in Ledger(tmp_path / "l", "x").entries()]
    assert acts == ["read", "read", "read", "ledger-mended", "read"]
    assert verify_ledger(tmp_path / "l").holds
    assert [p.read_bytes() for p in tmp_path.glob("l.torn-*")] == [b'{"seq":4,"previous"']


def add_many(path: Path) -> None:
    ledger = Ledger(path, "writer")
    for _ in range(50):
        ledger.add("read")


def test_writers_at_the_same_time_make_one_chain(tmp_path: Path) -> None:
    context = get_context("spawn")
    writers = [context.Process(target=add_many, args=(tmp_path / "l",)) for _ in range(3)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    report = verify_ledger(tmp_path / "l")
    assert (report.entries, report.broken) == (150, "")
