"""Amounts in a measure that drugs are sold in, written out: "10g", "50 p/g", "per gram", "100 pillen"."""

import re

from schakel.reading.word_data import data_file

_WRITTEN = data_file("measures_written.toml")["trade"]
_COUNTED = rf"\d ?(?:{'|'.join(_WRITTEN['counted'])})"
_PRICED_BY = f"(?:{'|'.join(_WRITTEN['priced_by'])})(?:{'|'.join(_WRITTEN['priced'])})"
MEASURE = re.compile(rf"(?:{_COUNTED}|{_PRICED_BY})(?![^\W_])|\bpg\b|\bppg\b")
# The same in two. The first begins with a digit, so that the search goes from one to the next; most texts lack what begins the other.
_AT_DIGIT = re.compile(rf"{_COUNTED}(?![^\W_])")
_AT_WORD = re.compile(rf"{_PRICED_BY}(?![^\W_])|\bp?pg\b")
_BEGINS = tuple[str, ...](_WRITTEN["begins"])
# What each of them has, for a quick look first: a digit, or what begins those without one.
MAY_MEASURE = re.compile(rf"[\d/]|(?:{'|'.join(_WRITTEN['words_before'])}) |pg")
# Beside a word: "hash 25 gr", "25 gr hash", "5g of the good hash".
MEASURE_NEXT = re.compile(rf"[^\w\n]{{0,4}}[\d.,]{{0,5}}(?:{MEASURE.pattern})")
MEASURE_BEFORE = re.compile(rf"(?:{MEASURE.pattern})[^\w\n]{{0,2}}(?:[^\W\d_]{{1,3}} ){{0,1}}$")


def has_measure(line: str) -> bool:
    """Whether such an amount stands somewhere on a line: as `MEASURE` finds it, in a third of the time."""
    if _AT_DIGIT.search(line):
        return True
    return any(map(line.__contains__, _BEGINS)) and _AT_WORD.search(line) is not None
