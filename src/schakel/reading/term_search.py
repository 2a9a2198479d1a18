"""The search for the words of the lists in one text: which stand there, and where."""

from functools import cache
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick

from schakel.reading.disguises import disguised_words
from schakel.reading.lexicon import MAX_ENDING, Lexicons, Term, load_lexicons
from schakel.reading.line_letters import line_letters
from schakel.reading.plain_text import PlainText


class TermHit(NamedTuple):
    """One word found: the term and its place in `PlainText.plain`."""

    term: Term
    start: int
    end: int


_CODE = 2  # characters: words this short are not taken out of longer codes


@cache
def _automaton() -> tuple[AhoCorasick, Lexicons]:
    lexicons = load_lexicons()
    return AhoCorasick(list(lexicons.patterns)), lexicons


def find_terms(text: PlainText) -> list[TermHit]:
    """The words of all lists found in `text`, by place; of overlapping ones of a kind the longest."""
    automaton, lexicons = _automaton()
    plain = text.plain
    last = len(plain)
    hits: list[TermHit] = []
    for pattern, start, end in automaton.find_matches_as_indexes(plain, overlapping=True):
        if start and plain[start - 1].isalnum() and not _starts_word(plain, start, end):
            continue
        terms = lexicons.by_pattern[pattern]
        if end < last and plain[end].isalnum() and (ending := _ending(plain, start, end)):
            if ending <= MAX_ENDING:
                hits += [TermHit(t, start, end + ending) for t in terms if t.written[-1] == "*"]
        else:
            hits += [TermHit(term, start, end) for term in terms]
    for start, end, terms in disguised_words(plain):
        hits += [TermHit(term, start, end) for term in terms]
    for start, end, terms in line_letters(plain):
        hits += [TermHit(term, start, end) for term in terms]
    return longest(hits)


def _starts_word(plain: str, start: int, end: int) -> bool:
    """Whether a word may start here: letters must not run on from before (digits may: "10coke")."""
    if start == 0 or not plain[start].isalnum():
        return True
    before = plain[start - 1]
    if plain[start].isdigit() or end - start <= _CODE:
        return not before.isalnum()
    return not before.isalpha()


def _ending(plain: str, start: int, end: int) -> int:
    """How many letters of the same word follow; 0 where the word ends here."""
    if not plain[end - 1].isalnum():
        return 0
    if plain[end].isdigit() and (end - start <= _CODE or plain[end - 1].isdigit()):
        return MAX_ENDING + 1  # "za76m" is a code, no word; "lsd 250" is no "lsd 25"
    at = end
    while at < len(plain) and plain[at].isalpha() and at - end <= MAX_ENDING:
        at += 1
    return at - end


def longest(hits: list[TermHit]) -> list[TermHit]:
    """The hits without those that overlap a longer one of the same kind, by place.

    A commodity word that stands for several commodities keeps all its meanings: its company decides.
    """
    if len(hits) < 2:
        return hits
    kinds: dict[str, list[TermHit]] = {}
    for hit in hits:
        kinds.setdefault(hit.term.kind, []).append(hit)
    kept: list[TermHit] = []
    for kind, alike in kinds.items():
        kept += alike if len(alike) == 1 else _longest_of_kind(alike, kind == "commodity")
    return sorted(kept, key=lambda h: (h.start, h.end, h.term.kind, h.term.concept))


def _longest_of_kind(hits: list[TermHit], all_meanings: bool) -> list[TermHit]:
    kept: list[TermHit] = []
    spans: list[tuple[int, int]] = []
    for hit in sorted(hits, key=lambda h: (h.start - h.end, h.start, h.term.concept)):
        if all(hit.end <= start or hit.start >= end for start, end in spans):
            spans.append((hit.start, hit.end))
        elif not all_meanings or (hit.start, hit.end) not in spans or _is_known(hit, kept):
            continue
        kept.append(hit)
    return kept


def _is_known(hit: TermHit, kept: list[TermHit]) -> bool:
    meaning = (hit.start, hit.end, hit.term.concept)
    return any((one.start, one.end, one.term.concept) == meaning for one in kept)
