"""Which texts of a whole column could say anything: a quick pass before the careful reading."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc
from ahocorasick_rs import BytesAhoCorasick

from schakel.reading.act_weights import act_weights
from schakel.reading.disguises import skeletons
from schakel.reading.lexicon import MAX_ENDING, Term, load_lexicons
from schakel.reading.plain_text import plain_text
from schakel.reading.scan_buffer import Bytes, Flags, Rows, scan_buffer
from schakel.reading.scan_tables import scan_form
from schakel.reading.term_search import find_terms

Weights = npt.NDArray[np.float64]

_ROWS = 1 << 15  # rows scanned at once: some 30 MB of working memory at 130 characters a text
_NO_CUE = frozenset({"veto", "payment", "advance", "scale", "commodity", "clue"})
_TOLD = ("vouch", "warning", "recruit")
_MOST_HELP = 4.2  # log10: clues, goods named, selector, delivery, contact, street words and pay at their most


@dataclass(frozen=True, slots=True)
class _Meaning:
    """What each pattern of a scan can mean, by its number."""

    automaton: BytesAhoCorasick
    plain: Flags  # goods by a plain word
    unsure: Flags  # goods by an ambiguous word
    cue: Flags  # words of trade, requests, offers
    told: Weights  # one column an act of `_TOLD`: the weight of its words
    ending: Rows  # letters that may follow; 9 where the pattern ends in a sign


@dataclass(slots=True)
class _Found:
    """What was found in each row so far."""

    plain: Flags
    unsure: Flags
    cue: Flags
    best: Weights
    total: Weights


def candidate_mask(texts: pa.Array | pa.ChunkedArray) -> Flags:
    """For each text whether a careful reading could find an act in it; a missing text cannot hold one.

    A text is a candidate if it names goods by a plain or likely word, or by an ambiguous word beside a number or
    a word of trade, or if its words of praise, warning or recruiting could outweigh the odds against.
    """
    chunks = texts.chunks if isinstance(texts, pa.ChunkedArray) else [texts]
    parts = [_mask(chunk.slice(at, _ROWS)) for chunk in chunks for at in range(0, len(chunk), _ROWS)]
    return np.concatenate(parts) if parts else np.zeros(0, np.bool_)


def _mask(texts: pa.Array) -> Flags:
    texts = texts.cast(pa.large_string()).fill_null("")
    is_ascii = pc.string_is_ascii(texts)
    mask = np.zeros(len(texts), np.bool_)
    for some in (is_ascii, pc.invert(is_ascii)):
        rows = np.flatnonzero(some.to_numpy(zero_copy_only=False))
        if len(rows):
            mask[rows] = _mask_alike(texts.filter(some))
    return mask


def _mask_alike(texts: pa.LargeStringArray) -> Flags:
    """The mask of texts that are all ASCII, or all not: ASCII needs a quarter of the memory and time."""
    buffer = scan_buffer(texts)
    rows = len(texts)
    found = _nothing_found(rows)
    _scan(_patterns(), buffer.data, np.arange(rows), found)
    if len(buffer.words):
        _scan(_skeleton_patterns(), buffer.words, buffer.rows_of_words, found)
    for row in np.flatnonzero(buffer.odd & ~found.plain).tolist():
        _read_odd(texts[row].as_py(), row, found)
    return _could_act(found, buffer.numbered)


def _nothing_found(rows: int) -> _Found:
    acts = (rows, len(_TOLD))
    return _Found(
        plain=np.zeros(rows, np.bool_),
        unsure=np.zeros(rows, np.bool_),
        cue=np.zeros(rows, np.bool_),
        best=np.zeros(acts),
        total=np.zeros(acts),
    )


def _could_act(found: _Found, numbered: Flags) -> Flags:
    w = act_weights()
    further = np.minimum(w.words["limit"], w.words["further"] * (found.total - found.best))
    prior = np.array([w.prior[act] for act in _TOLD])
    told = ((prior + found.best + further + _MOST_HELP > 0) & (found.best > 0)).any(axis=1)
    result: Flags = found.plain | (found.unsure & (found.cue | numbered)) | told
    return result


def _scan(meaning: _Meaning, data: Bytes, row_numbers: Rows, found: _Found) -> None:
    """Adds to `found` what the patterns find in `data`, whose rows are `row_numbers`."""
    ends = np.flatnonzero(data == 0)
    haystack = np.concatenate([[np.uint8(32)], data, np.full(MAX_ENDING + 2, 32, np.uint8)])
    haystack[haystack == 0] = 32
    matches = meaning.automaton.find_matches_as_indexes(haystack.tobytes(), overlapping=True)
    if not matches:
        return
    table = np.array(matches, np.int64)
    which, stop = table[:, 0], table[:, 2]
    whole = _ends_word(haystack, stop, meaning.ending[which])
    which, stop = which[whole], stop[whole]
    rows = row_numbers[np.searchsorted(ends, stop - 2, side="left")]
    _note(meaning, which, rows, found)


def _note(meaning: _Meaning, which: Rows, rows: Rows, found: _Found) -> None:
    found.plain[rows[meaning.plain[which]]] = True
    found.unsure[rows[meaning.unsure[which]]] = True
    found.cue[rows[meaning.cue[which]]] = True
    for act in range(len(_TOLD)):
        weights = meaning.told[which, act]
        some = weights > 0
        np.maximum.at(found.best[:, act], rows[some], weights[some])
        np.add.at(found.total[:, act], rows[some], weights[some])


def _ends_word(haystack: Bytes, stop: Rows, ending: Rows) -> Flags:
    """Whether no more letters follow than the pattern allows (an ending of 9: it ends in a sign)."""
    is_letter = (haystack >= ord("a")) & (haystack <= ord("z")) | (haystack >= 0x80)
    ends: Flags = ~is_letter[stop] | (ending == 9)
    # A letter of another script takes two bytes: room for twice as many.
    inflected = np.flatnonzero(~ends & (ending > 0))
    for extra in range(1, 2 * MAX_ENDING + 1):
        at = np.minimum(stop[inflected] + extra, len(haystack) - 1)
        ends[inflected[~is_letter[at]]] = True
    return ends


def _read_odd(text: str | None, row: int, found: _Found) -> None:
    for hit in find_terms(plain_text(text or "")):
        kind, concept = hit.term.kind, hit.term.concept
        if kind == "commodity":
            (found.plain if _stands_alone(hit.term) else found.unsure)[row] = True
        elif kind not in _NO_CUE:
            found.cue[row] = True
        if concept in _TOLD:
            act = _TOLD.index(concept)
            found.best[row, act] = max(found.best[row, act], hit.term.weight)
            found.total[row, act] += hit.term.weight


@cache
def _patterns() -> _Meaning:
    lexicons = load_lexicons()
    return _meaning(zip(lexicons.patterns, lexicons.by_pattern, strict=True))


@cache
def _skeleton_patterns() -> _Meaning:
    return _meaning(sorted(skeletons().items()))


def _meaning(sought: Iterable[tuple[str, Sequence[Term]]]) -> _Meaning:
    forms: dict[bytes, list[Term]] = {}
    for pattern, terms in sought:
        useful = [term for term in terms if term.kind == "commodity" or term.kind not in _NO_CUE]
        form = scan_form(pattern).strip()
        if not useful or not form:
            continue
        for before in _before(form.decode()[0]):
            forms.setdefault(before + form, []).extend(useful)
    patterns = sorted(forms)
    groups = [forms[pattern] for pattern in patterns]
    return _Meaning(
        automaton=BytesAhoCorasick(patterns),
        plain=np.array([any(_stands_alone(t) for t in g) for g in groups]),
        unsure=np.array([any(t.kind == "commodity" for t in g) for g in groups]),
        cue=np.array([any(t.kind not in _NO_CUE for t in g) for g in groups]),
        told=np.array(
            [[max((t.weight for t in g if t.concept == act), default=0.0) for act in _TOLD] for g in groups]
        ),
        ending=np.array([_ending(pattern, group) for pattern, group in zip(patterns, groups, strict=True)]),
    )


def _stands_alone(term: Term) -> bool:
    """Whether the word alone is worth a reading: prices may be written in words ("twenty quid a gram")."""
    heavy = term.weight >= act_weights().goods["ambiguous_request"]
    return term.kind == "commodity" and (heavy or not term.ambiguous)


def _before(first: str) -> tuple[bytes, ...]:
    """What may stand before a pattern: a word begins after a space, or after a digit ("10coke")."""
    if first.isalpha():
        return (b" ", b"0")
    return (b" ",) if first.isalnum() else (b"",)


def _ending(pattern: bytes, terms: Sequence[Term]) -> int:
    if not pattern.decode()[-1].isalnum():
        return 9
    return MAX_ENDING if any(term.written.endswith("*") for term in terms) else 0
