"""Pictures that only mark the price lines below a written heading: "Speed ❄️ / ❄️ 10g 50 / ❄️ 25g 100" sells speed.

What is written in letters counts for more than a picture that stands on every line alike. Pictures that differ from line
to line name goods ("❄️ 1g 50 / 🐴 1g 25"), but for a ladder of growing amounts of one thing, and so do pictures of what is
counted in pieces on lines that count pieces. Nobody sells firearms or phones by the gram, whatever the picture.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise

from schakel.reading.amounts.measure_words import load_measure_words
from schakel.reading.amounts.prices import counted
from schakel.reading.terms.term_search import TermHit
from schakel.reading.weighing.weights import load_families
from schakel.reading.word_data import data_file

_VARIANT = "\ufe0f"  # asks for the coloured form of the sign before it
_WORD = re.compile(r"[^\W\d_]+")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
_LIMITS = data_file("line_pictures.toml")["limits"]
_LEAST_RUNGS: int = _LIMITS["least_rungs"]
_FALL: float = _LIMITS["fall"]


@dataclass(frozen=True, slots=True)
class _Amounts:
    """How lines weigh, count and tell hours, as expressions of the words in the list."""

    weight: re.Pattern[str]
    pieces: re.Pattern[str]
    no_price: re.Pattern[str]
    weighed: frozenset[str]  # goods that may be sold by weight


@cache
def _amounts() -> _Amounts:
    data = data_file("line_pictures.toml")
    weights, pieces, hours = ("|".join(data[name]) for name in ("weights", "pieces", "hours"))
    return _Amounts(
        weight=re.compile(rf"\d\s?(?:{weights})(?![^\W_])"),
        pieces=re.compile(rf"\d\s?(?:{pieces})(?![^\W_])"),
        no_price=re.compile(rf"\d{{1,2}}:\d\d\b|24\s?/\s?7|\d{{6,}}|\d\s?(?:{hours})\b"),
        weighed=frozenset(load_families().members["drugs"]).union(data["by_weight_too"]),
    )


@dataclass(slots=True)
class _Line:
    """One line with the words and pictures of goods on it."""

    start: int
    text: str
    words: list[TermHit] = field(default_factory=list)
    pictures: list[TermHit] = field(default_factory=list)

    @property
    def unnamed(self) -> str:
        """The text without the words for goods, whose digits count nothing: "3-mmc"."""
        text = self.text
        for hit in self.words:
            first, last = hit.start - self.start, hit.end - self.start
            text = text[:first] + " " * (last - first) + text[last:]
        return text


def without_line_pictures(plain: str, goods: Sequence[TermHit]) -> list[TermHit]:
    """The words for goods without the pictures that only mark the price lines below what is written in letters."""
    if "\n" not in plain or len({hit.term.concept for hit in goods}) < 2:
        return list(goods)
    named = [hit for hit in goods if is_written(plain, hit)]
    if not named or len(named) == len(goods):
        return list(goods)
    parts = list(_parts(_lines(plain, goods)))
    marks = {hit for part in parts for hit in _marks(part, alone=len(parts) == 1)}
    return [hit for hit in goods if hit not in marks]


def without_marks_of_lines(plain: str, wares: Sequence[TermHit], goods: Sequence[TermHit]) -> str:
    """A text without the pictures that only mark its lines, which all its letters would be told by too."""
    pictures = {hit for hit in wares if not is_written(plain, hit)}
    kept = without_line_pictures(plain, [*(hit for hit in goods if is_written(plain, hit)), *pictures])
    for hit in pictures.difference(kept):
        plain = plain[: hit.start] + " " * (hit.end - hit.start) + plain[hit.end :]
    return plain


def is_written(plain: str, hit: TermHit) -> bool:
    """Whether goods are named by letters or digits, not by a picture."""
    return any(map(str.isalnum, plain[hit.start : hit.end]))


def _lines(plain: str, goods: Sequence[TermHit]) -> list[_Line]:
    lines, start = [], 0
    for text in plain.split("\n"):
        line, end = _Line(start, text), start + len(text)
        for hit in goods:
            if start <= hit.start < end:
                (line.words if is_written(plain, hit) else line.pictures).append(hit)
        lines.append(line)
        start = end + 1
    return lines


def _parts(lines: Sequence[_Line]) -> Iterator[list[_Line]]:
    """Each line that names goods in letters, with the lines below it up to the next such line."""
    part: list[_Line] = []
    for line in lines:
        if line.words:
            if part:
                yield part
            part = [line]
        elif part:
            part.append(line)
    if part:
        yield part


def _marks(part: Sequence[_Line], *, alone: bool) -> Iterator[TermHit]:
    """The pictures on the lines of one part that name no goods; of a single line only in a text of one part."""
    head, below = part[0], [line for line in part[1:] if _is_priced(line)]
    shown = [line for line in part[1:] if line in below or _is_counted(line)]
    meant = {hit.term.concept for hit in head.words}
    weighed = any(map(_is_weighed, head.words))
    for line in below:
        yield from (hit for hit in line.pictures if weighed and _sold_in_pieces_only(hit) and _weighs(line))
    if len(meant) == 1 and (alone or len(shown) > 1) and (signs := _idle_signs(head, below, shown, meant)):
        for line in (head, *below):
            yield from (
                hit for hit in line.pictures if _sign(line, hit) in signs and hit.term.concept not in meant
            )


def _idle_signs(
    head: _Line, below: Sequence[_Line], shown: Sequence[_Line], meant: Collection[str]
) -> frozenset[str]:
    """The pictures that stand on all price lines alike, or on those of one ladder, and fit nothing else.

    `shown` are the price lines and those that give a number to a picture ("💧 buisje 30 ml").
    """
    priced = [head, *shown] if _NUMBER.search(head.unnamed) else list(shown)
    foreign = {_sign(line, hit) for line in below for hit in line.pictures if hit.term.concept not in meant}
    if not foreign or any(_fits_only(line, hit, head.words) for line in below for hit in line.pictures):
        return frozenset()
    alike = frozenset(sign for sign in foreign if all(sign in line.text for line in priced))
    if alike and (len(priced) > 1 or _stands_right_below(head, below[0])):
        return alike
    if list(below) == priced and _is_ladder(below, meant):
        return frozenset(foreign)
    return frozenset()


def _sign(line: _Line, hit: TermHit) -> str:
    return line.text[hit.start - line.start : hit.end - line.start].strip(_VARIANT)


def _is_priced(line: _Line) -> bool:
    """Whether a line gives an amount and a price and names nothing in letters before them."""
    number = _NUMBER.search(line.text)
    if number is None or _amounts().no_price.search(line.text):
        return False
    words = load_measure_words().words
    if any(word not in words for word in _WORD.findall(line.text[: number.start()])):
        return False
    return (
        len(_NUMBER.findall(line.text)) > 1
        or bool(_amounts().weight.search(line.text))
        or bool(line.pictures)
    )


def _is_counted(line: _Line) -> bool:
    """Whether a line has a picture of goods and a number that is no hour."""
    return bool(line.pictures and _NUMBER.search(line.text)) and not _amounts().no_price.search(line.text)


def _weighs(line: _Line) -> bool:
    return _amounts().weight.search(line.text) is not None


def _is_weighed(hit: TermHit) -> bool:
    return counted(load_measure_words(), hit.term.concept, hit.term.product).bare == "g"


def _sold_in_pieces_only(hit: TermHit) -> bool:
    return hit.term.concept not in _amounts().weighed


def _fits_only(line: _Line, hit: TermHit, words: Sequence[TermHit]) -> bool:
    """Whether the amount of a line is one of what the picture shows, and none of what is written above."""
    if _amounts().pieces.search(line.text):
        return not _is_weighed(hit) and any(map(_is_weighed, words))
    return _weighs(line) and any(map(_sold_in_pieces_only, words)) and not _sold_in_pieces_only(hit)


def _stands_right_below(head: _Line, line: _Line) -> bool:
    return head.start + len(head.text) + 1 == line.start


def _is_ladder(below: Sequence[_Line], meant: Collection[str]) -> bool:
    """Whether lines under one heading give growing amounts of one thing: more costs more, and apiece somewhat less."""
    own = any(hit.term.concept in meant for line in below for hit in line.pictures)
    if len(below) < _LEAST_RUNGS + own or not all(
        _weighs(line) and not line.text.isascii() for line in below
    ):
        return False
    rungs = [[float(one.replace(",", ".")) for one in _NUMBER.findall(line.text)] for line in below]
    if any(len(rung) != 2 or not all(rung) for rung in rungs):
        return False
    rates = [price / amount for amount, price in rungs]
    grows = all(a < b and p < q for (a, p), (b, q) in pairwise(rungs))
    return grows and all(a >= b for a, b in pairwise(rates)) and rates[-1] >= _FALL * rates[0]
