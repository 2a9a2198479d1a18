"""A run over chats: everything comes, as the server holds it, nothing that others see changes, and the log tells all of it."""

import stat
from datetime import timedelta
from hashlib import sha256
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from telethon.extensions import BinaryReader

from schakel.collecting.mtproto.manners import manners
from tests.collecting.mtproto.collector import Collector, collecting, lines, numbers, objects
from tests.collecting.mtproto.conftest import APP, CHANNEL, GROUP, OPERATOR
from tests.collecting.mtproto.loopback import START, Loopback, RejectedError


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


def test_the_own_number_of_the_account_is_written_nowhere(rsa_key: RSAPrivateKey, tmp_path: Path) -> None:
    async def work(server: Loopback, one: Collector) -> None:
        server.users[OPERATOR].is_self = True
        server.post(GROUP, "van onszelf", OPERATOR)
        outcome = await one.run("praat_groningen")
        (own,) = [said for said in objects(outcome, GROUP) if said["_"] == "User"]
        assert own["phone"] is None

    collecting(rsa_key, tmp_path, work)
