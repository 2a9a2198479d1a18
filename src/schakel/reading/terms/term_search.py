"""The search for the words of the lists in one text: which stand there, and where."""

from collections.abc import Sequence
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick

from schakel.reading.folding.plain_text import PlainText
from schakel.reading.terms.disguises import disguised_words
from schakel.reading.terms.lexicon import MAX_ENDING, Term, load_lexicons, made_from_lists
from schakel.reading.terms.line_letters import heading_letters, line_letters


class TermHit(NamedTuple):
    """One word found: the term and its place in `PlainText.plain`."""

    term: Term
    start: int
    end: int


_CODE = 2  # characters: words this short are not taken out of longer codes
_ANYWHERE, _BEHIND_DIGITS, _APART = range(
    3
)  # what a word may follow: anything, no letter, no letter or digit
_new = tuple.__new__  # of a hit: half the time of the constructor, which is called for every word found


class _Sought(NamedTuple):
    """What the search must know of a pattern: its terms, those that may have endings, and what may stand around it."""

    terms: tuple[Term, ...]
    inflected: tuple[Term, ...]
    before: int
    ends_in_word: bool  # its last sign is a letter or digit
    no_digit: bool  # no digit may follow: "za76m" is a code, no word; "lsd 250" is no "lsd 25"


@made_from_lists
def _automaton() -> tuple[AhoCorasick, list[_Sought]]:
    lexicons = load_lexicons()
    pairs = zip(lexicons.patterns, lexicons.by_pattern, strict=True)
    return AhoCorasick(list(lexicons.patterns)), [_sought(pattern, terms) for pattern, terms in pairs]


def _sought(pattern: str, terms: tuple[Term, ...]) -> _Sought:
    first, last, brief = pattern[0], pattern[-1], len(pattern) <= _CODE
    before = _ANYWHERE
    if first.isalnum():  # letters must not run on from before (digits may: "10coke")
        before = _APART if first.isdigit() or brief else _BEHIND_DIGITS
    inflected = tuple([term for term in terms if term.written[-1] == "*"])
    return _Sought(terms, inflected, before, last.isalnum(), brief or last.isdigit())


def find_terms(text: PlainText) -> list[TermHit]:
    """The words of all lists found in `text`, by place; of overlapping ones of a kind the longest."""
    return find_terms_each([text])[0]


def find_terms_each(texts: Sequence[PlainText]) -> list[list[TermHit]]:
    """The same for each of many texts; searching them all first is faster than text by text."""
    automaton, sought = _automaton()
    plain = [text.plain for text in texts]
    matches = [automaton.find_matches_as_indexes(one, overlapping=True) for one in plain]
    found = [_whole_words(one, some, sought) for one, some in zip(plain, matches, strict=True)]
    for one, hits in zip(plain, found, strict=True):
        for start, end, meant in disguised_words(one):
            hits += [TermHit(term, start, end) for term in meant]
    for number in sorted(heading_letters(plain)):
        for start, end, meant in line_letters(plain[number]):
            found[number] += [TermHit(term, start, end) for term in meant]
    return list(map(longest, found))


def _whole_words(
    plain: str, matches: Sequence[tuple[int, int, int]], sought: Sequence[_Sought]
) -> list[TermHit]:
    """The matches that are words of the text, and no parts of longer ones, for each of their terms."""
    last = len(plain)
    hits: list[TermHit] = []
    for pattern, start, end in matches:
        terms, inflected, before, ends_in_word, no_digit = sought[pattern]
        if start and before and (sign := plain[start - 1]).isalnum() and (before == _APART or sign.isalpha()):
            continue
        if end < last and ends_in_word and (sign := plain[end]).isalnum():
            if no_digit and sign.isdigit():
                continue
            if sign.isalpha():
                if inflected and (ending := _ending(plain, end)) <= MAX_ENDING:
                    hits += [_new(TermHit, (term, start, end + ending)) for term in inflected]
                continue
        for term in terms:
            hits.append(_new(TermHit, (term, start, end)))
    return hits


def _ending(plain: str, end: int) -> int:
    """How many letters of the same word follow."""
    at = end
    while at < len(plain) and plain[at].isalpha() and at - end <= MAX_ENDING:
        at += 1
    return at - end


def longest(hits: list[TermHit]) -> list[TermHit]:
    """The hits without those that overlap a longer one of the same kind, by place.

    A commodity word that stands for several commodities keeps all its meanings: its company decides.
    """
    if _are_apart(hits):
        return hits
    kinds: dict[str, list[TermHit]] = {}
    for hit in hits:
        kinds.setdefault(hit.term.kind, []).append(hit)
    kept: list[TermHit] = []
    for kind, alike in kinds.items():
        kept += alike if _are_apart(alike) else _longest_of_kind(alike, kind == "commodity")
    return sorted(kept, key=_by_place)


def _are_apart(hits: list[TermHit]) -> bool:
    """Whether each of these begins behind the one before it; so it is for most, and then all of them stay."""
    reached = 0
    for _, start, end in hits:
        if start < reached:
            return False
        reached = end
    return True


def _by_place(hit: TermHit) -> tuple[int, int, str, str]:
    term, start, end = hit
    return start, end, term.kind, term.concept


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
