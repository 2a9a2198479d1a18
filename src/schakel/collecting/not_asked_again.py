"""What a killed run over chats did not bring beside the messages, and the next run does not ask for by itself."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from schakel.collecting.captures import log_of, messages_of, record_of
from schakel.collecting.cut_off import objects_in


@dataclass(frozen=True, slots=True)
class NotBrought:
    """Of the chat that was under way: posts of which the comments are not all there, and options that ask for the rest."""

    chat: str
    posts: tuple[int, ...]
    options: tuple[str, ...]


def not_brought(folder: Path) -> NotBrought | None:
    """What is missing of a killed run beside messages; None if it asked for nothing beside them, or had not begun a chat.

    Chats are read one after the other, so only of the last one in the log can something be missing: comments under posts that
    are known by now come with --again alone; members and photos of what is asked for again with their own options.
    """
    record, lines = record_of(folder), log_of(folder)
    chats = [line["chat"] for line in lines if isinstance(line.get("chat"), str)]
    wanted = [name for name in ("threads", "members", "media") if record.get(name) is True]
    if record.get("kind") != "chats" or not chats or not wanted:
        return None
    chat = chats[-1]
    posts = tuple(_without_comments(folder, chat, lines)) if "threads" in wanted else ()
    asked = [name for name in wanted if name != "threads" or posts]
    options = tuple(f"--{name}" for name in asked) + (("--again",) if posts else ())
    return NotBrought(chat, posts, options) if options else None


def _without_comments(folder: Path, chat: str, lines: list[Mapping[str, Any]]) -> Iterator[int]:
    """Posts with comments that were not asked for, or were asked for last, when the run was killed."""
    threads = [line.get("thread") for line in lines if line.get("chat") == chat and "thread" in line]
    done = {thread for thread in threads if thread != threads[-1]}
    for said in objects_in(folder / messages_of(chat)):
        replies, peer, number = said.get("replies"), said.get("peer_id"), said.get("id")
        own = isinstance(peer, dict) and str(peer.get("channel_id")) == chat
        commented = isinstance(replies, dict) and replies.get("comments") and replies.get("replies")
        if own and commented and isinstance(number, int) and number not in done:
            yield number
