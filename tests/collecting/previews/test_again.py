"""A later run asks for what is missing only: what is newer, what was left undone, what lies between, what is older than asked."""

from datetime import UTC, datetime

from schakel.collecting.captures import Earlier
from schakel.collecting.covered import Covered, Stretch, covered_by
from tests.collecting.previews.conftest import Collector
from tests.collecting.previews.preview_site import PreviewSite, Reply


def pages_asked(site: PreviewSite) -> list[str]:
    asked = [path for path in site.paths if path.startswith("/s/")]
    site.asked.clear()
    return asked


def test_a_second_run_asks_for_what_is_newer_only(site: PreviewSite, collector: Collector) -> None:
    channel = site.add("markt", range(1, 31))
    collector.collect("markt", pages=3)
    pages_asked(site)
    channel.numbers += range(31, 38)
    (told,) = collector.collect("Markt").chats
    assert pages_asked(site) == ["/s/Markt", "/s/Markt?before=33"]
    assert (told.ended, told.new) == ("known", 7)
    (told,) = collector.collect("markt").chats
    assert pages_asked(site) == ["/s/markt"]
    assert (told.ended, told.new, len(told.numbers)) == ("known", 0, 5)


def test_again_asks_for_all(site: PreviewSite, collector: Collector) -> None:
    site.add("markt", range(1, 12))
    collector.collect("markt")
    first = pages_asked(site)
    (told,) = collector.collect("markt", again=True).chats
    assert pages_asked(site) == first
    assert (told.ended, told.new) == ("beginning", 11)


def test_an_earlier_day_is_reached_from_where_the_first_run_ended(
    site: PreviewSite, collector: Collector
) -> None:
    site.add("markt", range(1, 101))
    collector.collect("markt", since=datetime(2026, 11, 5, tzinfo=UTC))  # down to 81
    pages_asked(site)
    (told,) = collector.collect("markt", since=datetime(2026, 11, 4, 20, tzinfo=UTC)).chats
    assert pages_asked(site) == [
        "/s/markt",
        "/s/markt?before=81",
    ]
    assert (told.ended, min(told.numbers)) == ("since", 76)
    assert collector.collect("markt", since=datetime(2026, 11, 5, tzinfo=UTC)).chats[0].ended == "known"
    assert pages_asked(site) == ["/s/markt"]


def test_a_run_that_was_cut_short_is_gone_on_with(site: PreviewSite, collector: Collector) -> None:
    channel = site.add("markt", range(1, 31))
    site.instead["/s/markt?before=21"] = [Reply(500)] * 3
    (told,) = collector.collect("markt").chats
    assert (told.ended, sorted(told.numbers)) == ("refused", list(range(21, 31)))
    pages_asked(site)
    channel.numbers += range(31, 51)
    site.instead["/s/markt?before=41"] = [
        Reply(500)
    ] * 3  # and the next is cut short before it meets the first
    collector.collect("markt")
    pages_asked(site)
    (told,) = collector.collect("markt").chats
    # Down to the second run's end, over what it did not reach, past what the first has, and on from there.
    assert pages_asked(site) == ["/s/markt", *(f"/s/markt?before={n}" for n in (41, 36, 21, 16, 11, 6))]
    assert told.ended == "beginning"
    collector.collect("markt")
    assert pages_asked(site) == ["/s/markt"]
    # All runs together have every post.
    runs = list(collector.runs())
    (covered,) = covered_by(runs, site.address).values()
    assert [(one.low, one.high, one.beginning) for one in covered.stretches] == [(1, 50, True)]
    assert not covered.undone


def test_a_gap_between_two_runs_is_closed_without_asking_for_what_is_known(
    site: PreviewSite, collector: Collector
) -> None:
    channel = site.add("markt", range(1, 11))
    collector.collect("markt")
    channel.numbers += range(11, 41)
    collector.collect("markt", pages=2)  # 31 to 40; 11 to 30 stay out
    pages_asked(site)
    (told,) = collector.collect("markt").chats
    assert pages_asked(site) == ["/s/markt", *(f"/s/markt?before={n}" for n in (31, 26, 21, 16))]
    assert (told.ended, told.new) == ("known", 20)


def test_other_sites_and_other_chats_cover_nothing() -> None:
    line = {"chat": "markt", "site": "https://t.me", "first": 5, "last": 9, "from": "2026-11-01T00:00:00Z"}
    run = Earlier(
        "a",
        {"ended": {"markt": "since"}},
        (line, {"chat": "markt"}, {"n": 7}, line | {"site": "http://[::1]"}),
    )
    known = covered_by([run], "https://t.me")
    assert known == {"markt": Covered((Stretch(5, 9, datetime(2026, 11, 1, tzinfo=UTC)),), undone=False)}
    assert covered_by([run], "https://elsewhere.example") == {}


def test_what_stands_in_a_log_that_was_damaged_does_no_harm() -> None:
    lines = (
        {"chat": "markt", "site": "s", "first": 5, "last": 9, "from": "yesterday", "before": "x"},
        {"chat": 7, "site": "s", "first": 5, "last": 9},
        {"chat": "markt", "site": "s", "first": "5", "last": 9},
    )
    assert covered_by([Earlier("a", {"ended": 7}, lines)], "s") == {
        "markt": Covered((Stretch(5, 9),), undone=True)
    }


def test_a_word_is_searched_also_where_all_was_collected_before(
    site: PreviewSite, collector: Collector
) -> None:
    site.add("markt", range(1, 21))
    collector.collect("markt", pages=2)
    (told,) = collector.collect("markt", search="bericht").chats
    assert (told.ended, len(told.numbers)) == ("beginning", 20)


def test_numbers_asked_for_and_gone_are_covered_too() -> None:
    line = {"chat": "markt", "site": "s", "first": 5, "last": 9, "before": 50}
    (known,) = covered_by([Earlier("a", {}, (line,))], "s").values()
    assert known.stretches == (Stretch(5, 49),)


def test_past_the_first_post_nothing_is_asked_for_whatever_day_was_wanted(
    site: PreviewSite, collector: Collector
) -> None:
    site.add("markt", range(1, 11))
    collector.collect("markt")
    pages_asked(site)
    (told,) = collector.collect("markt", since=datetime(2020, 1, 1, tzinfo=UTC)).chats
    assert (told.ended, pages_asked(site)) == ("known", ["/s/markt"])
