"""The search for the words of the lists in one text: which stand there, and where."""

from dataclasses import dataclass
from functools import cache

from ahocorasick_rs import AhoCorasick

from schakel.reading.disguises import disguised_words
from schakel.reading.lexicon import MAX_ENDING, Lexicons, Term, load_lexicons
from schakel.reading.plain_text import PlainText


@dataclass(frozen=True, slots=True)
class TermHit:
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
    hits: list[TermHit] = []
    for pattern, start, end in automaton.find_matches_as_indexes(text.plain, overlapping=True):
        if not _starts_word(text.plain, start, end):
            continue
        ending = _ending(text.plain, start, end)
        for term in lexicons.by_pattern[pattern]:
            if ending == 0 or (term.written.endswith("*") and ending <= MAX_ENDING):
                hits.append(TermHit(term, start, end + ending))
    for start, end, terms in disguised_words(text.plain):
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
    if end - start <= _CODE and plain[end : end + 1].isdigit():
        return MAX_ENDING + 1  # "za76m" is a code, no word
    at = end
    while at < len(plain) and plain[at].isalpha() and at - end <= MAX_ENDING:
        at += 1
    return at - end


def longest(hits: list[TermHit]) -> list[TermHit]:
    """The hits without those that overlap a longer one of the same kind, by place.

    A commodity word that stands for several commodities keeps all its meanings: its company decides.
    """
    kept: list[TermHit] = []
    taken: dict[str, list[tuple[int, int]]] = {}
    for hit in sorted(hits, key=lambda h: (h.start - h.end, h.start, h.term.concept)):
        spans = taken.setdefault(hit.term.kind, [])
        if all(hit.end <= start or hit.start >= end for start, end in spans):
            spans.append((hit.start, hit.end))
        elif hit.term.kind != "commodity" or (hit.start, hit.end) not in spans or _is_known(hit, kept):
            continue
        kept.append(hit)
    return sorted(kept, key=lambda h: (h.start, h.end, h.term.kind, h.term.concept))


def _is_known(hit: TermHit, kept: list[TermHit]) -> bool:
    meaning = (hit.start, hit.end, hit.term.concept)
    return any((one.start, one.end, one.term.concept) == meaning for one in kept)
