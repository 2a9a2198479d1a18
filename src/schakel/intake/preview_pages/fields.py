"""Reads the parts of one post: text, time, who it is from, what it answers, views, reactions, buttons."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from schakel.intake.message_rows import Entity, Reaction
from schakel.intake.preview_pages.counts import read_count
from schakel.intake.preview_pages.media import KINDS, Medium, read_medium
from schakel.intake.preview_pages.page import words_of
from schakel.intake.preview_pages.texts import address_of, read_text

_ADDRESS = re.compile(r"(?:https?://t\.me)?/(?:s/)?(c/\d{1,18}|\w{1,64})/(\d{1,18})(?:[?#].*)?", re.ASCII)
_EDITED = re.compile(r"\bedited\b")
_OF_PREVIEW = ("site_name", "title", "description")
_INT32 = (1 << 31) - 1


@dataclass(slots=True)
class Fields:
    """What one post says. `owner` is the name of the channel above it, `writer` of a person in a group."""

    owner: str | None = None
    writer: str | None = None
    written: str | None = None
    text: str | None = None
    entities: list[Entity] = field(default_factory=list)
    author: str | None = None
    forwarded_from: str | None = None
    reply: tuple[str, int] | None = None  # name and number
    views: int | None = None
    reactions: list[Reaction] | None = None
    media: list[Medium] = field(default_factory=list)
    extra: dict[str, Any] = field(default_factory=dict)


def read_fields(node: Any) -> Fields:
    """Everything in a post."""
    fields = Fields()
    for name, part in _parts(node):
        if name in KINDS:
            fields.media.append(read_medium(part, KINDS[name]))
        else:
            _READERS[name](part, fields)
    return fields


def _parts(node: Any) -> Iterator[tuple[str, Any]]:
    """The elements of a post that say something, with the class that tells what; none that lies in another one.

    Walks without recursion, so a page with absurd nesting costs time but no stack.
    """
    opened: list[Any] = []
    inner = node.child
    while inner is not None or opened:
        if inner is None:
            inner = opened.pop().next
            continue
        name = _name_of(inner)
        if name:
            yield name, inner
        elif inner.child is not None:
            opened.append(inner)
            inner = inner.child
            continue
        inner = inner.next


def _name_of(node: Any) -> str:
    if node.is_text_node or node.is_comment_node:
        return ""
    classes = (node.attributes.get("class") or "").split()
    return next((name for name in classes if name in KINDS or name in _READERS), "")


def _read_author(node: Any, fields: Fields) -> None:
    owner = node.css_first(".tgme_widget_message_owner_name")
    if owner is not None:
        fields.owner = fields.owner or words_of(owner)
    else:
        fields.writer = fields.writer or words_of(node) or None


def _read_words(node: Any, fields: Fields) -> None:
    """The text. An album has it twice, one in the other, of which only the outer one is met; two that stand one below the
    other are both read.
    """
    words, entities = read_text(node)
    shift = len(fields.text) + 1 if fields.text else 0
    fields.text = f"{fields.text}\n{words}" if fields.text else words
    fields.entities += [(kind, start + shift, end + shift, value) for kind, start, end, value in entities]


def _read_forward(node: Any, fields: Fields) -> None:
    name = node.css_first(".tgme_widget_message_forwarded_from_name")
    author = words_of(node.css_first(".tgme_widget_message_forwarded_from_author"))
    fields.forwarded_from = words_of(name)
    told = {"author": author, "href": name.attributes.get("href") or "" if name is not None else ""}
    if kept := {part: words for part, words in told.items() if words}:
        fields.extra["forwarded"] = kept


def _read_reply(node: Any, fields: Fields) -> None:
    href = node.attributes.get("href") or ""
    found = _ADDRESS.fullmatch(href)
    fields.reply = (found[1], int(found[2])) if found else ("unknown", 0)


def _read_views(node: Any, fields: Fields) -> None:
    written = words_of(node)
    count = read_count(written)
    if count:
        fields.views = count[0]
    if written and (count is None or count[1] > 1):
        fields.extra["views"] = {"written": written, **({"step": count[1]} if count else {})}


def _read_meta(node: Any, fields: Fields) -> None:
    """The line under a post: its signature, the word that it was edited, its moment."""
    author, when = node.css_first(".tgme_widget_message_from_author"), node.css_first("time[datetime]")
    fields.author = words_of(author) or fields.author
    if when is not None:
        fields.written = when.attributes.get("datetime")
    own = "".join(child.text_content or "" for child in node.iter(include_text=True) if child.is_text_node)
    if _EDITED.search(own):
        fields.extra["edited"] = True


def _read_date(node: Any, fields: Fields) -> None:
    when = node.css_first("time[datetime]")
    if when is not None:
        fields.written = when.attributes.get("datetime")


def _read_signature(node: Any, fields: Fields) -> None:
    fields.author = words_of(node) or None


def _read_reactions(node: Any, fields: Fields) -> None:
    fields.reactions = []
    for one in node.css(".tgme_reaction"):
        emoji, custom = one.css_first("b"), one.css_first("tg-emoji")
        sign = words_of(emoji)
        count = read_count(words_of(one).removeprefix(sign))
        if count is None:
            continue
        kind, value = (
            ("emoji", sign or None) if custom is None else ("custom_emoji", custom.attributes.get("emoji-id"))
        )
        if "tgme_reaction_paid" in (one.attributes.get("class") or ""):
            kind, value = "paid", None
        fields.reactions.append((kind, value, min(count[0], _INT32)))
        if count[1] > 1:
            fields.extra["reactions_rounded"] = True


def _read_button(node: Any, fields: Fields) -> None:
    told = {"text": words_of(node), "href": address_of(node)}
    fields.extra.setdefault("buttons", []).append({name: said for name, said in told.items() if said})


def _read_preview(node: Any, fields: Fields) -> None:
    told = {part: words_of(node.css_first(f".link_preview_{part}")) for part in _OF_PREVIEW}
    told["href"] = address_of(node)
    fields.extra["link_preview"] = {name: said for name, said in told.items() if said}


def _read_not_shown(node: Any, fields: Fields) -> None:
    label = node.css_first(".message_media_not_supported_label")
    fields.extra["not_shown"] = words_of(label if label is not None else node)


def _read_voters(node: Any, fields: Fields) -> None:
    fields.extra["voters"] = words_of(node)


def _pass_over(_: Any, __: Fields) -> None:
    """The picture of the channel beside a post says nothing of the post."""


_READERS: Mapping[str, Callable[[Any, Fields], None]] = {
    "tgme_widget_message_user": _pass_over,
    "tgme_widget_message_author": _read_author,
    "tgme_widget_message_text": _read_words,
    "tgme_widget_message_forwarded_from": _read_forward,
    "tgme_widget_message_reply": _read_reply,
    "tgme_widget_message_views": _read_views,
    "tgme_widget_message_voters": _read_voters,
    "tgme_widget_message_meta": _read_meta,
    "tgme_widget_message_date": _read_date,
    "tgme_widget_message_from_author": _read_signature,
    "tgme_widget_message_reactions": _read_reactions,
    "tgme_widget_message_inline_button": _read_button,
    "tgme_widget_message_link_preview": _read_preview,
    "message_media_not_supported_wrap": _read_not_shown,
    "message_media_not_supported": _read_not_shown,
}
