"""Photos only where they were asked for, only from Telegram's own hosts, and each once."""

import pytest

from schakel.collecting.previews.look import is_of, look_at, pictures_on
from tests.collecting.previews.conftest import Collector, log_of
from tests.collecting.previews.preview_site import PreviewSite, Reply, history_page

HOSTS = ("telesco.pe", "telegram-cdn.org")
JPEG = b"\xff\xd8\xff\xe0 made up"


@pytest.mark.parametrize(
    ("address", "own"),
    [
        ("https://cdn4.telesco.pe/file/abc.jpg", True),
        ("https://TELESCO.PE/file/abc.jpg", True),
        ("https://telesco.pe.elsewhere.example/a.jpg", False),
        ("https://eviltelesco.pe/a.jpg", False),
        ("http://cdn4.telesco.pe/a.jpg", False),
        ("https://cdn4.telesco.pe:8080/a.jpg", False),
        ("https://user@cdn4.telesco.pe/a.jpg", False),
        ("https://elsewhere.example/?telesco.pe", False),
        ("https://[::1/a.jpg", False),
        ("https://cdn4.telesco.pe:x/a.jpg", False),
    ],
)
def test_which_hosts_are_telegrams_own(address: str, own: bool) -> None:
    assert is_of(address, HOSTS) is own


def test_without_media_no_photo_is_asked_for(site: PreviewSite, collector: Collector) -> None:
    site.add("markt", range(1, 4), photo=lambda number: f"{site.address}/file/{number}.jpg")
    collector.collect("markt")
    assert not [path for path in site.paths if path.startswith("/file/")]


def test_photos_come_from_known_hosts_and_once(site: PreviewSite, collector: Collector) -> None:
    places = {
        1: "https://elsewhere.example/1.jpg",
        2: f"{site.address}/file/2.jpg",
        3: f"{site.address}/file/3.jpg",
    }
    site.add("markt", range(1, 4), photo=lambda number: places[number])
    site.always["/file/2.jpg"] = lambda _: Reply(200, JPEG, {"Content-Type": "image/jpeg"})
    site.always["/file/3.jpg"] = lambda _: Reply.page("<script>no photo</script>")
    outcome = collector.collect("markt", media=True)
    refused, taken, page = (line for line in log_of(outcome) if line["kind"] == "photo")
    assert (refused["refused"], refused["asked"], refused["post"]) == (True, places[1], 1)
    assert (outcome.folder / taken["file"]).read_bytes() == JPEG
    assert taken["file"].endswith(".jpg")
    assert page["file"].endswith(".answer")
    assert (outcome.chats[0].photos, outcome.refusals) == (1, 1)
    assert {headers["Accept"] for path, headers in site.asked if path.startswith("/file/")} == {
        "image/jpeg, image/png, image/webp"
    }
    before = len(site.asked)
    collector.collect("markt", media=True)
    assert [path for path in site.paths[before:] if path.startswith("/file/")] == []


def test_photos_of_others_on_a_page_are_passed_over(site: PreviewSite) -> None:
    channel = site.add("markt", [1, 2], photo=lambda number: f"https://cdn.telesco.pe/{number}.jpg")
    page = history_page(channel, [1, 2]).replace("markt/2", "iemand/2").encode()
    assert pictures_on(page, "markt") == [(1, "https://cdn.telesco.pe/1.jpg")]


def test_another_username_of_the_same_chat_is_seen_and_told(site: PreviewSite, collector: Collector) -> None:
    channel = site.add("hoofdnaam", [4, 5])
    site.always["/s/bijnaam"] = lambda _: Reply.page(history_page(channel, [4, 5]))
    outcome = collector.collect("bijnaam")
    assert sorted(outcome.chats[0].numbers) == [4, 5]
    assert log_of(outcome)[0]["named"] == "hoofdnaam"


def test_a_page_that_is_broken_anywhere_gives_what_can_be_read(site: PreviewSite) -> None:
    page = history_page(site.add("markt", range(1, 6)), [1, 2, 3, 4, 5], older=1).encode()
    for length in range(0, len(page), 7):
        looked = look_at(page[:length], "markt")
        assert {post.number for post in looked.posts} <= {1, 2, 3, 4, 5}
        assert looked.history or not looked.posts
    assert look_at(b"\xff\xfe" + page + b"\x00\xc3", "markt").last == 5
    assert look_at(page.replace(b"+00:00", b"+99:99"), "markt").moments == []
    assert look_at(page.replace(b"+00:00", b""), "markt").moments == []


def test_a_photo_that_did_not_come_is_asked_for_in_the_next_run(
    site: PreviewSite, collector: Collector
) -> None:
    site.add("markt", [1], photo=lambda _: f"{site.address}/file/1.jpg")
    site.instead["/file/1.jpg"] = [Reply(404, b"")]
    site.always["/file/1.jpg"] = lambda _: Reply(200, JPEG, {"Content-Type": "image/jpeg"})
    assert [collector.collect("markt", media=True).chats[0].photos for _ in range(3)] == [0, 1, 0]


def test_an_address_that_is_none_is_told_and_the_run_goes_on(site: PreviewSite, collector: Collector) -> None:
    site.add("markt", range(1, 4), photo=lambda _: "https://cdn4.telesco.pe/\x7fa")
    outcome = collector.collect("markt", media=True)
    (refused,) = (line for line in log_of(outcome) if line["kind"] == "photo")
    assert (refused["refused"], refused["why"]) == (True, "it is no address that can be asked for")
    assert (outcome.stopped, outcome.chats[0].ended) == ("", "beginning")
