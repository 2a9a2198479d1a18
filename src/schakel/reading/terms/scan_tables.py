"""What the scan makes of each character: one table look-up instead of a fold."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

import numpy as np
import numpy.typing as npt

from schakel.reading.folding.letters import fold_character, letter_tables
from schakel.reading.terms.disguises import HIDING
from schakel.reading.terms.lexicon import sought_signs

Codes = npt.NDArray[np.uint32]
Kinds = npt.NDArray[np.uint8]

ROW_END = 0  # no folded text holds a NUL
TABLE_SIZE = 0x20000  # beyond lie rare ideographs and tags; they become spaces
GONE = TABLE_SIZE - 1  # stands for a character that is left out; no character has this number
# Ideographs, Yi, Hangul and private use fold to themselves or to nothing we seek.
_AS_THEY_ARE = ((0x3400, 0xA640), (0xAC00, 0xF900), (0x10400, 0x1D000))
_AS_IT_IS = re.compile("[a-z0-9 ]*")  # most patterns

# Kinds of characters as bits.
LATIN, FOREIGN, LETTER, DIGIT, LEET, HIDES, SPACE, LONGER = (1 << bit for bit in range(8))
ANY_LETTER = LATIN | FOREIGN | LETTER


@dataclass(frozen=True, slots=True)
class ScanTables:
    """By code point: the first folded character, what follows it, the kind, and the letter a sign passes for."""

    first: Codes
    rest: dict[int, str]  # for the few that fold to more than one character
    kind: Kinds
    read_as: Codes


def scan_tables() -> ScanTables:
    """The tables for the word lists in force; built once for all lists with the same signs in them."""
    return _tables(sought_signs())


@lru_cache(maxsize=2)
def _tables(signs: frozenset[str]) -> ScanTables:
    first = np.arange(TABLE_SIZE, dtype=np.uint32)
    kind = np.zeros(TABLE_SIZE, np.uint8)
    rest: dict[int, str] = {}
    for low, high in _AS_THEY_ARE:
        kind[low:high] = LETTER
    for code in np.flatnonzero(kind[: TABLE_SIZE - 1] == 0).tolist():
        form = character_form(code, signs)
        kind[code] = _kind(code, form)
        first[code] = ord(form[0]) if form else GONE
        if len(form) != 1:
            kind[code] |= LONGER
            rest[code] = form[1:]
    first[ROW_END], kind[ROW_END] = ROW_END, SPACE
    return ScanTables(first, rest, kind, _read_as())


@cache
def character_form(code: int, signs: frozenset[str]) -> str:
    """What the scan sees of one character: letters and digits folded, sought signs set apart, all else a space."""
    out = ""
    for sign in fold_character(code):
        if sign.isdecimal():
            out += sign if sign.isascii() else "0"
        elif sign.isalnum():
            out += sign
        else:
            out += f" {sign} " if sign in signs else " "
    return out


def scan_form(text: str) -> bytes:
    """One pattern as the scan sees it."""
    if _AS_IT_IS.fullmatch(text):
        return text.encode()
    signs = sought_signs()
    return "".join(character_form(ord(sign), signs) for sign in text).encode()


def _kind(code: int, form: str) -> int:
    sign = form.strip()[:1]
    kind = SPACE if chr(code).isspace() else 0
    if "a" <= sign <= "z":
        kind |= LATIN
    elif "\u0370" <= sign <= "\u052f":
        kind |= FOREIGN
    elif sign.isdecimal():
        kind |= DIGIT
    elif sign.isalpha():
        kind |= LETTER
    if code in letter_tables().leet:
        kind |= LEET
    if chr(code) in HIDING:
        kind |= HIDES
    return kind


def _read_as() -> Codes:
    table = np.arange(TABLE_SIZE, dtype=np.uint32)
    for code, sign in letter_tables().leet.items():
        table[code] = ord(sign)
    return table
