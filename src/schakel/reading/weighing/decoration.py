"""What adorns or praises the goods of other lines: pictures around a heading, "💊 PHARMACY OPEN 💊", and "nice big rocks".

Of the headings without a number that one picture opens and closes, in the fitted messages, the picture named other goods
than the annotators did in 12 and all of the goods in three, none of which named goods on another line.
"""

import re
from collections.abc import Sequence
from functools import cache

from schakel.reading.terms.term_search import TermHit
from schakel.reading.word_data import data_file

_MOST_IDLE = 2  # kinds of goods that pictures beside other goods may name for adornment
_HEAD = 16  # characters in which a line has begun
_LEAST_OF_LIST = 3  # lines that begin with a picture of goods
_AMOUNT_BEHIND = re.compile(r"[^\w\n]{0,8}\d")
_HOURS_BEHIND = re.compile(
    r"[^\w\n]{0,8}(?:24\s?/\s?7|\d{1,2}:\d\d(?!\d)|(?:0|\+)\d[\d -]{6,}\d)"
)  # or a telephone number
_AMOUNT_BELOW = re.compile(r"\W{0,8}\d")
_UNITS = "|".join(data_file("measures_written.toml")["picture"]["units"])
_AMOUNT_BEFORE = re.compile(rf"\d{{1,4}} ?(?:{_UNITS})? ?$")
_WORDS_AND_AMOUNT = re.compile(r"\W{0,3}[^\W\d_]+(?:[^\w\n]+[^\W\d_]+)?[^\w\n]+(?<!\d)(?!0\d[\d -]{6,})\d")
_AMOUNTS_BELOW = re.compile(r"[^\n\d]{1,24}\n\W{0,4}\d")
_VARIANT = "\ufe0f"  # asks for the coloured form of the sign before it


def without_decoration(plain: str, goods: Sequence[TermHit]) -> list[TermHit]:
    """The words for goods without the pictures around the heading of a text whose next line names goods.

    Further down a picture at both ends of a line may head a part of the list, and then it names what is in it.
    """
    around = [hit for hit in goods if hit.term.language == "emoji" and _adorns(plain, hit)]
    if not around or plain[: _line(plain, around[0])[0]].strip():
        return list(goods)
    start, end = _line(plain, around[0])
    below = end + len(plain[end:]) - len(plain[end:].lstrip())
    after = plain.find("\n", below)
    if not any(below <= hit.start < (after if after >= 0 else len(plain)) for hit in goods):
        return list(goods)
    return [hit for hit in goods if hit not in around or not start <= hit.start < end]


def without_idle_pictures(plain: str, goods: Sequence[TermHit]) -> list[TermHit]:
    """The words for goods without pictures that no amount follows, where words name other goods and none names these.

    Of pictures in a heading or behind a line ("vers binnen 🍭", "witte 2 gram 125 💥"). Three kinds of goods are a menu,
    and so are lines that each begin with a picture.
    """
    pictures = [hit for hit in goods if not _named(plain, hit)]
    if not pictures or len(pictures) == len(goods):
        return list(goods)
    words = [hit for hit in goods if _named(plain, hit)]
    named = {hit.term.concept for hit in words}
    heads = {hit for hit in pictures if _heads_line(plain, hit)}
    counted = heads if len(heads) >= _LEAST_OF_LIST else {hit for hit in heads if _counted(plain, hit, words)}
    others = (hit for hit in pictures if hit.term.concept not in named and hit not in counted)
    idle = {hit for hit in others if not _measured(plain, hit, words)}
    if len({hit.term.concept for hit in idle}) > _MOST_IDLE:
        return list(goods)
    return [hit for hit in goods if hit not in idle]


def _measured(plain: str, hit: TermHit, words: Sequence[TermHit]) -> bool:
    """Whether an amount stands right beside the picture, or on the next line where the picture has its own."""
    if _HOURS_BEHIND.match(plain, hit.end):
        return False
    if _AMOUNT_BEFORE.search(plain, max(0, hit.start - 12), hit.start):
        return True
    start, end = _line(plain, hit)
    alone = end - start <= _HEAD and not any(map(str.isalnum, plain[start:end]))
    behind = (_AMOUNT_BELOW if alone else _AMOUNT_BEHIND).match(plain, hit.end)
    return behind is not None and not any(word.start < behind.end() <= word.end for word in words)


def _named(plain: str, hit: TermHit) -> bool:
    return any(map(str.isalnum, plain[hit.start : hit.end]))


def _heads_line(plain: str, hit: TermHit) -> bool:
    start, end = _line(plain, hit)
    if hit.start - start > _HEAD or any(map(str.isalnum, plain[start : hit.start])):
        return False
    return any(map(str.isalpha, plain[hit.end : min(end, hit.end + _HEAD)]))


def _counted(plain: str, hit: TermHit, words: Sequence[TermHit]) -> bool:
    """Whether the picture stands before an unknown word and its amount: "❄ sunif 25 euro per 0.5 gram", or one below."""
    _, end = _line(plain, hit)
    counted = _WORDS_AND_AMOUNT.match(plain, hit.end, end) or _AMOUNTS_BELOW.match(plain, hit.end)
    return counted is not None and not any(hit.end <= word.start < counted.end() for word in words)


def without_praise(plain: str, goods: Sequence[TermHit]) -> list[TermHit]:
    """The words for goods without those for pieces ("van de grote steen") in a line without a number, where another
    line names other goods by a plain word or with a number.

    In two made-up markets by another writer 59 different ads were read as crack besides, most for such a line; now 12.
    """
    pieces = [hit for hit in goods if hit.term.ambiguous and hit.term.written in _pieces()]
    if not pieces:
        return list(goods)
    named = [hit for hit in goods if hit not in pieces and (not hit.term.ambiguous or _numbered(plain, hit))]
    praise = [hit for hit in pieces if _praises(plain, hit, named)]
    return [hit for hit in goods if hit not in praise]


def _praises(plain: str, hit: TermHit, named: Sequence[TermHit]) -> bool:
    start, end = _line(plain, hit)
    if _numbered(plain, hit):
        return False
    return any(not start <= other.start < end and other.term.concept != hit.term.concept for other in named)


def _numbered(plain: str, hit: TermHit) -> bool:
    start, end = _line(plain, hit)
    return any(map(str.isdigit, plain[start:end]))


@cache
def _pieces() -> frozenset[str]:
    return frozenset(data_file("quality_words.toml")["pieces"])


def _adorns(plain: str, hit: TermHit) -> bool:
    """Whether a picture stands at both ends of its line, and letters but no number between them."""
    start, end = _line(plain, hit)
    line, sign = plain[start:end].strip().strip(_VARIANT), plain[hit.start : hit.end].strip(_VARIANT)
    between = line[len(sign) : len(line) - len(sign)]
    if not (line.startswith(sign) and line.endswith(sign)) or len(line) <= 2 * len(sign):
        return False
    return any(map(str.isalpha, between)) and not any(map(str.isdigit, between))


def _line(plain: str, hit: TermHit) -> tuple[int, int]:
    end = plain.find("\n", hit.end)
    return plain.rfind("\n", 0, hit.start) + 1, end if end >= 0 else len(plain)
