"""All that leaves the machine has its line before it leaves: what was asked, what is asked again, and what the library sends by itself."""

import asyncio
import errno
import json
import os
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey

from schakel.collecting.captures import Capture
from schakel.collecting.mtproto.refusal import RefusalError
from schakel.collecting.mtproto.run import Outcome
from schakel.collecting.mtproto.sealed_login import Login
from tests.collecting.mtproto.collector import Collector, collecting, lines
from tests.collecting.mtproto.conftest import APP, CHANNEL
from tests.collecting.mtproto.loopback import Loopback


def sent(outcome: Outcome) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (outcome.folder / "sent.jsonl").read_text().splitlines()]


def names(outcome: Outcome) -> list[str]:
    return [line["request"] for line in sent(outcome)]


async def arrived(server: Loopback, outcome: Outcome) -> list[str]:
    """What arrived, once the last of it had the time to."""
    for _ in range(100):
        if len(server.arrived) == outcome.sent:
            break
        await asyncio.sleep(0.01)
    return server.arrived


def test_every_message_that_arrives_was_written_down_in_its_order(
    rsa_key: RSAPrivateKey, tmp_path: Path
) -> None:
    async def work(server: Loopback, one: Collector) -> None:
        server.post(CHANNEL, "foto", media=server.photo(7, b"\xff\xd8" + bytes(600_000), dc=4))
        server.arrived.clear()
        came = server.bytes_in
        outcome = await one.run("markt_groningen", media=True)
        assert names(outcome) == await arrived(server, outcome)
        packets = {line["packet"]: line["bytes"] for line in sent(outcome)}
        frame = 12  # of the transport: length, number, checksum
        assert sum(packets.values()) + frame * len(packets) == server.bytes_in - came
        assert [line["n"] for line in sent(outcome)] == list(range(1, outcome.sent + 1))
        assert {"reqPqMulti", "msgs_ack", "auth.importAuthorization", "upload.getFile"} <= set(names(outcome))
        assert all(line["at"] for line in sent(outcome))
        (hello, *_) = [line for line in sent(outcome) if line["request"] == "help.getConfig"]
        assert hello["around"] == ["invokeWithLayer", "invokeWithoutUpdates", "initConnection"]
        asked = [line for line in sent(outcome) if line["request"] == "messages.getHistory"]
        assert asked[0]["arguments"]["peer"]["channel_id"] == CHANNEL
        whole = (outcome.folder / "sent.jsonl").read_text()
        for secret in (APP[1], str(APP[0]), str(CHANNEL * 11), one.login.session.split(" ")[3]):
            assert secret not in whole

    collecting(rsa_key, tmp_path, work, posts=150)


def test_what_is_sent_again_with_another_salt_has_a_line_again(
    rsa_key: RSAPrivateKey, tmp_path: Path
) -> None:
    async def work(server: Loopback, one: Collector) -> None:
        server.arrived.clear()
        server.wrong_salts = 1
        outcome = await one.run("markt_groningen")
        assert outcome.stopped is None
        assert names(outcome) == await arrived(server, outcome)
        assert names(outcome).count("help.getConfig") == 2
        assert [line["request"] for line in lines(outcome)].count("help.getConfig") == 1

    collecting(rsa_key, tmp_path, work, posts=3)


def test_what_the_library_answers_by_itself_has_its_line(rsa_key: RSAPrivateKey, tmp_path: Path) -> None:
    async def work(server: Loopback, one: Collector) -> None:
        server.arrived.clear()

        async def sleep(_: float) -> None:
            server.ask_for_state()
            await asyncio.sleep(0.02)

        one.pause = sleep
        outcome = await one.run("markt_groningen")
        assert names(outcome) == await arrived(server, outcome)
        assert "msgs_state_info" in names(outcome)

    collecting(rsa_key, tmp_path, work, posts=3)


def test_a_request_without_an_answer_has_its_line_already(rsa_key: RSAPrivateKey, tmp_path: Path) -> None:
    async def work(server: Loopback, one: Collector) -> None:
        written: list[list[str]] = []
        answer = server.answer

        def looks(line: Any, request: Any) -> Any:
            (folder,) = one.folder.glob("*-chats")
            said = (folder / "sent.jsonl").read_text().splitlines()
            written.append([name for line in said if (name := json.loads(line)["request"]) != "msgs_ack"])
            return answer(line, request)

        server.answer = looks  # type: ignore[method-assign]
        await one.run("markt_groningen")
        assert [there[-1] for there in written] == server.names

    collecting(rsa_key, tmp_path, work, posts=3)


def test_what_cannot_be_written_down_does_not_leave(
    rsa_key: RSAPrivateKey, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    leaving = Capture.leaving

    def full(self: Capture, **said: Any) -> None:
        if said["request"] == "messages.getHistory":
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        leaving(self, **said)

    async def work(server: Loopback, one: Collector) -> None:
        monkeypatch.setattr(Capture, "leaving", full)
        outcome = await one.run("markt_groningen")
        assert isinstance(outcome.stopped, RefusalError)
        assert outcome.stopped.happened == (
            "messages.getHistory was not sent: it could not be written down before it left (No space left on device)."
        )
        assert "messages.getHistory" not in server.names

    collecting(rsa_key, tmp_path, work, posts=3)


def test_an_answer_is_on_the_disk_before_the_line_that_names_it(
    rsa_key: RSAPrivateKey, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    flushed: list[str] = []
    fsync = os.fsync

    def seen(descriptor: int) -> None:
        flushed.append(Path(f"/proc/self/fd/{descriptor}").readlink().name)
        fsync(descriptor)

    async def work(_: Loopback, one: Collector) -> None:
        monkeypatch.setattr(os, "fsync", seen)
        outcome = await one.run("markt_groningen")
        kept = [line.get("file") == "answers.tl" for line in lines(outcome)]
        found = [name for name in flushed if name in ("answers.tl", "requests.jsonl")]
        wanted = [name for one in kept for name in (["answers.tl"] * one + ["requests.jsonl"])]
        assert found[: len(wanted)] == wanted
        assert sum(kept) > 2

    collecting(rsa_key, tmp_path, work, posts=3)


def test_a_login_writes_down_what_leaves_and_no_secret(rsa_key: RSAPrivateKey, tmp_path: Path) -> None:
    """Of the exchange of keys only the names."""

    async def work(server: Loopback, one: Collector) -> None:
        one.login = Login("", *APP, server=f"127.0.0.1:{server.port}")
        server.arrived.clear()
        outcome = await one.run("markt_groningen")
        plain = [line for line in sent(outcome) if line.get("encrypted") is False]
        assert [line["request"] for line in plain] == ["reqPqMulti", "reqDHParams", "setClientDHParams"]
        fields = {"n", "at", "packet", "bytes", "encrypted", "request"}
        assert set(plain[0]) == fields | {"ground", "asked_sha256"}
        assert all(set(line) == fields for line in plain[1:])
        assert names(outcome) == await arrived(server, outcome)

    collecting(rsa_key, tmp_path, work)
