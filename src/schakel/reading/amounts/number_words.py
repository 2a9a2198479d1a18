"""Numbers spelled out in seven languages."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from schakel.reading.word_data import data_file

_SPELLED = data_file("amount_words.toml")["spelled"]
# Turkish counts on from ten with the word for ten, in two words.
_TEN_TR, _UNITS_TR = _SPELLED["ten_tr"], frozenset[str](_SPELLED["ones_tr"])
_BETWEEN = frozenset[str](_SPELLED["between"])  # "treinta y cinco", "vingt et un"
AND = frozenset[str](_SPELLED["and"])  # before a half: "dos y medio"
_A = frozenset[str](_SPELLED["article"])  # between the two: "two and a half"
_HALF = 0.5
_LEAST_TENS = 20.0  # "fifty and half thirty" is a price and a half


def compose_numbers(table: Mapping[str, Any], spellings: Callable[[str], Sequence[str]]) -> dict[str, float]:
    """Every number word of one language with its value, one-word compounds included.

    `spellings` gives the ways in which a word may arrive. In languages that write numbers in one word
    (`fused_by` is "en" or "und") everything to 999 and the round thousands to 99,000 is built here.
    """
    base: dict[str, float] = {word: float(i) for i, word in enumerate(table["small"])}
    base |= {word: 10.0 * (i + 2) for i, word in enumerate(table["tens"])}
    base |= dict.fromkeys(table["hundred"], 100.0)
    base |= dict.fromkeys(table["thousand"], 1000.0)
    base |= {word: float(value) for word, value in table.get("other", {}).items()}
    if "fused_by" in table:
        base = _fused(table) | base
    return {written: value for word, value in base.items() for written in spellings(word)}


def _fused(table: Mapping[str, Any]) -> dict[str, float]:
    """One-word compounds: vijfentwintig, tweehonderdvijftig, drieduizend."""
    below = _below_hundred(table)
    hundred, thousand = table["hundred"][0], table["thousand"][0]
    out = dict(below)
    for word, value in below.items():
        out[f"{hundred}{word}"] = 100 + value
        out[f"{word}{thousand}"] = 1000 * value
        if 2 <= value <= 15 and float(value).is_integer():
            out[f"{word}{hundred}"] = 100 * value
            out |= {f"{word}{hundred}{rest}": 100 * value + more for rest, more in below.items()}
    return out


def _below_hundred(table: Mapping[str, Any]) -> dict[str, float]:
    joint = table["fused_by"]
    out = {word: float(i) for i, word in enumerate(table["small"]) if i}
    ones = {word: value for word, value in out.items() if value < 10}
    ones |= {_SPELLED["one_before_und"]: 1.0} if joint == "und" else {}
    for i, tens in enumerate(table["tens"]):
        out[tens] = 10.0 * (i + 2)
        out |= {f"{one}{joint}{tens}": 10.0 * (i + 2) + value for one, value in ones.items()}
    return out


def spelled_number(words: Sequence[str], numbers: Mapping[str, float]) -> tuple[float, int]:
    """The value of the number that these words begin with, and how many words it takes; (0.0, 0) for none.

    Greater after smaller multiplies ("two hundred", "beş yüz"), smaller after greater adds ("dos mil
    quinientos"). A half after a whole adds ("iki buçuk").
    """
    total, group, taken = 0.0, 0.0, 0
    last = 0.0
    for place, word in enumerate(words):
        if 1 <= last < _LEAST_TENS and _leads_to_half(words, place, numbers):
            taken += 1
            continue
        if word in _BETWEEN and _joins(last, numbers.get(next(iter(words[place + 1 :]), ""))):
            taken += 1
            continue
        value = numbers.get(word)
        after_ten = word in _UNITS_TR and taken > 0 and words[taken - 1] == _TEN_TR  # "on sekiz": eighteen
        if value is None or (taken and not after_ten and not _continues(group, last, value)):
            break
        if value >= 1000:
            total, group = total + (group or 1.0) * value, 0.0
        elif value == 100 and 0 < group < 10:
            group *= 100
        elif value == 20 and group == 4:
            group = 80.0  # quatre-vingt
        else:
            group += value
        last, taken = value, taken + 1
    return total + group, taken


def _leads_to_half(words: Sequence[str], place: int, numbers: Mapping[str, float]) -> bool:
    """Whether this is "and", or the article behind it, before a half: "two and a half", "семь с половиной"."""
    joint = words[place] in AND
    article = words[place] in _A and place > 0 and words[place - 1] in AND
    ahead = words[place + 1 : place + 2 + joint]
    ahead = ahead[1:] if joint and ahead and ahead[0] in _A else ahead[:1]
    return (joint or article) and bool(ahead) and numbers.get(ahead[0]) == _HALF


def _joins(tens: float, ones: float | None) -> bool:
    """Whether "and" may stand between these two: whole tens from twenty on, and ones."""
    return 20 <= tens < 100 and tens % 10 == 0 and ones is not None and 1 <= ones < 10


def _continues(group: float, last: float, value: float) -> bool:
    """Whether a number word can follow the number so far."""
    if value >= 100:
        return value >= 1000 or 0 < group < 10 or last >= 1000
    if value < 1:
        return value == 0.5 and last >= 1
    if value == 20 and group == 4:
        return True
    return last >= 20 and value < last and (last >= 100 or value < 20)
