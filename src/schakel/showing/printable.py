"""Hostile text made safe to print: nothing in it can move the cursor, turn the line round or hide."""

import unicodedata
from collections.abc import Iterable

_KEEP = {"\n"}
# Zero-width joiner and the emoji variation selector hold emoji together; they carry no other trick on a terminal.
_HARMLESS_FORMAT = {"\u200d", "\ufe0f"}
_HIDDEN_CATEGORIES = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}


def printable(text: str, limit: int = 4000) -> str:
    """The text with control, bidi and other invisible characters shown as `<U+202E>`, cut at `limit` characters."""
    shown = text[:limit]
    if not shown.isprintable():  # a page prints thousands of words, nearly all of them plain
        odd = {ord(letter): _visible(letter) for letter in set(shown) if not letter.isprintable()}
        shown = shown.translate(odd)
    return shown if len(text) <= limit else f"{shown} [... {len(text) - limit} more characters]"


def one_line(text: str, limit: int = 80) -> str:
    """The text on one line, at most `limit` characters, safe to print."""
    if len(text) <= limit and text.isprintable() and "  " not in text and text == text.strip(" "):
        return text  # most cells of a table: an eighth of the time
    flat = " ".join(printable(text, 4 * limit).split())
    return flat if len(flat) <= limit else flat[: limit - 1] + "…"


def in_a_row(texts: Iterable[str], limit: int) -> str:
    """Sentences one after another, fragments parted by semicolons; each on one line of at most `limit` characters."""
    row = ""
    for text in texts:
        row += (" " if row.endswith(".") else "; ") * bool(row) + one_line(text, limit)
    return row


def masked(text: str, spans: Iterable[tuple[int, int]], left: int = 2) -> str:
    """The text with each span's letters and digits, also circled ones, hidden but for the first two (or `left`): `@pl••••••`."""
    letters = list(text)
    for start, end in spans:
        for place in range(min(start + left, end), min(end, len(letters))):
            if (
                letters[place].isalnum()
                or letters[place] == "_"
                or unicodedata.category(letters[place]) == "So"
            ):
                letters[place] = "•"
    return "".join(letters)


def _visible(letter: str) -> str:
    if letter in _KEEP or letter in _HARMLESS_FORMAT:
        return letter
    if letter == "\t":
        return " "
    return f"<U+{ord(letter):04X}>" if unicodedata.category(letter) in _HIDDEN_CATEGORIES else letter
