"""Which texts could hold a word, in whatever disguise: never too few, a few too many."""

from collections.abc import Iterable

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc
from ahocorasick_rs import BytesAhoCorasick

from schakel.reading.folding.plain_text import plain_text
from schakel.reading.terms.disguises import skeleton
from schakel.reading.terms.lexicon import Term, spellings
from schakel.reading.terms.scan_buffer import Bytes, scan_buffer
from schakel.reading.terms.scan_tables import scan_form

Mask = npt.NDArray[np.bool_]
_ROWS = 1 << 15
_SHORTEST_SKELETON = 3


def holds_any(texts: pa.Array, words: tuple[Term, ...]) -> Mask:
    """For each text whether one of the words could be found in it."""
    if not words or len(texts) == 0:
        return np.zeros(len(texts), np.bool_)
    sought = _Sought(words)
    return np.concatenate([_holds(texts.slice(at, _ROWS), sought) for at in range(0, len(texts), _ROWS)])


def _holds(texts: pa.Array, sought: "_Sought") -> Mask:
    column = texts.cast(pa.large_string()).fill_null("")
    is_ascii = pc.string_is_ascii(column)
    mask = np.zeros(len(column), np.bool_)
    for some in (is_ascii, pc.invert(is_ascii)):
        rows = np.flatnonzero(some.to_numpy(zero_copy_only=False))
        if len(rows):
            mask[rows] = sought.stand_in(column.filter(some))
    for sign in sought.signs:
        mask |= pc.match_substring(column, sign).to_numpy(zero_copy_only=False)
    return mask


class _Sought:
    """The forms of some words: as folded, as the scan sees them, and as skeletons of disguised words."""

    def __init__(self, words: tuple[Term, ...]) -> None:
        forms = {form for word in words for form in spellings(word.written)}
        # The scan takes signs that no shipped list holds for spaces; a text must hold them as they are.
        self.signs = sorted({_sign(form) for form in forms} - {""})
        self._plain = sorted(form for form in forms if not _sign(form))
        self._scanned = _search(scan_form(form).strip() for form in self._plain)
        bones = {skeleton(form) for form in self._plain if form.isalpha() and len(form) >= _SHORTEST_SKELETON}
        self._bones = _search(bone.encode() for bone in bones)

    def stand_in(self, texts: pa.LargeStringArray) -> Mask:
        """For texts that are all ASCII, or all not: whether one of the forms stands in them."""
        buffer = scan_buffer(texts)
        mask = _rows_with(self._scanned, buffer.data, len(texts))
        found = _rows_with(self._bones, buffer.words, len(buffer.rows_of_words))
        mask[buffer.rows_of_words[found]] = True
        odd = np.flatnonzero(buffer.odd & ~mask)
        for row, text in zip(odd.tolist(), texts.take(pa.array(odd)).to_pylist(), strict=True):
            mask[row] = self._in_odd(text)
        return mask

    def _in_odd(self, text: str) -> bool:
        """A text with letters set apart, repeated or of two scripts may say anything; look at it with care."""
        plain = plain_text(text).plain
        if any(form in plain for form in self._plain):
            return True
        squeezed = _without_repeats(skeleton(plain))
        return any(_without_repeats(skeleton(form)) in squeezed for form in self._plain)


def _without_repeats(text: str) -> str:
    return "".join(sign for at, sign in enumerate(text) if at == 0 or sign != text[at - 1])


def _sign(form: str) -> str:
    """The first emoji or other sign beyond ASCII of a form."""
    return next((sign for sign in form if not sign.isalnum() and ord(sign) > 127), "")


def _search(forms: Iterable[bytes]) -> BytesAhoCorasick | None:
    sought = sorted(set(forms) - {b""})
    return BytesAhoCorasick(sought) if sought else None


def _rows_with(search: BytesAhoCorasick | None, data: Bytes, rows: int) -> Mask:
    """The rows of a buffer with a mark behind each in which something sought stands."""
    mask = np.zeros(rows, np.bool_)
    matches = search.find_matches_as_indexes(data.tobytes(), overlapping=True) if search and len(data) else ()
    if matches:
        stops = np.array([stop for _, _, stop in matches], np.int64)
        mask[np.searchsorted(np.flatnonzero(data == 0), stops - 1)] = True
    return mask
