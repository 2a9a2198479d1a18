"""Hostile text made safe to print: nothing in it can move the cursor, turn the line round or hide."""

import re
import unicodedata
from collections.abc import Iterable

_KEEP = {"\n"}
# Zero-width joiner and the emoji variation selector hold emoji together; they carry no other trick on a terminal.
_HARMLESS_FORMAT = {"\u200d", "\ufe0f"}
_HIDDEN_CATEGORIES = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}

# Handles, links and mail addresses; runs of seven or more digits however they are spaced; long codes (wallets, IBAN).
# A run is tried from its start only: trying it from every letter takes time that grows with its square.
_TELLING = re.compile(r"(?<!\S)\S*[@/]\S+|[@/]\S+|\d(?:[\s().+-]{0,2}\d){6,}|\w{16,}")


def printable(text: str, limit: int = 4000) -> str:
    """The text with control, bidi and other invisible characters shown as `<U+202E>`, cut at `limit` characters."""
    shown = text[:limit]
    if not shown.isprintable():  # a page prints thousands of words, nearly all of them plain
        shown = "".join(_visible(letter) for letter in shown)
    return shown if len(text) <= limit else f"{shown} [... {len(text) - limit} more characters]"


def one_line(text: str, limit: int = 80) -> str:
    """The text on one line, at most `limit` characters, safe to print."""
    flat = " ".join(printable(text, 4 * limit).split())
    return flat if len(flat) <= limit else flat[: limit - 1] + "…"


def in_a_row(texts: Iterable[str], limit: int) -> str:
    """Sentences one after another, fragments parted by semicolons; each on one line of at most `limit` characters."""
    row = ""
    for text in texts:
        row += (" " if row.endswith(".") else "; ") * bool(row) + one_line(text, limit)
    return row


def masked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The text with each span's letters and digits hidden but for the first two: `@pl••••••`."""
    letters = list(text)
    for start, end in spans:
        for place in range(min(start + 2, end), min(end, len(letters))):
            if letters[place].isalnum() or letters[place] == "_":
                letters[place] = "•"
    return "".join(letters)


def veiled(text: str, values: Iterable[str] = ()) -> str:
    """The text with everything that looks like a name, a number to call or an address hidden, and `values` too."""
    spans = [match.span() for match in _TELLING.finditer(text)]
    for value in values:
        if value:
            found = re.finditer(re.escape(value), text, re.IGNORECASE)
            spans += [match.span() for match in found]
    return masked(text, spans)


def _visible(letter: str) -> str:
    if letter in _KEEP or letter in _HARMLESS_FORMAT:
        return letter
    if letter == "\t":
        return " "
    return f"<U+{ord(letter):04X}>" if unicodedata.category(letter) in _HIDDEN_CATEGORIES else letter
