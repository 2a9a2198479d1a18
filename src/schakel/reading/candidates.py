"""Which texts of a whole column could say anything: a quick pass before the careful reading."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from schakel.reading.plain_text import plain_text
from schakel.reading.scan_buffer import Flags, Rows, ScanBuffer, scan_buffer
from schakel.reading.scan_patterns import (
    Meaning,
    hints,
    invites,
    skeleton_patterns,
    stands_alone,
    trades,
    word_patterns,
)
from schakel.reading.term_search import find_terms
from schakel.reading.weighing.masking import masked
from schakel.reading.weighing.wording import wording_odds

Weights = npt.NDArray[np.float64]

_ROWS = 1 << 15  # rows scanned at once: some 30 MB of working memory at 130 characters a text
# Log10 odds of an act by the wording alone, from which a text is read with care: with an ambiguous word of goods,
# and with only a word that may tell of an act. Most ordinary texts have some such word.
_WORTH_READING = -1.0
_WORTH_WITHOUT_GOODS = -0.2


@dataclass(slots=True)
class _Found:
    """What was found in each row so far."""

    numbered: Flags  # rows with a digit
    plain: Flags  # a word that is worth a reading by itself
    unsure: Flags  # goods by an ambiguous word
    invites: Flags
    trade: Flags
    measure: Flags
    disguised: Flags  # goods by an ambiguous word in disguise: its company was not looked at closely
    first_stop: Rows  # of the ambiguous words
    last_start: Rows
    hints: Flags  # a word that offers, asks, praises, warns or recruits


@dataclass(frozen=True, slots=True)
class _Odd:
    """What a careful look found in one text; as in `_Found`."""

    plain: bool
    unsure: bool
    invites: bool
    trade: bool
    hints: bool


def candidate_mask(texts: pa.Array | pa.ChunkedArray) -> Flags:
    """For each text whether a careful reading could find an act in it; a missing text cannot hold one.

    A text is a candidate if it names goods by a plain or likely word, or by an ambiguous word in company; or if
    it has an ambiguous word or a word of an act and its wording does not speak against every act.
    """
    chunks = texts.chunks if isinstance(texts, pa.ChunkedArray) else [texts]
    parts = [_mask(chunk.slice(at, _ROWS)) for chunk in chunks for at in range(0, len(chunk), _ROWS)]
    return np.concatenate(parts) if parts else np.zeros(0, np.bool_)


def _mask(texts: pa.Array) -> Flags:
    """The mask of one slice; a text that is posted again and again is looked at once."""
    encoded = texts.cast(pa.large_string()).fill_null("").dictionary_encode()
    once = encoded.dictionary
    is_ascii = pc.string_is_ascii(once)
    mask = np.zeros(len(once), np.bool_)
    for some in (is_ascii, pc.invert(is_ascii)):
        rows = np.flatnonzero(some.to_numpy(zero_copy_only=False))
        if len(rows):
            mask[rows] = _mask_alike(once.filter(some))
    result: Flags = mask[encoded.indices.to_numpy(zero_copy_only=False)]
    return result


def _mask_alike(texts: pa.LargeStringArray) -> Flags:
    """The mask of texts that are all ASCII, or all not: ASCII needs a quarter of the memory and time."""
    buffer = scan_buffer(texts)
    found = _nothing_found(buffer.numbered)
    ends = np.flatnonzero(buffer.data == 0)
    for meaning in word_patterns():
        which, start, stop = meaning.find(buffer.data)
        _note(meaning, which, np.searchsorted(ends, stop - 1), (start, stop), found)
    _note_disguised(buffer, found)
    sure = _could_act(found)
    odd = np.flatnonzero(buffer.odd & ~sure)
    if len(odd):
        for row, text in zip(odd.tolist(), texts.take(pa.array(odd)).to_pylist(), strict=True):
            _add_odd(_read_odd(text), row, found)
    mask = sure | _could_act(found)
    limit = np.where(found.unsure, _WORTH_READING, _WORTH_WITHOUT_GOODS)
    return mask | _worded_like_act(texts, (found.unsure | found.hints) & ~mask, limit)


def _nothing_found(numbered: Flags) -> _Found:
    rows = len(numbered)
    plain, unsure, invited, trade, measure, disguised, hinted = (np.zeros(rows, np.bool_) for _ in range(7))
    furthest = np.iinfo(np.int64).max
    return _Found(
        numbered, plain, unsure, invited, trade, measure, disguised,
        first_stop=np.full(rows, furthest), last_start=np.zeros(rows, np.int64), hints=hinted,
    )  # fmt: skip


def _could_act(found: _Found) -> Flags:
    """The rows whose words alone make them candidates."""
    # Two words of goods: places that overlap by no more than the spaces around them.
    several = found.last_start + 2 >= found.first_stop
    in_company = found.trade | ((found.measure | found.disguised) & (found.numbered | found.invites))
    in_company |= several & (found.invites | found.numbered)
    result: Flags = found.plain | (found.unsure & in_company)
    return result


def _worded_like_act(texts: pa.LargeStringArray, rows: Flags, limit: Weights) -> Flags:
    """Of these rows those whose wording gives some act odds above the limit of the row."""
    result = np.zeros(len(rows), np.bool_)
    asked = np.flatnonzero(rows)
    if len(asked):
        written = [masked(text.lower(), ()) for text in texts.take(pa.array(asked)).to_pylist()]
        result[asked] = wording_odds(written).max(axis=1) > limit[asked]
    return result


def _note(meaning: Meaning, which: Rows, rows: Rows, places: tuple[Rows, Rows], found: _Found) -> None:
    for flags, here in (
        (found.plain, meaning.plain),
        (found.unsure, meaning.unsure),
        (found.invites, meaning.invites),
        (found.trade, meaning.trade),
        (found.measure, meaning.measure),
        (found.hints, meaning.hints),
    ):
        flags[rows[here[which]]] = True
    goods = meaning.unsure[which]
    np.minimum.at(found.first_stop, rows[goods], places[1][goods])
    np.maximum.at(found.last_start, rows[goods], places[0][goods])


def _note_disguised(buffer: ScanBuffer, found: _Found) -> None:
    if len(buffer.words) == 0:
        return
    meaning = skeleton_patterns()
    which, start, stop = meaning.find(buffer.words)
    rows = buffer.rows_of_words[np.searchsorted(np.flatnonzero(buffer.words == 0), stop - 1)]
    _note(meaning, which, rows, (start, stop), found)
    found.disguised[rows[meaning.unsure[which]]] = True


def _read_odd(text: str) -> _Odd:
    """What the careful fold finds in a text that the quick one may read wrong."""
    hits = find_terms(plain_text(text))
    return _Odd(
        plain=any(stands_alone(hit.term) for hit in hits),
        unsure=any(hit.term.kind == "commodity" for hit in hits),
        invites=any(invites(hit.term) for hit in hits),
        trade=any(trades(hit.term) for hit in hits),
        hints=any(hints(hit.term) for hit in hits),
    )


def _add_odd(odd: _Odd, row: int, found: _Found) -> None:
    found.plain[row] |= odd.plain
    found.unsure[row] |= odd.unsure
    found.disguised[row] |= odd.unsure
    found.invites[row] |= odd.invites
    found.trade[row] |= odd.trade
    found.hints[row] |= odd.hints
