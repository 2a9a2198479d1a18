"""Posts that stand in a comment, script or template are no posts; they are set apart with their place, and cost no other its text."""

import time
from pathlib import Path
from unittest.mock import patch

import pytest
from selectolax.lexbor import LexborHTMLParser

from schakel.collecting.previews.look import look_at, pictures_on
from schakel.intake.preview_pages.marks import marks_in
from schakel.intake.preview_pages.page import not_marked
from schakel.intake.preview_pages.shown import as_shown
from tests.intake.preview_pages.test_hostile import read
from tests.intake.previews import NAME, SEEN, data_view, preview_page, preview_post

AROUND = {
    "comment": ("<!-- ", " -->"),
    "comment with a bang": ("<!--", "--!>"),
    "script": ("<script>", "</script>"),
    "script in capitals": ('<SCRIPT type="text/html">', "</SCRIPT >"),
    "style": ("<style>", "</style>"),
    "template": ("<template>", "</template>"),
    "template in a template": ("<template><template></template>", "<b></b></template>"),
    "noscript": ("<noscript>", "</noscript>"),
    "textarea": ("<textarea>", "</textarea>"),
}
around = pytest.mark.parametrize(("opens", "closes"), AROUND.values(), ids=AROUND)
LATER = data_view(9, seen=SEEN + 99)


def texts(found: object) -> list[tuple[int, str]]:
    return [(row["tg_id"], row["text"]) for row in found.messages.to_pylist()]  # type: ignore[attr-defined]


@around
def test_hidden_posts_are_set_apart_with_their_place(tmp_path: Path, opens: str, closes: str) -> None:
    hidden = preview_post(8, "verborgen") + preview_post(9, "ook", view=LATER)
    raw = preview_page(preview_post(1) + opens + hidden + closes + preview_post(2)).encode()
    found = read(tmp_path, raw)
    assert texts(found) == [(1, "hallo"), (2, "hallo")]
    assert [(one.reason, one.place) for one in found.unread] == [
        ("not-shown", mark.start) for mark in marks_in(raw)[1:3]
    ]
    assert f"{NAME}/8" in found.unread[0].detail
    assert [post.number for post in look_at(raw, NAME).posts] == [1, 2]


@around
def test_a_post_that_is_hidden_within_another_is_not_read_with_it(
    tmp_path: Path, opens: str, closes: str
) -> None:
    first = preview_post(1, inside=opens + preview_post(9, "verborgen") + closes)
    found = read(tmp_path, preview_page(first + preview_post(2)).encode())
    assert texts(found) == [(1, "hallo"), (2, "hallo")]
    assert [one.reason for one in found.unread] == ["not-shown"]


@around
def test_a_page_of_hidden_posts_alone_has_none(tmp_path: Path, opens: str, closes: str) -> None:
    found = read(tmp_path, preview_page(opens + preview_post(1) + closes).encode())
    assert found.messages.num_rows == 0
    assert [one.reason for one in found.unread] == ["not-shown"]


@around
def test_what_a_post_opens_and_does_not_close_costs_the_others_nothing(
    tmp_path: Path, opens: str, closes: str
) -> None:
    posts = preview_post(1) + preview_post(2, opens) + preview_post(3) + preview_post(4)
    for end in ("", f"</section></main></body></html>{closes}"):
        found = read(tmp_path, preview_page(posts, end=end or "</section></main></body></html>\n").encode())
        assert {(1, "hallo"), (3, "hallo"), (4, "hallo")} <= set(texts(found))
        assert len(texts(found)) + len(found.unread) == 4


def test_the_moment_of_a_hidden_post_does_not_count(tmp_path: Path) -> None:
    _, marks, hidden = as_shown(
        preview_page(preview_post(1) + f"<!--{preview_post(9, view=LATER)}-->").encode()
    )
    assert [mark.seen for mark in hidden] == [SEEN + 99]
    assert [mark.seen for mark in marks] == [SEEN]


def test_pages_of_posts_alone_are_not_changed(tmp_path: Path) -> None:
    raw = preview_page(preview_post(1) + "<script>x</script><!-- x -->" + preview_post(2)).encode()
    assert as_shown(raw) == (raw, marks_in(raw), [])


def test_photos_of_hidden_posts_are_not_asked_for() -> None:
    photo = '<a class="tgme_widget_message_photo_wrap" style="background-image:url(\'https://cdn.example/1.jpg\')"></a>'
    raw = preview_page(f"<noscript>{preview_post(1, inside=photo)}</noscript>" + preview_post(2)).encode()
    assert pictures_on(raw, NAME) == []


@pytest.mark.parametrize("sign", ["<!--", "<template>", "<script>", "<!--x-->", "<template></template>"])
@pytest.mark.parametrize("mark", ["", '<div class="tgme_widget_message">'])
def test_many_signs_take_little_time(sign: str, mark: str) -> None:
    raw = preview_page(preview_post(1, (sign + mark) * 20_000)).encode()
    began = time.process_time()
    as_shown(raw)
    as_shown(raw + b"-->")
    assert time.process_time() - began < 3


def test_a_page_as_the_site_writes_it_is_not_parsed_as_a_whole_too() -> None:
    raw = preview_page("".join(preview_post(number) for number in range(1, 21))).encode()
    with patch("schakel.intake.preview_pages.page.LexborHTMLParser", side_effect=LexborHTMLParser) as parser:
        assert not_marked(raw, marks_in(raw)) == []
        parser.assert_not_called()
        more = preview_post(21).replace(
            '<div class="tgme_widget_message text', '<DIV class="tgme_widget_message text'
        )
        assert not_marked(raw + more.encode(), marks_in(raw)) == [f"{NAME}/21"]
        parser.assert_called_once()


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        (f'foo/data-post="{NAME}/2" data-post="{NAME}/1"', f"{NAME}/2"),
        (f'data-post="{NAME}/1 x"', f"{NAME}/1 x"),
        (f'title="x"data-post="{NAME}/2"', f"{NAME}/2"),
    ],
)
def test_a_mark_that_a_browser_reads_otherwise_is_told(written: str, shown: str) -> None:
    raw = preview_page(preview_post(1).replace(f'data-post="{NAME}/1"', written)).encode()
    assert not_marked(raw, marks_in(raw)) == [shown]
