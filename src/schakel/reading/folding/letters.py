"""How each character is folded: one table, one answer per character, whatever stands around it."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from tomllib import loads

# Alphabets of 26 enclosed letters: parenthesised ones decompose into three signs, "(c)", and the negative circled and
# squared ones into none.
_ENCLOSED_ALPHABETS = (0x249C, 0x1F110, 0x1F150, 0x1F170)
_FLAG_A, _FLAG_Z = 0x1F1E6, 0x1F1FF  # two of these make a flag, so they are no letters by themselves
_SKIN_TONES = range(0x1F3FB, 0x1F400)
_HANGUL = range(0xAC00, 0xD7A4)  # decomposes into parts; a syllable stays whole
_SPACES = {0x09: " ", 0x0B: " ", 0x0C: " ", 0x0D: " ", 0x00: " ", 0x85: "\n", 0x2028: "\n", 0x2029: "\n"}
_SIGNS = {0x2044: "/", 0x2215: "/", 0xD7: "x", 0x2022: "•", 0xB7: "·", 0x2026: "...", 0xB4: "'", 0x60: "'"}
_SIGNS |= dict.fromkeys((0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015, 0x2212, 0xFE63, 0xFF0D), "-")
_SIGNS |= dict.fromkeys((0x2018, 0x2019, 0x201A, 0x201B, 0x2032), "'")
_SIGNS |= dict.fromkeys((0x201C, 0x201D, 0x201E, 0x2033, 0xAB, 0xBB), '"')


OVERRIDE = "\u202e"  # from here to the end of the override or the line a screen shows everything backwards
_OVERRIDDEN = re.compile("(?<=\u202e)[^\u202c\u202e\n\u2029]{2,}")


@dataclass(frozen=True, slots=True)
class LetterTables:
    """The letter pairs of `lexicons/letters.toml`, ready for `str.translate`."""

    to_latin: dict[int, str]
    from_latin: dict[int, str]
    plain: dict[int, str]
    leet: dict[int, str]
    leet_cyrillic: dict[int, str]


def _pairs(text: str) -> dict[int, str]:
    return {ord(text[i]): text[i + 1] for i in range(0, len(text) - 1, 2)}


@cache
def letter_tables() -> LetterTables:
    """The letter pairs as shipped; read once."""
    data = loads((files("schakel.lexicons") / "letters.toml").read_text("utf-8"))
    cyrillic = _pairs(data["lookalikes"]["cyrillic"])
    back: dict[int, str] = {}
    for code, latin in cyrillic.items():
        if "а" <= chr(code) <= "я":
            back.setdefault(ord(latin), chr(code))
    return LetterTables(
        to_latin=cyrillic | _pairs(data["lookalikes"]["greek"]),
        from_latin=back,
        plain=_pairs(data["plain"]["pairs"]),
        leet=_pairs(data["leet"]["pairs"]),
        leet_cyrillic=_pairs(data["leet"]["cyrillic"]),
    )


def as_shown(text: str) -> str:
    """The text, as long, in the order of the screen: what follows a right-to-left override is turned round."""
    return _OVERRIDDEN.sub(lambda found: found[0][::-1], text) if OVERRIDE in text else text


def as_written(text: str, start: int, end: int) -> tuple[int, int]:
    """Where a stretch of `as_shown(text)` stands in `text` itself, if it does not reach out of what is turned round."""
    if OVERRIDE in text:
        for found in _OVERRIDDEN.finditer(text):
            first, last = found.span()
            if first <= start and end <= last:
                return first + last - end, first + last - start
    return start, end


def _by_hand(code: int) -> str | None:
    """What stands for characters that Unicode decomposition does not serve; None for all others."""
    if code in _SPACES or code in _SIGNS:
        return _SPACES.get(code) or _SIGNS[code]
    if 0xD800 <= code <= 0xDFFF:
        return "�"  # half a surrogate pair is no character
    if code in _SKIN_TONES:
        return ""
    if _FLAG_A <= code <= _FLAG_Z or code in _HANGUL:
        return chr(code)
    for start in _ENCLOSED_ALPHABETS:
        if start <= code < start + 26:
            return chr(ord("a") + code - start)
    return None


def fold_character(code: int) -> str:
    """The folded form of one code point: lower case, without marks; "" where it only hides (zero width)."""
    known = _by_hand(code)
    if known is not None:
        return known
    plain = letter_tables().plain
    out = []
    for sign in unicodedata.normalize("NFKD", chr(code)).casefold():
        for part in unicodedata.normalize("NFKD", sign):
            if unicodedata.category(part) in {"Mn", "Me", "Cf", "Cc"} and part != "\n":
                continue
            out.append(_SIGNS.get(ord(part), plain.get(ord(part), part)))
    return "".join(out)


class _FoldTable(dict[str, str]):
    """Character to folded form, filled as characters turn up; the same key always gives the same value."""

    def __missing__(self, key: str) -> str:
        value = self[key] = fold_character(ord(key))
        return value


FOLD = _FoldTable()
