"""What comes beside the messages of a chat: comments under posts, and photos."""

from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from telethon.tl import types

from tests.collecting.mtproto.collector import Collector, collecting, numbers, objects
from tests.collecting.mtproto.conftest import CHANNEL, GROUP
from tests.collecting.mtproto.loopback import START, Loopback, RejectedError


def test_comments_come_with_the_post_that_they_stand_under(rsa_key: RSAPrivateKey, tmp_path: Path) -> None:
    async def work(server: Loopback, one: Collector) -> None:
        server.post(
            GROUP, "wortel", fwd_from=types.MessageFwdHeader(date=START, from_id=types.PeerChannel(CHANNEL))
        )
        for number in range(120):
            server.post(GROUP, f"reactie {number}", 101, reply=1)
        server.messages[CHANNEL][0].replies = types.MessageReplies(120, 1, comments=True, channel_id=GROUP)
        server.comments[(CHANNEL, 1)] = (GROUP, 1)
        before = server.seen()
        outcome = await one.run("markt_groningen", threads=True)
        assert server.seen() == before
        assert outcome.chats[0].comments == 121
        texts = [one["message"] for one in objects(outcome) if one["_"] == "Message"]
        assert texts[3:5] == ["wortel", "reactie 119"]
        assert "messages.getReplies" not in [*server.names[:5]]

    collecting(rsa_key, tmp_path, work, posts=3)


def test_photos_come_from_the_other_data_centre_and_large_ones_stay(
    rsa_key: RSAPrivateKey, tmp_path: Path
) -> None:
    async def work(server: Loopback, one: Collector) -> None:
        body = b"\xff\xd8" + bytes(range(256)) * 2400
        server.post(CHANNEL, "ver weg", media=server.photo(7, body, dc=4))
        server.post(CHANNEL, "dichtbij", media=server.photo(8, b"\xff\xd8" + bytes(100)))
        large = server.photo(9, bytes(1))
        large.photo.sizes = [types.PhotoSize("w", 9000, 9000, 90_000_000)]
        server.post(CHANNEL, "te groot", media=large)
        before = server.seen()
        outcome = await one.run("markt_groningen", media=True)
        assert server.seen() == before
        assert (outcome.folder / f"photo-{CHANNEL}-1.jpg").read_bytes() == body
        assert [one.get("_photo_file") for one in objects(outcome) if one["_"] == "Message"] == [
            None,
            f"photo-{CHANNEL}-2.jpg",
            f"photo-{CHANNEL}-1.jpg",
        ]
        assert outcome.chats[0].photos == 2
        assert outcome.chats[0].notes == ["the photo of message 3 is larger than is fetched"]

    collecting(rsa_key, tmp_path, work)


def test_a_lost_line_to_the_other_data_centre_is_made_again(rsa_key: RSAPrivateKey, tmp_path: Path) -> None:
    async def work(server: Loopback, one: Collector) -> None:
        for number in (7, 8):
            server.post(CHANNEL, "foto", media=server.photo(number, bytes(50), dc=4))
        server.cut_once, server.cut_after = True, 7  # at the first file
        outcome = await one.run("markt_groningen", media=True)
        assert outcome.stopped is None
        assert outcome.chats[0].photos == 2
        assert server.names.count("auth.importAuthorization") == 2

    collecting(rsa_key, tmp_path, work)


def test_messages_of_a_page_are_kept_if_the_line_breaks_at_a_photo(
    rsa_key: RSAPrivateKey, tmp_path: Path
) -> None:
    async def work(server: Loopback, one: Collector) -> None:
        for number in range(1, 6):
            server.post(CHANNEL, "foto", media=server.photo(number, bytes(50)))
        server.rejects.append(("upload.getFile", RejectedError(420, "FLOOD_WAIT_9999")))
        outcome = await one.run("markt_groningen", media=True)
        assert outcome.stopped is not None
        assert numbers(outcome) == [5, 4, 3, 2, 1]

    collecting(rsa_key, tmp_path, work)
