"""Whole Arrow columns folded for scanning: one byte buffer with a mark between the rows."""

from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from schakel.reading.disguises import HIDING
from schakel.reading.letters import fold_character, letter_tables
from schakel.reading.lexicon import load_lexicons

Bytes = npt.NDArray[np.uint8]
Codes = npt.NDArray[np.uint32]
Rows = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]

ROW_END = 0  # no folded text holds a NUL
_TABLE_SIZE = 0x20000  # beyond lie rare ideographs and tags; they become spaces
# Ideographs, Yi, Hangul and private use fold to themselves or to nothing we seek.
_AS_THEY_ARE = ((0x3400, 0xA640), (0xAC00, 0xF900), (0x10400, 0x1D000))

# Classes of characters, for finding words that are written so that a search misses them.
OTHER, LATIN, FOREIGN, LETTER, DIGIT = range(5)


@dataclass(frozen=True, slots=True)
class ScanBuffer:
    """Folded rows, one after another in `data`, each with ROW_END behind it at `ends`.

    `odd` marks rows that only a careful fold reads right; `numbered` rows with a digit. `undisguised` are the
    rows of `disguised` once more, with signs read as letters.
    """

    data: Bytes
    ends: Rows
    odd: Flags
    numbered: Flags
    disguised: Rows
    undisguised: Bytes


@dataclass(frozen=True, slots=True)
class _Tables:
    start: npt.NDArray[np.int32]
    length: npt.NDArray[np.int8]
    flat: Codes
    kind: Bytes  # class of each character after folding


@cache
def _tables() -> _Tables:
    signs = _sought_signs()
    start = np.zeros(_TABLE_SIZE, np.int32)
    length = np.ones(_TABLE_SIZE, np.int8)
    kind = np.zeros(_TABLE_SIZE, np.uint8)
    flat = np.arange(_TABLE_SIZE, dtype=np.uint32)
    start[:] = np.arange(_TABLE_SIZE)
    more: list[int] = []
    for code in range(_TABLE_SIZE):
        if any(first <= code < last for first, last in _AS_THEY_ARE):
            kind[code] = LETTER
            continue
        folded = _scan_form(code, signs)
        kind[code] = _kind(folded) if folded else OTHER
        if len(folded) == 1:
            flat[code] = ord(folded)
        else:
            start[code], length[code] = _TABLE_SIZE + len(more), len(folded)
            more += map(ord, folded)
    return _Tables(start, length, np.concatenate([flat, np.array(more, np.uint32)]), kind)


@cache
def _sought_signs() -> frozenset[str]:
    """The emoji and other signs that stand in the word lists."""
    return frozenset(c for pattern in load_lexicons().patterns for c in pattern if not c.isalnum() and ord(c) > 127)


def _scan_form(code: int, signs: frozenset[str]) -> str:
    """What the scan sees of one character: letters folded, digits as 0, sought signs set apart, all else a space."""
    folded = fold_character(code) if code != ROW_END else " "
    out = ""
    for sign in folded:
        if sign.isdecimal():
            out += "0"
        elif sign.isalnum():
            out += sign
        else:
            out += f" {sign} " if sign in signs else " "
    return out


def _kind(folded: str) -> int:
    sign = folded.strip()[:1]
    if "a" <= sign <= "z":
        return LATIN
    if "\u0370" <= sign <= "\u052f":
        return FOREIGN
    if sign.isdecimal():
        return DIGIT
    return LETTER if sign.isalpha() else OTHER


def scan_form(text: str) -> bytes:
    """One pattern as the scan sees it."""
    signs = _sought_signs()
    return "".join(_scan_form(ord(sign), signs) for sign in text).encode()


def scan_buffer(texts: pa.Array) -> ScanBuffer:
    """The folded buffer of a column of texts; a missing text is an empty row."""
    codes = _codes(texts.cast(pa.large_string()).fill_null(""))
    ends = np.flatnonzero(codes == ROW_END)
    kind = _tables().kind[codes]
    letter = (kind >= LATIN) & (kind <= LETTER)
    data = _folded(codes, ends)
    disguised = np.unique(np.searchsorted(ends, np.flatnonzero(_disguised(letter, kind, codes))))
    numbered = np.zeros(len(ends), np.bool_)
    numbered[np.searchsorted(ends, np.flatnonzero(kind == DIGIT))] = True
    return ScanBuffer(
        data=data,
        ends=np.flatnonzero(data == ROW_END),
        odd=_odd_rows(kind, letter, codes, ends),
        numbered=numbered,
        disguised=disguised,
        undisguised=_undisguised(codes, letter, ends, disguised),
    )


def _folded(codes: Codes, ends: Rows) -> Bytes:
    tables = _tables()
    lengths = tables.length[codes]
    starts = tables.start[codes]
    lengths[ends] = 1
    if (lengths == 1).all():
        folded = tables.flat[starts]
        folded[ends] = ROW_END
    else:
        total = np.cumsum(lengths, dtype=np.int64)
        places = np.repeat(starts - (total - lengths), lengths) + np.arange(total[-1])
        folded = tables.flat[places]
        folded[total[ends] - 1] = ROW_END
    return _utf8(folded)


def _utf8(codes: Codes) -> Bytes:
    return np.frombuffer(codes.astype("<u4").tobytes().decode("utf-32-le").encode(), np.uint8)


def _disguised(letter: Flags, kind: Bytes, codes: Codes) -> Flags:
    """Where a sign or digit stands between letters, or leads a longer word: "c0ke", "co.ke", "$peed", "5peed"."""
    found = np.zeros(len(codes), np.bool_)
    if len(codes) < 6:
        return found
    sign = _leet()[codes] | _hiding()[codes]
    found[1:-1] = letter[:-2] & sign[1:-1] & letter[2:]
    # two signs in a row, as in "p11len"
    found[1:-2] |= letter[:-3] & sign[1:-2] & sign[2:-1] & letter[3:]
    lead = (_leet()[codes] & (codes != ord("@")))[:-4]
    found[:-4] |= lead & letter[1:-3] & letter[2:-2] & letter[3:-1]
    return found


@cache
def _leet() -> Flags:
    table = np.zeros(_TABLE_SIZE, np.bool_)
    table[list(letter_tables().leet)] = True
    return table


@cache
def _hiding() -> Flags:
    table = np.zeros(_TABLE_SIZE, np.bool_)
    table[[ord(sign) for sign in HIDING]] = True
    return table


def _undisguised(codes: Codes, letter: Flags, ends: Rows, rows: Rows) -> Bytes:
    """The given rows with signs inside words read as the letters they stand for, or left out where they hide."""
    if len(rows) == 0:
        return np.zeros(0, np.uint8)
    row_starts = _row_starts(ends)
    lengths = ends[rows] - row_starts[rows] + 1
    total = np.cumsum(lengths)
    places = np.repeat(row_starts[rows] - (total - lengths), lengths) + np.arange(total[-1])
    codes, letter = codes[places], letter[places]
    leet, hiding = _leet()[codes], _hiding()[codes]
    inside = np.zeros(len(codes), np.bool_)
    inside[:-1] = letter[1:] | (leet & _digits(codes))[1:]  # something of the word must follow
    keep = ~(hiding & inside)
    read = np.where(leet & inside | leet & _digits(codes), _read_as()[codes], codes)
    data = _folded(read[keep], np.flatnonzero(codes[keep] == ROW_END)).copy()
    data[data == ord("l")] = ord("i")  # "1" may be either
    return data


def _digits(codes: Codes) -> Flags:
    return (codes >= ord("0")) & (codes <= ord("9"))


@cache
def _read_as() -> Codes:
    table = np.arange(_TABLE_SIZE, dtype=np.uint32)
    for code, sign in letter_tables().leet.items():
        table[code] = ord(sign)
    return table


def _codes(texts: pa.Array) -> Codes:
    """All characters as code points, NUL behind each text."""
    offsets = np.frombuffer(texts.buffers()[1], np.int64)[texts.offset : texts.offset + len(texts) + 1]
    raw = np.frombuffer(texts.buffers()[2] or b"", np.uint8)[offsets[0] : offsets[-1]].copy()
    raw[raw == ROW_END] = ord(" ")
    with_ends = np.insert(raw, offsets[1:] - offsets[0], ROW_END)
    if not (raw & 0x80).any():
        return with_ends.astype(np.uint32)
    codes = np.frombuffer(with_ends.tobytes().decode("utf-8", "replace").encode("utf-32-le"), "<u4").copy()
    codes[codes >= _TABLE_SIZE] = ord(" ")
    return codes


def _odd_rows(kind: Bytes, letter: Flags, codes: Codes, ends: Rows) -> Flags:
    """Rows whose words may be disguised: mixed scripts, letters set apart, letters repeated, letters starred out."""
    odd = np.zeros(len(ends), np.bool_)
    for found in (
        _mixed_scripts(kind),
        _set_apart(letter | (kind == DIGIT), letter),
        _repeated(letter, codes),
        _starred(letter, codes),
    ):
        odd[np.searchsorted(ends, np.flatnonzero(found), side="left")] = True
    foreign = np.add.reduceat(kind == FOREIGN, _row_starts(ends), dtype=np.int64)
    latin = np.add.reduceat(kind == LATIN, _row_starts(ends), dtype=np.int64)
    return odd | ((foreign > 0) & (latin > 3 * foreign))


def _row_starts(ends: Rows) -> Rows:
    return np.concatenate([[0], ends[:-1] + 1])


def _mixed_scripts(kind: Bytes) -> Flags:
    found = np.zeros(len(kind), np.bool_)
    found[1:] = ((kind[:-1] == LATIN) & (kind[1:] == FOREIGN)) | ((kind[:-1] == FOREIGN) & (kind[1:] == LATIN))
    return found


def _set_apart(solid: Flags, letter: Flags) -> Flags:
    """Where three single letters follow each other with one sign between: "c o k"."""
    found = np.zeros(len(letter), np.bool_)
    if len(letter) > 6:
        around = np.concatenate([[False], solid, [False]])
        single = letter & ~around[:-2] & ~around[2:]
        found[:-4] = single[:-4] & single[2:-2] & single[4:]
    return found


def _repeated(letter: Flags, codes: Codes) -> Flags:
    found = np.zeros(len(codes), np.bool_)
    same = (codes[:-2] == codes[1:-1]) & (codes[:-2] == codes[2:]) & letter[:-2]
    found[:-2] = same & (codes[:-2] | 32 != ord("w"))
    return found


def _starred(letter: Flags, codes: Codes) -> Flags:
    found = np.zeros(len(codes), np.bool_)
    hidden = (codes == ord("*")) | (codes == ord("#"))
    found[1:-1] = letter[:-2] & hidden[1:-1] & letter[2:]
    return found
