"""Cuts a preview page into its posts, so that none can hurt another, and tells what other pages of t.me are."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from schakel.intake.preview_pages.marks import Mark

_NUMBERED = re.compile(r"(\w{1,64})/(\d{1,18})", re.ASCII)
_NAMED = b"data-post"
_AS_THE_SITE_WRITES = re.compile(rb"\sdata-post=\"\w{1,64}/\d{1,18}\"[\s>]", re.ASCII)
_DIV = re.compile(rb"<div\b|</div>")
# The site ends its pages with a remark how long it took; browsers add nothing behind the last tag.
_TAIL = 2048
_LABELS = ".tgme_channel_info_header_labels, .tgme_header_labels, .tgme_page_title"
_PREVIEW_LINK = re.compile(rb"href=[\"']?(?:https://t\.me)?/s/\w", re.ASCII)
_ENDS = (b'<div class="tgme_widget_message_wrap', b"</section>", b"</main>")


@dataclass(slots=True)
class Post:
    """One post: its opening tag, the bytes that it spans in the sealed file, and whether the file ends within it.

    `node` is None where its bytes are not UTF-8.
    """

    mark: Mark
    end: int
    node: Any
    whole: bool


@dataclass(frozen=True, slots=True)
class Channel:
    """What a page says of the channel itself."""

    title: str
    flags: tuple[str, ...] = ()


def posts_of(raw: bytes, marks: Sequence[Mark]) -> Iterator[Post]:
    """The posts of a page, which begin at these marks, in their order; one in memory at a time."""
    ends = [after.start for _, after in pairwise(marks)] + [len(raw)]
    for mark, end in zip(marks, ends, strict=True):
        own = raw[mark.start : end]
        cut = min((at for sign in _ENDS if (at := own.find(sign)) > 0), default=len(own))
        yield Post(mark, mark.start + cut, _node(own[:cut]), cut < len(own) or _is_whole(own))


def not_marked(raw: bytes, marks: Sequence[Mark]) -> list[str]:
    """Posts that a browser would show and that have no mark: their tags are written as the site does not write them."""
    if _only_marks_name_posts(raw, marks):
        return []
    tree = LexborHTMLParser(raw.decode("utf-8", "replace"))
    shown = [node.attributes.get("data-post") or "" for node in tree.css(".tgme_widget_message[data-post]")]
    marked = Counter(f"{mark.name}/{mark.number}" if mark.number else "" for mark in marks)
    unread = []
    for told in shown:
        found = _NUMBERED.fullmatch(told)
        called = _plain(found) if found and int(found[2]) else ""
        marked[called] -= 1  # each mark stands for one post; what a browser does not show may have a mark too
        if marked[called] < 0:
            unread.append(told)
    return list(dict.fromkeys(unread))


def is_cut_off(raw: bytes) -> bool:
    """Whether the file ends before the page does."""
    return b"</html>" not in raw[-_TAIL:].lower()


def channel_of(raw: bytes, before: int) -> Channel:
    """Title and marks of the channel, as the head of its page has them; `before` is where the first post begins."""
    tree = LexborHTMLParser(raw[:before].decode("utf-8", "replace"))
    title = tree.css_first(".tgme_channel_info_header_title, .tgme_header_title, .tgme_page_title")
    verified = any(one.css_first(".verified-icon") is not None for one in tree.css(_LABELS))
    return Channel(words_of(title), ("verified",) if verified else ())


def kind_of_page(raw: bytes) -> str:
    """What a page without posts is: `landing` (t.me/NAME of a channel that has a preview), or why it holds none:
    `preview-off`, `no-channel` (a group, a person, nobody), `no-posts`, `not-a-preview`.
    """
    if b"tgme_channel_history" in raw or b"tme_no_messages_found" in raw:
        return "no-posts"
    if b"tgme_page" not in raw:
        return "not-a-preview"
    if _PREVIEW_LINK.search(raw):
        return "landing"
    tree = LexborHTMLParser(raw.decode("utf-8", "replace"))
    return "preview-off" if "subscriber" in words_of(tree.css_first(".tgme_page_extra")) else "no-channel"


def words_of(node: Any) -> str:
    """The text of a node in one line; empty if there is none."""
    return " ".join(node.text().split()) if node is not None else ""


def _node(own: bytes) -> Any:
    try:
        return LexborHTMLParser(own.decode("utf-8")).css_first("div.tgme_widget_message")
    except UnicodeDecodeError:
        return None


def _only_marks_name_posts(raw: bytes, marks: Sequence[Mark]) -> bool:
    """Whether nothing but the marks names a post, each one as it was read, so that the page need not be parsed to know it."""
    return raw.lower().count(_NAMED) == len(marks) and all(
        mark.number and _AS_THE_SITE_WRITES.search(raw, mark.start, mark.end) for mark in marks
    )


def _plain(named: re.Match[str]) -> str:
    return f"{named[1]}/{int(named[2])}"


def _is_whole(own: bytes) -> bool:
    """Whether the post that begins here also ends here. Text is escaped in a page, so these bytes are always tags."""
    depth = 0
    for tag in _DIV.finditer(own):
        depth += -1 if tag[0] == b"</div>" else 1
        if depth == 0:
            return True
    return False
