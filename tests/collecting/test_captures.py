"""The folder of a run: new files only, for its owner alone, and a line for every request that says where its answer lies."""

import json
import stat
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import pytest

from schakel.collecting.captures import COLLECTION, REQUESTS, began, earlier_runs, newest_seen
from schakel.records.errors import WorkspaceError

MOMENT = datetime(2026, 12, 2, 4, 15, 0, tzinfo=UTC)
HOSTILE_NAMES = ("../escaped.html", "/absolute.html", "", ".", "..", ".hidden", COLLECTION, REQUESTS)


def _now() -> datetime:
    return MOMENT


def test_what_was_received_lies_there_as_it_was_and_the_log_names_it(tmp_path: Path) -> None:
    body = b"\xff\x00 not text \r\n"
    with began(tmp_path / "collected", "previews", _now) as capture:
        kept = capture.keep("markt-0001.html", body)
        capture.log(capture.moment(), asked="https://t.me/s/markt", status=200, kept=kept)
    assert capture.folder.name == "20261202T041500Z-previews"
    assert (capture.folder / kept.file).read_bytes() == body
    line = json.loads((capture.folder / REQUESTS).read_bytes())
    assert line == {
        "n": 1,
        "at": "2026-12-02T04:15:00Z",
        "asked": "https://t.me/s/markt",
        "status": 200,
        "file": "markt-0001.html",
        "sha256": sha256(body).hexdigest(),
        "bytes": len(body),
    }
    assert capture.digest() == sha256((capture.folder / REQUESTS).read_bytes()).hexdigest()
    assert (capture.requests, capture.refusals, capture.received) == (1, 0, len(body))


def test_nobody_but_its_owner_reads_it(tmp_path: Path) -> None:
    with began(tmp_path / "collected", "previews", _now) as capture:
        capture.log(capture.moment(), kept=capture.keep("a.html", b"a"))
        capture.tell(chats=["a"])
    folders = (tmp_path / "collected", capture.folder)
    assert {stat.S_IMODE(folder.stat().st_mode) for folder in folders} == {0o700}
    assert {stat.S_IMODE(file.stat().st_mode) for file in capture.folder.iterdir()} == {0o600}


def test_nothing_is_written_over_or_elsewhere(tmp_path: Path) -> None:
    with began(tmp_path / "collected", "previews", _now) as capture:
        capture.keep("a.html", b"first")
        with pytest.raises(FileExistsError):
            capture.keep("a.html", b"second")
        for name in HOSTILE_NAMES:
            with pytest.raises(ValueError, match="is no name"):
                capture.keep(name, b"x")
    assert (capture.folder / "a.html").read_bytes() == b"first"
    assert [path.name for path in capture.folder.iterdir()] == ["a.html"]


def test_a_file_that_grows_ends_with_the_digest_of_all_of_it(tmp_path: Path) -> None:
    with began(tmp_path / "collected", "chats", _now) as capture:
        growing = capture.growing("chat.ndjson")
        growing.add(b'{"id":1}\n')
        growing.add(b'{"id":2}\n')
        kept = growing.close()
    assert kept.sha256 == sha256((capture.folder / "chat.ndjson").read_bytes()).hexdigest()
    assert kept.bytes == 18


def test_two_runs_of_one_second_have_two_folders_but_not_at_once(tmp_path: Path) -> None:
    with (
        began(tmp_path / "collected", "previews", _now) as first,
        pytest.raises(WorkspaceError, match="Another run collects"),
        began(tmp_path / "collected", "previews", _now),
    ):
        pass
    with began(tmp_path / "collected", "previews", _now) as second:
        pass
    assert second.folder.name == f"{first.folder.name}-2"


def test_earlier_runs_are_read_back_and_half_a_line_is_passed_over(tmp_path: Path) -> None:
    with began(tmp_path / "collected", "previews", _now) as capture:
        capture.tell(chats=["markt"], authorisation="A-1")
        capture.tell(ended={"markt": "since"})
        capture.log(capture.moment(), chat="markt", first=1, last=20)
        capture.log(capture.moment(), chat="markt", first=-5, last=9)
        capture.log(capture.moment(), asked="messages.sendMessage", refused=True)
        with (capture.folder / REQUESTS).open("ab") as log:
            log.write(b'{"chat":"markt","last":99')
    with began(tmp_path / "collected", "chats", _now) as other:
        other.log(other.moment(), chat="markt", last=1000)
    (run,) = earlier_runs(tmp_path / "collected", "previews")
    said = {"chats": ["markt"], "authorisation": "A-1", "ended": {"markt": "since"}}
    assert run.collection == said | {"run": "20261202T041500Z-previews"}
    assert [line["n"] for line in run.requests] == [1, 2, 3]
    assert capture.refusals == 1
    assert newest_seen(tmp_path / "collected", "previews") == {"markt": 20}
    assert newest_seen(tmp_path / "nowhere", "previews") == {}
