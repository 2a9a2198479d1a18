"""What is said of somebody named in a text that holds nothing else: "vraag Gouden Mo", "dank Gouden Mo weer", "Gouden Mo is een oplichter".

Anybody may be thanked and praised so, and only a trader's kind of name tells by itself (an @name, one with a picture, a number or a capital inside);
beside any other name such praise weighs so little that the context must tell who is meant (`lexicons/told_of_names.toml`).
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from schakel.reading.folding.needed_letters import NeededLetters
from schakel.reading.folding.plain_text import PlainText, plain_text
from schakel.reading.weighing.found import Found
from schakel.reading.weighing.reports import with_parts
from schakel.reading.weighing.weights import ACTS
from schakel.reading.word_data import data_file

ASKED, KEPT = "somebody named whom others may ask", "a keeper's note of a name"
PRAISED, MAYBE_PRAISED = "a seller's name praised, no other word", "a name praised, no other word"
LIKED = "a name well spoken of, no other word"
CHEATS = "a name said to cheat, no other word"
BLAMED, MAYBE_BLAMED = "a seller's name blamed, no other word", "a name blamed, no other word"
# As good as listed words.
PRAISING, WARNING = (PRAISED, MAYBE_PRAISED, LIKED), (CHEATS, BLAMED, MAYBE_BLAMED)
_SIGNS = {
    "asked": (ASKED, ASKED),
    "kept": (KEPT, KEPT),
    "praise": (PRAISED, MAYBE_PRAISED),
    "liked": (PRAISED, LIKED),
    "cheat": (CHEATS, CHEATS),
    "ill": (BLAMED, MAYBE_BLAMED),
}
_TOLD, _NO_ACTS = frozenset({*PRAISING, *WARNING}), frozenset({ASKED, KEPT})
_ALL, _OF_SOMEBODY = _TOLD | _NO_ACTS, frozenset({"vouch", "warning"})
_OF_OTHERS = frozenset({MAYBE_PRAISED, MAYBE_BLAMED})
# What is left as its other words are read: they were weighed with everybody's talk.
_DOUBTED = frozenset({LIKED})
_ARTICLES = frozenset[str](data_file("told_of_names.toml")["before_names"]["articles"])
LONGEST = 70  # characters
_NAME = r"((?:@\w{2,32}|[^\W\d_][\w'’.-]*(?:[ _]\w[\w-]*)??)(?: ?[^\w\s,.!?:;@'’()/-]+)?)"
# The letters of the forms, as most texts write them: enough to tell which text is folded and looked at.
_QUICK = str.maketrans("áàâäãåéèêëíìîïıóòôöõúùûüçñğşйё", "aaaaaaeeeeiiiiiooooouuuucngsие")
_EDGES = re.compile(r"^[^\w@]+|[^\w%€£$₺₽]+$")
_WORD = re.compile(r"[^\W_]{2,}")  # "nan's" is nan, and so is the letter behind a first name
_OF_A_TRADER = re.compile(r"^@|[^\W\d_]{3}.*[\d_]|[\d_].*[^\W\d_]{3}|[^\w\s'’.-]|[a-zа-я][A-ZА-Я]")


def told_of_names(found: Found) -> Iterator[str]:
    """The sign of the first form that a short text of one line has from end to end, if it names somebody."""
    sign = _sign(found.text)
    if sign and (sign not in _DOUBTED or "act" not in found.kinds):
        yield sign


def may_be_told(texts: Sequence[str]) -> list[bool]:
    """Of each of many short texts whether it praises, blames or accuses somebody named, as far as its form can tell."""
    needed = _forms()[1]
    quick = [text.lower().translate(_QUICK) for text in texts]
    return [
        bool(needed.of(plain)) and _sign(plain_text(text)) in _TOLD
        for text, plain in zip(texts, quick, strict=True)
    ]


def as_told(
    odds: Sequence[Sequence[float]], signs: Iterable[Sequence[tuple[str, float, object]]]
) -> list[Sequence[float]]:
    """The odds of each text by its wording among traders, who praise and warn in such words too, within the limits of its form."""
    return [
        _within(said, next((one[0] for one in those if one[0] in _ALL), ""))
        for said, those in zip(odds, signs, strict=True)
    ]


def _within(odds: Sequence[float], sign: str) -> Sequence[float]:
    if not sign or sign in _DOUBTED:
        return odds
    limits = _data()
    if sign in _NO_ACTS:
        most = limits["most_among_traders"]
        return [min(one, most) if act in _OF_SOMEBODY else one for act, one in zip(ACTS, odds, strict=True)]
    told = "vouch" if sign in PRAISING else "warning"
    least = limits["least_of_others" if sign in _OF_OTHERS else "least_of_sellers"]
    return [max(one, least) if act == told else one for act, one in zip(ACTS, odds, strict=True)]


def _sign(text: PlainText) -> str | None:
    plain = text.plain
    if len(plain) > LONGEST or "?" in plain or "\n" in plain.strip():
        return None
    start = lead.end() if (lead := _EDGES.match(plain)) else 0
    said = _EDGES.sub("", plain)
    forms, needed = _forms()
    for number in needed.of(said):
        kind, form = forms[number]
        told = form.fullmatch(said)
        if told and (name := _name(text, told, start)) is not None:
            return _SIGNS[kind][0 if _OF_A_TRADER.search(name) else 1]
    return None


def _name(text: PlainText, told: re.Match[str], start: int) -> str | None:
    """The name as it is written; empty where the form has none, None where it is no name."""
    if not told.re.groups:
        return ""
    nobody, things = _no_names()
    words = [word for word in _WORD.findall(told.group(1)) if word not in _ARTICLES]
    if not nobody.isdisjoint(words) or (len(words) <= 1 and things.issuperset(words)):
        return None
    at, end = told.span(1)
    first, last = text.place(start + at, start + end)
    return text.original[first:last]


@cache
def _forms() -> tuple[Sequence[tuple[str, re.Pattern[str]]], NeededLetters]:
    """Every form with its kind, those of a kind together; and which of them a text could hold."""
    data = _data()
    forms = [
        (kind, re.compile(with_parts(form).replace("{name}", _NAME)))
        for kind in _SIGNS
        for form in data[kind]
    ]
    return forms, NeededLetters(form for _, form in forms)


@cache
def _no_names() -> tuple[frozenset[str], frozenset[str]]:
    """Words that are in no name, and those that are none by themselves."""
    return frozenset(_data()["nobody"].split()), frozenset(_data()["things"].split())


@cache
def _data() -> Mapping[str, Any]:
    return data_file("told_of_names.toml")
