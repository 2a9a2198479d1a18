"""Opening tags of posts tell the channel by number and name, and when Telegram made the page."""

import base64

import pytest

from schakel.intake.preview_pages.marks import PreviewHead, head_of, marks_in
from tests.intake.previews import CHANNEL, NAME, SEEN, data_view, landing_page, preview_page, preview_post


def told(page: str) -> PreviewHead:
    return head_of(page.encode(), marks_in(page.encode()))


def head(posts: str, **page: str) -> PreviewHead:
    return told(preview_page(posts, **page))


def test_a_page_tells_its_channel_and_when_it_was_made() -> None:
    later = preview_post(2, view=data_view(2, seen=SEEN + 5))
    assert head(preview_post(1) + later) == (NAME, CHANNEL, SEEN + 5, 2)


@pytest.mark.parametrize("number", ["5g", 5])
def test_an_album_and_a_marked_number_tell_the_same(number: int | str) -> None:
    marked = data_view(number, channel=10**12 + CHANNEL)
    assert head(preview_post(5, view=marked))[1] == CHANNEL


@pytest.mark.parametrize(
    "view",
    [
        None,
        "%%%",
        "e30",
        base64.urlsafe_b64encode(b"[1]").decode(),
        base64.urlsafe_b64encode(b'{"c": true, "t": "x"}').decode(),
        base64.urlsafe_b64encode(b'{"c": 5, "t": -1}').decode(),
        base64.urlsafe_b64encode(b"[" * 250).decode(),
    ],
)
def test_where_nothing_tells_the_number_the_newest_post_tells_the_moment(view: str | None) -> None:
    old = preview_post(1, view=view, when="2026-01-01T00:00:00+00:00")
    new = preview_post(2, view=view, when="2026-01-02T00:00:00+01:00")
    assert head(old + new) == (NAME, 0, 1767308400, 2)


def test_the_name_above_the_page_counts_in_small_letters_and_a_strange_post_changes_nothing() -> None:
    strange = preview_post(7, name="other", view=data_view(7, channel=5))
    posts = preview_post(1, name="Markt_Nergens") + strange * 3
    assert head(posts, name="MARKT_nergens")[:2] == (NAME, CHANNEL)


def test_data_peer_tells_the_number_too() -> None:
    post = preview_post(1, view=None).replace(' data-post="', f' data-peer="c{CHANNEL}_-604" data-post="')
    assert head(post)[1] == CHANNEL


def test_a_page_without_posts_is_of_whom_it_opens() -> None:
    assert told(landing_page()) == (NAME, 0, 0, 0)


@pytest.mark.parametrize(
    ("tag", "found"),
    [
        ('<div class="tgme_widget_message x" data-post="a_b/5">', [("a_b", 5)]),
        ("<div data-post='a_b/5' class='x tgme_widget_message'>", [("a_b", 5)]),
        ("<div data-post=a_b/5 class=tgme_widget_message>", [("a_b", 5)]),
        ('<div class="tgme_widget_message" data-post="a_b/x">', [("", 0)]),
        ('<div class="tgme_widget_message" data-post="a_b/' + "9" * 30 + '">', [("", 0)]),
        ('<div class="tgme_widget_message">', [("", 0)]),
        ('<div class="tgme_widget_message_wrap" data-post="a_b/5">', []),
        ('<span class="tgme_widget_message" data-post="a_b/5">', []),
        ('&lt;div class="tgme_widget_message" data-post="a_b/5"&gt;', []),
    ],
)
def test_what_is_a_post(tag: str, found: list[tuple[str, int]]) -> None:
    assert [(mark.name, mark.number) for mark in marks_in(tag.encode())] == found
