"""Texts of preview pages are those of a JSON export, letter for letter, with the same entities."""

from pathlib import Path
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from schakel.intake.preview_pages.texts import read_text
from tests.intake.conftest import Desk
from tests.intake.exports import chat, message, write_json
from tests.intake.previews import CHANNEL, NAME, TITLE, preview_page, preview_post, write_page

EMOJI = '<i class="emoji" style="background-image:url(\'//telegram.org/img/emoji/40/F09F9982.png\')"><b>🙂</b></i>'
# What people write, as a JSON export and as a preview page have it.
PAIRS: list[tuple[Any, str]] = [
    ("gewoon", "gewoon"),
    ("regel\n\ntwee  spaties < & > \"'", "regel<br/><br/>twee  spaties &lt; &amp; &gt; &quot;&#39;"),
    ("emoji 🙂🙂 en é", f"emoji {EMOJI}{EMOJI} en é"),
    ("hart ❤\ufe0f\u200d🔥", "hart ❤\ufe0f\u200d🔥"),
    (["a ", {"type": "bold", "text": "vet"}, "\n", {"type": "italic", "text": "schuin 🙂"}], f"a <b>vet</b><br/><i>schuin {EMOJI}</i>"),
    ([{"type": "hashtag", "text": "#tag"}, " ", {"type": "cashtag", "text": "$EUR"}], '<a href="?q=%23tag">#tag</a> <a href="?q=%24EUR">$EUR</a>'),
    ([{"type": "hashtag", "text": "#één"}], f'<a href="https://t.me/s/{NAME}?q=%23%C3%A9%C3%A9n">#één</a>'),
    ([{"type": "mention", "text": "@Naam_1"}], '<a href="https://t.me/Naam_1" target="_blank">@Naam_1</a>'),
    ([{"type": "link", "text": "https://shop.example/a?b=1&c=2"}], '<a href="https://shop.example/a?b=1&amp;c=2" target="_blank" rel="noopener">https://shop.example/a?b=1&amp;c=2</a>'),
    ([{"type": "link", "text": "shop.example"}], '<a href="http://shop.example/" onclick="return confirm()">shop.example</a>'),
    ([{"type": "text_link", "text": "hier", "href": "https://shop.example/?a=1&b=2"}], "<a href=\"https://shop.example/?a=1&amp;amp;b=2\" onclick=\"return confirm('Open this link?\\n\\n'+this.href);\">hier</a>"),
    ([{"type": "text_link", "text": "@naam", "href": "https://t.me/ander"}], '<a href="https://t.me/ander">@naam</a>'),
    ([{"type": "email", "text": "a@b.example"}, {"type": "phone", "text": "+31000"}], '<a href="mailto:a@b.example">a@b.example</a><a href="tel:+31000">+31000</a>'),
    ([{"type": "mention_name", "text": "Bo", "user_id": 5}], '<a href="tg://user?id=5">Bo</a>'),
    ([{"type": "custom_emoji", "text": "👍", "document_id": "5368"}, " x"], '<tg-emoji emoji-id="5368"><i class="emoji"><b>👍</b></i></tg-emoji> x'),
    ([{"type": "spoiler", "text": "geheim"}, {"type": "strikethrough", "text": "oud"}, {"type": "underline", "text": "o"}], "<tg-spoiler>geheim</tg-spoiler><s>oud</s><u>o</u>"),
    ([{"type": "blockquote", "text": "citaat"}, {"type": "code", "text": "c"}], "<blockquote expandable>citaat</blockquote><code>c</code>"),
    ([{"type": "pre", "text": "x = 1\ny", "language": "python"}], '<pre><code class="language-python">x = 1<br/>y</code></pre>'),
    ("gezocht woord", '<mark class="highlight">gezocht</mark> woord'),
]  # fmt: skip
BOLD_TWICE = [("bold", 0, 2, None), ("italic", 0, 2, None)]


def test_texts_and_entities_are_those_of_the_json_export_and_both_are_one_chat(
    desk: Desk, new_desk: Any, tmp_path: Path
) -> None:
    own = {"from": TITLE, "from_id": f"channel{CHANNEL}", "date_unixtime": "1767323045"}
    told = [message(n, text, **own) for n, (text, _) in enumerate(PAIRS, 1)]
    export = write_json(tmp_path / "json", chat(told, CHANNEL, name=TITLE, type="public_channel"))
    posts = "".join(preview_post(n, shown) for n, (_, shown) in enumerate(PAIRS, 1))
    page = write_page(tmp_path / "page", preview_page(posts))
    alone = new_desk("alone")
    alone.take(page)
    shown = alone.by_id()
    summary = desk.take(export, page)
    assert (summary.messages, summary.known, summary.quarantined) == (len(PAIRS), len(PAIRS), 0)
    rows = desk.by_id()
    same = ("text", "entities", "message_id", "chat_id", "account_id", "account_name", "sent_at", "chat_kind")
    for number, row in rows.items():
        assert {name: shown[number][name] for name in same} == {name: row[name] for name in same}
    assert {row["source_id"] for row in rows.values()} == {
        one["source_id"] for one in desk.rows("sources") if one["format"] == "desktop-json"
    }
    assert [row["chat_tg_id"] for row in desk.rows("chats")] == [CHANNEL]


@pytest.mark.parametrize(
    ("shown", "text", "entities"),
    [
        ("<b><i>ab</i></b>", "ab", BOLD_TWICE),
        ("\n  ab \n", "ab", []),
        ("<b> \n</b>ab", "ab", []),
        ("<a>ab</a>", "ab", [("text_link", 0, 2, None)]),
        ("<!-- niets -->ab", "ab", []),
        ("<div>ab</div>", "ab", []),
        ("ab<br>", "ab", []),
        ("<pre></pre>ab<b></b>", "ab", []),
    ],
)
def test_odd_markup_costs_no_letter(shown: str, text: str, entities: list[Any]) -> None:
    node = LexborHTMLParser(f'<div class="t">{shown}</div>').css_first("div.t")
    assert read_text(node) == (text, entities)


def test_absurd_nesting_takes_no_stack() -> None:
    shown = "<u>" * 30_000 + "x" + "</u>" * 30_000
    text, entities = read_text(LexborHTMLParser(f'<div class="t">{shown}</div>').css_first("div.t"))
    assert text == "x"
    assert {kind for kind, *_ in entities} == {"underline"}
