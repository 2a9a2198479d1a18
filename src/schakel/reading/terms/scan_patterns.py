"""What the scan seeks: the words of the lists in the form in which a folded column shows them."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
from ahocorasick_rs import BytesAhoCorasick, Implementation

from schakel.reading.terms.disguises import skeletons
from schakel.reading.terms.lexicon import MAX_ENDING, Term, load_lexicons, made_from_lists
from schakel.reading.terms.scan_buffer import Bytes, Flags, Rows
from schakel.reading.terms.scan_tables import scan_form

_DIGIT = re.compile(r"\d")
_LIKELY = 1.4  # log10: a word from this weight is nearly only said of goods, or of a deal
_CLUE = 0.4  # log10: lighter clues stand in nearly every text
_TOLD = frozenset({"vouch", "warning", "recruit"})
_ANYTHING = 99  # as an ending: whatever follows
# What the words of a pattern tell together: see `Meaning`; the last, that more letters may follow one of them.
_PLAIN, _UNSURE, _HINTS, _OPEN = 1, 2, 4, 8
_DIGITS_GONE = bytes(32 if 48 <= code < 58 or code == 0 else code for code in range(256))
_ROWS_GONE = bytes(code or 32 for code in range(256))
# 47,000 words are ready in .06 s of processor this way, in .38 as DFA (and 30 MB), which searches no faster; the 4,000 with
# digits are searched a third faster as DFA.
_MANY, _FEW = Implementation.ContiguousNFA, Implementation.DFA
_BEHIND = 2 * MAX_ENDING + 2  # signs behind the last row, so that every look-ahead stays inside


@dataclass(frozen=True, slots=True)
class Meaning:
    """What each pattern of a scan can mean, by its number."""

    automaton: BytesAhoCorasick
    digits: bool  # whether digits count; else each is a space, so that "10coke" holds the word coke
    plain: Flags  # words that are worth a reading by themselves
    unsure: Flags  # goods by an ambiguous word
    hints: Flags  # words that offer, ask, praise, warn or recruit
    ending: Rows  # letters that may follow
    led: Flags  # patterns that begin with a digit, before which none may stand
    several: Flags  # patterns of several words, which must stand in one row

    def find(self, data: Bytes) -> tuple[Rows, Rows, Rows]:
        """Which patterns stand where in `data`: number, start and stop of each."""
        table = _ROWS_GONE if self.digits else _DIGITS_GONE
        haystack = b" " + data.tobytes().translate(table) + b" " * _BEHIND
        matches = self.automaton.find_matches_as_indexes(haystack, overlapping=True)
        found = np.fromiter(chain.from_iterable(matches), np.int64, 3 * len(matches)).reshape(-1, 3)
        which, start, stop = found[:, 0], found[:, 1], found[:, 2]
        signs = np.frombuffer(haystack, np.uint8)
        whole = _ends_word(signs, stop, self.ending[which])
        if self.digits:
            before = signs[start - 1]
            whole &= ~(_is_letter(before) | (self.led[which] & (before >= ord("0")) & (before <= ord("9"))))
        joined = np.flatnonzero(whole & self.several[which])
        whole[joined[_holds_an_end(data, start[joined], stop[joined])]] = False
        return which[whole], start[whole] - 1, stop[whole] - 1


def _holds_an_end(data: Bytes, start: Rows, stop: Rows) -> Flags:
    """Whether a row ends between the first and the last sign: "te" and "koop" of two rows are no word."""
    ends = np.flatnonzero(data == 0)
    inside: Flags = np.searchsorted(ends, start) != np.searchsorted(ends, stop - 2)
    return inside


def _ends_word(haystack: Bytes, stop: Rows, ending: Rows) -> Flags:
    """Whether no more letters follow than the pattern allows."""
    ends: Flags = ~_is_letter(haystack[stop]) | (ending == _ANYTHING)
    # A letter of another script takes two bytes: room for twice as many.
    inflected = np.flatnonzero(~ends & (ending > 0))
    at = stop[inflected]
    for extra in range(1, 2 * MAX_ENDING + 1):
        ends[inflected[~_is_letter(haystack[at + extra])]] = True
    return ends


def _is_letter(signs: Bytes) -> Flags:
    letters: Flags = (signs >= ord("a")) & (signs <= ord("z")) | (signs >= 0x80)
    return letters


@made_from_lists
def word_patterns() -> tuple[Meaning, ...]:
    """The words of the lists: those without digits, and the few with digits."""
    lexicons = load_lexicons()
    sought: dict[bool, list[tuple[str, Sequence[Term]]]] = {True: [], False: []}
    for pattern, terms in zip(lexicons.patterns, lexicons.by_pattern, strict=True):
        sought[_DIGIT.search(pattern) is not None].append((pattern, terms))
    return _meaning(sought[False]), _meaning(sought[True], digits=True)


@made_from_lists
def skeleton_patterns() -> Meaning:
    """The words that are also sought in disguise."""
    return _meaning(sorted(skeletons().items()))


def _meaning(sought: Iterable[tuple[str, Sequence[Term]]], digits: bool = False) -> Meaning:
    forms: dict[bytes, int] = {}
    for pattern, terms in sought:
        told = 0
        for term in terms:
            told |= _told_by(term)
        if told and (form := scan_form(pattern).strip()):
            anchored = _anchored(form, bool(told & _OPEN), digits)
            forms[anchored] = forms.get(anchored, 0) | told
    patterns = sorted(forms)
    bits = np.array([forms[pattern] for pattern in patterns], np.uint8)
    return Meaning(
        automaton=BytesAhoCorasick(patterns, implementation=_FEW if digits else _MANY),
        digits=digits,
        plain=bits & _PLAIN != 0,
        unsure=bits & _UNSURE != 0,
        hints=bits & _HINTS != 0,
        ending=np.array([_ending(p, forms[p]) for p in patterns]),
        led=np.array([48 <= pattern[0] < 58 for pattern in patterns]),
        several=np.array([b" " in pattern.strip() for pattern in patterns]),
    )


def _told_by(term: Term) -> int:
    """What a word tells, as bits; 0 for one that is not sought."""
    goods, hinted = term.kind == "commodity", hints(term)
    if not goods and not hinted:
        return 0
    told = (_UNSURE if goods else 0) | (_HINTS if hinted else 0)
    told |= _PLAIN if stands_alone(term) else 0
    return told | (_OPEN if term.written[-1] == "*" else 0)


def stands_alone(term: Term) -> bool:
    """Whether the word alone is worth a reading: prices may be written in words ("twenty quid a gram")."""
    if term.kind == "act":
        return term.concept in _TOLD and term.weight >= _LIKELY
    return term.kind == "commodity" and (term.weight >= _LIKELY or not term.ambiguous)


def hints(term: Term) -> bool:
    """Whether the word tells of an act, if only weakly."""
    return term.kind == "act" or (term.kind == "clue" and term.weight >= _CLUE)


def _anchored(form: bytes, open_ended: bool, digits: bool) -> bytes:
    """The pattern with the spaces that a whole word has on both sides; a sign stands by itself."""
    if digits:
        return form
    first, last = form[:1].isalnum(), form[-1:].isalnum()
    if not form.isascii():
        text = form.decode()
        first, last = text[0].isalnum(), text[-1].isalnum()
    return (b" " if first else b"") + form + (b" " if last and not open_ended else b"")


def _ending(pattern: bytes, told: int) -> int:
    """How many letters may follow; behind signs and anchored words anything may."""
    last = pattern[-1:]
    if last == b" " or not (last.isalnum() if last.isascii() else pattern.decode()[-1].isalnum()):
        return _ANYTHING
    return MAX_ENDING if told & _OPEN else 0
