"""What the everyday words of a text speak of: having, seeking, waiting in vain, earning, cooking..., in any language.

"Heb nog wat liggen" and "hab noch was da" share no word, but they share their senses. The lists (`lexicons/senses_*`)
give each of some 50,000 words the one that tells most in a trade chat. Beside the wording and the course they are told
for the same model (see `wording`): of 5,000 messages by new annotators, left out in turn, that raised acts told right
by their wording alone from .74 to .76.
"""

import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from tomllib import loads

from schakel.reading.folding.plain_text import plain_text
from schakel.reading.remembered import Remembered
from schakel.reading.weighing.course import Mark
from schakel.reading.weighing.found import Found

_FIRST = 0xF0000  # letters without a meaning of their own (Unicode, "Supplementary Private Use Area-A")
_FIRST_SIGN = chr(_FIRST)
_LOOK, _MOST = 1500, 150  # letters of the text, signs of the row
_SHORTEST_STEM = 3
_SENSES, _ROW = "\5", "\6"  # what stands before the senses and before their row
_FOLDED = re.compile("[a-z]*")  # most words of the lists: folding them took a third of the loading
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?|[^\w\s]")  # no word reaches over a space


def sense_row(found: Found, form: Sequence[Mark]) -> str:
    """The senses in a text, each once, then all of them in their order between the marks of its form."""
    ends = [(start, end) for start, _, end in form if end > start + 1]
    marks = _senses(found.text.plain[:_LOOK], ends)
    if form:
        marks = sorted({*marks, *[(start, sign) for start, sign, _ in form]})
    row = [sign for _, sign in marks[:_MOST]]
    told = sorted([sign for sign in set(row) if sign >= _FIRST_SIGN])
    return f" {_SENSES} {' '.join(told)} {_ROW}{''.join(row)} "


@cache
def sense_names() -> tuple[str, ...]:
    """All senses, in the order of their signs."""
    return tuple(loads(files("schakel.lexicons").joinpath("senses.toml").read_text("utf-8"))["senses"])


def sense_of(word: str) -> str:
    """The sign of the sense that a folded word has: as it stands, else by its beginning; "" if it has none."""
    words, stems = _lists()
    if word in words:
        return words[word]
    for length in range(len(word), _SHORTEST_STEM - 1, -1):
        if word[:length] in stems:
            return stems[word[:length]]
    return ""


@cache
def everyday_words() -> frozenset[str]:
    """All whole words that have a sense, folded."""
    return frozenset(_lists()[0])


def _senses(plain: str, taken: Sequence[tuple[int, int]]) -> list[tuple[int, str]]:
    """Each word that has a sense, but for those inside goods and names."""
    at = begin = 0
    senses: list[tuple[int, str]] = []
    for stretch in plain.replace("\n", " ").split(" "):
        for start, sign in _STRETCHES[stretch]:
            senses.append((begin + start, sign))
        begin += len(stretch) + 1
    if not taken:
        return senses
    free: list[tuple[int, str]] = []
    for start, sign in senses:
        while at < len(taken) and taken[at][1] <= start:
            at += 1
        if at == len(taken) or start < taken[at][0]:
            free.append((start, sign))
    return free


def _in_stretch(stretch: str) -> tuple[tuple[int, str], ...]:
    """The senses of the words in a stretch without spaces, by their places in it."""
    found = ((match.start(), sense_of(match.group())) for match in _WORD.finditer(stretch))
    return tuple((start, sign) for start, sign in found if sign)


_STRETCHES = Remembered(_in_stretch)


@cache
def _lists() -> tuple[dict[str, str], dict[str, str]]:
    """The sign of each whole word and of each beginning of words; the first list and sense that names it counts."""
    signs = {name: chr(_FIRST + at) for at, name in enumerate(sense_names())}
    words: dict[str, str] = {}
    stems: dict[str, str] = {}
    for language in ("nl", "en", "de", "fr", "es", "ru", "tr"):
        text = files("schakel.lexicons").joinpath(f"senses_{language}.toml").read_text("utf-8")
        for name, listed in loads(text)["senses"].items():
            for word in listed.split():
                bare = word.rstrip("*")
                plain = bare if _FOLDED.fullmatch(bare) else plain_text(bare).plain.strip()
                (stems if word.endswith("*") else words).setdefault(plain, signs[name])
    return words, stems
