"""`schakel collect login|list|chats|guard|logout`, as a user types it, against a server on this machine.

The messages that intake has at the end are compared with those that the server holds.
"""

import json
import stat
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from functools import cache
from hashlib import sha256
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import pyarrow.parquet as pq
import pytest
import typer
from telethon.tl import types

from schakel.collecting.mtproto import asking, sealed_login
from schakel.custody.removal import collected_copies
from schakel.showing import cli as showing_cli
from schakel.showing.cli import collect_account
from tests.collecting.mtproto.conftest import APP, CHANNEL, GROUP, _only_our_server, rsa_key
from tests.collecting.mtproto.loopback import PASSWORD, START, Loopback
from tests.collecting.mtproto.standing import Standing, standing
from tests.inside import inside
from tests.showing.cli.test_grounds import authorise

__all__ = ["_only_our_server", "rsa_key"]  # fixtures of the neighbours
PHRASE = "vier paarden in de mist"
_KEYS = cache(sealed_login.hash_secret_raw)  # the key of a phrase, a salt and their costs is always the same


@pytest.fixture
def telegram(rsa_key: Any, _only_our_server: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[Standing]:
    async def no_sleep(_: float) -> None:
        return None

    means = collect_account.Account._means
    monkeypatch.setattr(
        collect_account.Account, "_means", lambda self, *said: replace(means(self, *said), sleep=no_sleep)
    )
    for name in ("HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy", "SCHAKEL_COLLECT_PROXY"):
        monkeypatch.delenv(name, raising=False)
    # A fifth of a second of processor and 64 MiB each: what was sealed here is opened with the key that it was sealed with.
    monkeypatch.setattr(sealed_login, "hash_secret_raw", _KEYS)
    with standing(rsa_key) as stood:
        said = {
            "SERVER": f"127.0.0.1:{stood.server.port}",
            "API_ID": str(APP[0]),
            "API_HASH": APP[1],
            "PHONE": "+31600000001",
            "CODE": "12345",
            "PASSWORD": PASSWORD,
            "PASSPHRASE": PHRASE,
        }
        for name, value in said.items():
            monkeypatch.setenv(f"SCHAKEL_COLLECT_{name}", value)
        yield stood


@pytest.fixture
def case(tmp_path: Path) -> Path:
    authorise(tmp_path / "case", "A-1", "--chats", "@markt_groningen,praat_groningen,-1000000000701")
    return tmp_path / "case"


def collect(case: Path, *words: str, ground: str = "A-1", check: bool = True) -> CompletedProcess[str]:
    where = ("-w", case, *(("--authorisation", ground) if ground else ()))
    return inside("collect", *words, *where, check=check)


def acts(case: Path, act: str) -> list[dict[str, Any]]:
    lines = (json.loads(line) for line in (case / "ledger.jsonl").read_text().splitlines())
    return [line for line in lines if line["act"] == act]


def table(case: Path, name: str) -> list[dict[str, Any]]:
    path = case / "tables" / name
    found = sorted(path.rglob("*.parquet")) if path.is_dir() else [path.with_suffix(".parquet")]
    return [row for one in found for row in pq.read_table(one).to_pylist()]


def filled(server: Loopback) -> None:
    for number in range(1, 131):
        server.post(CHANNEL, f"bericht {number} 🌿 te koop")
    server.post(CHANNEL, "met foto", media=server.photo(7, b"\xff\xd8" + bytes(3000), dc=4))
    server.post(
        CHANNEL,
        "doorgestuurd",
        fwd_from=types.MessageFwdHeader(date=START, from_id=types.PeerUser(101), from_name=None),
    )
    server.post(GROUP, "5 gram speed 50 euro", 101, entities=[types.MessageEntityBold(0, 6)])
    server.post(GROUP, "nog beschikbaar?", 102, reply=1)
    server.post(GROUP, "<script>alert(1)</script>\x1b[31m =1+1", 102, reply=2)


def the_same_as_the_server_holds(telegram: Standing, case: Path) -> None:
    held = {(chat, one.id): one for chat in (CHANNEL, GROUP) for one in telegram.server.messages[chat]}
    rows = table(case, "messages")
    assert len(rows) == len(held)
    accounts = table(case, "accounts")
    (seller,) = [row["account_id"] for row in accounts if row["account_tg_id"] == 101]
    for row in rows:
        one = held[(row["chat_tg_id"], row["tg_id"])]
        assert row["text"] == one.message
        assert row["sent_at"] == one.date
        assert row["reply_to"] == (one.reply_to.reply_to_msg_id if one.reply_to else None)
        assert (row["account_kind"], row["account_tg_id"]) == (
            ("user", one.from_id.user_id) if one.from_id else ("channel", CHANNEL)
        )
        assert row["forwarded_from_id"] == (seller if one.fwd_from else None)
        assert [(mark["type"], mark["start"], mark["end"]) for mark in row["entities"] or ()] == (
            [("bold", 0, 6)] if one.entities else []
        )
    named = {(row["account_tg_id"], row["name"]) for row in accounts}
    assert {(101, "Ans"), (102, "Bo")} <= named
    titles = {(row["chat_tg_id"], row["title"]) for row in table(case, "chats")}
    assert titles == {(CHANNEL, "Markt Groningen"), (GROUP, "Praat Groningen")}
    (photo,) = [row for row in rows if row["media_kind"] == "photo"]
    assert photo["media_status"] == "found"
    assert (case / "sealed" / photo["media_sha256"]).read_bytes() == telegram.server.files[7]


def test_from_login_to_messages_that_equal_those_of_the_server(telegram: Standing, case: Path) -> None:
    telegram.do(filled)
    told = collect(case, "login")
    assert "logged in" in told.stdout
    assert "list of devices" in told.stderr
    assert stat.S_IMODE((case / "collect.login").stat().st_mode) == 0o600
    before = telegram.do(lambda server: server.seen())

    told = collect(
        case, "chats", "markt_groningen", "@praat_groningen", "--members", "--media", "--why", "zaak 12"
    )
    assert telegram.do(lambda server: server.seen()) == before
    assert "markt_groningen (Markt Groningen): 132 messages, 1 photo, 2026-11-01 to 2026-11-01" in told.stdout
    assert "praat_groningen (Praat Groningen): 3 messages, 2 members" in told.stdout
    assert "Taken in: 135 records, 135 of them new messages, 0 known, 0 set apart" in told.stdout

    the_same_as_the_server_holds(telegram, case)

    (act,) = [one for one in acts(case, "collect") if one["inputs"]["kind"] == "chats"]
    assert act["inputs"]["authorisation"] == "A-1"
    assert act["settings"]["why"] == "zaak 12"
    log = (case / "collected" / act["outputs"]["folder"] / "requests.jsonl").read_bytes()
    assert act["outputs"]["requests_sha256"] == sha256(log).hexdigest()
    assert act["outputs"]["requests"] == len(log.splitlines())

    again = collect(case, "chats", "markt_groningen")
    assert (
        "markt_groningen (Markt Groningen): 0 messages; what is older was collected before." in again.stdout
    )
    assert "Taken in" not in again.stdout
    telegram.do(lambda server: server.post(CHANNEL, "van vandaag"))
    told = json.loads(collect(case, "chats", "markt_groningen", "--json").stdout)
    assert told["taken_in"]["new_messages"] == 1
    assert len(table(case, "messages")) == 136


def test_the_list_shows_numbers_and_no_talks_and_logging_out_leaves_no_login(
    telegram: Standing, case: Path
) -> None:
    telegram.do(lambda server: server.channel(701, "Eigen lijst\x1b[31m", None, left=False))
    telegram.do(lambda server: server.post(701, "binnen"))
    collect(case, "login")
    told = collect(case, "list")
    assert "701  channel  Eigen lijst" in told.stdout
    assert "\x1b" not in told.stdout
    assert "1 group or channel; talks between two people are left out." in told.stdout
    (one,) = json.loads(collect(case, "list", "--json").stdout)
    assert (one["number"], one["kind"]) == (701, "channel")
    assert "701 (Eigen lijst<U+001B>[31m): 1 message," in collect(case, "chats", "701", "--no-import").stdout
    assert "has ended" in collect(case, "logout").stdout
    assert not (case / "collect.login").exists()
    assert not telegram.server.logged_in
    assert [one["inputs"]["kind"] for one in acts(case, "collect")] == [
        "login",
        "list",
        "list",
        "chats",
        "logout",
    ]
    gone = collect(case, "chats", "701", check=False)
    assert (gone.returncode, "There is no login" in gone.stderr) == (1, True)


@pytest.mark.parametrize("words", [("login",), ("list",), ("chats", "markt_groningen"), ("logout",)])
def test_without_a_ground_nothing_is_asked(telegram: Standing, case: Path, words: tuple[str, ...]) -> None:
    refused = collect(case, *words, ground="", check=False)
    assert refused.returncode == 1
    assert "Nothing is collected without a written authorisation." in refused.stderr
    assert telegram.server.bytes_in == 0
    assert not (case / "collect.login").exists()


def test_a_ground_does_not_reach_beyond_its_chats(telegram: Standing, case: Path) -> None:
    collect(case, "login")
    came = telegram.server.bytes_in
    refused = collect(case, "chats", "markt_groningen", "elders_iets", check=False)
    assert (refused.returncode, "not in its scope: elders_iets" in refused.stderr) == (1, True)
    assert telegram.server.bytes_in == came


def test_wrong_passphrase_wrong_code_and_no_terminal(
    telegram: Standing, case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SCHAKEL_COLLECT_CODE", "99999")
    refused = collect(case, "login", check=False)
    assert refused.returncode == 1
    assert "is wrong" in refused.stderr
    assert not (case / "collect.login").exists()
    monkeypatch.setenv("SCHAKEL_COLLECT_CODE", "12345")
    collect(case, "login")
    assert "There is a login in this workspace already." in collect(case, "login", check=False).stderr
    monkeypatch.setenv("SCHAKEL_COLLECT_PASSPHRASE", "een heel andere zin")
    assert "does not open the login" in collect(case, "list", check=False).stderr
    monkeypatch.delenv("SCHAKEL_COLLECT_PASSPHRASE")
    assert "SCHAKEL_COLLECT_PASSPHRASE" in collect(case, "list", check=False).stderr


def test_what_the_guard_refuses_is_said_and_in_ledger_and_log(
    telegram: Standing, case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    telegram.do(filled)
    collect(case, "login")
    once = asking.Asker._answer_to

    async def reads_and_marks(self: asking.Asker, request: Any, dc: int | None) -> Any:
        answer = await once(self, request, dc)
        if type(request).__name__ == "GetHistoryRequest":
            await self.client.send_read_acknowledge(request.peer)
        return answer

    monkeypatch.setattr(asking.Asker, "_answer_to", reads_and_marks)
    before = telegram.do(lambda server: server.seen())
    refused = collect(case, "chats", "praat_groningen", "markt_groningen", check=False)
    assert refused.returncode == 1
    assert "The guard refused to send channels.readHistory" in refused.stderr
    assert "1 refused by the guard" in refused.stdout
    assert telegram.do(lambda server: server.seen()) == before
    outputs = acts(case, "collect")[-1]["outputs"]
    assert outputs["refusals"] == 1
    assert "channels.readHistory" in outputs["stopped"]
    log = (case / "collected" / outputs["folder"] / "requests.jsonl").read_text()
    assert [json.loads(line)["request"] for line in log.splitlines() if '"refused":true' in line] == [
        "channels.readHistory"
    ]


def test_a_server_elsewhere_is_no_test(
    telegram: Standing, case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SCHAKEL_COLLECT_SERVER", "10.0.0.1:443")
    assert "no server on this machine" in collect(case, "login", check=False).stderr


def test_a_proxy_is_used_only_if_it_is_said(case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SCHAKEL_COLLECT_SERVER", raising=False)
    monkeypatch.setenv("HTTPS_PROXY", "http://proxy.kantoor:8080")
    refused = collect(case, "list", check=False)
    assert (refused.returncode, "names a proxy, and it was not said" in refused.stderr) == (2, True)
    assert "There is no login" in collect(case, "list", "--proxy", "none", check=False).stderr
    monkeypatch.setattr(collect_account, "find_spec", lambda name: None)
    assert "python-socks" in collect(case, "list", "--proxy", "socks5h://127.0.0.1:9050", check=False).stderr
    monkeypatch.setattr(collect_account, "find_spec", lambda name: name)
    way = collect_account.way_through(collect_account.Proxy("socks5h://jan:geheim%21@127.0.0.1:9050", ""))
    assert way is not None
    assert way.told() == ("socks5", "127.0.0.1", 9050, True, "jan", "geheim!")
    account = collect_account.Account(case, "A-1", "", way)
    assert account._how()["proxy"] == "socks5://127.0.0.1:9050"


def test_what_is_destroyed_is_destroyed_where_it_was_collected_too(telegram: Standing, case: Path) -> None:
    telegram.do(filled)
    collect(case, "login")
    collect(case, "chats", "markt_groningen", "--media")
    (folder,) = (case / "collected").glob("*-chats")
    for path in folder.iterdir():
        digest = sha256(path.read_bytes()).hexdigest()
        assert collected_copies(case, digest) == [path]


def test_without_the_library_it_says_what_to_install(case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.startswith("schakel.collecting.mtproto")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.delitem(sys.modules, "schakel.showing.cli.collect_account")
    monkeypatch.setattr(showing_cli, "collect_account", None)
    monkeypatch.delattr(showing_cli, "collect_account")
    monkeypatch.setitem(sys.modules, "telethon", None)
    refused = collect(case, "list", check=False)
    assert (refused.returncode, "pip install 'schakel[collect]'" in refused.stderr) == (1, True)


def test_the_guard_shows_what_may_go_out() -> None:
    told = inside("collect", "guard").stdout
    assert "messages.getHistory" in told
    assert "channels.joinChannel" not in told
    assert "28 of 823 requests of layer 229 may go out, 795 never" in told
    assert "referer only left out" in told
    assert "Beside them go msgs_ack and msgs_state_info, which are no requests" in told
    assert "messages.search" not in told
    every = inside("collect", "guard", "--all").stdout
    assert sum(line.startswith("never") for line in every.splitlines()) == 795
    machine = json.loads(inside("collect", "guard", "--json").stdout)
    assert len(machine["requests"]) == 823
    assert machine["no_requests"] == ["msgs_ack", "msgs_state_info"]
    assert not [one for one in machine["requests"] if one["when"] and one["effect"] == "visible"]


@pytest.mark.parametrize(
    ("ended", "said"), [(typer.Abort(), "Stopped by hand."), (ValueError(), "It ended on ValueError.")]
)
def test_the_ledger_says_how_a_step_of_the_account_failed(
    telegram: Standing, case: Path, monkeypatch: pytest.MonkeyPatch, ended: Exception, said: str
) -> None:
    collect(case, "login")

    async def fails(*_: object) -> None:
        raise ended

    monkeypatch.setattr(collect_account, "listed", fails)
    with suppress(ValueError):
        collect(case, "list", check=False)
    assert acts(case, "collect")[-1]["outputs"]["stopped"] == said
