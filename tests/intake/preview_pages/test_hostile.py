"""Whatever a page holds, nothing crashes, posts that are whole stay, and the counts add up."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from schakel.collecting.previews.look import look_at
from schakel.intake.pieces import Piece, PieceRead
from schakel.intake.preview_pages.marks import marks_in
from schakel.intake.preview_pages.read import read_preview_page
from tests.intake.previews import CDN, NAME, album, preview_page, preview_post

SETTINGS = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
SIGNS = st.sampled_from(
    [
        "<", ">", '"', "'", "&", "&#0;", "&#x110000;", "\x00", "\ud800", "\u2028", "</div>", "<div>", "<!--", "-->",
        "<script>", "</script>", "<textarea>", "<table>", "<td>", "<svg>", "<math>", "<template>", "<a href=", "<b>",
        "</html>", "<plaintext>", "<select>", "<frameset>", "<br/>", "x",
        '<div class="tgme_widget_message_text">', '<div class="tgme_widget_message_poll">',
        '<a class="tgme_widget_message_reply" href="https://t.me/x/5">', '<span class="tgme_reaction">9K',
        '<a class="tgme_widget_message_location_wrap" href="?q=1.5,2.5">', '<i class="emoji"><b>',
    ]
)  # fmt: skip
MESS = st.lists(SIGNS, max_size=8).map("".join)


def read(folder: Path, raw: bytes) -> PieceRead:
    path = folder / "page.html"
    path.write_bytes(raw)
    return read_preview_page(Piece("s", "page.html", "preview", str(path), str(folder), 0))


@SETTINGS
@given(MESS, MESS, MESS)
def test_markup_in_one_post_hurts_no_other(tmp_path: Path, text: str, inside: str, behind: str) -> None:
    posts = preview_post(1) + preview_post(2, text, inside=inside, behind=behind) + preview_post(3)
    raw = preview_page(posts).encode("utf-8", "surrogatepass")
    found = read(tmp_path, raw)
    rows = {row["tg_id"]: row["text"] for row in found.messages.to_pylist()}
    assert (rows[1], rows[3]) == ("hallo", "hallo")
    assert len(rows) + len(found.unread) == 3


@SETTINGS
@given(st.data())
def test_bytes_gone_or_changed_never_crash(tmp_path: Path, data: st.DataObject) -> None:
    raw = bytearray(
        preview_page(preview_post(1, inside=album(1, "photo_wrap", "photo_wrap")) + preview_post(3)).encode()
    )
    for _ in range(data.draw(st.integers(1, 6))):
        raw[data.draw(st.integers(0, len(raw) - 1))] = data.draw(st.sampled_from(b"<>\"'&=/ \x00x9\xff"))
    cut = data.draw(st.integers(0, len(raw)))
    raw = raw[:cut]
    found = read(tmp_path, bytes(raw))
    marks = len(marks_in(bytes(raw)))
    rows = found.messages.num_rows
    parts = sum(1 for row in found.messages.to_pylist() if row["extra"] and '{"album":1,' in row["extra"])
    assert rows + len(found.unread) + found.described >= max(1, marks)
    assert rows <= marks + parts


@SETTINGS
@given(st.binary(max_size=200) | MESS.map(lambda mess: mess.encode("utf-8", "surrogatepass")))
@example(b'<div class="tgme_widget_message" data-post="a/1">')
@example(b'<div class="tgme_widget_message" data-post="a/1"></div>' * 3)
@example(b'tgme_page<a href="/s/x">')
def test_bytes_of_any_kind_never_crash(tmp_path: Path, raw: bytes) -> None:
    found = read(tmp_path, raw)
    assert found.messages.num_rows + len(found.unread) + found.described >= 1


def test_absurd_nesting_and_length_take_no_stack_and_little_time(tmp_path: Path) -> None:
    deep = "<div>" * 20_000 + "x" + "</div>" * 20_000
    long = f"style=\"background-image:url('{CDN}" + "a" * 100_000
    raw = preview_page(
        preview_post(1, deep) + preview_post(2, inside=deep) + preview_post(3, inside=f"<a {long}'\">")
    )
    found = read(tmp_path, raw.encode())
    assert [row["tg_id"] for row in found.messages.to_pylist()] == [1, 2, 3]
    assert found.unread == []


@pytest.mark.parametrize(
    ("written", "instead"),
    [
        ('data-post="markt_nergens/2"', f'data-post="markt_nergens/2" data-x="{"a" * 5000}"'),
        ('<div class="tgme_widget_message text', '<DIV class="tgme_widget_message text'),
        ('<div class="tgme_widget_message text', '<div CLASS="tgme_widget_message text'),
        ('<div class="tgme_widget_message text', '<div class = "tgme_widget_message text'),
        ('<div class="tgme_widget_message text', '<div class="tgme&#95;widget_message text'),
        ('<div class="tgme_widget_message text', '<article class="tgme_widget_message text'),
    ],
)
def test_a_post_in_a_tag_that_is_written_otherwise_is_not_lost_without_a_word(
    tmp_path: Path, written: str, instead: str
) -> None:
    second = preview_post(2)
    assert written in second
    found = read(
        tmp_path, preview_page(preview_post(1) + second.replace(written, instead) + preview_post(3)).encode()
    )
    assert [(row["tg_id"], row["text"]) for row in found.messages.to_pylist()] == [(1, "hallo"), (3, "hallo")]
    assert [(one.reason, one.detail) for one in found.unread] == [("unread-tag", "markt_nergens/2")]
    alone = read(tmp_path, preview_page(second.replace(written, instead)).encode())
    assert [one.reason for one in alone.unread] == ["unread-tag"]


UNSEEN = '<!-- <div class="tgme_widget_message" data-post="markt_nergens/9"></div> -->'


@pytest.mark.parametrize(
    ("first", "told"),
    [
        (preview_post(1) + UNSEEN, "markt_nergens/2"),
        (preview_post(1) + '<div class="tgme_widget_message"></div>', "markt_nergens/2"),
        (preview_post(1), "markt_nergens/2?single"),
        (preview_post(1), "markt_nergens/\u0662"),
        (preview_post(1), "markt_nergens/1"),
    ],
)
def test_no_mark_stands_for_a_post_that_it_is_not_of(tmp_path: Path, first: str, told: str) -> None:
    second = preview_post(2).replace('"markt_nergens/2"', f'"{told}"')
    second = second.replace('<div class="tgme_widget_message text', '<DIV class="tgme_widget_message text')
    found = read(tmp_path, preview_page(first + second).encode())
    assert ("unread-tag", told) in [(one.reason, one.detail) for one in found.unread]


@pytest.mark.parametrize("view", ["", None])
def test_posts_under_another_name_than_the_head_of_their_page_are_read_as_collecting_counts_them(
    tmp_path: Path, view: str | None
) -> None:
    raw = preview_page("".join(preview_post(n, name="Nieuw_Plein", view=view) for n in (1, 2))).encode()
    found = read(tmp_path, raw)
    looked = look_at(raw, NAME)
    assert looked.named == "Nieuw_Plein"
    assert (
        [row["tg_id"] for row in found.messages.to_pylist()]
        == [post.number for post in looked.posts]
        == [1, 2]
    )
    assert found.unread == []
    mixed = preview_page(preview_post(1, name="Nieuw_Plein", view=None) + preview_post(2, view=None))
    assert [one.reason for one in read(tmp_path, mixed.encode()).unread] == ["another-channel"]
