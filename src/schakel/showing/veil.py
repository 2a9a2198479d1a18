"""Texts of messages as anybody may see them: contacts and names hidden where they stand, place for place.

Contacts are found as reading finds them, in whatever letters they are written, each time that they stand there; names are those
of the people of the workspace, and what follows words that bring in a name.
"""

import re
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher

from schakel.showing.known_names import NOBODY, KnownNames, introduced
from schakel.showing.printable import masked

Span = tuple[int, int]

# Handles, links and mail addresses; runs of seven or more digits however they are spaced; long codes (wallets, IBAN).
# A run is tried from its start only: trying it from every letter takes time that grows with its square.
_TELLING = re.compile(r"(?<!\S)\S*[@/]\S+|[@/]\S+|\d(?:[\s().+-]{0,2}\d){6,}|\w{16,}")
_SLOT = re.compile(r"<(?:contact|price|place|\.\.\.)>")
_HIDDEN = "•"


def veiled(text: str, known: KnownNames = NOBODY, contacts: Iterable[Span] = ()) -> str:
    """The text with everything that looks like a name, a number to call or an address hidden, and the places `contacts`.

    A letter for a letter, so that places in the text stay what they are. Of contacts the first two letters are left.
    """
    from schakel.reading.selectors.find import places_of_contacts  # noqa: PLC0415 - most commands show no text

    spans = [match.span() for match in _TELLING.finditer(text)]
    spans += [*places_of_contacts([text])[0], *contacts]
    names = [one for one in (*known.places(text), *introduced(text)) if not _touches(one, spans)]
    return _with_slots(masked(masked(text, spans), names, left=0), text)


def telling_hidden(text: str) -> str:
    """A sentence of the program with what by its form alone is a handle, a number to call or an address hidden.

    Sentences quote names and contacts in known places only, which are hidden as such (`details_hidden.toml`); a page has thousands.
    """
    return masked(text, [match.span() for match in _TELLING.finditer(text)])


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
