"""A run that is cut off, made to wait, refused or stopped ends in words, keeps what came, and the next goes on from there."""

import asyncio
import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from telethon.tl import functions as ask

from schakel.collecting.mtproto.asking import Asker, DeniedError, EndedError
from schakel.collecting.mtproto.history import History
from schakel.collecting.mtproto.manners import manners
from schakel.collecting.mtproto.one_chat import OneChat
from schakel.collecting.mtproto.refusal import RefusalError
from tests.collecting.mtproto.collector import Collector, collecting, lines, numbers, objects
from tests.collecting.mtproto.conftest import CHANNEL
from tests.collecting.mtproto.loopback import Loopback, RejectedError


def test_a_run_that_was_cut_off_is_kept_and_the_next_closes_the_gap(
    rsa_key: RSAPrivateKey, tmp_path: Path
) -> None:
    async def work(server: Loopback, one: Collector) -> None:
        server.cut_after = 4  # config, name, facts, one page
        outcome = await one.run("markt_groningen")
        assert isinstance(outcome.stopped, EndedError)
        assert "no connection to Telegram" in outcome.stopped.happened
        assert numbers(outcome) == list(range(350, 250, -1))
        assert outcome.chats[0].ended == "unfinished"
        assert one.slept.count(manners().waiting.again_after_seconds) == 2
        server.cut_after = None
        server.post(CHANNEL, "nieuw")
        outcome = await one.run("markt_groningen")
        assert numbers(outcome) == [351, *range(250, 0, -1)]
        assert outcome.chats[0].ended == "beginning"

    collecting(rsa_key, tmp_path, work, posts=350)


def test_a_connection_that_is_lost_once_is_made_again(rsa_key: RSAPrivateKey, tmp_path: Path) -> None:
    async def work(server: Loopback, one: Collector) -> None:
        server.cut_once = True
        server.cut_after = 4
        outcome = await one.run("markt_groningen")
        assert outcome.stopped is None
        assert numbers(outcome) == list(range(150, 0, -1))
        assert "no answer" in [line["answer"] for line in lines(outcome)]

    collecting(rsa_key, tmp_path, work, posts=150)


def test_a_request_to_wait_is_obeyed_and_a_long_one_ends_the_run(
    rsa_key: RSAPrivateKey, tmp_path: Path
) -> None:
    async def work(server: Loopback, one: Collector) -> None:
        server.rejects.append(("messages.getHistory", RejectedError(420, "FLOOD_WAIT_30")))
        outcome = await one.run("markt_groningen")
        assert outcome.stopped is None
        assert 31 in one.slept
        assert [line["seconds"] for line in lines(outcome) if line["answer"] == "WAIT"] == [30]
        server.rejects.append(("channels.getFullChannel", RejectedError(420, "FLOOD_WAIT_54000")))
        outcome = await one.run("markt_groningen", "praat_groningen")
        assert outcome.stopped is not None
        assert "wait 15 hours" in outcome.stopped.happened
        assert [told.ended for told in outcome.chats] == ["unfinished", "not-asked"]
        assert max(one.slept) < manners().waiting.longest_wait_seconds

    collecting(rsa_key, tmp_path, work, posts=3)


def test_who_is_asked_to_wait_again_and_again_stops(rsa_key: RSAPrivateKey, tmp_path: Path) -> None:
    async def work(server: Loopback, one: Collector) -> None:
        wait = ("messages.getHistory", RejectedError(420, "FLOOD_WAIT_2"))
        server.rejects += [wait] * manners().waiting.waits
        assert (await one.run("markt_groningen")).stopped is None
        server.rejects += [wait] * (manners().waiting.waits + 1)
        outcome = await one.run("markt_groningen", again=True)
        assert outcome.stopped is not None
        assert "wait 2 seconds" in outcome.stopped.happened

    collecting(rsa_key, tmp_path, work, posts=3)


def test_a_fault_that_the_guard_catches_ends_the_run_in_words_and_in_the_log(
    rsa_key: RSAPrivateKey, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def marks_it_read(self: OneChat, place: Any, told: Any, objects: Any) -> None:
        await self._asker.ask(ask.channels.ReadHistoryRequest(place.channel, 5))

    async def work(server: Loopback, one: Collector) -> None:
        monkeypatch.setattr(OneChat, "_members", marks_it_read)
        before = server.seen()
        outcome = await one.run("markt_groningen", "praat_groningen", members=True)
        assert isinstance(outcome.stopped, RefusalError)
        assert outcome.stopped.request == "channels.readHistory"
        assert server.seen() == before
        refused = [line for line in lines(outcome) if line.get("refused")]
        assert [line["request"] for line in refused] == ["channels.readHistory"]
        assert outcome.refusals == 1
        assert numbers(outcome) == [3, 2, 1]
        assert [told.ended for told in outcome.chats] == ["beginning", "not-asked"]

    collecting(rsa_key, tmp_path, work, posts=3)


def test_a_login_that_has_ended_is_told(rsa_key: RSAPrivateKey, tmp_path: Path) -> None:
    async def work(server: Loopback, one: Collector) -> None:
        server.logged_in.clear()
        outcome = await one.run("markt_groningen")
        assert outcome.stopped is not None
        assert outcome.stopped.happened.startswith("The login has ended")

    collecting(rsa_key, tmp_path, work, posts=3)


def test_a_ground_that_ends_meanwhile_ends_the_run(rsa_key: RSAPrivateKey, tmp_path: Path) -> None:
    async def work(server: Loopback, one: Collector) -> None:
        outcome = await one.run("markt_groningen", until=date(2026, 12, 1))
        assert outcome.stopped is not None
        assert "ended on 2026-12-01" in outcome.stopped.happened
        assert server.names == ["help.getConfig"]

        def at_midnight(*said: Any) -> None:
            one.now += timedelta(days=1)

        one.told = type("Told", (list,), {"append": at_midnight})()
        outcome = await one.run("markt_groningen", until=date(2026, 12, 2))
        assert outcome.stopped is not None
        assert server.names.count("messages.getHistory") == 1
        assert len(numbers(outcome)) == 100

    collecting(rsa_key, tmp_path, work, posts=150)


def test_stopped_by_hand_what_came_is_kept(rsa_key: RSAPrivateKey, tmp_path: Path) -> None:
    async def work(server: Loopback, one: Collector) -> None:
        running = asyncio.create_task(one.run("markt_groningen"))
        while "messages.getHistory" not in server.names:
            await asyncio.sleep(0.001)
        running.cancel()
        outcome = await running
        assert outcome.stopped is not None
        assert outcome.stopped.happened == "Stopped by hand."
        assert json.loads((outcome.folder / "collection.json").read_text())["stopped"] == "Stopped by hand."

    collecting(rsa_key, tmp_path, work, posts=300)


def test_a_photo_that_was_cut_off_is_kept_marked_and_belongs_to_no_message(
    rsa_key: RSAPrivateKey, tmp_path: Path
) -> None:
    async def work(server: Loopback, one: Collector) -> None:
        body = b"\xff\xd8" + bytes(1_200_000)
        server.post(CHANNEL, "foto", media=server.photo(7, body))
        running = asyncio.create_task(one.run("markt_groningen", media=True))
        while server.names.count("upload.getFile") < 2:
            await asyncio.sleep(0.001)
        running.cancel()
        outcome = await running
        name = f"photo-{CHANNEL}-1.jpg"
        assert json.loads((outcome.folder / "collection.json").read_text())["cut"] == [name]
        kept = (outcome.folder / name).read_bytes()
        assert 0 < len(kept) < len(body)
        assert body.startswith(kept)
        (message,) = [said for said in objects(outcome) if said["_"] == "Message"]
        assert "_photo_file" not in message

    collecting(rsa_key, tmp_path, work)


def test_a_list_that_telegram_does_not_give_ends_the_run_in_words(
    rsa_key: RSAPrivateKey, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def denied(*_: Any, **__: Any) -> None:
        raise DeniedError("INTERNAL")

    async def work(_: Loopback, one: Collector) -> None:
        monkeypatch.setattr(Asker, "ask", denied)
        outcome = await one.run("1234567890")
        assert outcome.stopped is not None
        assert outcome.stopped.happened == "Telegram did not give the account's list of chats (INTERNAL)."

    collecting(rsa_key, tmp_path, work)


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        (OSError(28, "No space left on device"), "could not be written down (No space left on device)"),
        (ValueError("hostile"), "did not foresee what came (ValueError)"),
    ],
)
def test_what_nobody_foresaw_ends_the_run_in_words_and_the_answer_has_its_line(
    rsa_key: RSAPrivateKey, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: Exception, said: str
) -> None:
    def broken(*_: Any) -> None:
        raise fault

    async def work(_: Loopback, one: Collector) -> None:
        monkeypatch.setattr(History, "_seen", broken)
        outcome = await one.run("markt_groningen")
        assert outcome.stopped is not None
        assert said in outcome.stopped.happened
        asked = [line for line in lines(outcome) if line["request"] == "messages.getHistory"]
        assert len(asked) == 1
        assert asked[0]["sha256"]
        assert outcome.digest

    collecting(rsa_key, tmp_path, work, posts=1)
