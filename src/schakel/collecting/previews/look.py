"""As much of a preview page as is needed to go on: whether posts are shown, which, and whether there are older ones.

Selectors as the pages have them (see docs/collecting.md). What the posts say is read by intake, from the sealed file.
Nothing in a page is run, and no address in it is followed.
"""

import re
import zlib
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

_POST = re.compile(r"([A-Za-z0-9_]{1,64})/(\d{1,10})", re.ASCII)
_NUMBER = re.compile(r"\d{1,10}", re.ASCII)
_POSTS = ".tgme_widget_message[data-post]:not(noscript *)"  # a browser shows nothing of a noscript
_PICTURE = re.compile(r"url\(\s*['\"]?(https?://[^'\")\s]+)")
_LONGEST_WORDS = 100  # signs of what a page says of a chat's size
_LARGEST = (1 << 31) - 1  # numbers of messages are 32-bit at Telegram


@dataclass(frozen=True, slots=True)
class Post:
    """A post on a page: its number, and its moment if the page tells it."""

    number: int
    moment: datetime | None


@dataclass(frozen=True, slots=True)
class Looked:
    """A page: whether it has a place for posts, the posts there, whether older ones are said to be there, and whose they are.

    `named` is the name in the posts; that of another username of the same chat may stand there.
    """

    history: bool
    posts: tuple[Post, ...] = ()
    older: int | None = None
    named: str = ""

    @property
    def first(self) -> int:
        """The lowest number on the page."""
        return min(post.number for post in self.posts)

    @property
    def last(self) -> int:
        """The highest number on the page."""
        return max(post.number for post in self.posts)

    @property
    def moments(self) -> list[datetime]:
        """The moments on the page, oldest first."""
        return sorted(post.moment for post in self.posts if post.moment is not None)


def look_at(page: bytes, name: str) -> Looked:
    """What a page shows of the chat of this name; numbers that Telegram does not give are passed over."""
    tree = LexborHTMLParser(page.decode("utf-8", "replace"))
    if tree.css_first(".tgme_channel_history") is None:
        return Looked(history=False)
    marked = [
        (found[1], Post(int(found[2]), _moment(node)))
        for node in tree.css(_POSTS)
        if (found := _POST.fullmatch(node.attributes.get("data-post") or ""))
        and 0 < int(found[2]) <= _LARGEST
    ]
    named = _whose([of for of, _ in marked], name)
    posts = {post.number: post for of, post in marked if of.lower() == named.lower()}
    return Looked(True, tuple(posts.values()), _older(tree), named)


def pictures_on(page: bytes, name: str) -> list[tuple[int, str]]:
    """The addresses of photos in posts, each with the number of its post, in the order of the page."""
    tree = LexborHTMLParser(page.decode("utf-8", "replace"))
    looked = look_at(page, name)
    wanted, found = {post.number for post in looked.posts}, []
    for node in tree.css(_POSTS):
        post = _POST.fullmatch(node.attributes.get("data-post") or "")
        if post is None or post[1].lower() != looked.named.lower() or int(post[2]) not in wanted:
            continue
        for photo in node.css(".tgme_widget_message_photo_wrap"):
            if picture := _PICTURE.search(photo.attributes.get("style") or ""):
                found.append((int(post[2]), picture[1]))
    return list(dict.fromkeys(found))


def said_of(page: bytes) -> tuple[bool, str]:
    """Whether the page of a chat names one, and what it says of its size: `1 234 subscribers`."""
    tree = LexborHTMLParser(page.decode("utf-8", "replace"))
    extra = tree.css_first(".tgme_page_extra")
    words = " ".join(extra.text().split())[:_LONGEST_WORDS] if extra is not None else ""
    return tree.css_first(".tgme_page_title") is not None, words


def is_of(address: str, hosts: tuple[str, ...]) -> bool:
    """Whether an address is one of https at one of these hosts or below, and at no port or name of its own choice."""
    try:
        there = urlsplit(address)
        plain = there.port is None and there.username is None
    except ValueError:
        return False
    host = (there.hostname or "").lower()
    return there.scheme == "https" and plain and any(host == one or host.endswith(f".{one}") for one in hosts)


def unpacked(body: bytes, packed_as: str, most: int) -> bytes | None:
    """The body of an answer as it was before it was packed; None if it is packed otherwise, damaged, or larger than `most`."""
    if packed_as.strip().lower() in ("", "identity"):
        return body if len(body) <= most else None
    windows = {"gzip": 31, "x-gzip": 31, "deflate": 15}  # of zlib: 16 more for the frame of gzip
    bits = windows.get(packed_as.strip().lower())
    if bits is None:
        return None
    try:
        unpacking = zlib.decompressobj(bits)
        page = unpacking.decompress(body, most)
    except zlib.error:
        return None
    return page if unpacking.eof else None


def _whose(names: list[str], asked: str) -> str:
    """The name under which the posts stand: as it was asked for in whatever letters, else the one that most posts have."""
    same = next((name for name in names if name.lower() == asked.lower()), "")
    return same or next((name for name, _ in Counter(names).most_common(1)), "")


def _older(tree: LexborHTMLParser) -> int | None:
    for node in tree.css("a.tme_messages_more[data-before]"):
        written = node.attributes.get("data-before") or ""
        if _NUMBER.fullmatch(written) and 0 < int(written) <= _LARGEST:
            return int(written)
    return None


def _moment(post: LexborNode) -> datetime | None:
    node = post.css_first(".tgme_widget_message_date time[datetime]")
    try:
        moment = datetime.fromisoformat((node.attributes.get("datetime") or "") if node is not None else "")
        return moment.astimezone(UTC) if moment.tzinfo is not None else None
    except (ValueError, OverflowError):
        return None
