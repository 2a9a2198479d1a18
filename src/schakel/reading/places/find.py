"""Places named in a text: towns, regions, street names for towns, telephone area codes.

| written | read as |
|---|---|
| Groningen, den bosch, A'dam, Rdam, Köln, в Москве | the place |
| Made, Best, Goes (also ordinary words) | the place if a word announces it ("regio", "bezorging in") or stands after it ("en omgeving"), or if it stands with a capital after "in", "uit"..., or beside a sure place in a list |
| Leiden, Houten (rarely ordinary words) | also with a capital inside a sentence |
| Adam, Tilly (also names of persons) | in Dutch text, or with such company |
| 020, 050 | the town of that area code, unless it is an amount, a price or part of a number |
| 0475 (four digits) | only if a word announces it or in a list of places |
| @plug050, 020_wiet | the area code at the start or end of a username |
| @weed_ffm, @izmirplug | the town at the start or end of a username, where the text names no other |

The place is not read when its name belongs to something else ("Gouda kaas", "Amsterdam haze") or stands
inside a link or an address. Each place is given once, where it is first named.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence, Set
from typing import NamedTuple

from schakel.reading.folding.plain_text import PlainText
from schakel.reading.places.gazetteer import OWN, SURE, Entry, Gazetteer, load_gazetteer, place_contexts
from schakel.reading.places.place_evidence import NEAR, Hit, judge, place_patterns, town_of_code
from schakel.reading.remembered import Remembered
from schakel.reading.selectors.find import Selector

_CODE = re.compile(r"(?<![\w.,@:)])0\d{2,4}(?!\w)(?![.,:]?\d)")
_MORE_DIGITS = re.compile(r"[ \-]{1,3}\d{5,}|-\d{4}|[ \-]{1,3}[1-9]\d\d[ \-]\d\d")
_USERNAME_CODE = re.compile(r"(?<!\d)(0\d\d)(?:$|(?=\D))")
_BETWEEN_PIECES = re.compile(r"[\W\d_]+")
_SHORTEST_PIECE, _SHORTEST_GLUED = (
    3,
    4,
)  # letters of a town's name in a username, and where a word is written onto it
_SITE = re.compile(r"\.(?:nl|com|be|de|net|org|eu|info|fr|ru|uk|es)\b")
_WORD = re.compile(r"\w+")
_DIGIT_INSIDE = re.compile(
    r"[0-9](?<=[a-z][0-9])[0-9]*[a-z]"
)  # it begins with the digit: few texts have many
_DIGIT_WORD = re.compile(r"(?<![\w@./])(?=[0-9]{0,2}[a-z]*[0-9]{1,2}[a-z])[a-z0-9]{5,20}(?!\w)")
_AS_LETTERS = (str.maketrans("013457", "oieast"), str.maketrans("013457", "oleast"))
_HANDLES = frozenset({"username", "snapchat", "instagram", "wickr", "signal", "wire"})


class Place(NamedTuple):
    """A place by its usual name, with GeoNames number, and for the Netherlands province and municipality.

    `start` and `end` are offsets in `PlainText.plain`.
    """

    name: str
    geonames: int | None
    province: str | None
    municipality: str | None
    start: int
    end: int


def find_places(text: PlainText, selectors: Sequence[Selector] = (), language: str = "") -> list[Place]:
    """The places named in the text in order of appearance, each once; `language` is that of the text, if known."""
    hits = _named(text, selectors)
    hits += _area_codes(text, selectors)
    if hits:
        hits = judge(text, hits, language)
    if not hits:
        hits = _in_username(text, selectors)
    places: dict[tuple[str, int | None], Place] = {}
    for hit in sorted(hits, key=lambda hit: (hit.start, hit.end)):
        entry = hit.entry
        if entry.is_region:
            continue
        place = Place(entry.name, entry.geonames, entry.province, entry.municipality, hit.start, hit.end)
        places.setdefault((entry.name, entry.geonames), place)
    return list(places.values())


def _named(text: PlainText, selectors: Sequence[Selector]) -> list[Hit]:
    """Whole words that are a name in the list; of overlapping names the longest."""
    gazetteer = load_gazetteer()
    plain = text.plain
    held = [words for words in map(_STRETCHES.__getitem__, plain.split()) if words]
    whole = list(_whole_names(plain, gazetteer, frozenset[str]().union(*held))) if held else []
    if _DIGIT_INSIDE.search(plain):
        whole += _with_digits_for_letters(plain, gazetteer)
    if not whole:
        return []
    taken = _selector_spans(text, selectors)
    hits: list[Hit] = []
    reached = 0
    for start, minus_end, entry in sorted(whole, key=lambda found: found[:2]):
        end = -minus_end
        if start < reached or _is_inside(taken, start, end) or _SITE.match(plain, end):
            continue
        reached = end
        if entry.needs != OWN or text.original[text.origin[start]].isupper():
            hits.append(Hit(entry, start, end))
    return hits


def _in_stretch(stretch: str) -> frozenset[str]:
    """The words of names of places in a stretch without spaces; most stretches hold none."""
    return load_gazetteer().words.intersection(_WORD.findall(stretch))


_STRETCHES = Remembered(_in_stretch)


def _whole_names(plain: str, gazetteer: Gazetteer, words: Set[str]) -> Iterator[tuple[int, int, Entry]]:
    """Start, minus end and place of every name that stands here: for each word the longest name with it."""
    for word in words:
        at = plain.find(word)
        while at >= 0:
            for name, offset, entry in gazetteer.by_word[word]:
                start = at - offset
                if (
                    start >= 0
                    and plain.startswith(name, start)
                    and _is_whole(plain, start, start + len(name))
                ):
                    yield start, -(start + len(name)), entry
                    break
            at = plain.find(word, at + len(word))


def _with_digits_for_letters(plain: str, gazetteer: Gazetteer) -> Iterator[tuple[int, int, Entry]]:
    """Names in which digits pass for letters: v00rburg, t1lburg."""
    for match in _DIGIT_WORD.finditer(plain):
        for table in _AS_LETTERS:
            for name, _, entry in gazetteer.by_word.get(match.group().translate(table), ()):
                if len(name) == match.end() - match.start() and entry.needs == SURE:
                    yield match.start(), -match.end(), entry
                    break


def _is_whole(plain: str, start: int, end: int) -> bool:
    if start and (plain[start - 1].isalnum() or plain[start - 1] in "_@"):
        return False
    return end == len(plain) or not (plain[end].isalnum() or plain[end] == "_")


def _selector_spans(text: PlainText, selectors: Sequence[Selector]) -> list[tuple[int, int]]:
    """Where the selectors stand, as offsets in the folded text."""
    if not selectors:
        return []
    return sorted((bisect_left(text.origin, s.start), bisect_left(text.origin, s.end)) for s in selectors)


def _is_inside(taken: list[tuple[int, int]], start: int, end: int) -> bool:
    """Whether the stretch touches one of these sorted, separate stretches."""
    after = bisect_left(taken, (end,))
    return after > 0 and taken[after - 1][1] > start


def _area_codes(text: PlainText, selectors: Sequence[Selector]) -> list[Hit]:
    if "0" not in text.plain:
        return []
    codes = load_gazetteer().codes
    found = [match for match in _CODE.finditer(text.plain) if match.group() in codes]
    if not found:
        return []
    taken = _selector_spans(text, selectors)
    return [
        Hit(town_of_code(text, codes[match.group()]), match.start(), match.end())
        for match in found
        if not _is_inside(taken, match.start(), match.end()) and not _is_number(text.plain, match)
    ]


def _is_number(plain: str, match: re.Match[str]) -> bool:
    patterns = place_patterns()
    before = plain[max(0, match.start() - NEAR) : match.start()]
    after = plain[match.end() : match.end() + NEAR]
    return bool(
        _MORE_DIGITS.match(after)
        or patterns.number_after.match(after)
        or patterns.number_before.search(before)
    )


def _in_username(text: PlainText, selectors: Sequence[Selector]) -> list[Hit]:
    """The area code or town in the one handle of a text that names no place: @plug050, @weed_ffm, @izmirplug."""
    handles = [selector for selector in selectors if selector.type in _HANDLES]
    if len({selector.value for selector in handles}) != 1:
        return []
    value, start, end = handles[0].value, handles[0].start, handles[0].end
    for match in _USERNAME_CODE.finditer(value):
        entries = load_gazetteer().codes.get(match.group(1))
        if entries and (match.start() == 0 or match.end() == len(value)):
            return [_of_username(text, town_of_code(text, entries), start, end)]
    pieces = [piece for piece in _BETWEEN_PIECES.split(value.lower()) if piece]
    towns = (_town(_without_trade(piece)) for piece in (pieces[-1:] + pieces[:1]))
    return [_of_username(text, town, start, end) for town in towns if town is not None][:1]


def _of_username(text: PlainText, entry: Entry, start: int, end: int) -> Hit:
    return Hit(entry, bisect_left(text.origin, start), bisect_left(text.origin, end))


def _without_trade(piece: str) -> str:
    """The piece of a username without the word that tells of trade: "izmirplug"."""
    for word in place_contexts()["in_usernames"]:
        if len(piece) - len(word) >= _SHORTEST_GLUED:
            piece = piece.removesuffix(word).removeprefix(word)
    return piece


def _town(piece: str) -> Entry | None:
    """The town that this is the whole name of, if it means nothing else."""
    for name, _, entry in load_gazetteer().by_word.get(piece, ()) if len(piece) >= _SHORTEST_PIECE else ():
        if name == piece and entry.needs == SURE and not entry.is_region:
            return entry
    return None
