"""Which texts of a whole column could say anything: a quick pass before the careful reading."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from schakel.reading.folding.plain_text import plain_text
from schakel.reading.replaced_letters import MAY_LACK_A_LETTER, with_letters_back
from schakel.reading.slips import LONGEST as LONGEST_OF_SLIPS
from schakel.reading.slips import holds_a_slip, without_slips
from schakel.reading.terms.line_letters import column_pattern
from schakel.reading.terms.scan_buffer import Flags, Rows, ScanBuffer, scan_buffer
from schakel.reading.terms.scan_patterns import Meaning, hints, skeleton_patterns, stands_alone, word_patterns
from schakel.reading.terms.term_search import find_terms
from schakel.reading.weighing.masking import masked_each
from schakel.reading.weighing.said_to_sellers import LONGEST, may_be_said
from schakel.reading.weighing.told_of_names import LONGEST as LONGEST_OF_NAMES
from schakel.reading.weighing.told_of_names import may_be_told
from schakel.reading.weighing.wording import load_wording, wording_odds

Weights = npt.NDArray[np.float64]

_ROWS = 1 << 15  # rows scanned at once: some 30 MB of working memory at 130 characters a text
# Log10 odds of an act by the wording alone, from which a text is read with care: with an ambiguous word of goods,
# and with only a word that may tell of an act. Most ordinary texts have some such word. .2 higher, .964 instead of .974 of the acts
# in `fresh` are looked at, and 23 instead of 27 % of 45,692 ordinary texts.
_WORTH_READING = -1.3
_WORTH_WITHOUT_GOODS = -0.9
# Ads of a few words ("cola vanaf 60", "vandaag snow, morgen gelato") are worded as nothing else is, and what makes them ads is not wording alone.
_BRIEF, _WORTH_IN_BRIEF = 32, -3.2  # characters; 1 % more of ordinary texts are read
_WORTH_BY_NAME = -4.0  # with a word of an act and somebody called by @name: "@ivan is a crook"


@dataclass(slots=True)
class _Found:
    """What was found in each row so far."""

    plain: Flags  # a word that is worth a reading by itself
    unsure: Flags  # goods by an ambiguous word
    hints: Flags  # a word that offers, asks, praises, warns or recruits


def candidate_mask(texts: pa.Array | pa.ChunkedArray) -> Flags:
    """For each text whether a careful reading could find an act in it; a missing text cannot hold one.

    A text is a candidate if it names goods by a plain or likely word; or if it has an ambiguous word or a word of
    an act, and its wording does not speak against every act.
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
    found = _Found(*(np.zeros(len(texts), np.bool_) for _ in range(3)))
    ends = np.flatnonzero(buffer.data == 0)
    for meaning in word_patterns():
        which, _, stop = meaning.find(buffer.data)
        _note(meaning, which, np.searchsorted(ends, stop - 1), found)
    _note_disguised(buffer, found)
    lacking = pc.match_substring_regex(texts, MAY_LACK_A_LETTER).to_numpy(zero_copy_only=False)
    odd = np.flatnonzero((buffer.odd | lacking | _with_slips(texts, ~found.plain)) & ~found.plain)
    if len(odd):
        for row, text in zip(odd.tolist(), texts.take(pa.array(odd)).to_pylist(), strict=True):
            _add_odd(text, row, found)
    _note_made_up(texts, found, LONGEST, may_be_said)
    _note_made_up(texts, found, LONGEST_OF_NAMES, may_be_told)
    found.unsure |= pc.match_substring_regex(texts, column_pattern()).to_numpy(zero_copy_only=False)
    limit = np.where(found.unsure, _WORTH_READING, _WORTH_WITHOUT_GOODS)
    limit[found.unsure & pc.less_equal(pc.utf8_length(texts), _BRIEF).to_numpy(zero_copy_only=False)] = (
        _WORTH_IN_BRIEF
    )
    limit[pc.match_substring(texts, "@").to_numpy(zero_copy_only=False) & found.hints] = _WORTH_BY_NAME
    return found.plain | _worded_like_act(texts, (found.unsure | found.hints) & ~found.plain, limit)


def _note_made_up(
    texts: pa.LargeStringArray, found: _Found, longest: int, may_be: Callable[[Sequence[str]], list[bool]]
) -> None:
    """What buyers say under ads and of sellers is short and holds no listed word."""
    brief = pc.less_equal(pc.utf8_length(texts), longest).to_numpy(zero_copy_only=False)
    rows = np.flatnonzero(brief & ~found.plain)
    if len(rows):
        found.plain[rows] |= may_be(texts.take(pa.array(rows)).to_pylist())


def _with_slips(texts: pa.LargeStringArray, rows: Flags) -> Flags:
    """Which of these rows are short and hold a slip of the finger."""
    result = np.zeros(len(rows), np.bool_)
    brief = pc.less_equal(pc.utf8_length(texts), LONGEST_OF_SLIPS).to_numpy(zero_copy_only=False)
    asked = np.flatnonzero(rows & brief)
    if len(asked):
        result[asked] = [holds_a_slip(text.lower()) for text in texts.take(pa.array(asked)).to_pylist()]
    return result


def _worded_like_act(texts: pa.LargeStringArray, rows: Flags, limit: Weights) -> Flags:
    """Of these rows those whose wording gives some act odds above the limit of the row."""
    result = np.zeros(len(rows), np.bool_)
    asked = np.flatnonzero(rows)
    if len(asked):
        written = masked_each([text.lower() for text in texts.take(pa.array(asked)).to_pylist()])
        odds = wording_odds(written, load_wording("wording_scan"))
        result[asked] = odds.max(axis=1) > limit[asked]
    return result


def _note(meaning: Meaning, which: Rows, rows: Rows, found: _Found) -> None:
    for flags, here in (
        (found.plain, meaning.plain),
        (found.unsure, meaning.unsure),
        (found.hints, meaning.hints),
    ):
        flags[rows[here[which]]] = True


def _note_disguised(buffer: ScanBuffer, found: _Found) -> None:
    if len(buffer.words) == 0:
        return
    meaning = skeleton_patterns()
    which, _, stop = meaning.find(buffer.words)
    rows = buffer.rows_of_words[np.searchsorted(np.flatnonzero(buffer.words == 0), stop - 1)]
    _note(meaning, which, rows, found)


def _add_odd(text: str, row: int, found: _Found) -> None:
    """What the careful fold finds in a text that the quick one may read wrong."""
    for hit in find_terms(without_slips(with_letters_back(plain_text(text)))):
        found.plain[row] |= stands_alone(hit.term)
        found.unsure[row] |= hit.term.kind == "commodity"
        found.hints[row] |= hints(hit.term)
