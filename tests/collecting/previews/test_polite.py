"""Slowly, obeying who asks to wait, and with a line for every request, also for those that failed."""

import json
import signal
import threading
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from email.utils import format_datetime

import pytest

from schakel.collecting.captures import COLLECTION, Capture
from schakel.collecting.previews.polite import _seconds
from tests.collecting.previews.conftest import Collector, log_of
from tests.collecting.previews.preview_site import PreviewSite, Reply, history_page

NOW = datetime(2026, 12, 2, 4, 0, 0, tzinfo=UTC)


def asked_to_wait(after: str) -> Reply:
    return Reply(429, b"slow", {"Content-Type": "text/plain"} | ({"Retry-After": after} if after else {}))


def test_the_server_was_asked_for_nothing_but_what_the_log_says(
    site: PreviewSite, collector: Collector
) -> None:
    site.add("markt", range(1, 30))
    site.add("plein", range(1, 4))
    site.instead["/s/markt?before=15"] = [Reply(502), asked_to_wait("7")]
    site.instead["/s/plein"] = [Reply(302, b"", {"Location": "https://elsewhere.example/"})]
    outcome = collector.collect("markt", "plein", "nergens")
    assert [f"{site.address}{path}" for path in site.paths] == [line["asked"] for line in log_of(outcome)]
    assert outcome.requests == len(site.paths) > 8
    sent = (outcome.folder / "sent.jsonl").read_text().splitlines()
    assert [json.loads(line)["asked"] for line in sent] == [line["asked"] for line in log_of(outcome)]


def test_what_cannot_be_written_down_first_is_not_asked(
    site: PreviewSite, collector: Collector, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    site.add("markt", range(1, 4))
    monkeypatch.setattr(Capture, "leaving", full)
    assert collector.collect("markt").stopped == "not-written"
    assert site.paths == []


def test_what_the_server_sees_tells_nothing(site: PreviewSite, collector: Collector) -> None:
    site.add("markt", range(1, 30))
    collector.collect("markt")  # every answer sets a cookie and has a mark to ask with the next time
    collector.collect("markt", again=True)
    for _, headers in site.asked:
        assert {name.lower() for name in headers} == {"host", "accept", "accept-encoding"}
        assert "schakel" not in str(headers).lower()
        assert headers["Accept"] == "text/html"
        assert headers["Accept-Encoding"] == "identity"


def test_between_two_requests_is_a_pause_but_not_before_the_first(
    site: PreviewSite, collector: Collector
) -> None:
    site.add("markt", range(1, 12))
    polite = collector.at_a_pause_of(2.0)
    polite.collect("markt")
    assert polite.waited == [2.0, 2.0, 2.0]


@pytest.mark.parametrize(
    ("after", "seconds"),
    [("7", 7.0), ("0", 0.0), ("", 60.0), ("soon", 60.0), ("-5", 60.0), ("²", 60.0)],
)
def test_who_asks_to_wait_is_obeyed(
    site: PreviewSite, collector: Collector, after: str, seconds: float
) -> None:
    site.add("markt", range(1, 4))
    site.instead["/s/markt"] = [asked_to_wait(after)]
    outcome = collector.collect("markt")
    assert collector.waited == ([seconds] if seconds else [])
    assert [line["status"] for line in log_of(outcome)] == [429, 200, 200]
    assert outcome.chats[0].ended == "beginning"


def test_a_date_to_wait_for_is_understood() -> None:
    assert _seconds(format_datetime(NOW + timedelta(seconds=90), usegmt=True), NOW, 1.0) == 90.0
    assert _seconds(format_datetime(NOW - timedelta(days=1), usegmt=True), NOW, 1.0) == 0.0
    assert _seconds("9" * 400, NOW, 1.0) > 1e8


def test_who_asks_for_more_than_is_waited_ends_the_run_in_words(
    site: PreviewSite, collector: Collector
) -> None:
    site.add("markt", range(1, 30))
    site.instead["/s/markt?before=25"] = [asked_to_wait("86400")]
    outcome = collector.collect("markt", "plein")
    first, second = outcome.chats
    assert (outcome.stopped, outcome.why) == (
        "asked-to-wait",
        "the site asks to wait 86,400 seconds (status 429)",
    )
    assert (first.ended, len(first.numbers), second.ended) == ("unfinished", 5, "not-asked")
    assert collector.waited == []
    told = json.loads((outcome.folder / COLLECTION).read_bytes())
    assert told["ended"] == {"markt": "unfinished", "plein": "not-asked"}
    assert told["stopped"] == "asked-to-wait"


def test_who_asks_to_wait_again_and_again_ends_the_run(site: PreviewSite, collector: Collector) -> None:
    site.always["/s/markt"] = lambda _: asked_to_wait("1")
    outcome = collector.collect("markt")
    assert outcome.stopped == "asked-to-wait"
    assert len(site.paths) == collector.manners.waits + 1


@pytest.fixture
def heeding_the_hand() -> Iterator[None]:
    """Ctrl-C stops what runs, also where the tests were started in the background of a shell, which ignores it."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("heeding_the_hand")
def test_stopped_by_hand_in_the_middle_of_an_answer_what_had_come_is_kept_and_marked(
    site: PreviewSite, collector: Collector
) -> None:
    channel = site.add("markt", range(1, 12))
    body = history_page(channel, [1, 2, 3]).encode()
    site.instead["/s/markt?before=7"] = [Reply(200, body, {"Content-Type": "text/html"}, drip=0.01)]
    here = threading.main_thread().ident or 0

    def by_hand() -> None:
        while len(site.paths) < 2:
            time.sleep(0.01)
        time.sleep(0.3)
        signal.pthread_kill(here, signal.SIGINT)

    threading.Thread(target=by_hand).start()
    outcome = collector.collect("markt")
    assert (outcome.stopped, outcome.pages) == ("interrupted", 1)
    line = log_of(outcome)[-1]
    assert (line["status"], line["fault"], line["why"]) == (200, "interrupted", "it was stopped by hand")
    assert line["file"].endswith(".cut")
    kept = (outcome.folder / line["file"]).read_bytes()
    assert 5 < len(kept) < len(body)
    assert body.startswith(kept)
    assert "first" not in line  # what was not whole is not known


def test_a_connection_cut_in_the_middle_is_asked_for_again_and_the_half_is_no_page(
    site: PreviewSite, collector: Collector
) -> None:
    channel = site.add("markt", range(1, 4))
    body = history_page(channel, [1, 2, 3]).encode()
    half = Reply(200, body, {"Content-Type": "text/html"}, cut=len(body) // 2)
    site.instead["/s/markt"] = [half, half]
    outcome = collector.collect("markt")
    first, second, third, _ = log_of(outcome)
    assert (first["fault"], second["fault"], third.get("fault")) == ("cut", "cut", None)
    assert collector.waited == [10.0, 20.0]
    assert first["file"].endswith(".cut")
    assert (outcome.folder / first["file"]).read_bytes() == body[: len(body) // 2]
    assert "posts" not in first
    assert (outcome.chats[0].ended, outcome.chats[0].pages) == ("beginning", 1)


def test_what_stays_cut_is_told_and_the_next_chat_is_asked_for(
    site: PreviewSite, collector: Collector
) -> None:
    cut = Reply(200, b"<html>" * 50, {"Content-Type": "text/html"}, cut=20)
    site.instead["/s/markt"] = [cut] * 3
    site.add("plein", range(1, 4))
    outcome = collector.collect("markt", "plein")
    assert [told.ended for told in outcome.chats] == ["cut", "beginning"]
    assert "ended in the middle" in outcome.chats[0].why


def test_a_site_that_cannot_be_reached_ends_the_run(site: PreviewSite, collector: Collector) -> None:
    site.address = "http://127.0.0.1:1"
    outcome = collector.collect("markt", "plein")
    assert outcome.stopped == "unreachable"
    assert [line["fault"] for line in log_of(outcome)] == ["unreachable"] * 3
    assert [told.ended for told in outcome.chats] == ["unfinished", "not-asked"]


def test_after_the_last_day_of_the_ground_nothing_is_asked(site: PreviewSite, collector: Collector) -> None:
    site.add("markt", range(1, 4))
    collector.until = date(2026, 12, 1)
    outcome = collector.collect("markt")
    assert (outcome.stopped, site.paths) == ("ground-ended", [])
    assert "ended on 2026-12-01" in outcome.why


def test_stopped_by_hand_keeps_what_came_and_logs_what_was_being_asked(
    site: PreviewSite, collector: Collector, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.add("markt", range(1, 30))
    from schakel.collecting.previews.asking import Asker  # noqa: PLC0415 - the one thing that is changed here

    ask = Asker.ask

    def stopped_at_the_third(asker: Asker, *words: object) -> object:
        if len(site.paths) == 2:
            raise KeyboardInterrupt
        return ask(asker, *words)  # type: ignore[arg-type]

    monkeypatch.setattr(Asker, "ask", stopped_at_the_third)
    outcome = collector.collect("markt", "plein")
    assert outcome.stopped == "interrupted"
    lines = log_of(outcome)
    assert [line["n"] for line in lines] == [1, 2, 3]
    assert lines[2]["fault"] == "interrupted"
    assert len(outcome.chats[0].numbers) == 10
    monkeypatch.undo()
    (told,) = collector.collect("markt").chats  # and goes on from there
    assert (told.ended, told.new) == ("beginning", 19)
    assert f"{site.address}/s/markt?before=25" not in [line["asked"] for line in log_of_last(collector)]


def log_of_last(collector: Collector) -> list[dict[str, object]]:
    return [dict(line) for line in list(collector.runs())[-1].requests]


def test_a_disk_without_room_ends_the_run_in_words(
    site: PreviewSite, collector: Collector, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    site.add("markt", range(1, 4))
    monkeypatch.setattr("schakel.collecting.captures.Capture.keep", full)
    outcome = collector.collect("markt")
    assert (outcome.stopped, len(site.paths)) == ("not-written", 1)
    assert "No space left on device" in outcome.why
