"""A folded copy of a text for searching, with the way back to every original character."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from schakel.reading.folding.letters import FOLD, as_shown, as_written, letter_tables
from schakel.records.facts import Span

_ASCII_CONTROL = dict.fromkeys((*range(10), *range(11, 32), 127), " ") | {ord("`"): "'"}
_OTHER_SCRIPT = re.compile("[Ͱ-ӿԀ-ԯ]")
_GREEK = re.compile("[Ͱ-Ͽ]")
_FLAG_SIGNS = re.compile("[\U0001f1e6-\U0001f1ff]+")
_WORD = re.compile(r"[^\W\d_]+")
_SEPARATORS = " .-_*·|/•~,"
# Three or more single letters with the same sign between them: "c o k e", "k.e.t.a", "w-i-e-t".
_SPACED = re.compile(rf"(?<![^\W_])[^\W\d_](?:([{re.escape(_SEPARATORS)}])[^\W\d_](?:\1[^\W\d_])+)(?![^\W_])")
# What stands in the middle of each, and begins with the sign, so that the search goes from one sign to the next.
_LONE_LETTER = re.compile(rf"[{re.escape(_SEPARATORS)}][^\W\d_][{re.escape(_SEPARATORS)}]")
# After such a word further letters may follow across a wider gap: "c o k e   t e   k o o p".
_SPACED_PAIR = re.compile(r"(?<= {2})[^\W\d_] [^\W\d_](?= {2}|$)|^[^\W\d_] [^\W\d_](?= {2})")
# In a text with such words, digits with a space between them are one number: "2 5 g   1 2 5", "2 0 e".
_SPACED_DIGITS = re.compile(
    r"(?<![\w.,])\d(?: \d)*(?: [a-z])?(?= {2}|\s*$|\s*\n)|(?<![\w.,])\d(?: \d)+(?![\w.,])", re.MULTILINE
)
_LATIN = re.compile("[a-z]")
# The mark of a brand at the end of a word is no letter of it: "Ritalin® 10mg"; "c®ack" is a disguise.
_BRAND_MARK = re.compile(r"(?<=[^\W\d_]{3})[®™](?![^\W\d_])")


@dataclass(slots=True)  # frozen, making one took three times as long
class PlainText:
    """A text folded for searching.

    `plain` is lower case, without accents, styled alphabets, hidden characters and look-alike letters;
    digits, punctuation and line breaks stay. `origin[i]` is the place in `original` of `plain[i]`;
    one entry more marks the end. Of a stretch that a screen shows backwards it is the place there; `span` leads back.
    """

    original: str
    plain: str
    origin: Sequence[int]

    def span(self, start: int, end: int) -> Span:
        """The stretch of the original text that `plain[start:end]` was made from."""
        return Span(*self.place(start, end))

    def place(self, start: int, end: int) -> tuple[int, int]:
        """The same as two numbers, for where many are made."""
        origin = self.origin
        last = origin[start] if end <= start else origin[end - 1] + 1
        return as_written(self.original, origin[start], last)


def plain_text(text: str) -> PlainText:
    """The folded copy of `text`; any string is accepted, also broken Unicode."""
    plain, origin = _fold_characters(text)
    if not text.isascii():
        plain = _flag_letters(plain)
        if _OTHER_SCRIPT.search(plain):
            plain = _one_script_per_word(plain)
    plain, origin = _join_spaced(plain, origin)
    return PlainText(text, plain, origin)


def _fold_characters(text: str) -> tuple[str, Sequence[int]]:
    if text.isascii():
        return text.translate(_ASCII_CONTROL).lower(), range(len(text) + 1)
    text = as_shown(text)
    unmarked = _BRAND_MARK.sub(" ", text) if "®" in text or "™" in text else text
    pieces = list(map(FOLD.__getitem__, unmarked))
    plain = "".join(pieces)
    lengths = list(map(len, pieces))
    if lengths.count(1) == len(lengths):
        return plain, range(len(text) + 1)
    origin = [place for place, length in enumerate(lengths) for _ in range(length)]
    origin.append(len(text))
    return plain, origin


def _flag_letters(plain: str) -> str:
    """Letters for flag signs that stand alone or in odd number: those show as letters, pairs as flags."""

    def letters(found: re.Match[str]) -> str:
        run = found.group()
        return run if len(run) % 2 == 0 else "".join(chr(ord(sign) - 0x1F1E6 + ord("a")) for sign in run)

    return _FLAG_SIGNS.sub(letters, plain)


def _one_script_per_word(plain: str) -> str:
    """The text with look-alike letters of a second script brought back to the script of their word."""
    latin = len(_LATIN.findall(plain))
    if not latin:
        return plain
    mostly_latin = latin > 3 * len(_OTHER_SCRIPT.findall(plain))
    return _WORD.sub(lambda found: _one_script(found.group(), mostly_latin), plain)


def _one_script(word: str, mostly_latin: bool) -> str:
    foreign = len(_OTHER_SCRIPT.findall(word))
    if not foreign:
        return word
    latin = len(_LATIN.findall(word))
    if not latin and not mostly_latin:
        return word
    tables = letter_tables()
    as_latin = word.translate(tables.to_latin)
    if not _OTHER_SCRIPT.search(as_latin):
        other = word.translate(tables.from_latin)
        if foreign > latin and latin and not _LATIN.search(other) and not _GREEK.search(other):
            return other  # more Cyrillic than Latin and readable as Cyrillic throughout
        return as_latin
    if latin:
        other = word.translate(tables.from_latin)
        return word if _LATIN.search(other) else other
    return word


def _join_spaced(plain: str, origin: Sequence[int]) -> tuple[str, Sequence[int]]:
    """The text with spaced-out words closed up; the signs between their letters are left out."""
    runs = [found.span() for found in _SPACED.finditer(plain)] if _LONE_LETTER.search(plain) else []
    if not runs:
        return plain, origin
    spaced = "  " in plain or any(plain[start + 1] == " " for start, _ in runs)
    rules = (_SPACED_PAIR, _SPACED_DIGITS) if spaced else (_SPACED_PAIR,)
    runs = sorted({*runs, *(found.span() for rule in rules for found in rule.finditer(plain))})
    kept: list[int] = []
    at = 0
    for start, end in runs:
        if start < at:
            continue
        kept.extend(range(at, start))
        kept.extend(range(start, end, 2))
        at = end
    kept.extend(range(at, len(plain)))
    joined = "".join([plain[place] for place in kept])
    return joined, [*(origin[place] for place in kept), origin[len(plain)]]
