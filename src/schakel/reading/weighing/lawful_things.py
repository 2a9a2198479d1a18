"""Lawful things whose names hold a word for drugs or weapons: "XTC-test", "grinder voor wiet", "pistolet à colle".

The things are in `lexicons/lawful_things.toml`, the words around them in `lexicons/lawful_frames.toml`. Who sells the drug
itself gives an amount of it in grams or how pure it is ("coke getest 90% puur", "gratis grinder bij 10g wiet"), or names
it apart from the thing ("wiet + vloei").
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from schakel.reading.terms.term_search import TermHit
from schakel.reading.weighing.weights import load_families
from schakel.reading.word_data import data_file

KIND = "lawful"
_WHOLE, _TEST, _BARE_TEST, _TOOL, _NAMED_AFTER, _BAKERY, _DRINK, _HOME, _VERB = (
    "whole",
    "drug-test",
    "bare-test",
    "tool",
    "named-after",
    "bakery",
    "drink",
    "home",
    "verb",
)
_LIMITS = data_file("lawful_frames.toml")["limits"]
_TESTED_WITH: int = _LIMITS["tested_with"]
_NOT_OF_A_HOUSE, _NOTES = (
    ("drugs", "weapons", "fireworks"),
    "counterfeit-money",
)  # families, and what blossoms are called too
_MEETING: int = _LIMITS["meeting"]
_WORDS_BETWEEN: int = _LIMITS["words_between"]
_WORD = re.compile(r"\w+")
_MONEY = "|".join(data_file("measures_written.toml")["apart"]["money"])
_PRICED_APART = re.compile(rf"\d[^\S\n]*(?:{_MONEY})?[,.;!|](?!\d)")  # "weißes 80, jacke abholen"
_HEADING = re.compile(r"(?:^|\n)\W*$")
_TITLE_BEFORE = re.compile(r"[\s:'\"“”„«»(-]{1,4}(?:[^\W\d_]{1,9}\s){0,2}['\"“„«(]?")
_TITLE_BEHIND = re.compile(r"(?:\s[^\W\d_]+){0,2}[\s'\"”»)-]{1,3}")


@dataclass(frozen=True, slots=True)
class _Frames:
    """What may stand around a thing and the word for a drug, as expressions of the words in the list."""

    tool_before: re.Pattern[str]  # "grinder voor je wiet"
    test_before: re.Pattern[str]
    behind: re.Pattern[str]  # "weed grinder", "xtc-test"
    test_near: re.Pattern[str]
    enumerated: re.Pattern[str]
    tested_with: re.Pattern[str]
    test_passed: re.Pattern[str]
    of_drugs: re.Pattern[str]  # an amount of the drug itself, and how pure it is
    meeting: re.Pattern[str]
    placed: re.Pattern[str]  # "im kleiderschrank gelagert"
    bread: re.Pattern[str]
    parted: re.Pattern[str]  # "gebe tilidin ab"
    also_drugs: frozenset[str]


@cache
def _frames() -> _Frames:
    data = data_file("lawful_frames.toml")
    one_of = {name: f"(?:{'|'.join(listed)})" for name, listed in data.items() if isinstance(listed, list)}
    article = rf"(?:{one_of['articles']}\s?)?"
    a = rf"(?:{one_of['tested_with_articles']}\s+)?"
    amount = rf"(?<![\w.,])(?:\d[\d.,]*\s?)?{one_of['weights']}(?!\w)|\d\s?{one_of['counted']}(?!\w)"
    return _Frames(
        tool_before=re.compile(rf"\s{one_of['to_use']}\s{article}"),
        test_before=re.compile(rf"\s{one_of['on']}\s?{article}"),
        behind=re.compile(rf"\s?-?\s?(?:{one_of['for_behind']}\s)?"),
        test_near=re.compile(rf"[\s:(-]{{0,3}}(?:{one_of['on']}\s?)?{article}"),
        enumerated=re.compile(rf"\s?(?:{one_of['and_signs']}|\b{one_of['and']}\s)\s?"),
        tested_with=re.compile(rf"\b{one_of['tested_with']}\s+{a}$"),
        test_passed=re.compile(rf"\s?-?\s?{one_of['test_passed']}(?!\w)"),
        of_drugs=re.compile(rf"{amount}|%|(?<!\w){one_of['pure']}(?!\w)"),
        meeting=re.compile(rf"\b{one_of['meeting']}\s(?:\w+\s)?$"),
        placed=re.compile(rf"\b{one_of['placed']}\s(?:\w+\s)?$"),
        bread=re.compile(rf"(?:{one_of['bread_is']}\s)?{one_of['bread']}"),
        parted=re.compile(rf"[^\n.!?]{{0,60}}?(?<!\w){one_of['parted']}(?!\w)"),
        also_drugs=frozenset(data["also_drugs"]),
    )


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
    lawful = {hit for hit in wares for one in things if _is_part_of(plain, hit, one)}
    for line in _lines(plain, things):
        on_line = [hit for hit in wares if line.start <= hit.start < line.end]
        tied = {hit for hit in on_line if hit.term.concept in drugs and _is_tied(plain, hit, line.things)}
        if tied and not _frames().of_drugs.search(plain, line.start, line.end):
            lawful |= _with_enumerated(plain, on_line, tied)
            lawful |= {hit for hit in on_line for one in line.things if _overlap(hit, one)}
        lawful |= _of_a_household(plain, wares, on_line, line)
    return frozenset(lawful | _bread(plain, wares, things))


def _of_a_household(
    plain: str, wares: Sequence[TermHit], on_line: Sequence[TermHit], line: _Place
) -> set[TermHit]:
    """The words of a line that mean no goods beside a thing of the house: "weißes Hemd 15€", "1000 Teile Puzzle".

    Only where every word of the text has another meaning, nothing is weighed, and the thing stands near such a word and is
    no place to meet or to keep goods in.
    """
    if not all(hit.term.ambiguous for hit in wares):
        return set()
    homely = [one for one in line.things if one.term.concept == _HOME and not _is_place(plain, one)]
    if not any(_are_near(plain, hit, one) for one in homely for hit in on_line):
        return set()
    if _frames().of_drugs.search(plain, line.start, line.end):
        return set()
    members = load_families().members
    never = frozenset({_NOTES}).union(*(members[name] for name in _NOT_OF_A_HOUSE))
    return {hit for hit in on_line if hit.term.concept in never}


def _met_there(plain: str, thing: TermHit) -> bool:
    return _frames().meeting.search(plain, max(0, thing.start - _MEETING), thing.start) is not None


def _is_place(plain: str, thing: TermHit) -> bool:
    if _met_there(plain, thing):
        return True
    return _frames().placed.search(plain, max(0, thing.start - _MEETING), thing.start) is not None


def _are_near(plain: str, hit: TermHit, thing: TermHit) -> bool:
    """Whether a thing stands within three words of a word for goods, and no price ends what is said of the goods before it."""
    first, second = sorted([hit, thing], key=lambda one: one.start)
    if _PRICED_APART.search(plain, first.end, second.start):
        return False
    return len(_WORD.findall(plain, first.end, second.start)) <= _WORDS_BETWEEN


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
    return _is_beside(plain, hit, tool, _frames().tool_before)


def _tied_to_test(plain: str, hit: TermHit, test: TermHit) -> bool:
    """Whether a drug is named near what tests for drugs, unless it was only tested with that."""
    if _was_tested(plain, test):
        return False
    first, second = sorted([hit, test], key=lambda one: one.start)
    return (
        first.end <= second.start
        and _frames().test_near.fullmatch(plain, first.end, second.start) is not None
    )


def _was_tested(plain: str, test: TermHit) -> bool:
    """Whether something was tested with this, so that it is not what is sold: "with a reagent", "reagent tested"."""
    before = _frames().tested_with.search(plain, max(0, test.start - _TESTED_WITH), test.start)
    return (before or _frames().test_passed.match(plain, test.end)) is not None


def _tied_to_bare_test(plain: str, hit: TermHit, test: TermHit) -> bool:
    # "pharma test e 250" is testosterone.
    if hit.term.ambiguous or hit.term.concept == "steroids" or _was_tested(plain, test):
        return False
    return _is_beside(plain, hit, test, _frames().test_before)


def _is_beside(plain: str, hit: TermHit, thing: TermHit, link: re.Pattern[str]) -> bool:
    """Whether a thing is for the goods, is tied to their name, or begins its line right before them ("test cocaïne 5€")."""
    if hit.end <= thing.start:
        return _frames().behind.fullmatch(plain, hit.end, thing.start) is not None
    if link.fullmatch(plain, thing.end, hit.start):
        return True
    return plain[thing.end : hit.start] == " " and _HEADING.search(plain, 0, thing.start) is not None


def _tied_to_title(plain: str, hit: TermHit, bearer: TermHit) -> bool:
    """Whether the plain name of a drug is in a title: "donker t-shirt, wit petje" is none."""
    if hit.term.ambiguous:
        return False
    if bearer.end <= hit.start:
        return _TITLE_BEFORE.fullmatch(plain, bearer.end, hit.start) is not None
    if bearer.term.written in _frames().also_drugs:
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
        if any(
            _frames().enumerated.fullmatch(plain, one.end, hit.start) for one in tied if one.end <= hit.start
        ):
            tied.add(hit)
    return tied


def _bread(plain: str, wares: Sequence[TermHit], things: Sequence[TermHit]) -> set[TermHit]:
    """The words that name bread at a baker's, if nothing else is named."""
    bakers = [one for one in things if one.term.concept == _BAKERY]
    met = any(_met_there(plain, one) for one in bakers)
    if not bakers or met or _frames().of_drugs.search(plain):
        return set()
    bread = {hit for hit in wares if _frames().bread.fullmatch(plain, hit.start, hit.end)}
    return bread if len(bread) == len(set(wares)) else set()


def _is_part_of(plain: str, hit: TermHit, thing: TermHit) -> bool:
    """Whether a word is part of the name of a thing, or a verb: "pepper spray" is none of a spray pistol."""
    if not thing.start <= hit.start < thing.end:
        return False
    if thing.term.concept == _VERB:
        return _frames().parted.match(plain, thing.end) is not None
    return thing.term.concept == _WHOLE


def _overlap(first: TermHit, second: TermHit) -> bool:
    return first.start < second.end and second.start < first.end
