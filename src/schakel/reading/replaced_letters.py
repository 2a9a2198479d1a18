"""A letter of a word for goods replaced by a sign: "gl*ck 19", "sn.lle", "xa-ax", "br.ine".

The sign is as long as the letter, so the folded text with the letter put back keeps its way to the original. Only where
one commodity alone has such a word and no everyday word has the same letters.
"""

import re
from collections.abc import Iterator
from functools import cache

from schakel.reading.folding.plain_text import PlainText
from schakel.reading.remembered import Remembered
from schakel.reading.terms.disguises import skeleton, skeletons
from schakel.reading.terms.lexicon import load_lexicons, made_from_lists
from schakel.reading.weighing.senses import everyday_words

_SIGNS = "*.·-_"
# One word: letters, with signs between them; a name with @ or a path is none.
_WORD = re.compile(rf"(?<![\w@/.*·-])[^\W\d_]+(?:[{re.escape(_SIGNS)}][^\W\d_]+)+(?![\w@/]|[.*·-]\w)")
# A sign between two letters: each such word has one, and the search for it goes from one sign to the next.
_INSIDE = re.compile(rf"[{re.escape(_SIGNS)}](?<=[^\W\d_].)[^\W\d_]")
# For a quick look over a column: most such texts hold a web address or a date, and are worth no second look.
MAY_LACK_A_LETTER = r"(?i)(?:^|[\s(,:;/+])\pL+[*·_]\pL|(?:^|[\s(,:;/+])\pL{1,4}[.-]\pL{1,6}(?:$|[\s),:;/+!?])"
_SHORTEST = 5  # letters: four leave several words ("c*ke" is coke or cake)
_SHORTEST_BY_STAR = 4  # nobody writes a star in a word but to hide it
_SHORTEST_OF_TWO = 7  # where two letters are replaced


def with_letters_back(text: PlainText) -> PlainText:
    """The text with the replaced letters of its words for goods put back; the same one if there are none."""
    plain = text.plain
    if not _INSIDE.search(plain):
        return text
    for found in _WORD.finditer(plain):
        word = _MEANT[found.group()]
        if word:
            plain = plain[: found.start()] + word + plain[found.end() :]
    return text if plain is text.plain else PlainText(text.original, plain, text.origin)


def _meant(written: str) -> str:
    """The one listed word that is meant, or ""."""
    signs = [at for at, sign in enumerate(written) if sign in _SIGNS]
    if not _may_be(written, len(signs)) or skeleton(written) in skeletons():
        return ""
    fits = re.compile(
        "".join("[^\\W\\d_]" if at in signs else re.escape(sign) for at, sign in enumerate(written))
    )
    meant = [
        (word, concepts)
        for word, concepts in _words().get((len(written), written[0]), ())
        if fits.fullmatch(word)
    ]
    if len({concept for _, concepts in meant for concept in concepts}) != 1:
        return ""
    if "*" in written and len(written) >= _SHORTEST:
        return meant[0][0]
    listed = {word for word, _ in meant}
    everyday = (word for word in _everyday().get((len(written), written[0]), ()) if word not in listed)
    return "" if any(map(fits.fullmatch, everyday)) else meant[0][0]


def _may_be(written: str, signs: int) -> bool:
    if signs == 1:
        return len(written) >= (_SHORTEST_BY_STAR if "*" in written else _SHORTEST)
    return signs == 2 and len(written) >= _SHORTEST_OF_TWO


_MEANT = Remembered(_meant)


@cache
def _everyday() -> dict[tuple[int, str], list[str]]:
    """The everyday words by length and first letter: to go through all of them took a sixth of a millisecond a word."""
    words: dict[tuple[int, str], list[str]] = {}
    for word in everyday_words():
        words.setdefault((len(word), word[:1]), []).append(word)
    return words


@made_from_lists
def _words() -> dict[tuple[int, str], list[tuple[str, frozenset[str]]]]:
    """The words for goods by length and first letter, each with all the commodities it is a word for."""
    words: dict[tuple[int, str], list[tuple[str, frozenset[str]]]] = {}
    for word, concepts in _goods():
        words.setdefault((len(word), word[0]), []).append((word, concepts))
    return words


def _goods() -> Iterator[tuple[str, frozenset[str]]]:
    lexicons = load_lexicons()
    for pattern, terms in zip(lexicons.patterns, lexicons.by_pattern, strict=True):
        concepts = frozenset(term.concept for term in terms if term.kind == "commodity")
        if concepts and pattern.isalpha() and len(pattern) >= _SHORTEST_BY_STAR:
            yield pattern, concepts
