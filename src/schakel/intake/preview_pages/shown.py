"""What of a preview page a browser shows: posts in a comment, script or template stand in its bytes and are no posts."""

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from typing import NamedTuple

from schakel.intake.preview_pages.marks import Mark, marks_in

# Of these elements a browser shows nothing that is marked up in them (HTML standard, 13.2.5 and 15.3.1).
# In small letters, as the page is gone through: Python finds the bracket several times as fast so.
_OPENS = re.compile(
    rb"<(?:!--|(script|style|template|noscript|textarea|title|xmp|iframe|noembed|noframes)(?=[\s/>]))"
)
_COMMENT = b"!--"
_COMMENT_ENDS = re.compile(rb"--!?>")
_TEMPLATE = b"template"  # the one of them that can hold another of its kind
_DIV = re.compile(rb"</?div\b")


class Shown(NamedTuple):
    """A page with blanks where posts are hidden in it, so that every place stays where it is; its posts, and those hidden."""

    raw: bytes
    marks: list[Mark]
    hidden: list[Mark]


def as_shown(raw: bytes) -> Shown:
    """The page as a browser shows it.

    What is opened between two posts hides all up to its end. What is opened in a post hides only what is whole within it: a post
    that is broken hides none of those behind it. What is never closed hides nothing.
    """
    marks = marks_in(raw)
    page = _Page(raw.lower(), marks, [one.start for one in marks])
    at = 0
    while marks and (opened := _OPENS.search(page.raw, at)):
        at = page.behind(opened)
    if not page.hidden:
        return Shown(raw, marks, [])
    shown = bytearray(raw)
    for start, end in page.blanks:
        shown[start:end] = b" " * (end - start)
    places = {one.start for one in page.hidden}
    return Shown(bytes(shown), [one for one in marks if one.start not in places], page.hidden)


@dataclass(slots=True)
class _Page:
    """A page, in small letters, that is gone through once, from its beginning to its end."""

    raw: bytes
    marks: list[Mark]
    starts: list[int]
    hidden: list[Mark] = field(default_factory=list)
    blanks: list[tuple[int, int]] = field(default_factory=list)
    passed: dict[bytes, int] = field(default_factory=dict)  # up to where what opens so hides nothing
    done: int = 0  # marks that were passed
    counted: int = 0
    depth: int = 0  # in the post that was begun last, there

    def behind(self, opened: re.Match[bytes]) -> int:
        """Where to go on behind something that may hide posts; those that it hides are noted."""
        kind, start = opened[1] or _COMMENT, opened.start()
        if start < self.passed.get(kind, 0):
            return opened.end()
        end = self._end(kind, opened)
        if end is None:
            self.passed[kind] = len(self.raw)
            return opened.end()
        inside = slice(bisect_left(self.starts, start), bisect_left(self.starts, end))
        if inside.start == inside.stop:
            return end
        self._count_to(start, inside.start)
        if self.depth > 0 and not self._is_whole(start, end):
            self.passed[kind] = end
            return opened.end()
        self.hidden += self.marks[inside]
        self.blanks.append((start, end))
        self.done, self.counted = inside.stop, end
        return end

    def _end(self, kind: bytes, opened: re.Match[bytes]) -> int | None:
        if kind == _COMMENT:
            # "<!-->" is a whole comment.
            closed = _COMMENT_ENDS.search(self.raw, opened.start() + len("<!"))
            return closed.end() if closed else None
        tags = re.compile(rb"<(/?)" + kind + rb"(?=[\s/>])[^>]*>?")
        depth = 0
        for tag in tags.finditer(self.raw, opened.start()):
            depth += -1 if tag[1] else 1
            if tag[1] and (depth == 0 or kind != _TEMPLATE):
                return tag.end()
        return None

    def _count_to(self, place: int, marks: int) -> None:
        """Counts how deep in the last post that is shown before it a place lies."""
        if marks > self.done:
            self.done, self.counted, self.depth = marks, self.starts[marks - 1], 0
        elif self.depth <= 0:
            return
        for tag in _DIV.finditer(self.raw, self.counted, place):
            self.depth += -1 if tag[0][1:2] == b"/" else 1
            if self.depth == 0:
                break
        self.counted = place

    def _is_whole(self, start: int, end: int) -> bool:
        """Whether what opens between two places is closed there too, and nothing else."""
        depth = 0
        for tag in _DIV.finditer(self.raw, start, end):
            depth += -1 if tag[0][1:2] == b"/" else 1
            if depth < 0:
                return False
        return depth == 0
