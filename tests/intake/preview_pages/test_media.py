"""What posts carry: kinds as Telegram Desktop names them, no file, and what the page says of it."""

from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from schakel.intake.preview_pages.counts import read_count
from schakel.intake.preview_pages.fields import read_fields
from schakel.intake.preview_pages.media import Medium
from tests.intake.previews import CDN

T = "tgme_widget_message"
PICTURE = f"style=\"width:80px;background-image:url('{CDN}/1.jpg')\""
POLL = (
    f'<div class="{T}_poll js-poll"><div class="{T}_poll_question">Welke <i class="emoji"><b>🔥</b></i>?</div>'
    f'<div class="{T}_poll_type">Anonymous Poll</div><a class="{T}_poll_options">'
    + "".join(
        f'<div class="{T}_poll_option"><div class="{T}_poll_option_percent">{share}</div><div class="'
        f'{T}_poll_option_value"><div class="{T}_poll_option_text">{text}</div></div></div>'
        for text, share in (("Een", "60%"), ("Twee", "40%"))
    )
    + "</a></div>"
)
CASES: list[tuple[str, Medium]] = [
    (f'<a class="{T}_photo_wrap" href="#" {PICTURE}></a>', Medium("photo", extra={"url": f"{CDN}/1.jpg"})),
    (
        f'<a class="{T}_photo_wrap" style="background-image: url(&quot;./M_files/a%20b.jpg&quot;)"></a>',
        Medium("photo", path="M_files/a b.jpg"),
    ),
    (
        (
            f'<a class="{T}_video_player"><i class="{T}_video_thumb" {PICTURE}></i><div class="message_video_play"></div>'
            f'<time class="message_video_duration">0:42</time><video src="{CDN}/1.mp4"></video>'
            '<div class="message_media_not_supported_wrap"><div class="message_media_not_supported_label">x</div></div></a>'
        ),
        Medium("video_file", extra={"duration": "0:42", "url": f"{CDN}/1.mp4"}),
    ),
    (
        f'<a class="{T}_video_player not_supported"><i class="{T}_video_thumb" {PICTURE}></i></a>',
        Medium("video_file", extra={"url": f"{CDN}/1.jpg"}),
    ),
    (
        f'<a class="{T}_video_player"><i class="{T}_video_thumb" {PICTURE}></i></a>',
        Medium("animation", extra={"url": f"{CDN}/1.jpg"}),
    ),
    (
        f'<div class="{T}_roundvideo_player"><time class="{T}_roundvideo_duration">0:15</time></div>',
        Medium("video_message", extra={"duration": "0:15"}),
    ),
    (
        (
            f'<a class="{T}_voice_player"><audio class="{T}_voice" src="{CDN}/v.ogg"></audio><time class="{T}_voice_duration">'
            "1:05</time></a>"
        ),
        Medium("voice_message", extra={"duration": "1:05", "url": f"{CDN}/v.ogg"}),
    ),
    (
        (
            f'<a class="{T}_document_wrap"><div class="{T}_document_icon audio"></div><div class="{T}_document_title">Lied'
            f'</div><div class="{T}_document_extra">Band</div></a>'
        ),
        Medium("audio_file", extra={"title": "Lied", "description": "Band"}),
    ),
    (
        (
            f'<a class="{T}_document_wrap"><div class="{T}_document_icon accent_bg"></div><div class="{T}_document_title" '
            f'dir="auto">menu.pdf</div><div class="{T}_document_extra">113.9 KB</div></a>'
        ),
        Medium("file", extra={"title": "menu.pdf", "description": "113.9 KB"}),
    ),
    (
        f'<div class="{T}_sticker_wrap"><i class="{T}_sticker js-sticker_image" data-webp="{CDN}/s.webp"></i></div>',
        Medium("sticker", extra={"url": f"{CDN}/s.webp"}),
    ),
    (
        f'<picture class="{T}_tgsticker"><source type="application/x-tgsticker"><img src="data:image/svg"></picture>',
        Medium("sticker"),
    ),
    (
        f'<a class="{T}_video_player not_supported"><video src="data:video/mp4;base64,AAAA"></video></a>',
        Medium("video_file"),
    ),
    (
        f'<a class="{T}_location_wrap" href="https://maps.example/?q=52.300000,4.500000"></a>',
        Medium("location", extra={"location_information": {"latitude": 52.3, "longitude": 4.5}}),
    ),
    (
        f'<a class="{T}_location_wrap" href="https://maps.example/x"><div class="{T}_location_title">Plein</div></a>',
        Medium("venue", extra={"href": "https://maps.example/x", "place_name": "Plein"}),
    ),
    (
        (
            f'<div class="{T}_contact_wrap"><div class="{T}_contact"><div class="{T}_contact_name">Bo</div><div class="'
            f'{T}_contact_phone">+31 000</div></div></div>'
        ),
        Medium(
            "contact",
            extra={"contact_information": {"first_name": "Bo", "last_name": "", "phone_number": "+31 000"}},
        ),
    ),
    (
        POLL,
        Medium(
            "poll",
            lines=["Welke 🔥?", "Een", "Twee"],
            extra={
                "poll": {
                    "question": "Welke 🔥?",
                    "kind": "Anonymous Poll",
                    "answers": [{"text": "Een", "share": "60%"}, {"text": "Twee", "share": "40%"}],
                }
            },
        ),
    ),
]


def fields_of(inside: str) -> Any:
    page = LexborHTMLParser(f'<div class="{T}" id="it"><div class="{T}_bubble">{inside}</div></div>')
    return read_fields(page.css_first("#it"))


@pytest.mark.parametrize(
    ("inside", "medium"), CASES, ids=[f"{n} {one.kind}" for n, (_, one) in enumerate(CASES)]
)
def test_what_a_post_carries(inside: str, medium: Medium) -> None:
    found = fields_of(inside)
    assert found.media == [medium]
    assert found.text is None
    assert "not_shown" not in found.extra


def test_what_the_site_does_not_show_is_said() -> None:
    found = fields_of(
        '<div class="message_media_not_supported_wrap"><div class="message_media_not_supported"><div class="'
        'message_media_not_supported_label">Please open Telegram to view this post</div></div></div>'
    )
    assert (found.media, found.extra) == ([], {"not_shown": "Please open Telegram to view this post"})


def test_pictures_of_replies_and_previews_are_not_the_posts_own() -> None:
    found = fields_of(
        f'<a class="{T}_reply" href="https://t.me/x/5"><i class="{T}_reply_thumb" {PICTURE}></i><div class="{T}_author">'
        f'<span class="{T}_author_name">Ander</span></div><div class="{T}_text js-message_reply_text">oud</div></a>'
        f'<div class="{T}_text">nieuw</div><a class="{T}_link_preview" href="https://s.example/?a=1&amp;amp;b=2" onclick="x"'
        f'><i class="link_preview_image" {PICTURE}></i><div class="link_preview_site_name">S</div><div class="'
        'link_preview_title">T</div><div class="link_preview_description">D<br/>E</div></a>'
    )
    assert (found.text, found.reply, found.media, found.writer) == ("nieuw", ("x", 5), [], None)
    assert found.extra["link_preview"] == {
        "site_name": "S",
        "title": "T",
        "description": "DE",
        "href": "https://s.example/?a=1&b=2",
    }


@pytest.mark.parametrize(
    ("written", "count"),
    [
        ("0", (0, 1)),
        ("44", (44, 1)),
        ("1 234", (1234, 1)),
        ("1.5K", (1500, 100)),
        ("7.03K", (7030, 10)),
        ("208K", (208_000, 1000)),
        ("2.23M", (2_230_000, 10_000)),
        ("1.5", None),
        ("", None),
        (".", None),
        ("1,5K", None),
        ("9" * 40, None),
        ("٣", None),
    ],
)
def test_counts_are_told_with_how_fine_they_are(written: str, count: tuple[int, int] | None) -> None:
    assert read_count(written) == count


def test_views_and_reactions_that_are_rounded_say_so() -> None:
    found = fields_of(
        f'<div class="{T}_reactions"><span class="tgme_reaction"><i class="emoji"><b>❤</b></i>184</span>'
        '<span class="tgme_reaction"><tg-emoji emoji-id="546"></tg-emoji>55.2K</span>'
        '<span class="tgme_reaction tgme_reaction_paid"><i class="icon"></i>7</span>'
        f'<span class="tgme_reaction"><b>x</b>veel</span></div><span class="{T}_views">1.5K</span>'
    )
    assert found.reactions == [("emoji", "❤", 184), ("custom_emoji", "546", 55200), ("paid", None, 7)]
    assert (found.views, found.extra) == (
        1500,
        {"views": {"written": "1.5K", "step": 100}, "reactions_rounded": True},
    )
    assert fields_of(f'<span class="{T}_views">veel</span>').extra == {"views": {"written": "veel"}}
    exact = fields_of(f'<span class="{T}_views">44</span>')
    assert (exact.views, exact.extra, exact.reactions) == (44, {}, None)


def test_buttons_keep_their_words_and_where_they_lead() -> None:
    button = f'<a class="{T}_inline_button url_button" href="https://t.me/naam"><span class="{T}_inline_button_text">'
    found = fields_of(
        f'<div class="{T}_inline_keyboard"><div class="{T}_inline_row">{button}Bestel</span></a></div></div>'
    )
    assert found.extra == {"buttons": [{"text": "Bestel", "href": "https://t.me/naam"}]}


def test_two_texts_in_one_post_are_both_read() -> None:
    found = fields_of(f'<div class="{T}_text">een</div><div class="{T}_text"><b>twee</b></div>')
    assert (found.text, found.entities) == ("een\ntwee", [("bold", 4, 8, None)])
