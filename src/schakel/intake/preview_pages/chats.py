"""Which chat each preview page belongs to, and which page of several tells of a post last."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from schakel.intake.peers import Chat, numbered_chat
from schakel.intake.preview_pages.marks import LARGEST_PAGE, PreviewHead, head_of
from schakel.intake.preview_pages.shown import as_shown
from schakel.intake.sealing import SealedSource
from schakel.records.ids import username_chat_id
from schakel.store.engine import Engine

KIND = "public_channel"
_STEP = "preview-heads"


@dataclass(slots=True)
class PreviewChats:
    """The pages in canonical order, those that Telegram made last first, and the chat of each by its source."""

    pages: list[SealedSource] = field(default_factory=list)
    of: dict[str, Chat] = field(default_factory=dict)


def chat_of_head(head: PreviewHead, numbers: Mapping[str, int] | None = None) -> Chat | None:
    """The channel of a page: by its number, which other pages of the same name may tell; else by its name."""
    number = head.channel or (numbers or {}).get(head.username, 0)
    if number:
        return numbered_chat("channel", number, "", KIND)
    return Chat(username_chat_id(head.username), None, "", KIND) if head.username else None


def find_preview_chats(pages: Sequence[SealedSource], engine: Engine, sealed: Path) -> PreviewChats:
    """The chat of each page and their order; the same for the same pages, in whatever order they came.

    A page that tells no number of its channel belongs to the one channel whose number other sources tell with that name;
    where they tell none, or several, it is a chat by its name.
    """
    if not pages:
        return PreviewChats()
    heads = _heads([page.sha256 for page in pages], engine, sealed)
    numbers = _numbers(heads.values(), engine, {page.sha256 for page in pages})
    found = PreviewChats()
    for page in pages:
        head = heads[page.sha256]
        found.pages.append(replace(page, seen=head.seen))
        if chat := chat_of_head(head, numbers):
            found.of[page.sha256] = chat
    found.pages.sort(key=lambda page: page.order)
    return found


def _numbers(heads: Iterable[PreviewHead], engine: Engine, pages: set[str]) -> dict[str, int]:
    """The number of each name that only one channel has."""
    told: dict[str, set[int]] = defaultdict(set)
    heads = list(heads)
    for head in heads:
        if head.channel:
            told[head.username].add(head.channel)
    if any(not head.channel for head in heads):
        rows = engine.read("profiles", ["kind", "account_tg_id", "username", "source_id"]).to_pylist()
        for row in rows:
            if row["kind"] == "channel" and row["username"] and row["source_id"] not in pages:
                told[row["username"].lower()].add(row["account_tg_id"])
    return {name: next(iter(channels)) for name, channels in told.items() if len(channels) == 1}


def _heads(digests: Sequence[str], engine: Engine, sealed: Path) -> dict[str, PreviewHead]:
    """The head of each page by its sha256. Only pages that the last run did not have are opened."""

    def make(places: list[int]) -> list[str]:
        return [json.dumps(_head(sealed / digests[place])) for place in places]

    kept = engine.recall(_STEP, digests, make)
    return {digest: PreviewHead(*json.loads(head)) for digest, head in zip(digests, kept, strict=True)}


def _head(path: Path) -> PreviewHead:
    with path.open("rb") as opened:
        shown = as_shown(opened.read(LARGEST_PAGE))
    return head_of(shown.raw, shown.marks)
