"""Ids that would give away what a package hides, and what stands in their place.

The id of a message is a digest of its chat, number and text, that of a talk of two a digest of somebody's number or name. Where the text
or the talk is hidden, whoever has the rest could try numbers until one fits (there are few telephone numbers), so such a message or talk
has a number here: `m_hidden_1`, `c_hidden_1`. So have texts and what is made of several (`k_`, `t_`, `x_`), which sentences name. Chat, number, source and byte, which stand beside it, still find the original.
"""

import re
from collections.abc import Iterable
from typing import Any

from schakel.showing.handover.package.rows import sealed_row
from schakel.showing.handover.package.third_parties import ThirdParties

Row = dict[str, Any]
_ID = re.compile(r"\b([ckmtx])_[0-9a-f]{24}\b")
_OF_TEXTS = "ktx"  # kinds of ids that are digests of a text, whichever it is


def telling_ids(messages: Iterable[Row], parties: ThirdParties) -> dict[str, str]:
    """What stands in the place of each id that tells, numbered in the order of the messages."""
    found: dict[str, str] = {}
    chats = 0
    for row in messages:
        talk = parties.hidden_talk(row)
        if talk and row["chat_id"] not in found:
            chats += 1
            found[row["chat_id"]] = f"c_hidden_{chats}"
        if talk or row["text_hidden_in_part"]:
            found.setdefault(row["message_id"], f"m_hidden_{len(found) - chats + 1}")
    return found


def without_telling(row: Row, telling: dict[str, str]) -> Row:
    """A row or record with these ids, and those of texts, replaced wherever they stand; one with a digest is sealed anew."""
    told: Row = _replaced({key: value for key, value in row.items() if key != "row_sha256"}, telling)
    return sealed_row(told) if "row_sha256" in row else told


def _replaced(value: Any, telling: dict[str, str]) -> Any:
    if isinstance(value, str):
        return _ID.sub(lambda found: _number(found, telling), value)
    if isinstance(value, dict):
        return {key: _replaced(part, telling) for key, part in value.items()}
    if isinstance(value, list):
        return [_replaced(part, telling) for part in value]
    return value


def _number(found: re.Match[str], telling: dict[str, str]) -> str:
    if found[1] in _OF_TEXTS and found[0] not in telling:
        before = sum(known.startswith(found[1]) for known in telling)
        telling[found[0]] = f"{found[1]}_hidden_{before + 1}"
    return telling.get(found[0], found[0])
