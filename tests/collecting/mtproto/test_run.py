"""A run over chats: everything comes, as the server holds it, nothing that others see changes, and the log tells all of it."""

import asyncio
import json
import stat
from collections.abc import Awaitable, Callable
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from telethon.extensions import BinaryReader
from telethon.tl import functions as ask

from schakel.collecting.mtproto.asking import Asker, DeniedError, EndedError
from schakel.collecting.mtproto.history import History
from schakel.collecting.mtproto.manners import manners
from schakel.collecting.mtproto.one_chat import OneChat
from schakel.collecting.mtproto.places import asked_for
from schakel.collecting.mtproto.refusal import RefusalError
from schakel.collecting.mtproto.run import Means, Outcome, collect_chats
from schakel.collecting.mtproto.sealed_login import Login
from schakel.collecting.mtproto.told_chats import Order, Wanted
from tests.collecting.mtproto.conftest import APP, CHANNEL, GROUP, OPERATOR, logged_in, market, soon
from tests.collecting.mtproto.loopback import START, Loopback, RejectedError

NOW = datetime(2026, 12, 2, 4, 0, tzinfo=UTC)


class Collector:
    """Runs over a server's chats into one folder, as the operator would day after day."""

    def __init__(self, server: Loopback, session: str, folder: Path) -> None:
        self.server, self.folder = server, folder
        self.login = Login(session, *APP)
        self.slept: list[float] = []
        self.told: list[tuple[str, int, int]] = []
        self.now = NOW
        self.pause: Callable[[float], Awaitable[None]] = self._no_sleep

    async def _no_sleep(self, _: float) -> None:
        return None

    async def run(self, *names: str, until: date = date(2027, 1, 1), **wanted: Any) -> Outcome:
        async def sleep(seconds: float) -> None:
            self.slept.append(seconds)
            await self.pause(seconds)

        self.server.asked.clear()
        self.now += timedelta(minutes=1)
        means = Means(manners(), lambda: self.now, sleep, report=lambda *said: self.told.append(said))
        order = Order([asked_for(name) for name in names], Wanted(**wanted), "A-1", until)
        return await collect_chats(order, self.login, means, self.folder)


def lines(outcome: Outcome) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (outcome.folder / "requests.jsonl").read_text().splitlines()]


def objects(outcome: Outcome, chat: int = CHANNEL) -> list[dict[str, Any]]:
    path = outcome.folder / f"chat-{chat}.ndjson"
    return [json.loads(line) for line in path.read_text().splitlines()] if path.exists() else []


def numbers(outcome: Outcome, chat: int = CHANNEL) -> list[int]:
    return [one["id"] for one in objects(outcome, chat) if one["_"].startswith("Message")]


def collecting(
    key: RSAPrivateKey, folder: Path, work: Callable[[Loopback, Collector], Awaitable[None]], posts: int = 0
) -> None:
    async def within() -> None:
        async with await market(key) as server:
            for number in range(1, posts + 1):
                server.post(CHANNEL, f"bericht {number} 🌿")
            await work(server, Collector(server, await logged_in(server), folder))

    soon(within())


def test_everything_comes_and_nothing_that_others_see_changes(rsa_key: RSAPrivateKey, tmp_path: Path) -> None:
    async def work(server: Loopback, one: Collector) -> None:
        server.post(GROUP, "te koop", 101)
        server.post(GROUP, "hoeveel?", 102, reply=1)
        server.post(GROUP, "als beheerder")
        before = server.seen()
        outcome = await one.run("@Markt_Groningen", "praat_groningen", members=True)
        assert server.seen() == before
        assert outcome.stopped is None
        assert numbers(outcome) == list(range(230, 0, -1))
        assert [told.ended for told in outcome.chats] == ["beginning", "beginning"]
        assert [told.title for told in outcome.chats] == ["Markt Groningen", "Praat Groningen"]
        assert (outcome.chats[0].earliest, outcome.chats[0].latest) == (
            START + timedelta(minutes=1),
            START + timedelta(minutes=230),
        )
        assert outcome.chats[1].members == 2
        held = {message.id: message for message in server.messages[GROUP]}
        for said in objects(outcome, GROUP):
            if said["_"] == "Message":
                assert said["message"] == held[said["id"]].message
                assert said["date"] == held[said["id"]].date.isoformat()
        names = {said["first_name"] for said in objects(outcome, GROUP) if said["_"] == "User"}
        assert names == {"Ans", "Bo"}
        assert one.told[-1] == ("reading praat_groningen", 3, 0)

    collecting(rsa_key, tmp_path, work, posts=230)


def test_the_log_tells_every_request_and_no_secret(rsa_key: RSAPrivateKey, tmp_path: Path) -> None:
    async def work(server: Loopback, one: Collector) -> None:
        server.post(CHANNEL, "foto", media=server.photo(7, b"\xff\xd8" + bytes(600_000), dc=4))
        outcome = await one.run("markt_groningen", "niemand_hier", "+31600000002abc", media=True)
        told = lines(outcome)
        assert [line["request"] for line in told] == server.names
        assert len(told) == outcome.requests
        assert [line["n"] for line in told] == list(range(1, len(told) + 1))
        raw = (outcome.folder / "answers.tl").read_bytes()
        for line in told:
            if line.get("file") == "answers.tl":
                body = raw[line["begins"] : line["begins"] + line["bytes"]]
                assert sha256(body).hexdigest() == line["sha256"]
                assert type(BinaryReader(body).tgread_object()).__name__ == line["answer"]
        whole = (outcome.folder / "requests.jsonl").read_bytes()
        said = str([{name: value for name, value in line.items() if name != "sha256"} for line in told])
        for secret in (
            APP[1],
            str(APP[0]),
            str(CHANNEL * 11),
            "31600000001",
            one.login.session.split(" ")[3],
        ):
            assert secret not in said
        assert b"31600000001" not in b"".join(path.read_bytes() for path in outcome.folder.iterdir())
        assert sha256(whole).hexdigest() == outcome.digest
        assert all(stat.S_IMODE(path.stat().st_mode) == 0o600 for path in outcome.folder.iterdir())
        assert stat.S_IMODE(outcome.folder.stat().st_mode) == 0o700

    collecting(rsa_key, tmp_path, work, posts=5)


def test_a_second_run_asks_only_for_what_is_new(rsa_key: RSAPrivateKey, tmp_path: Path) -> None:
    async def work(server: Loopback, one: Collector) -> None:
        await one.run("markt_groningen")
        assert numbers(again := await one.run("markt_groningen")) == []
        assert again.chats[0].ended == "known"
        assert "contacts.resolveUsername" not in server.names  # it is remembered
        server.post(CHANNEL, "nieuw")
        outcome = await one.run("markt_groningen")
        assert numbers(outcome) == [121]
        asked = [request for name, request, _ in server.asked if name == "messages.getHistory"]
        assert {request.min_id for request in asked} == {120}
        assert numbers(await one.run("markt_groningen", again=True)) == list(range(121, 0, -1))

    collecting(rsa_key, tmp_path, work, posts=120)


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


def test_back_to_a_day_and_then_further(rsa_key: RSAPrivateKey, tmp_path: Path) -> None:
    async def work(server: Loopback, one: Collector) -> None:
        outcome = await one.run("markt_groningen", since=START + timedelta(minutes=150))
        assert numbers(outcome) == list(range(250, 149, -1))
        assert outcome.chats[0].ended == "since"
        assert numbers(await one.run("markt_groningen", since=START + timedelta(minutes=150))) == []
        outcome = await one.run("markt_groningen", since=START + timedelta(minutes=140))
        assert numbers(outcome) == list(range(149, 139, -1))

    collecting(rsa_key, tmp_path, work, posts=250)


def test_at_most_so_many_messages(rsa_key: RSAPrivateKey, tmp_path: Path) -> None:
    async def work(server: Loopback, one: Collector) -> None:
        outcome = await one.run("markt_groningen", limit=120)
        assert numbers(outcome) == list(range(250, 130, -1))
        assert outcome.chats[0].ended == "pages"

    collecting(rsa_key, tmp_path, work, posts=250)


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


def test_there_is_a_pause_before_every_request(rsa_key: RSAPrivateKey, tmp_path: Path) -> None:
    async def work(server: Loopback, one: Collector) -> None:
        outcome = await one.run("markt_groningen")
        pauses = one.slept.count(manners().waiting.pause_seconds)
        assert pauses == outcome.requests - 2  # the hello, and the first
        assert one.slept.count(manners().waiting.name_pause_seconds) == 1

    collecting(rsa_key, tmp_path, work, posts=150)


def test_what_must_be_joined_or_is_a_person_is_told_and_never_joined(
    rsa_key: RSAPrivateKey, tmp_path: Path
) -> None:
    async def work(server: Loopback, one: Collector) -> None:
        server.channel(503, "Dicht", "dichte_markt")
        before = server.seen()
        server.rejects.append(("channels.getFullChannel", RejectedError(400, "CHANNEL_PRIVATE")))
        names = (
            "dichte_markt",
            "ans_verkoopt",
            "t.me/+abcdefgh12",
            "-1000000000777",
            "niemand_hier",
            "markt_groningen",
        )
        outcome = await one.run(*names)
        assert [told.why for told in outcome.chats] == [
            "it is private: only members can read it, and nothing is joined",
            "it is a person or a bot, not a chat, and talks between two people are not read",
            "“Gesloten markt” must be joined to be read, and nothing is joined",
            "it is not in the account's own list, and a number alone leads nowhere",
            "nobody has this name",
            "its first message was reached",
        ]
        assert outcome.stopped is None
        assert server.seen() == before

    collecting(rsa_key, tmp_path, work, posts=3)


def test_a_small_group_and_a_private_channel_of_the_list_are_read_by_number(
    rsa_key: RSAPrivateKey, tmp_path: Path
) -> None:
    async def work(server: Loopback, one: Collector) -> None:
        server.small_group(700, "Vier vrienden")
        server.post(700, "in het klein", 101)
        server.channel(701, "Eigen lijst", None, left=False)
        server.post(701, "binnen")
        outcome = await one.run("700", "t.me/c/701/1", "701")
        assert numbers(outcome, 700) == [1]
        assert numbers(outcome, 701) == [1]
        assert server.names.count("messages.getDialogs") == 1
        assert [told.ended for told in outcome.chats] == ["beginning", "beginning", "twice"]
        private = [line for line in lines(outcome) if line["request"] == "messages.getDialogs"]
        assert all("file" not in line for line in private)  # the list shows talks of two

    collecting(rsa_key, tmp_path, work)


def test_one_chat_under_two_names_is_read_once(rsa_key: RSAPrivateKey, tmp_path: Path) -> None:
    async def work(server: Loopback, one: Collector) -> None:
        server.chats[CHANNEL].left = False
        outcome = await one.run("markt_groningen", str(CHANNEL))
        assert [told.ended for told in outcome.chats] == ["beginning", "twice"]

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


def test_the_own_number_of_the_account_is_written_nowhere(rsa_key: RSAPrivateKey, tmp_path: Path) -> None:
    async def work(server: Loopback, one: Collector) -> None:
        server.users[OPERATOR].is_self = True
        server.post(GROUP, "van onszelf", OPERATOR)
        outcome = await one.run("praat_groningen")
        (own,) = [said for said in objects(outcome, GROUP) if said["_"] == "User"]
        assert own["phone"] is None

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
