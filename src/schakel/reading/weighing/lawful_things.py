"""Lawful things whose names hold a word for drugs or weapons: "XTC-test", "grinder voor wiet", "pistolet à colle".

The words are in `lexicons/lawful_things.toml`. Who sells the drug itself gives an amount of it in grams or how pure it is
("coke getest 90% puur", "gratis grinder bij 10g wiet"), or names it apart from the thing ("wiet + vloei").
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from schakel.reading.terms.term_search import TermHit
from schakel.reading.weighing.weights import load_families

KIND = "lawful"
_WHOLE, _TEST, _BARE_TEST, _TOOL, _NAMED_AFTER, _BAKERY, _DRINK = (
    "whole",
    "drug-test",
    "bare-test",
    "tool",
    "named-after",
    "bakery",
    "drink",
)
_TO_USE = r"(?:voor|for|fur|pour|para|pa|a|для|под|icin)"  # "a bowl of weed" is weed
_ON = r"(?:voor|op|van|for|of|fur|auf|von|pour|du|au|a la|para|del?|d'|для|на|от|icin)"
_ARTICLE = r"(?:(?:de|het|je|jouw|uw|the|your|die|das|den|deine?n?|la|le|les|l'|ton|ta|tes|votre|el|los|las|tu|su|твоей|вашей)\s?)"
_TOOL_BEFORE = re.compile(rf"\s{_TO_USE}\s{_ARTICLE}?")  # "grinder voor je wiet"
_TEST_BEFORE = re.compile(rf"\s{_ON}\s?{_ARTICLE}?")
_BEHIND = re.compile(r"\s?-?\s?(?:icin\s)?")  # "weed grinder", "xtc-test"
_HEADING = re.compile(r"(?:^|\n)\W*$")
_TEST_NEAR = re.compile(rf"[\s:(-]{{0,3}}(?:{_ON}\s?)?{_ARTICLE}?")
_TITLE_BEFORE = re.compile(r"[\s:'\"“”„«»(-]{1,4}(?:[^\W\d_]{1,9}\s){0,2}['\"“„«(]?")
_TITLE_BEHIND = re.compile(r"(?:\s[^\W\d_]+){0,2}[\s'\"”»)-]{1,3}")
_AND = re.compile(r"\s?(?:,|/|&|\b(?:en|and|und|et|y|и|ve|of|or|oder|ou|o|или))\s?")
_WITH = re.compile(
    r"(?:\b(?:with|by|via|in|met|door|mit|durch|avec|au|con|por|с|по|в|ile|past|passed|passes)\s+(?:(?:a|an|the|een|de|einem|un|une|le)\s+)?)$"
)
# An amount of the drug itself, and how pure it is.
_OF_DRUGS = re.compile(
    r"(?<![\w.,])(?:\d[\d.,]*\s?)?(?:g|gr|gram|grams|gramm|grammes?|gramos?|kilo|kg|ons|oz|mg|ug|mcg|г|гр|мг|грамм\w{0,2})(?!\w)|%|\d\s?(?:pillen|pills|pastillas|tabs|zegels|seals|trips)(?!\w)|(?<!\w)(?:puur|pure|rein|pur|pura?|чистый|saf)(?!\w)"
)
# Where one meets: "bij de bakker op de hoek" sells no bread.
_MEETING = re.compile(
    r"\b(?:bij|naast|voor|achter|at|by|near|opposite|behind|chez|devant|beim?|vor|neben|у|возле)\s(?:\w+\s)?$"
)
_BREAD = re.compile(
    r"(?:(?:witte?|bruine?|zachte|harde|verse|white|brown|boules?|bolas?|bolillos?|bollos?)\s)?(?:bolletjes?|bollen|ballen|broodjes?|rolls?|boules?|bolas?|brown|wit|bruin|balls|schnee\w*|sneeuw\w*|mohn\w*|hashas\w*|мак\w*)"
)


_ALSO_DRUGS = frozenset({"film"})  # behind the name of a medicine: "subutex film"


class _Place(NamedTuple):
    """A line, and the things on it."""

    start: int
    end: int
    things: Sequence[TermHit]


def lawful_wares(plain: str, kinds: Mapping[str, Sequence[TermHit]]) -> frozenset[TermHit]:
    """The commodity words that belong to the name of a lawful thing."""
    wares, things = kinds.get("commodity", ()), kinds.get(KIND, ())
    if not wares or not things:
        return frozenset()
    drugs = load_families().members["drugs"]
    lawful = {hit for hit in wares for one in things if one.term.concept == _WHOLE and _begins_in(hit, one)}
    for line in _lines(plain, things):
        on_line = [hit for hit in wares if line.start <= hit.start < line.end]
        tied = {hit for hit in on_line if hit.term.concept in drugs and _is_tied(plain, hit, line.things)}
        if tied and not _OF_DRUGS.search(plain, line.start, line.end):
            lawful |= _with_enumerated(plain, on_line, tied)
            lawful |= {hit for hit in on_line for one in line.things if _overlap(hit, one)}
    return frozenset(lawful | _bread(plain, wares, things))


def names_only_lawful(kinds: Mapping[str, Sequence[TermHit]], lawful: frozenset[TermHit]) -> bool:
    """Whether a text names lawful things and beside them no goods."""
    if any(hit not in lawful for hit in kinds.get("commodity", ())):
        return False
    return bool(lawful) or any(one.term.concept in (_WHOLE, _TEST) for one in kinds.get(KIND, ()))


def _lines(plain: str, things: Iterable[TermHit]) -> list[_Place]:
    by_line: dict[int, list[TermHit]] = {}
    for one in things:
        by_line.setdefault(plain.rfind("\n", 0, one.start) + 1, []).append(one)
    ends = {start: plain.find("\n", start) for start in by_line}
    return [_Place(at, ends[at] if ends[at] >= 0 else len(plain), some) for at, some in by_line.items()]


def _is_tied(plain: str, hit: TermHit, things: Sequence[TermHit]) -> bool:
    return any(_TIES[one.term.concept](plain, hit, one) for one in things if one.term.concept in _TIES)


def _tied_to_tool(plain: str, hit: TermHit, tool: TermHit) -> bool:
    if _overlap(hit, tool):
        return False
    return _is_beside(plain, hit, tool, _TOOL_BEFORE)


def _tied_to_test(plain: str, hit: TermHit, test: TermHit) -> bool:
    """Whether a drug is named near what tests for drugs, unless it was only tested with that."""
    if _WITH.search(plain, max(0, test.start - 16), test.start):
        return False
    first, second = sorted([hit, test], key=lambda one: one.start)
    return first.end <= second.start and _TEST_NEAR.fullmatch(plain, first.end, second.start) is not None


def _tied_to_bare_test(plain: str, hit: TermHit, test: TermHit) -> bool:
    # "pharma test e 250" is testosterone.
    if hit.term.ambiguous or hit.term.concept == "steroids" or _overlap(hit, test):
        return False
    return _is_beside(plain, hit, test, _TEST_BEFORE)


def _is_beside(plain: str, hit: TermHit, thing: TermHit, link: re.Pattern[str]) -> bool:
    """Whether a thing is for the goods, is tied to their name, or begins its line right before them ("test cocaïne 5€")."""
    if hit.end <= thing.start:
        return _BEHIND.fullmatch(plain, hit.end, thing.start) is not None
    if link.fullmatch(plain, thing.end, hit.start):
        return True
    return plain[thing.end : hit.start] == " " and _HEADING.search(plain, 0, thing.start) is not None


def _tied_to_title(plain: str, hit: TermHit, bearer: TermHit) -> bool:
    """Whether the plain name of a drug is in a title: "donker t-shirt, wit petje" is none."""
    if hit.term.ambiguous:
        return False
    if bearer.end <= hit.start:
        return _TITLE_BEFORE.fullmatch(plain, bearer.end, hit.start) is not None
    if bearer.term.written in _ALSO_DRUGS:
        return False
    return hit.end <= bearer.start and _TITLE_BEHIND.fullmatch(plain, hit.end, bearer.start) is not None


_TIES = {
    _DRINK: lambda _, hit, drink: _overlap(hit, drink),
    _TOOL: _tied_to_tool,
    _TEST: _tied_to_test,
    _BARE_TEST: _tied_to_bare_test,
    _NAMED_AFTER: _tied_to_title,
}


def _with_enumerated(plain: str, wares: Sequence[TermHit], tied: set[TermHit]) -> set[TermHit]:
    """The tied words with those that are enumerated behind them: "grinder voor wiet en hasj"."""
    for hit in sorted(wares, key=lambda one: one.start):
        if any(_AND.fullmatch(plain, one.end, hit.start) for one in tied if one.end <= hit.start):
            tied.add(hit)
    return tied


def _bread(plain: str, wares: Sequence[TermHit], things: Sequence[TermHit]) -> set[TermHit]:
    """The words that name bread at a baker's, if nothing else is named."""
    bakers = [one for one in things if one.term.concept == _BAKERY]
    met = any(_MEETING.search(plain, max(0, one.start - 24), one.start) for one in bakers)
    if not bakers or met or _OF_DRUGS.search(plain):
        return set()
    bread = {hit for hit in wares if _BREAD.fullmatch(plain, hit.start, hit.end)}
    return bread if len(bread) == len(set(wares)) else set()


def _begins_in(hit: TermHit, thing: TermHit) -> bool:
    """Whether a word is part of the name of a thing: "pepper spray" is none of a spray pistol."""
    return thing.start <= hit.start < thing.end


def _overlap(first: TermHit, second: TermHit) -> bool:
    return first.start < second.end and second.start < first.end
