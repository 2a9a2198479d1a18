"""Texts of messages as anybody may see them: contacts and names hidden where they stand, place for place.

Contacts are found as reading finds them, in whatever letters they are written, each time that they stand there; names are those
of the people of the workspace, and what follows words that bring in a name.
"""

import re
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from functools import cache
from importlib.resources import files
from tomllib import loads

from schakel.showing.known_names import NOBODY, KnownNames, introduced
from schakel.showing.printable import masked

Span = tuple[int, int]

# Handles, links and mail addresses; runs of seven or more digits however they are spaced; long codes (wallets, IBAN).
# A run is tried from its start only: trying it from every letter takes time that grows with its square.
_NUMBER = re.compile(r"\d(?:[\s().+-]{0,2}\d){6,}")
_TELLING = re.compile(rf"(?<!\S)\S*[@/]\S+|[@/]\S+|{_NUMBER.pattern}|\w{{16,}}")
_SLOT = re.compile(r"<(?:contact|price|place|\.\.\.)>")
_HIDDEN = "•"
# "24/7", "1/50", "€45/g"; seven digits and more may be a number to call, however they are cut up.
_SMALL_NUMBER = re.compile(r"[€$£]?(?P<digits>\d{1,4})(?:[.,]\d{1,2})?[€$£]?(?P<unit>[^\W\d_]{0,5})")
_OF_A_COUNTRY = re.compile(r"(?<!\d)[0+]\d*(?:[\s().+/-]{0,2}\d){6,}")  # "0475/12 34 56"
_MOST_DIGITS = 6
_DAY_MONTH_YEAR, _DAYS = 3, 31
_ENDS = "()[]*_!?.,;:~-–—\"'"


def veiled(text: str, known: KnownNames = NOBODY, contacts: Iterable[Span] = ()) -> str:
    """The text with everything that looks like a name, a number to call or an address hidden, and the places `contacts`.

    A letter for a letter, so that places in the text stay what they are. Of contacts the first two letters are left.
    """
    return veiled_each([text], known, [contacts])[0]


def veiled_each(texts: Sequence[str], known: KnownNames, contacts: Sequence[Iterable[Span]]) -> list[str]:
    """Many texts so, each with its contacts: an export hides hundreds of thousands, which together take half the time."""
    from schakel.reading.selectors.find import places_of_contacts  # noqa: PLC0415 - most commands show no text

    return list(map(_hidden, texts, places_of_contacts(texts), contacts, known.places_each(texts)))


def _hidden(text: str, found: Iterable[Span], contacts: Iterable[Span], people: Iterable[Span]) -> str:
    spans = [*_telling(text), *found, *contacts]
    names = [one for one in (*people, *introduced(text)) if not _touches(one, spans)]
    return _with_slots(masked(masked(text, spans), names, left=0), text)


def _telling(text: str) -> list[Span]:
    found = [match.span() for match in _TELLING.finditer(text)]
    if "/" not in text:
        return found
    # A number to call may begin in a word with a slash, or end there: "06/12 34 56 78", "06 12/34 56/78".
    numbers = [match.span() for search in (_NUMBER, _OF_A_COUNTRY) for match in search.finditer(text)]
    return [span for span in found if not _names_nobody(text[slice(*span)])] + numbers


def _names_nobody(word: str) -> bool:
    """Whether a word with a slash is one of everyday: "24/7", "bel/app", "45€/g"."""
    if "/" not in word or "@" in word or sum(sign.isdigit() for sign in word) > _MOST_DIGITS:
        return False
    parts = word.strip(_ENDS).lower().split("/")
    return all(map(_is_everyday, parts)) and not _is_a_day(parts)


def _is_everyday(part: str) -> bool:
    words, units = _beside_slash()
    if number := _SMALL_NUMBER.fullmatch(part):
        leads = number["digits"].startswith("0") and len(number["digits"]) > 1  # "06/", "12/03"
        return not leads and (number["unit"] in units or not number["unit"])
    return part in words or part in units


def _is_a_day(parts: Sequence[str]) -> bool:
    """Cases such as "12/3/90": a day on which somebody may have been born."""
    return len(parts) == _DAY_MONTH_YEAR and all(map(str.isdigit, parts)) and int(parts[2]) > _DAYS


@cache
def _beside_slash() -> tuple[frozenset[str], frozenset[str]]:
    lists = loads((files("schakel.showing") / "beside_slash.toml").read_text(encoding="utf-8"))
    return frozenset(lists["words"]), frozenset(lists["units"])


def telling_hidden(text: str) -> str:
    """A sentence of the program with what by its form alone is a handle, a number to call or an address hidden.

    Sentences quote names and contacts in known places only, which are hidden as such (`details_hidden.toml`); a page has thousands.
    """
    return masked(text, _telling(text))


def template_veiled(template: str, text: str, known: KnownNames = NOBODY) -> str:
    """A template hidden as one of its texts is: a contact of which copies differ in a part is no longer read in the template."""
    hidden, words = veiled(template, known), text.split()
    seen, own = veiled(text, known).split(), template.split(" ")
    matcher = SequenceMatcher(None, [word.lower() for word in own], [word.lower() for word in words], False)
    kept = hidden.split(" ")
    for block in matcher.get_matching_blocks():
        for step in range(block.size):
            at = block.a + step
            kept[at] = _both(kept[at], seen[block.b + step])
    return " ".join(kept)


def _touches(one: Span, spans: Iterable[Span]) -> bool:
    return any(one[0] < stop and start < one[1] for start, stop in spans)


def _both(one: str, other: str) -> str:
    """A word hidden wherever either hides it."""
    if len(one) != len(other):
        return one
    return "".join(_HIDDEN if _HIDDEN in pair else pair[0] for pair in zip(one, other, strict=True))


def _with_slots(hidden: str, text: str) -> str:
    """The slots of a template as they are: they name nobody."""
    if "<" not in text:
        return hidden
    letters: Sequence[str] = list(hidden)
    for slot in _SLOT.finditer(text):
        letters = [*letters[: slot.start()], *slot.group(), *letters[slot.end() :]]
    return "".join(letters)
