"""How the commands that collect print: counts with their nouns, and lines that fit on a terminal."""

import sys
import textwrap
from collections.abc import Iterator
from typing import TextIO

WIDTH = 80  # columns; a terminal that is wider gets no longer lines either
_INDENT = "  "


def many(number: int, one: str) -> str:
    """A number with its noun: `1 page`, `3 pages`, `12,345 pages`."""
    return f"{number:,} {one if number == 1 else f'{one}s'}"


def new_messages(number: int) -> str:
    """How many of some records were new."""
    return "1 of them a new message" if number == 1 else f"{number:,} of them new messages"


def say(line: str, *, command: str = "", to: TextIO | None = None) -> None:
    """Prints a line, whole into a file or pipe, in lines that fit on a terminal; a command stays whole there too."""
    stream = to or sys.stdout
    if not stream.isatty():
        stream.write(f"{line} {command}".rstrip() + "\n")
        return
    stream.writelines(f"{part}\n" for part in _fitting(line))
    if command:
        stream.write(f"{_INDENT}{command}\n")


def say_row(cells: str, words: str) -> None:
    """Prints cells and what is said of them: in one line into a file or pipe, below each other on a terminal."""
    if not sys.stdout.isatty():
        sys.stdout.write(f"{cells}  {words}\n")
        return
    if cells.strip():
        say(" ".join(cells.split()))
    sys.stdout.writelines(f"{part}\n" for part in _fitting(_INDENT * 2 + words, _INDENT * 2))


def _fitting(line: str, indent: str = _INDENT) -> Iterator[str]:
    yield from textwrap.wrap(line, WIDTH, subsequent_indent=indent, break_on_hyphens=False) or [""]
