"""Telephone numbers that are spelled out: "nul zes een twee", "zero 6 one 2", "nul zes twaalf vierendertig".

Words above nine are joined as people say them: "trente-neuf" 39, "quatre-vingt-dix-huit" 98, "девятьсот
тринадцать" 913, "beş yüz elli beş" 555, "setenta y uno" 71.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from schakel.reading.word_data import data_file

FIRST_WORDS = "|".join(data_file("digit_words.toml")["words"]["first"])
FIRST_DIGITS = "[0o](?:6|[0-9o]{3,6})?"  # "07415 four four six"
_GAP = re.compile(
    rf"[\s.,;:_|/*~()\-–—]{{0,4}}(?:(?:{'|'.join(data_file('digit_words.toml')['words']['between'])})\s)?"
)
_O_FOR_ZERO = re.compile("o(?:[0-9][0-9o]*)?")
_FEWEST, _MOST = 8, 17  # digits with country code: ITU-T E.164 allows 15, "00" comes before them
_FEWEST_SAID = 2  # pieces in words, where only part of a row is taken
_COMPOUND_ENDS = {9: "06789", 10: "059", 11: "08", 12: "0"}  # lengths of whole numbers and how they can begin


@dataclass(frozen=True, slots=True)
class SpokenNumber:
    """The digits that were spelled out, with "+" in front if it was said, and where they stand."""

    digits: str
    start: int
    end: int


@dataclass(slots=True)
class _Piece:
    """One or several words that give digits together; `open` is what may still be added: 100, 10 or 0."""

    digits: str
    start: int
    end: int
    said: bool
    open: int = 0


@cache
def _data() -> Mapping[str, Any]:
    return data_file("digit_words.toml")


@cache
def _values() -> dict[str, tuple[str, int]]:
    """What each word adds to the number, and whether tens (1) or ones (0) or nothing may follow within it."""
    data = _data()
    values = {word: (digit, 0) for digit, words in data["digits"].items() for word in words}
    pairs = data["pairs"]
    for language in ("nl", "de", "en", "ru", "tr", "es", "fr"):
        tens = dict(enumerate(pairs[f"{language}_tens"], start=2))
        values |= {word: (str(10 + place), 0) for place, word in enumerate(pairs[f"{language}_teens"])}
        joins = language not in ("nl", "de")
        values |= {word: (f"{ten}0", 10 if joins else 0) for ten, word in tens.items()}
        for joint in pairs.get(f"{language}_joint", []):
            for one, unit in enumerate(pairs[f"{language}_ones"], start=1):
                values |= {unit + joint + word: (f"{ten}{one}", 0) for ten, word in tens.items()}
    values |= dict.fromkeys(pairs["tr_ten"], ("10", 10))
    values |= _french_high()
    values |= {word: (digits, 0) for word, digits in data["more"].items()}
    values |= {word: (f"{digit}00", 100) for digit, words in data["hundreds"].items() for word in words}
    return values | dict.fromkeys(data["words"]["plus"], ("+", 0)) | {"+": ("+", 0)}


def _french_high() -> dict[str, tuple[str, int]]:
    """70 to 79 and 80 to 99 in French, with hyphens and with spaces."""
    pairs = _data()["pairs"]
    ones, teens = ["", *pairs["fr_digits"]], pairs["fr_teens"]
    sixty, eighty, joint = pairs["fr_sixty"], pairs["fr_eighty"], pairs["fr_and"]
    found = {}
    for one in range(10):
        found[f"{sixty}-{f'{joint}-' if one == 1 else ''}{teens[one]}"] = f"7{one}"
        found[f"{eighty}-{teens[one]}"] = f"9{one}"
        found[f"{eighty}{'-' + ones[one] if one else ''}"] = f"8{one}"
    spaced = {word.replace("-", " "): digits for word, digits in found.items()}
    return {word: (digits, 0) for word, digits in (found | spaced).items()}


@cache
def _token() -> re.Pattern[str]:
    """Digits, the French compounds, and words."""
    phrases = sorted((word for word in _values() if "-" in word or " " in word), key=len, reverse=True)
    return re.compile(
        rf"(?:{'|'.join(map(re.escape, phrases))})(?![^\W\d_])|(?<!\w)[0o][0-9o]*(?!\w)|[0-9]+|[^\W\d_]+|\+"
    )


@cache
def could_begin() -> re.Pattern[str]:
    """What a spelled-out number looks like at its start: two number words or digits in a row, one a word."""
    values = _values()
    words = "|".join(
        sorted(
            (re.escape(w) for w in (*values, *_data()["words"]["double"]) if w != "+"), key=len, reverse=True
        )
    )
    gap = r"[\s.,\-_/|;:()]{0,4}"
    return re.compile(
        rf"(?<!\w)(?:(?:{FIRST_WORDS}){gap}(?:[0-9]|(?:{words})(?!\w))|{FIRST_DIGITS}[\s.,\-_/|]{{1,4}}(?:{words})(?!\w))"
    )


@cache
def _repeats() -> dict[str, int]:
    words = _data()["words"]
    return dict.fromkeys(words["double"], 2) | dict.fromkeys(words["triple"], 3)


def spoken_numbers(text: str) -> Iterator[list[SpokenNumber]]:
    """Runs of digits and digit words in a lower-case text, at least one of them a word: the numbers that each may be."""
    run: list[_Piece] = []
    repeat = 1
    joints, hundred = _data()["words"]["joint"], _data()["words"]["hundred"]
    for match in _token().finditer(text):
        word = match.group()
        if word in _repeats():
            repeat = _repeats()[word]
            continue
        value, opens = _value(word)
        if word in hundred and not (run and len(run[-1].digits) == 1):
            value, opens = "100", 100
        joined = bool(run) and (repeat > 1 or bool(_GAP.fullmatch(text, run[-1].end, match.start())))
        if run and joined and word in hundred and len(run[-1].digits) == 1:
            run[-1] = _Piece(run[-1].digits + "00", run[-1].start, match.end(), True, 100)
            continue
        if run and (value in {"", "+"} or not joined):
            if value == "" and word in joints:
                continue
            yield _readings(run)
            run = []
        if value:
            piece = _Piece(value * repeat, match.start(), match.end(), value != word, opens)
            if run and repeat == 1 and piece.said:
                _add(run, piece)
            else:
                run.append(piece)
        repeat = 1
    yield _readings(run)


def _value(word: str) -> tuple[str, int]:
    if word.isdigit() and word.isascii():
        return word, 0
    if _O_FOR_ZERO.fullmatch(word):
        return word.replace("o", "0"), 0
    return _values().get(word, ("", 0))


def _add(run: list[_Piece], piece: _Piece) -> None:
    """Join a word to the one before where they are said as one number: hundreds and tens, tens and ones."""
    last, size = run[-1], len(piece.digits)
    fits = (last.open == 100 and size < 3 and piece.digits != "0") or (
        last.open == 10 and size == 1 and piece.digits != "0"
    )
    if not fits:
        run.append(piece)
        return
    digits = last.digits[: len(last.digits) - size] + piece.digits
    run[-1] = _Piece(digits, last.start, piece.end, True, 10 if last.open == 100 and piece.open == 10 else 0)


def _readings(run: list[_Piece]) -> list[SpokenNumber]:
    """The numbers that the run may be, the likeliest first.

    The whole of it, or from a 0 or plus in it, as what stands around a number may be amounts ("a gram 40. oh seven ...").
    """
    starts = [0, *(at for at, piece in enumerate(run) if at and piece.digits[0] in "0+")]
    found = []
    for start in starts:
        # A piece more than any number has: what goes on is no number as a whole.
        rest = run[start : start + _MOST + 1]
        found += [
            number for size in _sizes(rest) if (number := _number(rest[:size], start > 0 or size < len(run)))
        ]
    return found


def _sizes(run: list[_Piece]) -> list[int]:
    """With how many pieces a number of usual length could end: all of them, or else 10, 11, 12 or 9 digits."""
    sizes: dict[int, int] = {}
    total = 0
    for size, piece in enumerate(run, start=1):
        total += len(piece.digits)
        sizes[total] = size
    return list(dict.fromkeys([len(run), *(sizes[length] for length in (10, 11, 12, 9) if length in sizes)]))


def _number(run: list[_Piece], cut: bool) -> SpokenNumber | None:
    """The pieces as one number, if enough of it is spelled out and its length is that of a telephone number."""
    digits = "".join([piece.digits for piece in run])
    said = sum(piece.said for piece in run)
    if not _FEWEST <= len(digits) <= _MOST or said < (_FEWEST_SAID if cut else 1):
        return None
    compound = said > 1 or len(run[0].digits) == 3  # "seiscientos doce, 44-08-31"
    if digits[0] in "0+" or (compound and run[0].said and digits[0] in _COMPOUND_ENDS.get(len(digits), "")):
        return SpokenNumber(digits, run[0].start, run[-1].end)
    return None
