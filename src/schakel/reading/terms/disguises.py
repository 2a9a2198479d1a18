"""Words written so that a search misses them: "c0ca1ne", "w!et", "co.ke", "keeeta"."""

import re
from collections.abc import Iterator

from schakel.reading.folding.letters import letter_tables
from schakel.reading.remembered import Remembered
from schakel.reading.terms.lexicon import Term, load_lexicons, made_from_lists, spellings

# A word with a sign or digit between letters, or with a letter three times or more.
_DISGUISED = re.compile(
    r"(?<![^\W_])(?=[^\W\d_]|[0-9@$!|€£(+]{1,2}[^\W\d_])[\w@$!|€£(+.*\-·~]*"
    r"(?:[^\W_][@$!|€£(+.*\-·~_0-9]+[^\W_]|[0-9@$!|€£(+][^\W\d_]|([^\W\d_])\1\1)[\w@$!|€£(+.*\-·~]*"
)
_REPEATED = re.compile(r"(.)\1{2,}")
HIDING = ".*-·~_"  # signs put between letters of one word
_WITHOUT_HIDING = str.maketrans("", "", HIDING)
_AMOUNT = re.compile(r"[\d.,]+[^\W\d_]{1,2}$|[^\W\d_]?\d+$")
_SHORTEST = 3
_LETTERS_LEFT = (
    3  # letters that must stay where signs are more than half of a word: "c0c41n3" has them, "5g50" not
)
_SIGNS = frozenset("@$!|€£(+0123456789")
_CYRILLIC, _LATIN = re.compile("[а-яіїєґ]"), re.compile("[a-z]")
_STRETCH = re.compile(r"\S+")


@made_from_lists
def skeletons() -> dict[str, tuple[Term, ...]]:
    """Commodity words by their skeleton: without hiding signs, "l" as "i" because "1" may be either."""
    found: dict[str, dict[tuple[str, str], Term]] = {}
    lexicons = load_lexicons()
    for pattern, terms in zip(lexicons.patterns, lexicons.by_pattern, strict=True):
        for term in terms:
            if term.kind in {"commodity", "act", "trade"} and pattern.isalpha() and len(pattern) >= _SHORTEST:
                found.setdefault(skeleton(pattern), {}).setdefault((term.kind, term.concept), term)
    return {key: tuple(terms.values()) for key, terms in found.items()}


def skeleton(word: str) -> str:
    """The word with signs read as letters; "1" and "l" both become "i"."""
    return word.translate(letter_tables().leet).translate(_WITHOUT_HIDING).replace("l", "i")


def disguised_words(plain: str) -> Iterator[tuple[int, int, tuple[Term, ...]]]:
    """Start, end and terms of every disguised word in a folded text."""
    # No disguise reaches over a space, so each stretch between spaces is read by itself, and most texts hold none.
    if not any(map(_STRETCHES.__getitem__, plain.split())):
        return
    for stretch in _STRETCH.finditer(plain):
        for start, end, terms in _STRETCHES[stretch.group()]:
            yield stretch.start() + start, stretch.start() + end, terms


def _in_stretch(stretch: str) -> tuple[tuple[int, int, tuple[Term, ...]], ...]:
    """The disguised words of a stretch without spaces, by their places in it."""
    known = skeletons()
    found = []
    for start, word in _candidates(stretch):
        terms = next((terms for form in _readings(word) if (terms := known.get(form))), None)
        if terms:
            found.append((start, start + len(word), terms))
    return tuple(found)


_STRETCHES = Remembered(_in_stretch)


def without_disguise(plain: str) -> str:
    """A folded text with the goods that it hides written out: "c0ca1ne te koop" as "cocaine te koop".

    Only what has one meaning: an everyday word that is no goods elsewhere stays as it stands.
    """
    for start, end, terms in reversed(list(disguised_words(plain))):
        goods = [term for term in terms if term.kind == "commodity"]
        if len(goods) == 1 and not goods[0].ambiguous:
            plain = plain[:start] + spellings(goods[0].written)[0] + plain[end:]
    return plain


def written_apart(plain: str) -> Iterator[str]:
    """The words of a folded text that may be disguised, whether or not a list knows them."""
    return (word for _, word in _candidates(plain))


def _candidates(plain: str) -> Iterator[tuple[int, str]]:
    for found in _DISGUISED.finditer(plain):
        word = found.group().rstrip(".-!(+*~·_|,")
        if len(word) >= _SHORTEST and not _AMOUNT.match(word):
            yield found.start(), word


def _readings(word: str) -> Iterator[str]:
    """The plain words that a disguised one may be, the nearest first."""
    if _CYRILLIC.search(word) and not _LATIN.search(word):
        word = word.translate(letter_tables().leet_cyrillic)
    signs = sum(sign in _SIGNS for sign in word)
    if 2 * signs <= len(word) or len(word) - signs >= _LETTERS_LEFT:
        yield skeleton(word)
    if _REPEATED.search(word):
        yield skeleton(_REPEATED.sub(r"\1", word))
        yield skeleton(_REPEATED.sub(r"\1\1", word))
