"""Folders of earlier runs that somebody edited: nothing is lost by it, nothing foreign is touched, and it is said what is not as it was."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey

from schakel.collecting.captures import record_of
from schakel.collecting.mtproto.sealed_login import SealedLogin
from schakel.custody.removal import collected_copies
from tests.collecting.mtproto.conftest import CHANNEL, _only_our_server, rsa_key
from tests.collecting.mtproto.killed import killed_at
from tests.collecting.mtproto.standing import Standing
from tests.collecting.previews.preview_site import PreviewSite
from tests.inside import inside
from tests.showing.cli.test_collect import acts, case, collect, messages_in, no_proxy_here, runs, site
from tests.showing.cli.test_collect_chats import collect as with_account
from tests.showing.cli.test_collect_chats import telegram
from tests.showing.cli.test_collect_earlier import chats, checksums, sealed_in, words_of

__all__ = ["_only_our_server", "case", "chats", "no_proxy_here", "rsa_key", "site", "telegram"]  # fixtures
PAGE = "markt_plein-00002-posts.html"


def numbers(case: Path) -> list[int]:
    return [row["tg_id"] for row in messages_in(case)]


def all_acts(case: Path) -> list[str]:
    return [json.loads(line)["act"] for line in (case / "ledger.jsonl").read_text().splitlines()]


def with_record(run: Path, change: Callable[[dict[str, Any]], object]) -> None:
    """Edits the record of a run."""
    said = json.loads((run / "collection.json").read_text())
    change(said)
    (run / "collection.json").write_text(json.dumps(said))


def unended(run: Path) -> None:
    """Makes it a run that was killed."""
    with_record(run, lambda said: said.pop("ended"))


@pytest.fixture
def waiting(site: PreviewSite, case: Path) -> Path:
    """A run that was not taken in."""
    collect(site, case, "markt_plein", "--no-import")
    (run,) = runs(case)
    return run


def test_a_page_that_is_gone_when_the_rest_is_taken_in_is_asked_for_again(
    site: PreviewSite, case: Path, waiting: Path
) -> None:
    (waiting / PAGE).unlink()
    told = collect(site, case, "markt_plein", "--json")
    assert f"of its files 1 not there any more ({PAGE})" in told.stderr
    assert {"folder": waiting.name, "changed": [], "missing": [PAGE], "taken_in": True} in json.loads(
        told.stdout
    )["earlier"]
    assert numbers(case) == list(range(1, 13))
    before = all_acts(case)
    told = collect(site, case, "markt_plein")
    assert "earlier run" not in told.stderr  # what is gone does not come by taking the rest in again
    assert all_acts(case)[len(before) :] == ["collect", "seal"]


def test_a_page_that_was_changed_is_said_and_asked_for_again(
    site: PreviewSite, case: Path, waiting: Path
) -> None:
    (waiting / PAGE).write_bytes((waiting / PAGE).read_bytes().replace(b"verkocht", b"gekocht") + b" ")
    asked = len(site.asked)
    told = collect(site, case, "markt_plein")
    assert f"of its files 1 changed since it came ({PAGE})" in told.stderr
    assert any("before=" in str(one) for one in site.asked[asked:])
    before = all_acts(case)
    assert "earlier run" not in collect(site, case, "markt_plein").stderr
    assert all_acts(case)[len(before) :] == ["collect", "seal"]


@pytest.mark.parametrize("half", [None, '{"chats":'])
def test_a_run_that_waits_without_its_record_is_closed_by_what_the_ledger_has(
    site: PreviewSite, case: Path, waiting: Path, half: str | None
) -> None:
    record = waiting / "collection.json"
    record.unlink()
    if half:
        record.write_text(half)
    told = collect(site, case, "markt_plein")
    assert numbers(case) == list(range(1, 13))
    assert "the ledger has it" in told.stderr
    assert (record_of(waiting)["authorisation"], record_of(waiting)["chats"]) == ("A-1", ["markt_plein"])
    assert checksums(waiting) <= sealed_in(case)
    assert len(acts(case, "collect")) == 2


def test_a_folder_that_cannot_be_put_in_order_is_said_and_stops_nobody(
    site: PreviewSite, case: Path, waiting: Path
) -> None:
    (waiting / "collection.json").unlink()
    (waiting / "collection.json").mkdir()
    told = collect(site, case, "markt_plein", "--json")
    assert f"{waiting.name}, of an earlier run, could not be put in order: Is a directory." in told.stderr
    assert json.loads(told.stdout)["earlier"] == [
        {"folder": waiting.name, "taken_in": False, "why": "Is a directory"}
    ]


def test_messages_of_a_chat_of_which_the_file_is_gone_are_asked_for_again(
    telegram: Standing, chats: Path
) -> None:
    def filled(server: Any) -> None:
        for number in range(1, 20):
            server.post(CHANNEL, f"bericht {number}")

    telegram.do(filled)
    with_account(chats, "login")
    with_account(chats, "chats", "markt_groningen", "--no-import")
    (run,) = (chats / "collected").glob("*-chats")
    (run / f"chat-{CHANNEL}.ndjson").unlink()
    with_account(chats, "chats", "markt_groningen")
    assert numbers(chats) == list(range(1, 20))


def test_a_log_that_says_more_than_was_collected_is_not_gone_by(
    site: PreviewSite, case: Path, waiting: Path
) -> None:
    log = waiting / "requests.jsonl"
    lines = [json.loads(line) for line in log.read_text().splitlines()]
    log.write_text("".join(json.dumps(line | {"first": 1, "last": 99}) + "\n" for line in lines))
    site.channels["markt_plein"].numbers += list(range(13, 31))
    told = collect(site, case, "markt_plein")
    assert "requests.jsonl has another checksum than the ledger tells" in told.stderr
    assert numbers(case) == list(range(1, 31))


def test_a_folder_that_is_no_run_is_not_made_one(site: PreviewSite, case: Path, waiting: Path) -> None:
    notes = case / "collected" / "notes"
    notes.mkdir()
    (notes / "notes.txt").write_text("x")
    shutil.copytree(waiting, waiting.with_name("20200101T000000Z-previews"))
    told = collect(site, case, "markt_plein")
    assert "cut off" not in told.stderr
    assert [path.name for path in notes.iterdir()] == ["notes.txt"]
    folders = [act["outputs"]["folder"] for act in acts(case, "collect")]
    assert folders[0] == waiting.name
    assert len(folders) == 2


def test_links_in_a_folder_lead_nowhere(site: PreviewSite, case: Path, tmp_path: Path) -> None:
    (tmp_path / "dear").write_text("dear")
    collect(site, case, "besloten", check=False)
    (run,) = runs(case)
    unended(run)
    (run / ".collection.json").symlink_to(tmp_path / "dear")
    (run / "x.answer").symlink_to(tmp_path / "dear")
    collect(site, case, "besloten", check=False)
    assert (tmp_path / "dear").read_text() == "dear"
    assert "x.answer" not in record_of(run)["files"]
    before = all_acts(case)
    collect(site, case, "besloten", check=False)
    assert all_acts(case)[len(before) :] == ["collect", "seal"]  # it is not sealed again and again


HOSTILE = {
    "deep": "[" * 200_000,
    "long": json.dumps(
        {"n": 9, "chat": "x" * 5000, "file": "x" * 5000, "messages": 1, "first": 1, "last": 1}
    ),
    "chat": json.dumps({"n": 9, "chat": "x" * 5000, "messages": 1, "first": 1, "last": 1}),
    "nul": json.dumps({"n": 9, "chat": "\0", "file": "\0", "messages": 1, "first": 1, "last": 1}),
    "half sign": json.dumps({"n": 9, "chat": "\ud800", "file": "\ud800"}),
    "digits": '{"n":1,"bytes":' + "9" * 4300 + '}\n{"n":2,"bytes":' + "9" * 4300 + "}",
}


@pytest.mark.parametrize("line", HOSTILE.values(), ids=HOSTILE)
def test_a_line_in_a_log_stops_nobody(site: PreviewSite, case: Path, waiting: Path, line: str) -> None:
    unended(waiting)
    with (waiting / "requests.jsonl").open("a") as log:
        log.write(line + "\n")
    assert "of an earlier run, was taken in: 12 records" in collect(site, case, "markt_plein").stderr
    assert inside("audit", "--verify", "-w", case).returncode == 0


@pytest.mark.parametrize("value", ["\ud800", float("nan"), float("inf")])
def test_a_record_that_cannot_be_written_again_stops_nobody(
    site: PreviewSite, case: Path, waiting: Path, value: object
) -> None:
    unended(waiting)
    with_record(waiting, lambda said: said.update(site=value))
    assert collect(site, case, "markt_plein").returncode == 0
    assert numbers(case) == list(range(1, 13))


def test_a_pipe_in_a_folder_is_not_waited_for(site: PreviewSite, case: Path, waiting: Path) -> None:
    (waiting / "requests.jsonl").unlink()
    os.mkfifo(waiting / "requests.jsonl")
    words = (
        "collect",
        "previews",
        "markt_plein",
        "--site",
        site.address,
        "--authorisation",
        "A-1",
        "-w",
        str(case),
    )
    assert in_time(*words) == 0


def in_time(*words: str) -> int:
    """What a command gives in a process of its own; it is ended if it takes too long."""
    return subprocess.run(
        [sys.executable, "-m", "schakel", *words], timeout=30, check=False, capture_output=True
    ).returncode


def test_a_ground_in_a_record_cannot_write_on_the_terminal_nor_into_the_command(
    site: PreviewSite, case: Path, waiting: Path
) -> None:
    for ground in ("A-1\x1b[2J", "A-1; rm -rf ~ #"):
        with_record(waiting, lambda said, ground=ground: said.update(authorisation=ground))  # type: ignore[misc]
        told = collect(site, case, "markt_plein", "--no-import").stderr
        assert "\x1b" not in told
        assert "rm -rf" not in told
        assert " --authorisation ID\n" in told


def test_a_login_that_was_killed_after_it_was_sealed_left_nothing_behind(
    telegram: Standing, chats: Path, rsa_key: RSAPrivateKey
) -> None:
    killed_at("schakel.collecting.captures:Capture:tell", 2, rsa_key, *words_of(chats, "login"))
    assert SealedLogin(chats).exists()
    told = with_account(chats, "list")
    assert "-login was cut off" in told.stderr
    assert "Telegram may hold a session" not in told.stderr
    assert "session_left" not in acts(chats, "collect")[0]["outputs"]


@pytest.mark.parametrize("record", ['{"chats":', "[]", None])
def test_what_is_to_be_destroyed_is_found_without_the_record(
    site: PreviewSite, case: Path, record: str | None
) -> None:
    collect(site, case, "markt_plein")
    (run,) = runs(case)
    digests = {path: sha256(path.read_bytes()).hexdigest() for path in run.glob("sent.jsonl")}
    (run / "collection.json").unlink()
    if record:
        (run / "collection.json").write_text(record)
    for path, digest in digests.items():
        assert path in collected_copies(case, digest)
