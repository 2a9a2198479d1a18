"""Telephone numbers that are spelled out: "nul zes een twee", "zero 6 one 2", "nul zes twaalf vierendertig"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from tomllib import loads

_TOKEN = re.compile(r"[0-9]+|[^\W\d_]+|\+")
_GAP = re.compile(r"[\s.,;:_|/*~()\-–—]{0,4}(?:(?:en|and|und)\s)?")
_FEWEST, _MOST = 8, 17  # digits with country code: ITU-T E.164 allows 15, "00" comes before them


@dataclass(frozen=True, slots=True)
class SpokenNumber:
    """The digits that were spelled out, with "+" in front if it was said, and where they stand."""

    digits: str
    start: int
    end: int


@cache
def _values() -> dict[str, str]:
    """What each word adds to the number."""
    data = loads(files("schakel.lexicons").joinpath("digit_words.toml").read_text("utf-8"))
    values = {word: digit for digit, words in data["digits"].items() for word in words}
    pairs = data["pairs"]
    for language in ("nl", "de", "en"):
        tens = dict(enumerate(pairs[f"{language}_tens"], start=2))
        values |= {word: str(10 + place) for place, word in enumerate(pairs[f"{language}_teens"])}
        values |= {word: f"{ten}0" for ten, word in tens.items()}
        for joint in pairs.get(f"{language}_joint", []):
            for one, unit in enumerate(pairs[f"{language}_ones"], start=1):
                values |= {unit + joint + word: f"{ten}{one}" for ten, word in tens.items()}
    return values | dict.fromkeys(data["words"]["plus"], "+") | {"+": "+"}


@cache
def _repeats() -> dict[str, int]:
    data = loads(files("schakel.lexicons").joinpath("digit_words.toml").read_text("utf-8"))["words"]
    return dict.fromkeys(data["double"], 2) | dict.fromkeys(data["triple"], 3)


def spoken_numbers(text: str) -> Iterator[SpokenNumber]:
    """Runs of digits and digit words in a lower-case text, at least one of them a word, as one number each."""
    run: list[tuple[str, int, int, bool]] = []
    repeat = 1
    for match in _TOKEN.finditer(text):
        word = match.group()
        if word in _repeats():
            repeat = _repeats()[word]
            continue
        value = word if word.isdigit() and word.isascii() else _values().get(word)
        joined = run and (repeat > 1 or _GAP.fullmatch(text, run[-1][2], match.start()))
        if run and (value is None or value == "+" or not joined):
            if value is None and word in ("en", "and", "und"):
                continue
            yield from _whole(run)
            run = []
        if value is not None:
            run.append((value * repeat, match.start(), match.end(), value != word))
        repeat = 1
    yield from _whole(run)


def _whole(run: list[tuple[str, int, int, bool]]) -> Iterator[SpokenNumber]:
    """The run as one number, if enough of it is spelled out and its length is that of a telephone number."""
    digits = "".join([value for value, *_ in run])
    if digits[:1] in ("0", "+") and any(said for *_, said in run) and _FEWEST <= len(digits) <= _MOST:
        yield SpokenNumber(digits, run[0][1], run[-1][2])
