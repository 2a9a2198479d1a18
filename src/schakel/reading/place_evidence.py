"""What the words around a name say: is it a place here, or an ordinary word, a surname, a product?"""

import re
from dataclasses import dataclass
from functools import cache

from schakel.reading.gazetteer import CAPITAL, CODE, CONTEXT, STREET, SURE, Entry, place_contexts
from schakel.reading.language import detect_language, listed_words
from schakel.reading.plain_text import PlainText

_SENTENCE_START = re.compile(r"(?:^|[.!?\n:]\s*|[^\w\s,;()/'\"-]\s*)$")
_HEADING = re.compile(r"\s*(?:[:/,|+&)!.\n]|$)")
_SURNAME = re.compile(r" [A-Z][a-z]")
_FIRST_NAME = re.compile(r"(?<!\w)([A-Z][a-zé]+|[A-Z]\.) van $")
_CODE_LANGUAGES = frozenset({"nl", "und"})
_CODE_LANGUAGES_NEAR = frozenset({"nl", "und", "en", "de"})  # after "in", "from", "nach"...
_CAPITAL_VAN = re.compile(r"\w,? Van $")
NEAR = 28  # characters: the longest announcing phrase is "bezorgen in de buurt van"


@dataclass(frozen=True, slots=True)
class Hit:
    """A name of the list where it stands in the folded text."""

    entry: Entry
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class PlacePatterns:
    """What may stand before, after or between names of places, one pattern each."""

    strong: re.Pattern[str]
    weak: re.Pattern[str]
    after: re.Pattern[str]
    veto_next: re.Pattern[str]
    veto_previous: re.Pattern[str]
    joint: re.Pattern[str]
    number_before: re.Pattern[str]
    number_after: re.Pattern[str]


@dataclass(slots=True)
class _Page:
    """The text at hand, with what is asked of it more than once."""

    text: PlainText
    shouted: bool
    language: str = ""


def judge(text: PlainText, hits: list[Hit]) -> list[Hit]:
    """The names that are places here; doubtful ones are tried again beside those already accepted."""
    page = _Page(text, shouted=text.original.isupper())
    hits = [hit for hit in sorted(hits, key=lambda hit: hit.start) if not _vetoed(page, hit)]
    accepted = [_stands_alone(page, hit) for hit in hits]
    if all(accepted):
        return hits
    forward = range(1, len(hits))
    backward = range(len(hits) - 2, -1, -1)
    for order, step in ((forward, -1), (backward, 1)):
        for i in order:
            accepted[i] = accepted[i] or (accepted[i + step] and _joined(page, hits[i], hits[i + step]))
    return [hit for hit, sure in zip(hits, accepted, strict=True) if sure]


def _vetoed(page: _Page, hit: Hit) -> bool:
    patterns, plain = place_patterns(), page.text.plain
    before = plain[max(0, hit.start - NEAR) : hit.start]
    if patterns.strong.search(before):
        return False
    if before.endswith("van ") and _is_surname(page, hit):
        return True
    return bool(patterns.veto_next.match(plain, hit.end) or patterns.veto_previous.search(before))


def _is_surname(page: _Page, hit: Hit) -> bool:
    """Whether "van" and the name follow a first name, or "Van" has a capital inside a sentence."""
    text = page.text
    start = text.origin[max(0, hit.start - NEAR)]
    before = text.original[start : text.origin[hit.start]]
    first = _FIRST_NAME.search(before)
    return bool(_CAPITAL_VAN.search(before)) or (first is not None and first[1].lower() not in listed_words())


def _stands_alone(page: _Page, hit: Hit) -> bool:
    """Whether the name is a place by itself or by the words around it."""
    needs = hit.entry.needs
    if needs == SURE:
        return True
    patterns, plain = place_patterns(), page.text.plain
    before = plain[max(0, hit.start - NEAR) : hit.start]
    if patterns.strong.search(before) or patterns.after.match(plain, hit.end):
        return True
    near = bool(patterns.weak.search(before))
    if needs == CODE:
        return hit.end - hit.start == 3 and _language(page) in (
            _CODE_LANGUAGES_NEAR if near else _CODE_LANGUAGES
        )
    return not _hyphenated(plain, hit) and _is_name(page, hit, before, near)


def _is_name(page: _Page, hit: Hit, before: str, near: bool) -> bool:
    """Whether an ambiguous word is written as a name: by capital, language and its place in the sentence."""
    needs, text = hit.entry.needs, page.text
    if needs == STREET:
        return _language(page) in {"nl", "und"} and not _SURNAME.match(
            text.original, text.origin[hit.end - 1] + 1
        )
    if page.shouted or not text.original[text.origin[hit.start]].isupper():
        return False
    alone = not _SENTENCE_START.search(before) or bool(_HEADING.match(text.plain, hit.end))
    return near or (needs == CAPITAL and alone)


def _hyphenated(plain: str, hit: Hit) -> bool:
    """Whether the name is half of a longer one: Oost-Azië."""
    return plain[hit.end : hit.end + 1] == "-" and plain[hit.end + 1 : hit.end + 2].isalpha()


def _language(page: _Page) -> str:
    if not page.language:
        page.language = detect_language(page.text.original)[0]
    return page.language


def _joined(page: _Page, hit: Hit, other: Hit) -> bool:
    """Whether only a sign of a list stands between the name and its neighbour, which is a place."""
    plain = page.text.plain
    between = plain[other.end : hit.start] if other.end <= hit.start else plain[hit.end : other.start]
    if len(between) > 5 or not place_patterns().joint.fullmatch(between):
        return False
    capital = page.text.original[page.text.origin[hit.start]].isupper()
    return capital or hit.entry.needs != CONTEXT or between.strip() in "/|+&\\"


@cache
def place_patterns() -> PlacePatterns:
    """The words of the list of contexts, ready for matching in a folded text."""
    words = place_contexts()

    def any_of(key: str) -> str:
        return "|".join(sorted(map(re.escape, words[key]), key=lambda word: (-len(word), word)))

    return PlacePatterns(
        strong=re.compile(rf"(?:(?<!\w)(?:{any_of('strong_before')}))[\s:=#-]*$"),
        weak=re.compile(rf"(?<!\w)(?:{any_of('weak_before')})[ #]+$"),
        after=re.compile(rf"[ ,(]*(?:{any_of('after')})(?!\w)"),
        veto_next=re.compile(rf" (?:{any_of('veto_next')})(?!\w)"),
        veto_previous=re.compile(rf"(?<!\w)(?:{any_of('veto_previous')})\s+$"),
        joint=re.compile(rf"\s*(?:{any_of('list_joints')})\s*"),
        number_before=re.compile(rf"(?<!\w)(?:{any_of('number_before')})\s*$"),
        number_after=re.compile(rf"\s*(?:{any_of('number_after')})(?!\w)"),
    )
