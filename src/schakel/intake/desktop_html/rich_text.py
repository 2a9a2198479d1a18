"""Reads the text of a row letter for letter as the JSON export has it, with its entities."""

import re
from collections.abc import Callable
from typing import Any

from schakel.intake.message_rows import Entity

Meaning = tuple[str, str | None]  # type and value of an entity

_BY_TAG = {
    "strong": "bold",
    "b": "bold",
    "em": "italic",
    "i": "italic",
    "code": "code",
    "pre": "pre",
    "u": "underline",
    "s": "strikethrough",
    "del": "strikethrough",
    "blockquote": "blockquote",
}
_BY_CALL = {
    "ShowHashtag": "hashtag",
    "ShowCashtag": "cashtag",
    "ShowBotCommand": "bot_command",
    "ShowMentionName": "mention_name",
}
_BY_SCHEME = (("mailto:", "email"), ("tel:", "phone"))
_STICKERS = (".webp", ".tgs", ".webm")
_CALL = re.compile(r"return (\w+)\(")
_MENTION = re.compile(r"https?://t\.me/(\w+)", re.ASCII)


def read_rich_text(node: Any) -> tuple[str, list[Entity]]:
    """The text of a `.text` row and its entities: a line break for each `br`, spans in characters."""
    return _trimmed(*walk_text(node, _kind_of, _entity))


def walk_text(
    node: Any, kind_of: Callable[[Any], str | None], entity_of: Callable[[Any, str, str], Meaning]
) -> tuple[str, list[Entity]]:
    """All text in a node with a line break for each `br`, and what its parts mean, spans in characters.

    `kind_of` says of a node inside whether it means something, `entity_of` of one that does, with its kind and its words,
    what. Walks without recursion, so a page with absurd nesting costs time but no stack.
    """
    parts: list[str] = []
    opened: list[tuple[Any, str | None, int]] = []
    closed: list[tuple[Any, str, int, int]] = []
    position = 0
    inner = node.child
    while inner is not None or opened:
        if inner is None:
            parent, kind, start = opened.pop()
            if kind:
                closed.append((parent, kind, start, position))
            inner = parent.next
            continue
        if inner.is_text_node:
            words = inner.text_content or ""
            parts.append(words)
            position += len(words)
        elif inner.tag == "br":
            parts.append("\n")
            position += 1
        elif inner.child is not None:
            opened.append((inner, kind_of(inner), position))
            inner = inner.child
            continue
        inner = inner.next
    text = "".join(parts)
    told = [(*entity_of(part, kind, text[start:end]), start, end) for part, kind, start, end in closed]
    return text, [(kind, start, end, value) for kind, value, start, end in told]


def _trimmed(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    """Without the line break before and the line break and indent after, which are the writer's."""
    lead = 1 if text.startswith("\n") else 0
    end = len(text)
    tail = text.rfind("\n")
    if tail >= lead and not text[tail:].strip():
        end = tail
    moved = [
        (kind, max(0, start - lead), min(stop, end) - lead, value) for kind, start, stop, value in entities
    ]
    return text[lead:end], sorted(moved, key=lambda entity: (entity[1], -entity[2], entity[0]))


def _kind_of(node: Any) -> str | None:
    tag = node.tag
    if tag == "a":
        return "a"
    if tag == "span":
        return "spoiler" if "spoiler" in (node.attributes.get("class") or "") else None
    return _BY_TAG.get(tag)


def _entity(node: Any, kind: str, words: str) -> Meaning:
    return _link_of(node, words) if kind == "a" else (kind, None)


def _link_of(node: Any, words: str) -> Meaning:
    """Which entity a link stands for, by its target and its words."""
    href = node.attributes.get("href") or ""
    call = _CALL.search(node.attributes.get("onclick") or "")
    if not href or href == "#":
        return _BY_CALL.get(call[1] if call else "", "custom_emoji"), None
    if scheme := next((kind for start, kind in _BY_SCHEME if href.startswith(start)), None):
        return scheme, None
    mention = _MENTION.fullmatch(href)
    if mention and words == f"@{mention[1]}":
        return "mention", None
    if href.endswith(_STICKERS) and "://" not in href:
        return "custom_emoji", href
    same = href.partition("://")[2] in (words, words.partition("://")[2]) or href == words
    return ("link", None) if same else ("text_link", href)
