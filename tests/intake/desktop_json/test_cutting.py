"""Cutting: in whatever pieces a file is read, the rows are the same; what is torn or too large is told."""

import json
from pathlib import Path
from time import process_time
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from schakel.intake.desktop_json import cutting, loose_scan
from schakel.intake.desktop_json.cutting import plan_pieces, records_in
from schakel.intake.desktop_json.layout import find_layout
from schakel.intake.desktop_json.loose_scan import TOO_LARGE, TORN, WHOLE
from schakel.intake.pieces import Piece
from tests.intake.conftest import Desk
from tests.intake.exports import chat, message, write_json

LIKE = Piece("0" * 64, "result.json", "desktop-json", "", "", 0)
TEXTS = st.text(
    st.one_of(st.sampled_from('},{[]"\\:\n\r\t "id"messages'), st.characters(exclude_categories=["Cs"])),
    max_size=40,
)


def all_records(path: Path, piece_bytes: int = 1 << 24) -> list[tuple[int, bytes, int]]:
    layout = find_layout(str(path))
    return [
        (place, bytes(raw), state)
        for piece in plan_pieces(str(path), layout, LIKE, piece_bytes)
        for stretch in piece.stretches
        for block in records_in(str(path), stretch)
        for place, raw, state in block
    ]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    texts=st.lists(TEXTS, min_size=1, max_size=12),
    piece_bytes=st.integers(1, 3000),
    block=st.integers(1, 700),
    indent=st.sampled_from([1, 2, 4, "\t", None]),
)
def test_any_cut_gives_the_same_records(
    tmp_path: Path, texts: list[str], piece_bytes: int, block: int, indent: Any
) -> None:
    records = [message(n, [text, {"type": "bold", "text": text}]) for n, text in enumerate(texts)]
    path = write_json(tmp_path, chat(records), indent=indent)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cutting, "_BLOCK", block)
        patch.setattr(loose_scan, "_BLOCK", block)
        patch.setattr(loose_scan, "_CUT_EVERY", piece_bytes)
        found = all_records(path, piece_bytes)
    assert [json.loads(raw) for _, raw, _ in found] == records
    assert {state for _, _, state in found} == {WHOLE}
    raw = path.read_bytes()
    assert all(raw[place:].startswith(record) for place, record, _ in found if indent is None)
    assert all(raw[place : place + 1] == b"{" for place, _, _ in found)


def test_what_stands_between_records_is_not_passed_over(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "result.json"
    path.write_text(json.dumps(chat([message(1), 5, "x", message(2), None])))  # type: ignore[list-item]
    summary = desk.take(path)
    assert [row["tg_id"] for row in desk.rows()] == [1, 2]
    assert (summary.messages, summary.quarantined) == (2, 3)


@pytest.mark.parametrize("indent", [1, None])
@pytest.mark.parametrize("value", [None, "x, }{", 5, True, [], {}, [message(99)]])
def test_a_value_that_is_no_record_is_set_apart_alone(
    desk: Desk, tmp_path: Path, indent: int | None, value: Any
) -> None:
    records: list[Any] = [message(n) for n in range(1, 101)]
    records[50:50] = [value]
    records[70:70] = [value, value]
    path = write_json(tmp_path, chat(records), indent)
    summary = desk.take(path)
    assert [(row["tg_id"], row["text"]) for row in desk.rows()] == [(n, "hello") for n in range(1, 101)]
    assert (summary.records, summary.quarantined) == (103, 3)
    raw = path.read_bytes()
    places = [row["place_in_source"] for row in desk.rows("quarantine")]
    assert all(raw[place:].startswith(json.dumps(value)[:1].encode()) for place in places)
    assert all(raw[row["place_in_source"] :].startswith(b"{") for row in desk.rows())


def test_of_values_before_a_torn_end_only_what_is_torn_is_lost(desk: Desk, tmp_path: Path) -> None:
    path = write_json(tmp_path, chat([message(1), None, message(2), None, message(3, "cut")]))  # type: ignore[list-item]
    path.write_bytes(path.read_bytes().partition(b'"cut"')[0])
    summary = desk.take(path)
    assert [row["tg_id"] for row in desk.rows()] == [1, 2]
    assert [row["reason"] for row in desk.rows("quarantine")].count("cut-off") == 1
    assert (summary.records, summary.quarantined) == (5, 3)


def test_an_open_string_of_escaped_quotes_is_gone_through_once(desk: Desk, tmp_path: Path) -> None:
    path = write_json(tmp_path, chat([message(1), message(2)]), indent=None)
    head = path.read_bytes().rpartition(b"]")[0]
    path.write_bytes(head + b',"' + b'\\"' * 40_000)
    begun = process_time()
    summary = desk.take(path)
    assert process_time() - begun < 5  # some 40 s where each of the quotes is tried as a beginning
    assert [row["tg_id"] for row in desk.rows()] == [1, 2]
    assert summary.quarantined < 5


def test_windows_line_ends_are_cut_as_well(tmp_path: Path) -> None:
    records = [message(n, f"line {n}") for n in range(9)]
    path = write_json(tmp_path, chat(records))
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert find_layout(str(path)).regions[0].separator == b"\r\n  "
    assert [json.loads(raw) for _, raw, _ in all_records(path, 500)] == records


@pytest.mark.parametrize("indent", [1, None])
def test_a_file_cut_off_anywhere_keeps_all_whole_records(
    desk: Desk, tmp_path: Path, indent: int | None
) -> None:
    records = [message(n, [f"t{n} ", {"type": "bold", "text": "{[x]},"}]) for n in range(1, 5)]
    path = write_json(tmp_path / "export", chat(records), indent=indent)
    raw = path.read_bytes()
    ends = [place + len(_written(raw, place)) for place, _, _ in all_records(path)]
    first = raw.index(b'"messages"') + 14
    for cut in [*range(first, len(raw), 7), len(raw) - 1]:
        path.write_bytes(raw[:cut])
        found = all_records(path)
        layout = find_layout(str(path))
        whole = [json.loads(one) for _, one, state in found if state == WHOLE]
        assert whole == records[: sum(end <= cut for end in ends)]
        torn = sum(state == TORN for _, _, state in found) + len(layout.unread)
        assert torn == 1
    path.write_bytes(raw[: ends[1] + 40])
    summary = desk.take(path)
    assert (summary.messages, summary.quarantined, summary.records) == (2, 1, 3)
    [bad] = desk.rows("quarantine")
    assert bad["reason"] == "cut-off"
    assert bad["place_in_source"] > ends[1]


def _written(raw: bytes, place: int) -> str:
    text = raw[place:].decode()
    return text[: json.JSONDecoder().raw_decode(text)[1]]


@pytest.mark.parametrize("indent", [1, None])
def test_a_record_over_the_limit_is_set_apart_without_filling_the_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, indent: int | None
) -> None:
    records = [message(1), message(2, "x" * 30_000), message(3), message(4, "y" * 9_000), message(5)]
    path = write_json(tmp_path, chat(records), indent=indent)
    monkeypatch.setattr(cutting, "LARGEST_RECORD", 5_000)
    monkeypatch.setattr(loose_scan, "LARGEST_RECORD", 5_000)
    for block in (1_000, 20_000, 1 << 20):
        monkeypatch.setattr(cutting, "_BLOCK", block)
        monkeypatch.setattr(loose_scan, "_BLOCK", block)
        found = all_records(path, 8_000)
        assert [state for _, _, state in found] == [WHOLE, TOO_LARGE, WHOLE, TOO_LARGE, WHOLE]
        assert max(len(raw) for _, raw, _ in found) < 5_000
        raw = path.read_bytes()
        assert [json.loads(_written(raw, place))["id"] for place, _, _ in found] == [1, 2, 3, 4, 5]


def test_small_chats_share_a_piece(tmp_path: Path) -> None:
    chats = [chat([message(1), message(2)], number=n, name=f"chat {n}") for n in range(1, 30)]
    path = write_json(tmp_path, {"about": "x", "chats": {"about": "y", "list": chats}})
    pieces = list(plan_pieces(str(path), find_layout(str(path)), LIKE, 3000))
    assert 1 < len(pieces) < 29
    assert [piece.number for piece in pieces] == list(range(len(pieces)))
    assert sum(len(piece.stretches) for piece in pieces) == 29
