"""What stands in the opening tags of a preview page: where its posts begin, whose they are, and when Telegram made the page."""

import json
import re
from base64 import urlsafe_b64decode
from binascii import Error as Base64Error
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import UTC
from html import unescape
from typing import NamedTuple, TypeVar

from schakel.intake.clock import unix_of, within_calendar
from schakel.records.chat_names import CHANNEL_MARK

LARGEST_PAGE = 1 << 24  # a page has some twenty posts of at most 4096 characters; .1 to .5 MB is usual
# Text is escaped in a page, so a bracket always begins a tag; tags of posts have some 300 bytes.
_TAG = re.compile(rb"<div\b[^<>]{0,4000}+>")
_IS_POST = re.compile(rb"[\s\"']class=[\"']?(?:[^\"'<>]*\s)?tgme_widget_message[\s\"'>]")
_POST = re.compile(rb"\sdata-post=[\"']?([^\s\"'<>]{1,200})")
_VIEW = re.compile(rb"\sdata-view=[\"']?([\w=-]{1,400})", re.ASCII)
_PEER = re.compile(rb"\sdata-peer=[\"']?c(\d{1,15})_", re.ASCII)
_NAMED = re.compile(r"(\w{1,64})/(\d{1,18})", re.ASCII)
_TIME = re.compile(rb"<time\b[^<>]{0,200}?\sdatetime=[\"']?([0-9T:+Z.-]{10,40})", re.ASCII)
_USERNAME = re.compile(
    rb"tgme_channel_info_header_username[^<>]{0,80}>\s*(?:<a\b[^<>]{0,200}>\s*)?@?(\w{1,64})", re.ASCII
)
_OPENS = re.compile(rb"tg:(?://|&#47;&#47;)resolve\?domain=(\w{1,64})", re.ASCII)

Value = TypeVar("Value", str, int)


class Mark(NamedTuple):
    """The opening tag of a post: its span in bytes, the channel's name and number and the post's number (0: not said),
    and the moment at which Telegram made the page, in Unix seconds (0: not said).
    """

    start: int
    end: int
    name: str
    number: int
    channel: int
    seen: int


class PreviewHead(NamedTuple):
    """What tells a page before it is read as a whole: name and number of its channel, and when Telegram made the page.

    Empty or 0 where the page does not say. `posts` is how many it has.
    """

    username: str
    channel: int
    seen: int
    posts: int


def marks_in(raw: bytes) -> list[Mark]:
    """The posts of a page by their opening tags."""
    return [
        _mark(tag[0], tag.start(), tag.end())
        for tag in _TAG.finditer(raw)
        if b"tgme_widget_message" in tag[0] and _IS_POST.search(tag[0])
    ]


def head_of(raw: bytes, marks: Sequence[Mark]) -> PreviewHead:
    """The channel of a page that has these posts, and when Telegram made it.

    The head of a page may have another name of its channel than its posts, as where it has several or was renamed: if none of the
    posts has that of the head, theirs counts. A page without that moment counts as made at the moment of its newest post: it was made then or later.
    """
    told = _USERNAME.search(raw) or (None if marks else _OPENS.search(raw))
    username = told[1].decode("ascii").lower() if told else ""
    names = [mark.name.lower() for mark in marks if mark.name]
    if names and username not in names:
        username = _most(iter(names)) or ""
    own = [mark for mark in marks if mark.name.lower() == username]
    channel = _most(mark.channel for mark in own if mark.channel)
    seen = max((mark.seen for mark in marks), default=0) or max(map(_unix, _TIME.findall(raw)), default=0)
    return PreviewHead(username, channel or 0, seen, len(marks))


def _mark(tag: bytes, start: int, end: int) -> Mark:
    post, view, peer = _POST.search(tag), _VIEW.search(tag), _PEER.search(tag)
    named = _NAMED.fullmatch(unescape(post[1].decode("utf-8", "replace"))) if post else None
    channel, seen = _told_by(view[1]) if view else (0, 0)
    if not channel and peer:
        channel = int(peer[1])
    name, number = (named[1], int(named[2])) if named else ("", 0)
    return Mark(start, end, name, number, channel, seen)


def _told_by(view: bytes) -> tuple[int, int]:
    """The number of the channel and the moment of the page in what the page sends back to count a view."""
    try:
        told = json.loads(urlsafe_b64decode(view.rstrip(b"=") + b"=" * (-len(view.rstrip(b"=")) % 4)))
    except (Base64Error, ValueError, RecursionError):
        return 0, 0
    fields = told if isinstance(told, dict) else {}
    channel, seen = _whole(fields.get("c")), _whole(fields.get("t"))
    # The pages write a channel's number as -number, client libraries with their mark.
    channel = -channel if channel < 0 else 0
    if channel > CHANNEL_MARK:
        channel -= CHANNEL_MARK
    return (channel if channel < CHANNEL_MARK else 0), within_calendar(seen) or 0


def _whole(value: object) -> int:
    return value if isinstance(value, int) and not isinstance(value, bool) else 0


def _unix(written: bytes) -> int:
    return unix_of(written.decode("ascii"), UTC) or 0


def _most(values: Iterator[Value]) -> Value | None:
    """The value that occurs most, the first of them in order where several do; None if there are none."""
    counted = Counter(values)
    return min(counted, key=lambda value: (-counted[value], value)) if counted else None
