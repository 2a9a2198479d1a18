"""What the words around a name say: is it a place here, or an ordinary word, a surname, a product?"""

import re
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from schakel.reading.folding.plain_text import PlainText
from schakel.reading.language import detect_language, listed_words
from schakel.reading.places.gazetteer import (
    ATTRIBUTE,
    CAPITAL,
    CAPITALS,
    CODE,
    CONTEXT,
    OWN,
    STREET,
    SURE,
    Entry,
    place_contexts,
)

_SENTENCE_START = re.compile(r"(?:^|[.!?\n:]\s*|[^\w\s,;()/'\"-]\s*)$")
_HEADING = re.compile(r"\s*(?:[:/,|+&)!.\n]|$)")
_SURNAME = re.compile(r" [A-Z][a-z]")
_FIRST_NAME = re.compile(r"(?<!\w)([A-Z][a-zé]+|[A-Z]\.) van $")
_CUT_BEFORE = re.compile(r"[,(/|·•&] ?$")
_CUT_AFTER = re.compile(r" ?(?:[,)/|·•&;\n]|\.(?!\w)|$)")
_TURKISH_SUFFIX = re.compile(r"['’](?:[dt][ae]n?|[yn]?[aeiuı]|[nys]?[iuı]n)(?!\w)")
_NO_PREPOSITION = {
    "en": ("nl", "en", "de", "und"),
    "a": ("en", "nl", "de", "und"),
    "by": ("nl",),
    "on": ("nl",),
}
_CODE_LANGUAGES = frozenset({"nl", "und"})
_CODE_LANGUAGES_NEAR = frozenset({"nl", "und", "en", "de"})  # after "in", "from", "nach"...
_CAPITAL_VAN = re.compile(r"\w,? Van $")
NEAR = 28  # characters: the longest announcing phrase is "bezorgen in de buurt van"


class Hit(NamedTuple):
    """A name of the list where it stands in the folded text."""

    entry: Entry
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class PlacePatterns:
    """What may stand before, after or between names of places, one pattern each."""

    strong: re.Pattern[str]
    weak: re.Pattern[str]
    weak_after: re.Pattern[str]
    after: re.Pattern[str]
    veto_next: re.Pattern[str]
    veto_previous: re.Pattern[str]
    attribute_of: re.Pattern[str]
    joint: re.Pattern[str]
    number_before: re.Pattern[str]
    number_after: re.Pattern[str]


@dataclass(slots=True)
class _Page:
    """The text at hand, with what is asked of it more than once."""

    text: PlainText
    shouted: bool
    _language: str = ""

    @property
    def language(self) -> str:
        """The language of the text, asked for once."""
        if not self._language:
            self._language = detect_language(self.text.original)[0]
        return self._language

    def original(self, hit: Hit) -> str:
        """The name as written."""
        return self.text.original[self.text.origin[hit.start] : self.text.origin[hit.end - 1] + 1]


def judge(text: PlainText, hits: list[Hit], language: str = "") -> list[Hit]:
    """The names that are places here; doubtful ones are tried again beside those already accepted."""
    page = _Page(text, text.original.isupper(), language)
    hits = [hit for hit in sorted(hits, key=lambda hit: hit.start) if not _vetoed(page, hit)]
    accepted = [_stands_alone(page, hit) for hit in hits]
    if all(accepted):
        return hits
    forward = range(1, len(hits))
    backward = range(len(hits) - 2, -1, -1)
    for order, step in ((forward, -1), (backward, 1)):
        for i in order:
            beside = accepted[i + step] and hits[i].entry.needs != CAPITALS  # "Grenoble, la poudreuse"
            accepted[i] = accepted[i] or (beside and _joined(page, hits[i], hits[i + step]))
    return [hit for hit, sure in zip(hits, accepted, strict=True) if sure]


def _vetoed(page: _Page, hit: Hit) -> bool:
    patterns, plain = place_patterns(), page.text.plain
    before = plain[max(0, hit.start - NEAR) : hit.start]
    vetoed = (
        (before.endswith("van ") and _is_surname(page, hit))
        or patterns.veto_next.match(plain, hit.end)
        or patterns.veto_previous.search(before)
    )
    # (asked last: it takes longer than all of these, and hardly any name is vetoed)
    return bool(vetoed) and patterns.strong.search(before) is None


def _is_surname(page: _Page, hit: Hit) -> bool:
    """Whether "van" and the name follow a first name, or "Van" has a capital inside a sentence."""
    text = page.text
    start = text.origin[max(0, hit.start - NEAR)]
    before = text.original[start : text.origin[hit.start]]
    first = _FIRST_NAME.search(before)
    return bool(_CAPITAL_VAN.search(before)) or (first is not None and first[1].lower() not in listed_words())


def _stands_alone(page: _Page, hit: Hit) -> bool:  # noqa: PLR0911 -- one need a line
    """Whether the name is a place by itself or by the words around it."""
    needs = hit.entry.needs
    if needs == SURE:
        return True
    patterns, plain = place_patterns(), page.text.plain
    before = plain[max(0, hit.start - NEAR) : hit.start]
    if needs == ATTRIBUTE:
        return _is_attribute(page, hit)
    if needs == CAPITALS:
        return page.original(hit).isupper() and not page.shouted and _is_spoken(page, hit.entry)
    if needs == OWN and _is_spoken(page, hit.entry):
        return False
    if patterns.strong.search(before) or patterns.after.match(plain, hit.end):
        return True
    near = _is_near(page, hit, before)
    if needs == CODE:
        return _is_code(page, hit, near)
    if _is_district(page, hit):
        return True
    return not _hyphenated(plain, hit) and _is_name(page, hit, before, near)


def _is_attribute(page: _Page, hit: Hit) -> bool:
    """Whether "Hamburger" stands before an area, people or a way to reach them, in German text: "Leipziger Umland"."""
    spoken = page.original(hit)[0].isupper() and _is_spoken(page, hit.entry)
    return spoken and bool(place_patterns().attribute_of.match(page.text.plain, hit.end))


def _is_near(page: _Page, hit: Hit, before: str) -> bool:
    """Whether a preposition or the like stands beside the name; "en" and "a" are prepositions in some languages."""
    patterns = place_patterns()
    word = patterns.weak.search(before)
    if word:
        elsewhere = _NO_PREPOSITION.get(word.group().strip(" #"))
        if not elsewhere or page.language not in elsewhere:
            return True
    return bool(patterns.weak_after.match(page.text.plain, hit.end))


def _is_code(page: _Page, hit: Hit, near: bool) -> bool:
    """Whether digits are an area code by the language of the text; Dutch codes of four digits are too many."""
    length, languages = hit.end - hit.start, hit.entry.languages
    if "nl" in languages:
        return length == 3 and page.language in (_CODE_LANGUAGES_NEAR if near else _CODE_LANGUAGES)
    return page.language in languages


def town_of_code(text: PlainText, entries: tuple[Entry, ...]) -> Entry:
    """The town of an area code that several countries have: that of the text's language, else the first."""
    if len(entries) > 1:
        language = detect_language(text.original)[0]
        for entry in entries:
            if language in entry.languages:
                return entry
    return entries[0]


def _is_spoken(page: _Page, entry: Entry) -> bool:
    """Whether the text is in a language of the name, or too short to tell."""
    return not entry.languages or page.language == "und" or page.language in entry.languages


def _is_name(page: _Page, hit: Hit, before: str, near: bool) -> bool:  # noqa: PLR0911 -- one ground a line
    """Whether an ambiguous word is written as a name: by capital, language and its place in the sentence."""
    needs, text = hit.entry.needs, page.text
    if needs == STREET:
        surname = _SURNAME.match(text.original, text.origin[hit.end - 1] + 1)
        return not surname and _is_spoken(page, hit.entry)
    if page.shouted:
        return False
    if not page.original(hit)[0].isupper():
        if needs == CAPITAL and _is_cut_off(text.plain, hit):
            return True
        return needs != OWN and near and not _is_spoken(page, hit.entry)
    if near or _TURKISH_SUFFIX.match(text.plain, hit.end) or _is_cut_off(text.plain, hit):
        return True
    if needs == CAPITAL and hit.entry.languages and not _is_spoken(page, hit.entry):
        return True  # no word of this language
    alone = not _SENTENCE_START.search(before) or bool(_HEADING.match(text.plain, hit.end))
    return alone and (needs == CAPITAL or not _is_spoken(page, hit.entry))


def _is_cut_off(plain: str, hit: Hit) -> bool:
    """Whether the name stands alone between commas, brackets or other signs, not at the start of a sentence."""
    return bool(
        _CUT_BEFORE.search(plain[max(0, hit.start - 2) : hit.start]) and _CUT_AFTER.match(plain, hit.end)
    )


def _hyphenated(plain: str, hit: Hit) -> bool:
    """Whether the name is half of a longer one: Oost-Azië."""
    return plain[hit.end : hit.end + 1] == "-" and plain[hit.end + 1 : hit.end + 2].isalpha()


def _is_district(page: _Page, hit: Hit) -> bool:
    """Whether a German town is named with a part of it: Hagen-Haspe."""
    if page.text.plain[hit.end : hit.end + 1] != "-" or page.language != "de":
        return False
    behind = page.text.original[page.text.origin[hit.end - 1] + 2 :][:2]
    return page.original(hit)[0].isupper() and behind[:1].isupper() and behind[1:].islower()


def _joined(page: _Page, hit: Hit, other: Hit) -> bool:
    """Whether only a sign of a list stands between the name and its neighbour, which is a place."""
    plain = page.text.plain
    between = plain[other.end : hit.start] if other.end <= hit.start else plain[hit.end : other.start]
    patterns = place_patterns()
    if len(between) > 5 or not patterns.joint.fullmatch(between) or hit.entry.needs == OWN:
        return False
    if _CUT_AFTER.match(plain, hit.end) and patterns.strong.search(
        plain, max(0, other.start - NEAR), other.start
    ):
        return True  # "bezorgd in vlissingen en goes"
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
        weak_after=re.compile(rf"[ -](?:{any_of('weak_after')})(?!\w)"),
        after=re.compile(rf"[ ,(]*(?:{any_of('after')})(?!\w)"),
        veto_next=re.compile(rf" (?:{any_of('veto_next')})(?!\w)"),
        veto_previous=re.compile(rf"(?<!\w)(?:{any_of('veto_previous')})\s+$"),
        attribute_of=re.compile(
            rf" (?:{any_of('attribute_of')})(?!\w)| \w*(?:{any_of('attribute_of_ending')})(?!\w)"
        ),
        joint=re.compile(rf"\s*(?:{any_of('list_joints')})\s*"),
        number_before=re.compile(rf"(?<!\w)(?:{any_of('number_before')})\s*$"),
        number_after=re.compile(rf"\s*(?:{any_of('number_after')})(?!\w)"),
    )
