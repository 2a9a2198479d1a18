"""Words in a row of goods: what is doubtful elsewhere ("ice", "crack", "trips", "h") is goods between "ghb" and "xanax".

A piece of a text of which nothing is left beside goods, amounts, prices and signs only names them. Where such pieces name
several goods and one of them is sure, the words in them that could mean goods are lifted; "ice cream" is no such piece.
"""

import re
from collections.abc import Collection, Sequence
from itertools import groupby

from schakel.reading.term_search import TermHit
from schakel.reading.weighing.weights import load_families

_LEAST = 3  # goods named in bare pieces, at different places
_TELLING = 0.8  # log10: the least weight of a word that may be lifted
_WARE = "\x02"  # in place of every letter of a word for goods
_PIECE = re.compile(r"[^\n,;/|•·&+→=:()\-–—.]+")
_LETTERS = re.compile(r"[^\W\d_]+")
# What counts or joins goods, in seven languages.
BESIDE_GOODS = frozenset(
    [
        "g",
        "gr",
        "gram",
        "grams",
        "grammes",
        "gramme",
        "gramm",
        "gramos",
        "gramo",
        "ge",
        "kg",
        "kilo",
        "kilos",
        "ml",
        "cl",
        "l",
        "liter",
        "litre",
        "litro",
        "mg",
        "ug",
        "cc",
        "st",
        "stk",
        "stuks",
        "stuk",
        "stück",
        "pcs",
        "pc",
        "x",
        "uds",
        "ud",
        "adet",
        "tane",
        "strip",
        "strips",
        "doosje",
        "doosjes",
        "box",
        "boxes",
        "blister",
        "blisters",
        "packung",
        "plaquette",
        "plaquettes",
        "boite",
        "boites",
        "caja",
        "cajas",
        "kutu",
        "pillen",
        "pills",
        "pastillas",
        "seal",
        "seals",
        "eur",
        "euro",
        "euros",
        "eu",
        "e",
        "usd",
        "tl",
        "lira",
        "per",
        "pro",
        "par",
        "por",
        "a",
        "à",
        "el",
        "the",
        "de",
        "en",
        "and",
        "und",
        "et",
        "y",
        "i",
        "ve",
        "и",
        "ook",
        "auch",
        "also",
        "aussi",
        "oz",
        "voor",
        "for",
        "für",
        "pour",
        "vanaf",
        "ab",
        "from",
        "depuis",
        "desde",
        "va",
        "v",
        "от",
        "г",
        "гр",
        "грамм",
        "кг",
        "шт",
        "блистер",
        "руб",
        "р",
        "евро",
        "за",
    ]
)


def in_bare_list(plain: str, wares: Sequence[TermHit], sure: Collection[TermHit]) -> dict[TermHit, bool]:
    """The words in a row of goods, each with whether sure goods of its family stand in the row.

    A word that could mean such goods is left out with the other meanings that it has.
    """
    words = [hit for hit in wares if _named(plain, hit)]
    if not sure or len({hit.start for hit in words}) < _LEAST:
        return {}
    bare = _in_bare_pieces(plain, words)
    certain = {hit.term.concept for hit in bare if hit in sure}
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
    return any(map(str.isalpha, words.partition(" ")[0])) and words not in BESIDE_GOODS


def _in_bare_pieces(plain: str, wares: Sequence[TermHit]) -> list[TermHit]:
    letters = list(plain)
    for hit in wares:
        letters[hit.start : hit.end] = _WARE * (hit.end - hit.start)
    masked = "".join(letters)
    bare = [
        (piece.start(), piece.end())
        for piece in _PIECE.finditer(masked)
        if _WARE in piece.group() and BESIDE_GOODS.issuperset(_LETTERS.findall(piece.group()))
    ]
    return [hit for hit in wares if any(start <= hit.start < end for start, end in bare)]


def _outermost(hits: Sequence[TermHit]) -> list[TermHit]:
    """The longest word at each place, without those inside another."""
    kept: list[TermHit] = []
    for _, at in groupby(sorted(hits, key=lambda hit: (hit.start, -hit.end)), key=lambda hit: hit.start):
        first = next(at)
        if not kept or first.start >= kept[-1].end:
            kept.append(first)
    return kept
