"""Spelling variants of known words: letters left out, doubled, swapped, or written as they sound."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from schakel.reading.folding.letters import letter_tables
from schakel.reading.terms.lexicon import Term, load_lexicons, made_from_lists

_REPEATED = re.compile(r"(.)\1+")
# Letters and groups that street spelling takes for each other, the longer first.
_SOUNDS = (
    ("sch", "s"), ("ck", "k"), ("ph", "f"), ("th", "t"), ("ij", "i"), ("ei", "i"), ("ie", "i"), ("ee", "i"),
    ("ou", "u"), ("oo", "u"), ("au", "u"), ("x", "ks"), ("q", "k"), ("c", "k"), ("z", "s"), ("y", "i"), ("w", "v"),
    ("dt", "t"), ("ke", "k"),
)  # fmt: skip
_SHORTEST = 5  # letters: shorter words are like too many others
_ONE_APART = 6  # from so many letters one letter may be wrong
_TWO_APART = 9


@dataclass(frozen=True, slots=True)
class Variant:
    """The known word that a word is a spelling of, and in which way."""

    term: Term
    way: str


def variant_of(word: str) -> Variant | None:
    """The known word nearest to `word`; None if it is near none, or near words of different commodities."""
    if " " in word or not word[0].isalpha():
        return None
    known = _known()
    for way, keys in _keys(word):
        terms = {term for key in keys for term in known.get((way, key), ())}
        if terms:
            if len({term.concept for term in terms}) > 1:
                return None
            return Variant(
                min(terms, key=lambda term: (abs(len(term.written) - len(word)), term.written)), way
            )
    return None


def _keys(word: str) -> Iterator[tuple[str, set[str]]]:
    """The keys under which a word is looked up, the nearest way first."""
    if len(word) < _SHORTEST:
        return
    letters = word.translate(letter_tables().leet)
    yield "signs for letters", {letters}
    yield "repeated letters", {_REPEATED.sub(r"\1", letters)}
    yield "as it sounds", {sound(letters)}
    if len(word) >= _ONE_APART:
        yield "one letter apart", _less(letters, 1)
    if len(word) >= _TWO_APART:
        yield "two letters apart", _less(letters, 2)


def sound(word: str) -> str:
    """The word with letters that sound alike brought to one, without repeats."""
    for written, said in _SOUNDS:
        word = word.replace(written, said)
    return _REPEATED.sub(r"\1", word)


def _less(word: str, letters: int) -> set[str]:
    """The word and what is left of it without up to so many letters; the first letter is never in doubt.

    Two words with such a rest in common are as many letters apart, left out, put in, swapped or wrong
    (Mor and Fraenkel, 1982).
    """
    forms = {word}
    for _ in range(letters):
        forms |= {form[:at] + form[at + 1 :] for form in forms for at in range(1, len(form))}
    return forms


@made_from_lists
def _known() -> Mapping[tuple[str, str], tuple[Term, ...]]:
    """The known single words by every key."""
    found: dict[tuple[str, str], set[Term]] = defaultdict(set)
    lexicons = load_lexicons()
    for pattern, terms in zip(lexicons.patterns, lexicons.by_pattern, strict=True):
        goods = [term for term in terms if term.kind == "commodity" and not term.ambiguous]
        if goods and pattern.isalpha():
            for way, keys in _keys(pattern):
                for key in keys:
                    found[way, key].update(goods)
    return {key: tuple(sorted(terms, key=repr) if len(terms) > 1 else terms) for key, terms in found.items()}
