"""Amounts in a measure that drugs are sold in, written out: "10g", "50 p/g", "per gram", "100 pillen"."""

import re

_COUNTED = (
    r"\d ?(?:g|gr|gram\w{0,3}|grammes?|gramos?|kg|kilo\w?|kilos|mg|oz|г|гр|грамм\w{0,2}|кг|pillen|pills?|pil|tabs?|"
    r"zegels?|ballen|balls?|boules?|bolletjes?|hap|таб\w*|шт)"
)
_PRICED_BY = r"(?:p/|per |pro |le |el |/ ?|за |x )(?:g|gr|gram\w{0,3}|grammes?|gramo|kilo|kg|г|гр|грамм|pil|pill|zegel)"
MEASURE = re.compile(rf"(?:{_COUNTED}|{_PRICED_BY})(?![^\W_])|\bpg\b|\bppg\b")
# The same in two. The first begins with a digit, so that the search goes from one to the next; most texts lack what begins the other.
_AT_DIGIT = re.compile(rf"{_COUNTED}(?![^\W_])")
_AT_WORD = re.compile(rf"{_PRICED_BY}(?![^\W_])|\bp?pg\b")
_BEGINS = ("/", "pg", "per ", "pro ", "le ", "el ", "x ", "за ")
# What each of them has, for a quick look first: a digit, or what begins those without one.
MAY_MEASURE = re.compile(r"[\d/]|(?:per|pro|le|el|за|x) |pg")
# Beside a word: "hash 25 gr", "25 gr hash", "5g of the good hash".
MEASURE_NEXT = re.compile(rf"[^\w\n]{{0,4}}[\d.,]{{0,5}}(?:{MEASURE.pattern})")
MEASURE_BEFORE = re.compile(rf"(?:{MEASURE.pattern})[^\w\n]{{0,2}}(?:[^\W\d_]{{1,3}} ){{0,1}}$")


def has_measure(line: str) -> bool:
    """Whether such an amount stands somewhere on a line: as `MEASURE` finds it, in a third of the time."""
    if _AT_DIGIT.search(line):
        return True
    return any(map(line.__contains__, _BEGINS)) and _AT_WORD.search(line) is not None
