"""Words in a row of goods: what is doubtful elsewhere ("ice", "crack", "trips", "h") is goods between "ghb" and "xanax".

A piece of a line without numbers of which nothing is left beside goods and signs only names them. Where such pieces name
several goods and one of them is sure, the words in them that could mean goods are lifted; "ice cream" is no such piece. Where
numbers stand they tell more: lifted there too, 14 of 17 readings that changed in the labelled messages became worse.
"""

import re
from bisect import bisect_left
from collections.abc import Collection, Sequence
from functools import cache
from itertools import groupby
from operator import attrgetter

from schakel.reading.folding.plain_text import plain_text
from schakel.reading.terms.term_search import TermHit
from schakel.reading.weighing.weights import load_families
from schakel.reading.word_data import data_file

_LEAST = 3  # goods named in bare pieces, at different places
_ONE_THING = frozenset({2})  # words in a piece that rather describe one thing: "oxy strip"
_TELLING = 0.8  # log10: the least weight of a word that may be lifted
_WARE = "\x02"  # in place of every letter of a word for goods
_PIECE = re.compile(r"[^\n,;/|•·&+→=:()\-–—.]+")
_START = attrgetter("start")
_LETTERS = re.compile(r"[^\W\d_]+")


def in_bare_list(plain: str, wares: Sequence[TermHit], sure: Collection[TermHit]) -> dict[TermHit, bool]:
    """The words in a row of goods, each with whether sure goods of its family stand in the row.

    A word that could mean such goods is left out with the other meanings that it has.
    """
    if not sure or len(wares) < _LEAST:
        return {}
    words = sorted((hit for hit in wares if _named(plain, hit)), key=_START)
    if len({hit.start for hit in words}) < _LEAST:
        return {}
    bare = _in_bare_pieces(plain, words)
    known = frozenset(sure)
    certain = {hit.term.concept for hit in bare if hit in known}
    if not certain or len(_outermost(bare)) < _LEAST:
        return {}
    of = {hit: not certain.isdisjoint(_family(hit.term.concept)) for hit in bare}
    related = {hit.start for hit, told in of.items() if told}
    return {
        hit: told
        for hit, told in of.items()
        if hit.term.weight >= _TELLING and (told or hit.start not in related)
    }


def _family(concept: str) -> Collection[str]:
    families = load_families()
    return families.members.get(families.of.get(concept, ""), frozenset()) | {concept}


def _named(plain: str, hit: TermHit) -> bool:
    """Whether the word names something: a picture does not by standing in a row, nor does an amount ("10 strip")."""
    words = plain[hit.start : hit.end]
    return any(map(str.isalpha, words.partition(" ")[0])) and words not in beside_goods()


def _in_bare_pieces(plain: str, wares: Sequence[TermHit]) -> list[TermHit]:
    """The words in pieces with nothing else, on lines without a number, each alone in its piece or one of a row there."""
    letters = list(plain)
    for hit in wares:
        letters[hit.start : hit.end] = _WARE * (hit.end - hit.start)
    bare: list[TermHit] = []
    at = 0
    for line in "".join(letters).splitlines(keepends=True):
        if _WARE in line and not any(map(str.isdigit, line)):
            for piece in _PIECE.finditer(line):
                if _WARE in piece.group() and beside_goods().issuperset(_LETTERS.findall(piece.group())):
                    start, end = at + piece.start(), at + piece.end()
                    here = wares[bisect_left(wares, start, key=_START) : bisect_left(wares, end, key=_START)]
                    if len(_outermost(here)) not in _ONE_THING:
                        bare += here
        at += len(line)
    return bare


def _outermost(hits: Sequence[TermHit]) -> list[TermHit]:
    """The longest word at each place, without those inside another."""
    kept: list[TermHit] = []
    for _, at in groupby(sorted(hits, key=lambda hit: (hit.start, -hit.end)), key=lambda hit: hit.start):
        first = next(at)
        if not kept or first.start >= kept[-1].end:
            kept.append(first)
    return kept


@cache
def beside_goods() -> frozenset[str]:
    """What counts or joins goods without naming any, folded: measures, money, "and", "per", "from"."""
    data = data_file("quality_words.toml")
    return frozenset(plain_text(word).plain.strip() for word in data["beside"])
