"""Texts of messages: what parts of them mean, in characters, and reactions to them."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from schakel.intake.message_rows import Entity, Reaction
from schakel.intake.telegram_objects.values import fields_of, kind_of, list_of, whole, words_of

_INT32 = (1 << 31) - 1
_WORDS = re.compile(r"(?<=[a-z])(?=[A-Z])")
# Where Telegram Desktop has another name than Telegram itself, in small letters.
_NAMES = {"Strike": "strikethrough", "TextUrl": "text_link", "Url": "link"}
_VALUES = ("url", "user_id", "document_id", "language")
_SIGNS = {"ReactionEmoji": "emoji", "ReactionCustomEmoji": "custom_emoji", "ReactionPaid": "paid"}


def read_entities(text: str, value: object) -> list[Entity]:
    """The entities of a text with spans in characters; Telegram counts in UTF-16, where an emoji is two.

    Spans are cut at the ends of the text; what has no span in it is left out.
    """
    told = [fields_of(one) for one in list_of(value)]
    if not told:
        return []
    place = _places(text)
    found: list[Entity] = []
    for one in told:
        offset, length = whole(one.get("offset")), whole(one.get("length"))
        if offset is None or length is None:
            continue
        start, end = (place[min(max(at, 0), len(place) - 1)] for at in (offset, offset + length))
        if start < end:
            found.append((_name(kind_of(one)), int(start), int(end), _value(one)))
    return found


def lines_of_media(media: object) -> list[str]:
    """The question and answers of a poll, or the title and tasks of a list, which are read as text like in an export."""
    poll, todo = fields_of(fields_of(media).get("poll")), fields_of(fields_of(media).get("todo"))
    said = [poll.get("question"), *(fields_of(one).get("text") for one in list_of(poll.get("answers")))]
    said += [todo.get("title"), *(fields_of(one).get("title") for one in list_of(todo.get("list")))]
    found = (words_of(fields_of(one).get("text")) or words_of(one) for one in said)
    return [line for line in found if line]


def read_reactions(value: object) -> list[Reaction] | None:
    """The reactions as (kind, sign, count); None if the message has no field for them."""
    if not isinstance(value, dict):
        return None
    found: list[Reaction] = []
    for one in map(fields_of, list_of(value.get("results"))):
        reaction, count = fields_of(one.get("reaction")), whole(one.get("count"))
        if count is not None:
            sign = reaction.get("emoticon", reaction.get("document_id", one.get("reaction")))
            kind = _SIGNS.get(kind_of(reaction), "emoji")
            written = str(sign) if isinstance(sign, str | int) else None
            found.append((kind, written, max(-_INT32, min(count, _INT32))))
    return found


def _places(text: str) -> Sequence[int]:
    """For each place in UTF-16 the place in characters; half a sign belongs to its beginning."""
    if text.isascii() or max(text) <= "\uffff":
        return range(len(text) + 1)
    wide = np.fromiter(map(ord, text), np.int64, len(text)) > 0xFFFF
    places = np.repeat(np.arange(len(text)), 1 + wide)
    return np.append(places, len(text)).tolist()


def _name(named: str) -> str:
    bare = named.removeprefix("Input").removeprefix("MessageEntity")
    return _NAMES.get(bare) or _WORDS.sub("_", bare).lower() or "unknown"


def _value(fields: Mapping[str, Any]) -> str | None:
    found = (fields.get(name) for name in _VALUES)
    return next((str(one) for one in found if words_of(one) or whole(one)), None)
