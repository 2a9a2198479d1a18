"""Records of a dump are found whatever stands around them, and pieces change nothing."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from schakel.intake import parsing
from schakel.intake.pieces import LARGEST_RECORD, Piece
from schakel.intake.telegram_objects import cutting
from schakel.intake.telegram_objects.cutting import objects_in, plan_objects
from schakel.records.ids import chat_id
from tests.intake.conftest import Desk
from tests.intake.dumps import CHANNEL, fourcat, telethon, user, write_lines

NewDesk = Callable[..., Desk]
RECORDS = [telethon(n, f"prijs € {n} 🙂", _client="x" * n) for n in range(1, 40)]


def as_array(indent: int | None) -> Callable[[], str]:
    return lambda: json.dumps(RECORDS, ensure_ascii=False, indent=indent)


LAYOUTS: dict[str, Callable[[], str]] = {
    "lines": lambda: "".join(json.dumps(one) + "\n" for one in RECORDS),
    "lines of Windows": lambda: "\ufeff" + "\r\n\r\n".join(json.dumps(one) for one in RECORDS),
    "lines with commas": lambda: ",\n".join(json.dumps(one) for one in RECORDS),
    "array": as_array(None),
    "array, indent 0": as_array(0),
    "array, indent 1": as_array(1),
    "array, indent 4": as_array(4),
    "one after the other, indent 2": lambda: "\n".join(json.dumps(one, indent=2) for one in RECORDS),
}


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("piece_bytes", [1 << 23, 3000])
def test_every_record_is_found_with_its_place(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, layout: str, piece_bytes: int
) -> None:
    monkeypatch.setattr(parsing, "plan_objects", lambda like, unread: plan_objects(like, unread, piece_bytes))
    path = tmp_path / "dump.json"
    path.write_bytes(LAYOUTS[layout]().encode())
    summary = desk.take(path)
    assert (summary.messages, summary.quarantined, summary.records) == (39, 0, 39)
    raw = path.read_bytes()
    for row in desk.rows():
        found, _ = json.JSONDecoder().raw_decode(raw[row["place_in_source"] :].decode())
        assert (found["id"], found["message"]) == (row["tg_id"], row["text"])


def test_lines_are_cut_into_pieces(tmp_path: Path) -> None:
    path = write_lines(tmp_path, RECORDS)
    like = Piece("s", "dump", "telethon-json", str(path), str(tmp_path), 0)
    pieces = list(plan_objects(like, [], 3000))
    assert len(pieces) > 3
    assert [piece.number for piece in pieces] == list(range(len(pieces)))
    found = [
        place
        for piece in pieces
        for one in piece.stretches
        for part in objects_in(str(path), one)
        for place, _, _ in part
    ]
    assert len(found) == len(set(found)) == 39


def test_a_stretch_is_compared_with_the_chat_of_its_first_message(tmp_path: Path) -> None:
    path = write_lines(
        tmp_path, ["{broken", user(5), fourcat(1), fourcat(2, peer_id={"_type": "PeerChat", "chat_id": 4})]
    )
    like = Piece("s", "dump", "4cat-ndjson", str(path), str(tmp_path), 0)
    [piece] = plan_objects(like, [])
    assert [one.chat.chat_id for one in piece.stretches] == [chat_id("channel", CHANNEL, "")]


def test_a_line_too_large_is_set_apart_without_being_held(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cutting, "LARGEST_RECORD", 1 << 19)
    assert cutting.LARGEST_RECORD < LARGEST_RECORD
    path = write_lines(
        tmp_path, [telethon(1), telethon(2, "x" * (1 << 20)), telethon(3), telethon(4, "y" * (1 << 20))]
    )
    summary = desk.take(path)
    assert [row["tg_id"] for row in desk.rows()] == [1, 3]
    raw = path.read_bytes()
    bad = desk.rows("quarantine")
    assert [row["reason"] for row in bad] == ["too-large", "too-large"]
    assert all(raw[row["place_in_source"] :].startswith(b'{"_": "Message"') for row in bad)
    assert summary.records == 4


@pytest.mark.parametrize("cut", [40, 700, 1500])
def test_an_array_that_ends_too_early_gives_what_is_whole(desk: Desk, tmp_path: Path, cut: int) -> None:
    raw = json.dumps(RECORDS[:8]).encode()
    path = tmp_path / "dump.json"
    path.write_bytes(raw[:-cut])
    whole = json.dumps(RECORDS[:8])[: len(raw) - cut].count('}, {"_": "Message"')
    summary = desk.take(path)
    assert (summary.messages, [row["reason"] for row in desk.rows("quarantine")]) == (whole, ["cut-off"])


def test_two_processes_give_the_bytes_of_one(
    new_desk: NewDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parsing, "WORTH_A_PROCESS", 1)
    monkeypatch.setattr(parsing, "plan_objects", lambda like, unread: plan_objects(like, unread, 3000))
    path = write_lines(
        tmp_path, [fourcat(n, f"text {n}", _sender=user(n % 7 + 1, first_name="B")) for n in range(1, 90)]
    )
    one, two = new_desk("one"), new_desk("two", workers=2)
    one.take(path)
    two.take(path)
    assert one.digests() == two.digests()
    assert len([name for name in one.digests() if name.startswith("messages/")]) > 5
