"""A run that was killed is closed with what it has, and what it lost is named, whatever stands in its folder."""

import json
import os
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from schakel.collecting.captures import (
    COLLECTION,
    REQUESTS,
    SENT,
    Capture,
    began,
    earlier_runs,
    record_of,
    write_record,
)
from schakel.collecting.cut_off import (
    CUT_OFF,
    close_cut_off,
    lost_lines,
    may_have_left_a_session,
    open_runs,
    runs_in,
)

MESSAGE = '{{"_":"Message","id":{},"peer_id":{{"_":"PeerChannel","channel_id":500}}}}\n'
COMMENT = '{"_":"Message","id":99,"peer_id":{"_":"PeerChannel","channel_id":501}}\n'


def killed(collected: Path, kind: str = "chats", **said: Any) -> Capture:
    with began(collected, kind, lambda: datetime(2026, 12, 2, 4, 15, tzinfo=UTC)) as capture:
        capture.tell(kind=kind, authorisation="A-1", chats=["markt"], **said)
    return capture


def test_it_is_closed_with_what_was_counted(tmp_path: Path) -> None:
    run = killed(tmp_path)
    kept = run.keep("a.html", b"twaalf bytes")
    run.log(run.moment(), chat="markt", kept=kept)
    run.log(run.moment(), refused=True)
    run.leaving(asked="x")
    with (run.folder / REQUESTS).open("ab") as log:
        log.write(b'{"n":3,"bytes":99')
    assert open_runs(tmp_path) == [run.folder]
    counted = close_cut_off(run.folder)
    assert (counted.requests, counted.received, counted.refusals, counted.sent) == (1, 12, 1, 1)
    assert counted.digest == sha256((run.folder / REQUESTS).read_bytes()).hexdigest()
    record = record_of(run.folder)
    assert (record["stopped"], record["ended"]) == (CUT_OFF, {"markt": CUT_OFF})
    assert (record["authorisation"], record["requests"], record["bytes"]) == ("A-1", 1, 12)
    assert set(record["files"]) == {"a.html", SENT}
    assert open_runs(tmp_path) == []


def test_lines_of_which_the_messages_were_not_written_are_lost_and_not_known(tmp_path: Path) -> None:
    run = killed(tmp_path)
    pages = [(3, 30, 21), (3, 20, 11), (2, 10, 9), (0, 8, 1)]
    for messages, last, first in pages:
        run.log(run.moment(), chat="500", messages=messages, first=first, last=last)
    written = "".join(MESSAGE.format(number) for number in (30, 25, 21, 20, 11, 10)) + COMMENT
    (run.folder / "chat-500.ndjson").write_text(written + '{"_":"Message","id":9,"peer')
    assert lost_lines(run.folder) == [2, 3]
    assert lost_lines(run.folder, done=["500"]) == []
    close_cut_off(run.folder)
    (earlier,) = earlier_runs(tmp_path, "chats")
    assert [line["n"] for line in earlier.requests] == [1, 4]


def test_a_file_that_is_not_there_or_too_short_is_lost(tmp_path: Path) -> None:
    run = killed(tmp_path, "previews")
    for name in ("a.html", "b.html", "c.html"):
        run.log(run.moment(), chat="markt", kept=run.keep(name, b"bytes"))
    (run.folder / "a.html").unlink()
    (run.folder / "b.html").write_bytes(b"byte")
    assert lost_lines(run.folder) == [1, 2]
    assert [line["n"] for line in next(earlier_runs(tmp_path, "previews")).requests] == [1, 2, 3]
    waiting = next(earlier_runs(tmp_path, "previews", [run.folder.name]))
    assert [line["n"] for line in waiting.requests] == [3]


@pytest.mark.parametrize("record", [b"", b"{", b"[]", b'{"chats":7,"files":7,"lost":7}', b"\xff\x00", None])
@pytest.mark.parametrize(
    "line",
    [
        {"n": "x", "chat": 7},
        {"n": 1, "chat": "500", "messages": 5, "first": "a", "last": None},
        {"n": 1, "chat": "../../etc", "messages": 1, "first": 1, "last": 1},
        {"n": 1, "chat": "500", "file": "../../etc/passwd", "begins": "0", "bytes": {}},
        {"n": 1, "chat": "500", "file": 7, "bytes": "9"},
        [],
        "x",
    ],
)
def test_whatever_stands_in_its_folder_it_is_closed(tmp_path: Path, record: bytes | None, line: Any) -> None:
    run = killed(tmp_path)
    (run.folder / REQUESTS).write_text(json.dumps(line) + "\n\x00\n")
    (run.folder / "chat-500.ndjson").write_bytes(b'[]\n{"peer_id":{"channel_id":500}}\n{"id":"x"}\n\xff\n')
    if record is None:
        (run.folder / COLLECTION).unlink()
    else:
        (run.folder / COLLECTION).write_bytes(record)
    close_cut_off(run.folder)
    assert record_of(run.folder)["stopped"] == CUT_OFF
    assert list(earlier_runs(tmp_path, "chats"))
    assert not may_have_left_a_session(run.folder)


@pytest.mark.parametrize(
    ("kind", "sent", "left"),
    [
        ("login", ["auth.sendCode"], False),
        ("login", ["auth.sendCode", "auth.signIn"], True),
        ("login", ["auth.checkPassword"], True),
        ("list", ["auth.signIn"], False),
    ],
)
def test_only_a_login_that_asked_to_be_let_in_may_have_left_a_session(
    tmp_path: Path, kind: str, sent: list[str], left: bool
) -> None:
    run = killed(tmp_path, kind)
    for name in sent:
        run.leaving(request=name)
    assert may_have_left_a_session(run.folder) is left


def test_links_and_files_beside_runs_are_no_runs(tmp_path: Path) -> None:
    run = killed(tmp_path / "collected")
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "collected" / "20261202T041500Z-chats-9").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "collected" / "notes.txt").write_text("x")
    assert runs_in(tmp_path / "collected") == [run.folder]
    assert runs_in(tmp_path / "nowhere") == []


def test_a_file_of_which_no_line_tells_is_named(tmp_path: Path) -> None:
    run = killed(tmp_path)
    run.log(run.moment(), chat="500", kept=run.keep("answers.tl", b"x"))
    run.log(run.moment(), chat="markt", unpacked={"file": "a.html"}, kept=run.keep("a.html.packed", b"x"))
    for name in ("chat-500.ndjson", "facts-500.json", "a.html", "b.html", "chat-501.ndjson"):
        run.keep(name, b"x")
    run.leaving(asked="x")
    close_cut_off(run.folder)
    assert record_of(run.folder)["untold"] == ["b.html", "chat-501.ndjson"]


@pytest.mark.parametrize("change", [{"authorisation": "A-2"}, {"chats": ["elders"]}, {"since": ""}])
def test_a_ground_that_was_edited_after_the_kill_is_not_believed(
    tmp_path: Path, change: dict[str, Any]
) -> None:
    run = killed(tmp_path)
    run.leaving(asked="x")
    run.leaving(asked="y")
    before = record_of(run.folder)
    write_record(run.folder, {**before, **change})
    close_cut_off(run.folder)
    record = record_of(run.folder)
    assert (record["authorisation"], record["asked_changed"]) == ("A-1", True)


def test_a_ground_that_nobody_edited_is_the_one_of_the_run(tmp_path: Path) -> None:
    run = killed(tmp_path)
    run.leaving(asked="x")
    close_cut_off(run.folder)
    assert "asked_changed" not in record_of(run.folder)


def test_no_run_gets_the_name_of_one_that_the_ledger_tells_of(tmp_path: Path) -> None:
    (tmp_path / "collected").mkdir()
    first = killed(tmp_path / "collected").folder
    first.joinpath(COLLECTION).unlink()
    first.rmdir()
    (tmp_path / "ledger.jsonl").write_text(f'{{"outputs":{{"folder":"{first.name}"}}}}\n')
    assert killed(tmp_path / "collected").folder.name == f"{first.name}-2"


def test_sizes_that_are_none_are_not_counted_and_refusals_stand_in_the_record(tmp_path: Path) -> None:
    run = killed(tmp_path)
    run.log(run.moment(), refused=True)
    sizes = "".join(json.dumps({"n": n, "bytes": size}) + "\n" for n, size in ((2, -5), (3, 1 << 63), (4, 7)))
    with (run.folder / REQUESTS).open("a") as log:
        log.write(sizes)
    counted = close_cut_off(run.folder)
    assert (counted.received, counted.requests) == (7, 3)
    assert record_of(run.folder)["refusals"] == 1


def test_messages_of_a_small_group_are_found_in_its_file(tmp_path: Path) -> None:
    run = killed(tmp_path)
    run.log(run.moment(), chat="500", messages=2, first=1, last=2)
    small = MESSAGE.replace("PeerChannel", "PeerChat").replace("channel_id", "chat_id")
    (run.folder / "chat-500.ndjson").write_text(small.format(1) + small.format(2))
    assert lost_lines(run.folder) == []


def test_a_copy_of_a_run_under_another_name_is_no_run(tmp_path: Path) -> None:
    run = killed(tmp_path)
    copy = run.folder.with_name("20200101T000000Z-chats")
    copy.mkdir()
    (copy / COLLECTION).write_bytes((run.folder / COLLECTION).read_bytes())
    assert runs_in(tmp_path) == [run.folder]


def test_what_the_ledger_tells_of_a_run_goes_before_what_its_record_says(tmp_path: Path) -> None:
    run = killed(tmp_path)
    run.leaving(asked="x")
    write_record(run.folder, {"chats": ["elders"], "authorisation": "A-2"})
    told = {"ended": {"markt": "beginning"}, "stopped": "not-written"}
    close_cut_off(run.folder, told, {"chats": ["markt"], "authorisation": "A-1"})
    record = record_of(run.folder)
    assert (record["chats"], record["authorisation"]) == (["markt"], "A-1")
    assert (record["ended"], record["stopped"]) == ({"markt": "beginning"}, "not-written")
    assert "asked_changed" not in record  # the ledger has it


@pytest.mark.parametrize("ended", ["beginning", None, [], 0])
def test_a_run_that_says_how_it_ended_in_no_way_of_ours_is_open(tmp_path: Path, ended: Any) -> None:
    run = killed(tmp_path, ended=ended)
    assert open_runs(tmp_path) == [run.folder]


def test_folders_that_may_not_be_written_are_for_others_to_put_in_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = killed(tmp_path)
    wanted = []
    monkeypatch.setattr("os.access", lambda path, how: bool(wanted.append((path, how))))
    assert runs_in(tmp_path) == []
    assert wanted == [(run.folder, os.R_OK | os.W_OK | os.X_OK)]


def test_a_message_that_was_written_twice_stands_for_one(tmp_path: Path) -> None:
    run = killed(tmp_path)
    run.log(run.moment(), chat="500", messages=3, first=21, last=30)
    (run.folder / "chat-500.ndjson").write_text(MESSAGE.format(30) * 2 + MESSAGE.format(21))
    assert lost_lines(run.folder) == [1]
