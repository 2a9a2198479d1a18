"""Pages of an HTML export: rows, joined rows, times, replies, forwards, media, and pages that are broken."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from schakel.intake.desktop_html.page import read_page
from schakel.records import ids
from tests.intake.conftest import Desk
from tests.intake.exports import html_page, html_row, html_service


def take_page(
    desk: Desk, folder: Path, rows: str, name: str = "messages.html", **options: str
) -> dict[int, Any]:
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(html_page(rows), encoding="utf-8")
    desk.take(folder / name, **options)
    return desk.by_id()


def test_a_row_has_its_chat_and_sender_by_name(desk: Desk, tmp_path: Path) -> None:
    row = take_page(desk, tmp_path, html_row(2, "plain words"))[2]
    chat_id = ids.paged_chat_id("Market", 2, (4 * 60 + 5), "plain words")
    assert (row["chat_id"], row["chat_tg_id"], row["chat_title"], row["chat_kind"]) == (
        chat_id,
        None,
        "Market",
        None,
    )
    assert (row["account_id"], row["account_kind"], row["account_name"], row["account_tg_id"]) == (
        ids.named_account_id(chat_id, "Ann"),
        "name",
        "Ann",
        None,
    )
    assert row["text"] == "plain words"
    assert row["message_id"] == ids.message_id(chat_id, 2, "plain words", None)
    assert row["sent_at"] == datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
    assert row["sent_as_written"] == "02.01.2026 05:04:05 UTC+02:00"
    assert desk.rows("sources")[0]["clock"] == "written"


def test_a_joined_row_has_the_sender_of_the_row_before_it_in_the_same_page(
    desk: Desk, tmp_path: Path
) -> None:
    rows = html_row(1) + html_row(2, name=None) + html_row(3, name="Bo") + html_row(4, name=None)
    take_page(desk, tmp_path, rows)
    found = take_page(desk, tmp_path, html_row(9, name=None), name="messages2.html")
    assert [found[n]["account_name"] for n in (1, 2, 3, 4, 9)] == ["Ann", "Ann", "Bo", "Bo", None]
    assert found[9]["account_id"] is None


def test_day_lines_are_no_records_and_service_rows_are(desk: Desk, tmp_path: Path) -> None:
    rows = html_service(-1, "2 January 2026") + html_service(5, "Ann invited Bo") + html_row(6)
    found = take_page(desk, tmp_path, rows)
    assert sorted(found) == [5, 6]
    assert (found[5]["kind"], found[5]["text"], found[5]["extra"]) == (
        "service",
        "",
        '{"words":"Ann invited Bo"}',
    )
    assert (found[5]["sent_at"], found[5]["sent_as_written"]) == (None, "2 January 2026")
    assert desk.rows("sources")[0]["records"] == 2


def test_messages_from_before_a_migration_keep_their_negative_numbers(desk: Desk, tmp_path: Path) -> None:
    found = take_page(
        desk, tmp_path, html_row(-999999990) + html_service(-999999980, "x") + html_service(-2, "y")
    )
    assert sorted(found) == [-999999990, -999999980]


@pytest.mark.parametrize(
    ("when", "zone", "moment", "clock"),
    [
        ("02.01.2026 05:04:05 UTC-08:00", "", "2026-01-02T13:04:05+00:00", "written"),
        ("02.07.2019 05:04:05", "Europe/Amsterdam", "2019-07-02T03:04:05+00:00", "operator"),
        ("02.07.2019 05:04:05", "+08:00", "2019-07-01T21:04:05+00:00", "operator"),
        ("02.07.2019 05:04:05", "", None, "unknown"),
        ("31.02.2026 05:04:05 UTC+00:00", "", None, "written"),
        ("yesterday", "UTC", None, "unknown"),
    ],
)
def test_a_time_is_converted_only_with_a_zone_that_is_known(
    desk: Desk, tmp_path: Path, when: str, zone: str, moment: str | None, clock: str
) -> None:
    row = take_page(desk, tmp_path, html_row(1, when=when), timezone=zone)[1]
    assert (row["sent_at"].isoformat() if row["sent_at"] else None) == moment
    assert row["sent_as_written"] == when
    assert desk.rows("sources")[0]["clock"] == clock


TEXT = (
    'see <a href="https://example.org/a?b=1">this</a> <a href="" onclick="return ShowMentionName()">Bo</a> '
    '<strong>b<em>i</em></strong> <a href="" onclick="return ShowHashtag(&quot;tag&quot;)">#tag</a> '
    '<span class="spoiler hidden" onclick="ShowSpoiler(this)"><span aria-hidden="true">hid</span></span><br>'
    '<a href="https://t.me/shop">@shop</a> <a href="https://shop.example/">https://shop.example/</a> '
    '<a href="mailto:a@b.nl">a@b.nl</a> <a href="tel:+31">+31</a> 5 &lt; 6 &amp; 🔥<pre>x</pre>'
)


def test_text_is_that_of_the_json_export_with_its_entities(desk: Desk, tmp_path: Path) -> None:
    row = take_page(desk, tmp_path, html_row(1, TEXT))[1]
    text = "see this Bo bi #tag hid\n@shop https://shop.example/ a@b.nl +31 5 < 6 & 🔥x"
    assert row["text"] == text
    assert [(e["type"], text[e["start"] : e["end"]], e["value"]) for e in row["entities"]] == [
        ("text_link", "this", "https://example.org/a?b=1"),
        ("mention_name", "Bo", None),
        ("bold", "bi", None),
        ("italic", "i", None),
        ("hashtag", "#tag", None),
        ("spoiler", "hid", None),
        ("mention", "@shop", None),
        ("link", "https://shop.example/", None),
        ("email", "a@b.nl", None),
        ("phone", "+31", None),
        ("pre", "x", None),
    ]


REPLIES = [
    ('<a href="#go_to_message2" onclick="return GoToMessage(2)">this message</a>', 2, None),
    ('<a href="messages2.html#go_to_message7">this message</a>', 7, None),
    ("a message in another chat", None, "unknown"),
]


@pytest.mark.parametrize(("link", "number", "elsewhere"), REPLIES)
def test_replies_within_across_pages_and_to_other_chats(
    desk: Desk, tmp_path: Path, link: str, number: int | None, elsewhere: str | None
) -> None:
    inside = f'<div class="reply_to details">\nIn reply to {link}\n</div>'
    row = take_page(desk, tmp_path, html_row(9, inside=inside))[9]
    assert (row["reply_to"], row["reply_to_chat"]) == (number, elsewhere)


def test_forwards_carry_their_name_over_joined_rows(desk: Desk, tmp_path: Path) -> None:
    first = (
        '<div class="pull_left forwarded userpic_wrap"></div><div class="forwarded body"><div class="from_name">\n'
        'Other News via @bot <span class="date details" title="01.01.2026 10:00:00 UTC+02:00"> 01.01.2026 10:00:00'
        '</span>\n</div><div class="text">\nforwarded words\n</div></div>'
    )
    second = '<div class="forwarded body"><div class="text">\nmore\n</div></div>'
    rows = html_row(1, "", inside=first) + html_row(2, "", name=None, inside=second) + html_row(3, name=None)
    found = take_page(desk, tmp_path, rows)
    assert [found[n]["forwarded_from"] for n in (1, 2, 3)] == ["Other News", "Other News", None]
    assert [found[n]["text"] for n in (1, 2)] == ["forwarded words", "more"]
    assert found[1]["via_bot"] == "@bot"
    assert json.loads(found[1]["extra"]) == {"forwarded_date": "01.01.2026 10:00:00 UTC+02:00"}


def test_names_with_bots_signatures_and_deleted_accounts(desk: Desk, tmp_path: Path) -> None:
    signed = '<div class="signature details">\nEditor A\n</div>'
    found = take_page(
        desk, tmp_path, html_row(1, name="Ann via @gif", inside=signed) + html_row(2, name="Deleted Account")
    )
    assert (found[1]["account_name"], found[1]["via_bot"], found[1]["author"]) == ("Ann", "@gif", "Editor A")
    flags = {row["name"]: row["flags"] for row in desk.rows("accounts")}
    assert flags == {"Ann": [], "Deleted Account": ["deleted"]}


def card(name: str, title: str, description: str = "", href: str = "", status: str = "") -> str:
    tag = f'a class="media {name}" href="{href}"' if href else f'div class="media {name}"'
    return (
        f'<div class="media_wrap clearfix"><{tag}><div class="body"><div class="title bold">\n{title}\n</div>'
        f'<div class="description">\n{description}\n</div><div class="status details">\n{status}\n</div></div>'
        f"</{tag[0]}{'iv' if tag[0] == 'd' else ''}></div>"
    )


LEFT_OUT = "Not included, change data exporting settings to download."
MEDIA = [
    (
        '<div class="media_wrap"><a class="photo_wrap" href="photos/a.jpg"></a></div>',
        "photo",
        "photos/a.jpg",
        "missing",
    ),
    (
        '<div class="media_wrap"><a class="animated_wrap" href="v/a.mp4"></a></div>',
        "animation",
        "v/a.mp4",
        "missing",
    ),
    (
        '<div class="media_wrap"><a class="sticker_wrap" href="s/a.webp"></a></div>',
        "sticker",
        "s/a.webp",
        "missing",
    ),
    (
        '<div class="media_wrap"><a class="video_file_wrap" href="v/b.mp4"></a></div>',
        "video_file",
        "v/b.mp4",
        "missing",
    ),
    (card("media_voice_message", "Voice message", LEFT_OUT), "voice_message", None, "not-exported"),
    (card("media_video", "Video message", LEFT_OUT), "video_message", None, "not-exported"),
    (card("media_photo", "Sticker", LEFT_OUT), "sticker", None, "not-exported"),
    (card("media_file", "list.pdf", href="files/list.pdf"), "file", "files/list.pdf", "missing"),
    (card("media_location", "Location", href="https://maps.example/?q=1"), "location", None, None),
    (card("media_invoice", "Pay", "shop", status="1,00"), "invoice", None, None),
]


@pytest.mark.parametrize(("inside", "kind", "path", "status"), MEDIA)
def test_media_kinds_and_paths(
    desk: Desk, tmp_path: Path, inside: str, kind: str, path: str | None, status: str | None
) -> None:
    row = take_page(desk, tmp_path, html_row(1, "caption", inside=inside))[1]
    assert (row["media_kind"], row["media_path"], row["media_status"]) == (kind, path, status)
    assert row["text"] == "caption"


def test_media_beside_the_page_are_found(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "a.jpg").write_bytes(b"x")
    row = take_page(desk, tmp_path, html_row(1, inside=MEDIA[0][0]))[1]
    assert row["media_status"] == "found"
    assert (desk.workspace.sealed / row["media_sha256"]).read_bytes() == b"x"


def test_rows_without_a_number_are_set_apart_where_they_stand(desk: Desk, tmp_path: Path) -> None:
    odd = ["", ' id="message"', ' id="message4x"', f' id="message{"9" * 31}"', ' data-x="1" id="other"']
    rows = html_row(1) + "".join(
        html_row(7, f"lost {at}", name="Bob").replace(' id="message7"', written)
        for at, written in enumerate(odd)
    )
    rows += html_row(8, "joined", name=None)
    rows += html_row(9).replace(
        '<div class="message default clearfix" id="message9">',
        '<div id="message9" class="message default clearfix">',
    )
    found = take_page(desk, tmp_path, rows)
    assert {number: row["account_name"] for number, row in found.items()} == {1: "Ann", 8: "Bob", 9: "Ann"}
    raw = (tmp_path / "messages.html").read_bytes()
    apart = desk.rows("quarantine")
    assert [row["reason"] for row in apart] == ["no-number"] * len(odd)
    assert all(f"lost {at}".encode() in raw[row["place_in_source"] :][:400] for at, row in enumerate(apart))
    assert desk.rows("sources")[0]["records"] == 3 + len(odd)


def test_polls_reactions_and_buttons(desk: Desk, tmp_path: Path) -> None:
    inside = (
        '<div class="media_wrap"><div class="media_poll"><div class="question bold">\nWhich?\n</div>'
        '<div class="details">\nAnonymous poll\n</div><div class="answer">\n- A <span class="details">2 votes</span>\n</div>'
        '<div class="total details&#x09;">\n2 votes\n</div></div></div>'
        '<table class="bot_buttons_table"><tbody><tr><td><div class="bot_button">\nGo\n</div></td></tr></tbody></table>'
        '<span class="reactions"><span class="reaction"><span class="emoji">\n👍\n</span><span class="count">\n3\n</span></span>'
        '<span class="reaction"><span class="emoji">\n🔥\n</span><span class="userpics"><div class="userpic">'
        '<div class="initials" title="Bo">\nB\n</div></div></span></span></span>'
    )
    row = take_page(desk, tmp_path, html_row(1, "", inside=inside))[1]
    assert [tuple(one.values()) for one in row["reactions"]] == [("emoji", "👍", 3), ("emoji", "🔥", 1)]
    assert json.loads(row["extra"]) == {
        "buttons": ["Go"],
        "poll": {
            "answers": [{"text": "A", "votes": "2 votes"}],
            "kind": "Anonymous poll",
            "question": "Which?",
            "total": "2 votes",
        },
        "reactions": [{"from": ["Bo"], "sign": "🔥"}],
    }
    assert row["media_kind"] == "poll"
    assert row["text"].startswith("Which?\nA")


def test_the_place_is_the_byte_offset_of_the_row(desk: Desk, tmp_path: Path) -> None:
    found = take_page(desk, tmp_path, html_row(1, "é€🔥") + html_row(2))
    raw = (tmp_path / "messages.html").read_bytes()
    for number, row in found.items():
        assert f'id="message{number}"'.encode() in raw[row["place_in_source"] :][:80]
        assert raw[row["place_in_source"] :].startswith(b'<div class="message default')


def test_a_page_cut_off_anywhere_keeps_its_whole_rows(desk: Desk, tmp_path: Path) -> None:
    rows = [html_row(n, f"text {n}") for n in range(1, 5)]
    raw = html_page("".join(rows)).encode()
    ends = []
    for row in rows:
        start = raw.index(row.strip().encode())
        ends.append(start + len(row.strip()))
    for cut in range(raw.index(b"Market"), len(raw) - 12, 5):
        page = read_page(raw[:cut])
        assert [row.tg_id for row in page.rows] == [n for n, end in enumerate(ends, 1) if end <= cut]
        assert page.cut_off
    path = tmp_path / "messages.html"
    path.write_bytes(raw[: ends[2] - 30])
    summary = desk.take(path)
    assert (summary.messages, summary.quarantined, summary.records) == (2, 1, 3)
    assert desk.rows("quarantine")[0]["reason"] == "cut-off"


def test_bytes_that_are_not_utf_8_cost_their_row_only_and_stray_ones_nothing(
    desk: Desk, tmp_path: Path
) -> None:
    raw = html_page(html_row(1, "AA") + html_row(2, "BB") + html_row(3, "CC") + html_row(4, "〨")).encode()
    raw = raw.replace(b"AA", b"caf\xe9").replace(b"BB", b"x\x80\xa8y")
    path = tmp_path / "messages.html"
    path.write_bytes(raw)
    desk.take(path)
    found = desk.by_id()
    assert {number: row["text"] for number, row in found.items()} == {2: "xy", 3: "CC", 4: "〨"}
    assert [row["reason"] for row in desk.rows("quarantine")] == ["not-utf-8"]


def test_absurd_nesting_takes_no_stack(desk: Desk, tmp_path: Path) -> None:
    deep = "<b>" * 30_000 + "x" + "</b>" * 30_000
    assert take_page(desk, tmp_path, html_row(1, deep) + html_row(2))[2]["text"] == "hello"


def test_a_page_without_messages_is_told(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "messages.html"
    path.write_text("<html><body>hello</body></html>")
    good = tmp_path / "good" / "messages.html"
    good.parent.mkdir()
    good.write_text(html_page(html_row(1)))
    desk.take(path, good, format="desktop-html")
    assert [row["reason"] for row in desk.rows("quarantine")] == ["no-messages"]
