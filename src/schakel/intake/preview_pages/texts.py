"""Reads the text of a post letter for letter as a JSON export has it, with what its parts mean."""

import re
from typing import Any

from schakel.intake.desktop_html.rich_text import Meaning, walk_text
from schakel.intake.message_rows import Entity

_BY_TAG = {
    "a": "a",
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "code": "code",
    "pre": "pre",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "del": "strikethrough",
    "strike": "strikethrough",
    "blockquote": "blockquote",
    "tg-spoiler": "spoiler",
    "tg-emoji": "custom_emoji",
}
_SEARCHES = (("#", "q=%23", "hashtag"), ("$", "q=%24", "cashtag"))
_SCHEMES = (("mailto:", "email"), ("tel:", "phone"))
_MENTION = re.compile(r"https?://t\.me/(\w+)", re.ASCII)
_PERSON = re.compile(r"tg://user\?id=(\d{1,18})", re.ASCII)
_LAYOUT = " \t\r\n"  # of the page: Telegram takes these off both ends of what people write


def read_text(node: Any) -> tuple[str, list[Entity]]:
    """The text of a post and its entities: a line break for each `br`, spans in characters.

    Emoji are pictures with the emoji itself inside them; only custom ones are entities, with their number.
    """
    text, entities = walk_text(node, _kind_of, _meaning)
    lead = len(text) - len(text.lstrip(_LAYOUT))
    kept = text.strip(_LAYOUT)
    moved = [
        (kind, max(0, start - lead), min(end - lead, len(kept)), value)
        for kind, start, end, value in entities
    ]
    spans = [entity for entity in moved if entity[1] < entity[2]]
    return kept, sorted(spans, key=lambda entity: (entity[1], -entity[2], entity[0]))


def address_of(node: Any) -> str:
    """Where a link leads; the site escapes twice what it asks about before it opens it."""
    href = str(node.attributes.get("href") or "")
    return href.replace("&amp;", "&") if node.attributes.get("onclick") else href


def _kind_of(node: Any) -> str | None:
    tag = node.tag
    if tag == "span":
        return "spoiler" if "tg-spoiler" in (node.attributes.get("class") or "") else None
    if tag == "i" and _is_emoji(node):
        return None
    if tag == "b" and _is_emoji(node.parent):  # the emoji inside the picture
        return None
    if tag == "code" and node.parent.tag == "pre":  # it tells the language
        return None
    return _BY_TAG.get(tag)


def _is_emoji(node: Any) -> bool:
    return "emoji" in (node.attributes.get("class") or "").split()


def _meaning(node: Any, kind: str, words: str) -> Meaning:
    if kind == "a":
        return _link(address_of(node), words)
    if kind == "custom_emoji":
        return kind, node.attributes.get("emoji-id") or None
    if kind == "pre":
        return kind, _language(node)
    return kind, None


def _language(node: Any) -> str | None:
    code = node.child
    named = (code.attributes.get("class") or "") if code is not None and code.tag == "code" else ""
    return named.removeprefix("language-") if named.startswith("language-") else None


def _link(href: str, words: str) -> Meaning:
    """Which entity a link stands for, by its target and its words."""
    for sign, search, kind in _SEARCHES:
        if words.startswith(sign) and search in href:
            return kind, None
    if scheme := next((kind for start, kind in _SCHEMES if href.startswith(start)), None):
        return scheme, None
    if person := _PERSON.fullmatch(href):
        return "mention_name", person[1]
    mention = _MENTION.fullmatch(href)
    if mention and words.lower() == f"@{mention[1].lower()}":
        return "mention", None
    return ("link", None) if _bare(href) == _bare(words) else ("text_link", href or None)


def _bare(address: str) -> str:
    """An address without its scheme and a slash at its end, which the site adds where people leave them out."""
    return (address.partition("://")[2] or address).removesuffix("/")
