"""The signs for and against an ambiguous word meaning goods: the word, its line, its company, and the text around it."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from schakel.reading.amounts.trade_measures import MAY_MEASURE, MEASURE_BEFORE, MEASURE_NEXT, has_measure
from schakel.reading.remembered import Remembered
from schakel.reading.terms.lexicon import Term
from schakel.reading.terms.term_search import TermHit
from schakel.reading.weighing.found import Found
from schakel.reading.weighing.list_signs import lines_with_wares, signs_of_amount, signs_of_list
from schakel.reading.weighing.weights import ACTS, load_families
from schakel.reading.weighing.wording import MOST_OF_WORDING as _MOST
from schakel.reading.word_data import data_file

Sign = tuple[str, float]

_NUMBER_NEXT = re.compile(r"\W{0,4}\d")
_NUMBER_BEFORE = re.compile(r"\d\W{0,2}[^\W\d_]{0,6}\W{0,2}$")
_WRITTEN = data_file("measures_written.toml")["line"]
_MONEY = re.compile(rf"[{_WRITTEN['money_signs']}]|\b(?:{'|'.join(_WRITTEN['money_words'])})\b")
_BEGINS, _BEGINS_BY_SIGN = tuple[str, ...](_WRITTEN["begins"]), tuple[str, ...](_WRITTEN["begins_by_sign"])
_NUMBERED_LINE = re.compile(r"\n[^\n]*\d")
_LIST_BELOW = re.compile(r"[^\S\n]*[-–—*•:=_]*[^\S\n]*\n[^\w\n]*\d")
_NUMBER = re.compile(r"\d")
_LETTER_OR_DIGIT = re.compile(r"[^\W_]")
_BREAK = re.compile(r"[,;/|+•.\n]")
_NEAR = 16  # characters between a word of goods and the word that offers or asks
_BRIEF = 60  # characters
_LONG = 300  # characters: from here a text is rather a story than an advertisement
_WORDING = tuple(f"wording of {act}" for act in ACTS)
_KINDS = ("contact", "trade", "scale", "delivery", "payment", "veto")
_WORD_FOR = Remembered("word for {}".format)
_WORD_BESIDE = Remembered("word of {} beside it".format)


@dataclass(slots=True)
class Setting:
    """What the whole text gives each of its words for company."""

    found: Found
    plain: frozenset[str]  # commodities named by plain words
    signs: tuple[Sign, ...]  # what holds for every word of the text
    marked: bool  # some word of the street, of trade amounts or of shady ways stands in the text
    heads: frozenset[int]  # where lines of goods with a number begin
    lines: dict[tuple[int, int], "_Line"]  # those looked at, by start and end


@dataclass(slots=True)
class _Line:
    """A line of the text, looked at once for all the words on it."""

    start: int
    end: int
    numbered: bool
    may_measure: bool  # what every amount in a measure has stands on it
    bare: str  # without the signs around it
    signs: tuple[Sign, ...]  # what holds for every word on it


def setting_of(found: Found, wording: Sequence[float]) -> Setting:
    """What the text as a whole says about the ambiguous words in it."""
    plain = frozenset(hit.term.concept for hit in found.wares if not hit.term.ambiguous)
    others = [hit.term for kind, hits in found.kinds.items() if kind != "commodity" for hit in hits]
    shady = any(map(is_shady, others))
    marked = shady or bool(found.words("trade") or found.words("scale"))
    heads = lines_with_wares(found.text.plain, found.wares)
    return Setting(found, plain, tuple(_signs_of_text(found, wording, shady)), marked, heads, {})


def goods_signs(hit: TermHit, setting: Setting) -> list[Sign]:
    """The signs for and against one word, each with its size."""
    return [*setting.signs, *signs_of_hit(hit, setting).items()]


def signs_of_hit(hit: TermHit, setting: Setting) -> dict[str, float]:
    """The signs of one word. They are put into one table, since handing each over by itself took half of the time."""
    signs: dict[str, float] = {}
    _add_word(signs, hit)
    _add_line(signs, hit, setting)
    _add_company(signs, hit, setting)
    return signs


def is_shady(term: Term) -> bool:
    """Whether the word tells of money, quantities or ways that lawful trade does not have."""
    kind, concept = term.kind, term.concept
    if kind == "payment":
        return concept in {"crypto", "voucher", "escrow", "on-credit"}
    return concept in {"advance", "secrecy", "bulk", "dead-drop"}


def _signs_of_text(found: Found, wording: Sequence[float], shady: bool) -> Iterator[Sign]:
    told = {hit.term.concept for hit in found.kinds.get("act", ())}
    wording = wording[: len(ACTS)]  # not the earlier fit
    for act, name, odds in zip(ACTS, _WORDING, wording, strict=True):
        yield name, odds if -_MOST < odds < _MOST else max(-_MOST, min(_MOST, odds))
        if act in told:
            yield f"words of {act}", found.words("act", act)[0].term.weight
    yield "wording of trade", max(-_MOST, min(_MOST, max(wording)))
    for kind in _KINDS:
        if kind in found.kinds:
            yield f"{kind} words", min(3.0, sum([abs(hit.term.weight) for hit in found.words(kind)]))
    if shady:
        yield "shady words", 1.0
    if found.contacts:
        yield "contact given", 1.0
    elif found.selectors:
        yield "telephone or page given", 1.0
    yield from _signs_of_dealing(found, told)
    yield from _signs_of_form(found.text.plain)


def _signs_of_dealing(found: Found, told: Collection[str]) -> Iterator[Sign]:
    """Words that offer or ask, and a way to answer: each alone is in every text, together they make a deal."""
    if "offer" in told or "request" in told:
        if found.reachable or "contact" in found.kinds:
            yield "offered or asked with a contact", 1.0
        if len(found.text.plain) <= _BRIEF:
            yield "offered or asked in few words", 1.0


def _signs_of_form(plain: str) -> Iterator[Sign]:
    if len(plain) > _LONG:
        yield "long text", 1.0
    if "\n" in plain:
        yield "several lines", 1.0
        if len(_NUMBERED_LINE.findall(plain)) >= 3:
            yield "list of numbers", 1.0


def _add_word(signs: dict[str, float], hit: TermHit) -> None:
    term, start, end = hit
    signs["weight of word"] = term.weight
    if term.language == "emoji":
        signs["emoji"] = 1.0
    elif end - start <= 2:
        signs["very short word"] = 1.0
    elif end - start <= 4:
        signs["short word"] = 1.0
    if " " in term.written:
        signs["phrase"] = 1.0
    signs[_WORD_FOR[term.concept]] = 1.0


def _add_line(signs: dict[str, float], hit: TermHit, setting: Setting) -> None:
    plain = setting.found.text.plain
    line = _line_of(hit, setting)
    _, start, end = hit
    if _NUMBER_NEXT.match(plain, end):
        signs["number after"] = 1.0
    if line.numbered and _NUMBER_BEFORE.search(plain, max(line.start, start - 14), start):
        signs["number before"] = 1.0
    signs.update(line.signs)
    if not line.numbered and line.bare == plain[start:end]:
        signs["alone on line"] = 1.0
    if start == line.start or not _LETTER_OR_DIGIT.search(plain, line.start, start):
        signs["begins the line"] = 1.0
        if _LIST_BELOW.match(plain, end):
            signs["heads a list"] = 1.0
    if len(setting.heads) > 1:
        signs.update(signs_of_list(hit, line.start, setting.heads))
    if line.may_measure:
        _add_measures(signs, plain, hit, line)
    if line.numbered:
        _add_piece(signs, hit, setting.found, line)
    _add_neighbours(signs, hit, setting.found, line)


def _line_of(hit: TermHit, setting: Setting) -> _Line:
    """The line on which a word stands."""
    plain = setting.found.text.plain
    start = plain.rfind("\n", 0, hit.start) + 1
    end = plain.find("\n", hit.end)
    end = end if end >= 0 else len(plain)
    known = setting.lines.get((start, end))
    if known is None:
        line = plain[start:end]
        numbered = _NUMBER.search(line) is not None
        signs = tuple(_signs_of_whole_line(line, numbered))
        may_measure = numbered or MAY_MEASURE.search(line) is not None
        known = _Line(start, end, numbered, may_measure, line.strip(" -–—*•:!=#_>\t"), signs)
        setting.lines[start, end] = known
    return known


def _may_be_money(line: str) -> bool:
    """Whether something stands there with which what `_MONEY` finds begins: asked so, it takes a quarter of the time."""
    if any(map(line.__contains__, _BEGINS)):
        return True
    return not line.isascii() and any(map(line.__contains__, _BEGINS_BY_SIGN))


def _signs_of_whole_line(line: str, numbered: bool) -> Iterator[Sign]:
    if numbered:
        yield "number on line", 1.0
        if has_measure(line):
            yield "measure on line", 1.0
    if _may_be_money(line) and _MONEY.search(line):
        yield "money on line", 1.0
    if len(line) > 120:
        yield "long line", 1.0
    elif len(line) <= 30:
        yield "short line", 1.0


def _add_measures(signs: dict[str, float], plain: str, hit: TermHit, line: _Line) -> None:
    """Whether an amount in a measure stands right beside the word."""
    if MEASURE_NEXT.match(plain, hit.end):
        signs["measure right after"] = 1.0
    if MEASURE_BEFORE.search(plain, max(line.start, hit.start - 16), hit.start):
        signs["measure right before"] = 1.0


def _add_piece(signs: dict[str, float], hit: TermHit, found: Found, line: _Line) -> None:
    """What stands between the word and the goods before and after it on its line: an amount of its own?"""
    plain = found.text.plain
    before, after = _room(hit, found, line)
    signs.update(signs_of_amount(plain, hit, before, after))
    if before > line.start and _NUMBER.search(plain, before, hit.start):
        signs["number since the ware before"] = 1.0
    if not _LETTER_OR_DIGIT.search(_BREAK.split(plain[before : hit.start])[-1]):
        signs["begins a piece"] = 1.0


def _room(hit: TermHit, found: Found, line: _Line) -> tuple[int, int]:
    """From the end of the goods before a word to the beginning of those after it, on its line."""
    before, after = line.start, line.end
    for _, start, end in found.wares:
        if end <= hit.start:
            before = max(before, end)
        elif hit.end <= start < after:
            after = start
    return before, after


def _add_neighbours(signs: dict[str, float], hit: TermHit, found: Found, line: _Line) -> None:
    """Whether the line needs this word: a price is the price of something, and one thing has one name."""
    word, first, last = hit
    if "act" in found.kinds:
        near = {
            term.concept
            for term, start, end in found.kinds["act"]
            if start - last <= _NEAR and first - end <= _NEAR
        }
        for act in sorted(near):
            signs[_WORD_BESIDE[act]] = 1.0
    beside = [
        term
        for term, start, end in found.wares
        if line.start <= start < line.end and (end <= first or start >= last)
    ]
    if not beside:
        signs["only ware on a line with a number" if line.numbered else "only ware on its line"] = 1.0
    elif any(not term.ambiguous for term in beside):
        signs["plain word on its line"] = 1.0
    elif any(term.weight > word.weight for term in beside):
        signs["heavier word on its line"] = 1.0
    elif line.numbered:
        signs["heaviest word on a line with a number"] = 1.0


def _add_company(signs: dict[str, float], hit: TermHit, setting: Setting) -> None:
    families = load_families()
    concept = hit.term.concept
    family = families.members.get(families.of.get(concept, ""), frozenset())
    if setting.plain:
        if concept in setting.plain:
            signs["plain word for it"] = 1.0
        else:
            related = not setting.plain.isdisjoint(family)
            signs["plain word of family" if related else "plain word of other family"] = 1.0
    if len(setting.found.wares) > 1:
        _add_others(signs, hit, setting, family)
    if not setting.marked and concept in families.everyday and concept not in setting.plain:
        signs["everyday goods without a mark"] = 1.0


def _add_others(signs: dict[str, float], hit: TermHit, setting: Setting, family: Collection[str]) -> None:
    """Other ambiguous words for the same goods or for such as are sold with them, and other meanings of the word."""
    word, first, last = hit
    same, near, rival = set(), set(), False
    for other in setting.found.wares:
        term, start, end = other
        if start == first and end == last:
            rival = rival or other is not hit
        elif term.ambiguous:
            if term.concept != word.concept:
                if term.concept in family:
                    near.add(term.written)
            elif term.written != word.written:
                same.add(term.written)
    if same:
        signs["other words for it"] = float(min(2, len(same)))
    if near:
        signs["other words of family"] = float(min(3, len(near)))
    if rival:
        signs["other meaning"] = 1.0
