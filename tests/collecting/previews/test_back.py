"""Back through a chat: to a day, to the beginning, to what is known; and never takes what is hidden for what is empty."""

from datetime import UTC, datetime
from hashlib import sha256

import pytest

from tests.collecting.previews.conftest import Collector, log_of
from tests.collecting.previews.preview_site import PAGE, PreviewSite, Reply, history_page


def asked_for_posts(site: PreviewSite) -> list[str]:
    return [path for path in site.paths if path.startswith("/s/")]


def test_pages_come_from_the_newest_back_to_the_beginning(site: PreviewSite, collector: Collector) -> None:
    site.add("Markt_Plein", range(1, 13))
    outcome = collector.collect("markt_plein")
    (told,) = outcome.chats
    assert asked_for_posts(site) == ["/s/markt_plein", "/s/markt_plein?before=8", "/s/markt_plein?before=3"]
    assert (told.ended, told.pages, sorted(told.numbers)) == ("beginning", 3, list(range(1, 13)))
    assert told.size == "1 234 subscribers"
    assert told.as_json()["from"] == "2026-11-01T13:00:00Z"
    assert told.as_json()["to"] == "2026-11-02T00:00:00Z"
    assert outcome.stopped == ""


def test_what_came_lies_there_byte_for_byte_and_the_log_says_what_it_was(
    site: PreviewSite, collector: Collector
) -> None:
    channel = site.add("markt", range(1, 8), text=lambda number: f"één 💊 {number} <script>x</script>")
    outcome = collector.collect("markt")
    newest, older, about = log_of(outcome)
    body = history_page(channel, [3, 4, 5, 6, 7], older=3).encode()
    assert (outcome.folder / newest["file"]).read_bytes() == body
    assert newest["sha256"] == sha256(body).hexdigest()
    assert newest["asked"] == f"{site.address}/s/markt"
    assert (newest["status"], newest["posts"], newest["first"], newest["last"]) == (200, 5, 3, 7)
    assert newest["headers"]["content-type"] == "text/html; charset=utf-8"
    assert "date" in newest["headers"]
    assert "beginning" not in newest
    assert (older["before"], older["first"], older["last"], older["beginning"]) == (3, 1, 2, True)
    assert (about["kind"], about["size"]) == ("about", "1 234 subscribers")
    assert outcome.received == sum(line["bytes"] for line in (newest, older, about))


def test_it_stops_at_the_page_that_reaches_beyond_the_day(site: PreviewSite, collector: Collector) -> None:
    site.add("markt", range(1, 101))
    (told,) = collector.collect("markt", since=datetime(2026, 11, 5, tzinfo=UTC)).chats
    assert told.ended == "since"
    # The fifth of November begins with post 84; the page with 81 to 85 is the first that reaches beyond it.
    assert asked_for_posts(site)[-1] == "/s/markt?before=86"
    assert min(told.numbers) == 81


def test_so_many_pages_and_no_more_and_it_says_that_there_are_others(
    site: PreviewSite, collector: Collector
) -> None:
    site.add("markt", range(1, 101))
    (told,) = collector.collect("markt", pages=2).chats
    assert (told.ended, told.pages, len(told.numbers)) == ("pages", 2, 2 * PAGE)
    assert "there are older posts" in told.why


def test_numbers_that_are_gone_are_no_hindrance(site: PreviewSite, collector: Collector) -> None:
    site.add("markt", [2, 3, 900, 901, 902, 903, 5000, 5001])
    (told,) = collector.collect("markt").chats
    assert (told.ended, sorted(told.numbers)) == ("beginning", [2, 3, 900, 901, 902, 903, 5000, 5001])


def test_preview_off_is_said_and_not_followed_but_for_the_page_about_it(
    site: PreviewSite, collector: Collector
) -> None:
    site.add("besloten", range(1, 9))
    site.without_preview.add("besloten")
    outcome = collector.collect("besloten", "nergens_te_vinden")
    hidden, nowhere = outcome.chats
    assert (hidden.ended, nowhere.ended) == ("preview-off", "preview-off")
    assert "does not mean that it is empty" in hidden.why
    assert "there is none of that name" in nowhere.why
    assert site.paths == ["/s/besloten", "/besloten", "/s/nergens_te_vinden", "/nergens_te_vinden"]


def test_a_page_without_a_place_for_posts_is_preview_off_too(site: PreviewSite, collector: Collector) -> None:
    site.add("markt", [])
    site.instead["/s/markt"] = [Reply.page("<html><body>iets anders</body></html>")]
    assert collector.collect("markt").chats[0].ended == "preview-off"


def test_a_history_without_posts_is_told_as_such(site: PreviewSite, collector: Collector) -> None:
    site.add("stil_plein", [])
    (told,) = collector.collect("stil_plein").chats
    assert (told.ended, told.pages, told.numbers) == ("empty", 1, set())


def test_an_answer_that_sends_elsewhere_is_not_followed(site: PreviewSite, collector: Collector) -> None:
    for name, place in {
        "een": "https://elsewhere.example/een",
        "twee": "//127.0.0.1:1/twee",
        "drie": "/login",
        "vier": "/s/iemand_anders",
    }.items():
        site.instead[f"/s/plein_{name}"] = [Reply(302, b"", {"Location": place})]
    outcome = collector.collect(*(f"plein_{name}" for name in ("een", "twee", "drie", "vier")))
    assert [told.ended for told in outcome.chats] == ["elsewhere"] * 4
    assert "https://elsewhere.example/een" in outcome.chats[0].why
    assert site.paths == ["/s/plein_een", "/s/plein_twee", "/s/plein_drie", "/s/plein_vier"]


def test_other_answers_are_told_and_their_bytes_kept(site: PreviewSite, collector: Collector) -> None:
    site.instead["/s/plein_a"] = [Reply(404, b"gone", {"Content-Type": "text/html"})]
    site.instead["/s/plein_b"] = [Reply(403, b"no", {"Content-Type": "text/html"})]
    site.instead["/s/plein_c"] = [Reply(200, b"%PDF-1.7", {"Content-Type": "application/pdf"})]
    outcome = collector.collect("plein_a", "plein_b", "plein_c")
    assert [told.ended for told in outcome.chats] == ["no-page", "refused", "not-a-page"]
    assert "status 403" in outcome.chats[1].why
    assert "application/pdf" in outcome.chats[2].why
    kept = [(outcome.folder / line["file"]).read_bytes() for line in log_of(outcome)]
    assert kept == [b"gone", b"no", b"%PDF-1.7"]
    assert not list(outcome.folder.glob("*.html"))


@pytest.mark.parametrize("told_older", [3, 8, 99])
def test_a_site_that_leads_round_in_a_ring_is_left(
    site: PreviewSite, collector: Collector, told_older: int
) -> None:
    channel = site.add("markt", range(3, 8))
    site.always["/s/markt"] = lambda _: Reply.page(history_page(channel, channel.numbers, older=told_older))
    (told,) = collector.collect("markt").chats
    assert told.ended == "in-a-ring"
    assert len(asked_for_posts(site)) == 2


def test_a_ring_of_pages_without_posts_ends_too(site: PreviewSite, collector: Collector) -> None:
    channel = site.add("markt", [])
    site.always["/s/markt"] = lambda _: Reply.page(history_page(channel, [], older=50))
    (told,) = collector.collect("markt").chats
    assert told.ended == "in-a-ring"
    assert len(asked_for_posts(site)) == 2


def test_hostile_numbers_and_names_lead_nowhere(site: PreviewSite, collector: Collector) -> None:
    post = '<div class="tgme_widget_message" data-post="{}"></div>'
    hostile = (
        "markt/-5",
        "markt/99999999999",
        "markt/0",
        "../etc/1",
        "markt/1 OR 1",
        "iemand_anders/7",
        "markt/٣",
    )
    more = '<a class="tme_messages_more" data-before="{}"></a>'
    page = (
        '<section class="tgme_channel_history">'
        + "".join(more.format(word) for word in ("-1", "9" * 30, "x", "٣"))
        + "".join(post.format(word) for word in (*hostile, "markt/12", "Markt/13"))
        + "</section>"
    )
    site.always["/s/markt"] = lambda _: Reply.page(page)
    (told,) = collector.collect("markt").chats
    assert (told.ended, told.numbers) == ("beginning", {12, 13})


def test_words_are_searched_as_they_are(site: PreviewSite, collector: Collector) -> None:
    site.add("markt", range(1, 30), text=lambda number: "coke & €50" if number % 4 == 0 else "iets")
    outcome = collector.collect("markt", search="coke & €")
    assert asked_for_posts(site)[0] == "/s/markt?q=coke%20%26%20%E2%82%AC"
    assert asked_for_posts(site)[1] == "/s/markt?q=coke%20%26%20%E2%82%AC&before=12"
    assert sorted(outcome.chats[0].numbers) == [4, 8, 12, 16, 20, 24, 28]
    assert log_of(outcome)[0]["search"] == "coke & €"
    # What was searched for has gaps, so a later run without the word begins anew.
    assert collector.collect("markt").chats[0].ended == "beginning"


def test_a_page_that_reaches_down_but_repeats_what_was_there_is_a_ring(
    site: PreviewSite, collector: Collector
) -> None:
    channel = site.add("markt", [20, 21])
    site.instead["/s/markt"] = [Reply.page(history_page(channel, [20, 21], older=20))]
    site.instead["/s/markt?before=20"] = [Reply.page(history_page(channel, [15, 20, 21], older=15))]
    (told,) = collector.collect("markt").chats
    assert (told.ended, len(asked_for_posts(site))) == ("in-a-ring", 2)


def test_an_answer_that_sends_to_no_address_is_not_followed(site: PreviewSite, collector: Collector) -> None:
    site.instead["/s/markt"] = [Reply(302, b"", {"Location": "http://[", "Content-Type": "text/html"})]
    outcome = collector.collect("markt")
    assert (outcome.stopped, outcome.chats[0].ended) == ("", "elsewhere")


def test_what_nobody_foresaw_ends_the_run_and_keeps_what_came(
    site: PreviewSite, collector: Collector, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.add("markt", range(1, 4))

    def broken(*_: object) -> None:
        raise RecursionError

    monkeypatch.setattr("schakel.collecting.previews.back.said_of", broken)
    outcome = collector.collect("markt")
    assert (outcome.stopped, outcome.pages) == ("fault", 1)
    assert "RecursionError" in outcome.why
    assert outcome.digest
