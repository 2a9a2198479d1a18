"""Whole Arrow columns folded for scanning: one byte buffer with a mark behind each row."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from schakel.reading.folding.letters import OVERRIDE
from schakel.reading.terms.scan_tables import (
    ANY_LETTER,
    DIGIT,
    FOREIGN,
    GONE,
    HIDES,
    LATIN,
    LEET,
    LONGER,
    ROW_END,
    SPACE,
    TABLE_SIZE,
    Codes,
    Kinds,
    scan_tables,
)

Bytes = npt.NDArray[np.uint8]
Rows = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]
AnyCodes = npt.NDArray[Any]  # code points: one byte each in a batch of ASCII, four in others


@dataclass(frozen=True, slots=True)
class ScanBuffer:
    """Folded rows, one after another in `data`, a mark behind each.

    `odd` are the rows that only a careful fold reads right, `numbered` the rows with a digit. `words` holds the
    disguised words once more, with their signs read as letters; `rows_of_words` says where they stand.
    """

    data: Bytes
    odd: Flags
    numbered: Flags
    words: Bytes
    rows_of_words: Rows


def scan_buffer(texts: pa.LargeStringArray) -> ScanBuffer:
    """The folded buffer of texts without nulls, either all ASCII or of any characters."""
    codes = _codes(texts)
    ends = np.flatnonzero(codes == ROW_END)
    kind = scan_tables().kind[codes]
    letter = (kind & ANY_LETTER) != 0
    kinds = _kinds_of_rows(kind, ends)
    starts, stops = _disguised(codes, kind, letter)
    first = scan_tables().first[codes]
    return ScanBuffer(
        data=_folded(first, codes, kind),
        odd=_odd_rows((codes, first), kind, letter, ends),
        numbered=(kinds & DIGIT) != 0,
        words=_undisguised(codes, kind, starts, stops),
        rows_of_words=np.searchsorted(ends, starts),
    )


def _kinds_of_rows(kind: Kinds, ends: Rows) -> Kinds:
    """All kinds of characters that stand in each row."""
    if len(ends) == 0:
        return np.zeros(0, np.uint8)
    starts = np.concatenate([[0], ends[:-1] + 1])
    kinds: Kinds = np.bitwise_or.reduceat(kind, starts)
    return kinds


def _codes(texts: pa.LargeStringArray) -> AnyCodes:
    """All characters as code points, ROW_END behind each text."""
    offsets = np.frombuffer(texts.buffers()[1], np.int64)[texts.offset : texts.offset + len(texts) + 1]
    raw = np.frombuffer(texts.buffers()[2] or b"", np.uint8)[offsets[0] : offsets[-1]]
    if not raw.all():
        raw = np.where(raw == ROW_END, np.uint8(ord(" ")), raw)
    marked = np.insert(raw, offsets[1:] - offsets[0], ROW_END)
    if not (raw & 0x80).any():
        return marked
    codes = np.frombuffer(marked.tobytes().decode("utf-8", "replace").encode("utf-32-le"), "<u4")
    return np.where(codes >= TABLE_SIZE, np.uint32(ord(" ")), codes)


def _folded(folded: Codes, codes: AnyCodes, kind: Kinds) -> Bytes:
    """The folded copy of `codes`, given the first folded character of each."""
    tables = scan_tables()
    longer = np.flatnonzero(kind & LONGER)
    if len(longer):
        rests = [tables.rest[code] for code in codes[longer].tolist()]
        places = np.repeat(longer + 1, [len(rest) for rest in rests])
        folded = np.insert(
            folded, places, np.array([ord(sign) for rest in rests for sign in rest], np.uint32)
        )
        folded = folded[folded != GONE]
    return _utf8(folded)


def _utf8(codes: Codes) -> Bytes:
    if codes.max(initial=0) < 0x80:
        return codes.astype(np.uint8)
    return np.frombuffer(codes.astype("<u4").tobytes().decode("utf-32-le").encode(), np.uint8)


# ---- rows that need a careful fold


def _odd_rows(forms: tuple[AnyCodes, Codes], kind: Kinds, letter: Flags, ends: Rows) -> Flags:
    """Rows with letters set apart, repeated, starred out or turned round, or with look-alike letters of two scripts."""
    codes, folded = forms
    strange = _set_apart(kind, letter) | _repeated(folded, letter) | _starred(codes, letter)
    if codes.itemsize > 1:
        strange |= codes == ord(OVERRIDE)
    odd = _rows_with(strange, ends)
    foreign = kind & FOREIGN
    if not foreign.any():
        return odd
    latin = kind & LATIN
    mixed = np.zeros(len(kind), np.bool_)
    mixed[1:] = (latin[:-1].astype(bool) & (foreign[1:] != 0)) | (
        (foreign[:-1] != 0) & latin[1:].astype(bool)
    )
    foreign_of_row, latin_of_row = (
        np.diff(np.cumsum(found != 0, dtype=np.int64)[ends], prepend=0) for found in (foreign, latin)
    )
    odd[(foreign_of_row > 0) & (latin_of_row > 3 * foreign_of_row)] = True
    return odd | _rows_with(mixed, ends)


def _rows_with(found: npt.NDArray[Any], ends: Rows) -> Flags:
    rows = np.zeros(len(ends), np.bool_)
    rows[np.searchsorted(ends, np.flatnonzero(found))] = True
    return rows


def _set_apart(kind: Kinds, letter: Flags) -> Flags:
    """Where three single letters follow each other with one sign between: "c o k"."""
    found = np.zeros(len(letter), np.bool_)
    if len(letter) >= 5:
        solid = np.concatenate([[False], letter | ((kind & DIGIT) != 0), [False]])
        single = letter & ~solid[:-2] & ~solid[2:]
        found[:-4] = single[:-4] & single[2:-2] & single[4:]
    return found


def _repeated(folded: Codes, letter: Flags) -> Flags:
    found = np.zeros(len(folded), np.bool_)
    if len(folded) > 3:
        found[:-2] = (folded[:-2] == folded[1:-1]) & (folded[:-2] == folded[2:]) & letter[:-2]
        found[:-2] &= folded[:-2] != ord("w")  # every web address
    return found


def _starred(codes: AnyCodes, letter: Flags) -> Flags:
    found = np.zeros(len(codes), np.bool_)
    hidden = (codes == ord("*")) | (codes == ord("#"))
    found[1:-1] = letter[:-2] & hidden[1:-1] & letter[2:]
    return found


# ---- disguised words


def _disguised(codes: AnyCodes, kind: Kinds, letter: Flags) -> tuple[Rows, Rows]:
    """Start and stop of words with signs between letters, or led by a sign: "c0ke", "co.ke", "$peed"."""
    sign = (kind & (LEET | HIDES)) != 0
    found = np.zeros(len(codes), np.bool_)
    if len(codes) >= 4:
        found[1:-1] = letter[:-2] & sign[1:-1] & letter[2:]
        found[1:-2] |= letter[:-3] & sign[1:-2] & sign[2:-1] & letter[3:]
        leads = ((kind & LEET) != 0)[:-3] & (codes[:-3] != ord("@"))
        found[:-3] |= leads & letter[1:-2] & letter[2:-1] & letter[3:]
    spaces = np.flatnonzero(kind & SPACE)
    which = np.unique(np.searchsorted(spaces, np.flatnonzero(found)))
    starts = np.where(which > 0, spaces[which - 1] + 1, 0)
    return starts, spaces[which]


def _undisguised(codes: AnyCodes, kind: Kinds, starts: Rows, stops: Rows) -> Bytes:
    """The given words with signs read as the letters they stand for, and left out where they only hide."""
    lengths = stops - starts + 1
    total = np.cumsum(lengths)
    if len(total) == 0:
        return np.zeros(0, np.uint8)
    places = np.repeat(starts - (total - lengths), lengths) + np.arange(total[-1])
    codes, kind = codes[places].astype(np.uint32), kind[places]
    codes[total - 1], kind[total - 1] = ROW_END, SPACE
    solid = (kind & (ANY_LETTER | DIGIT)) != 0
    inside = np.zeros(len(codes), np.bool_)
    inside[:-1] = solid[1:]  # something of the word must follow: the "!" of "coke!" is no letter
    leet = (kind & LEET) != 0
    closing = np.isin(codes, [ord(sign) for sign in "@$€£"])  # the "@" of "k3t@" ends a word, a "!" does not
    read = leet & (inside | closing | ((kind & DIGIT) != 0))
    codes[read] = scan_tables().read_as[codes[read]]
    keep = ~(((kind & HIDES) != 0) & inside)
    codes = codes[keep]
    data = _folded(scan_tables().first[codes], codes, scan_tables().kind[codes]).copy()
    data[data == ord("l")] = ord("i")  # "1" may be either
    return data
