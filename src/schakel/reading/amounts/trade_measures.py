"""Amounts in a measure that drugs are sold in, written out: "10g", "50 p/g", "per gram", "100 pillen"."""

import re

MEASURE = re.compile(
    r"(?:\d ?(?:g|gr|gram\w{0,3}|grammes?|gramos?|kg|kilo\w?|kilos|mg|oz|г|гр|грамм\w{0,2}|кг|pillen|pills?|pil|tabs?|"
    r"zegels?|ballen|balls?|boules?|bolletjes?|hap|таб\w*|шт)|(?:p/|per |pro |le |el |/ ?|за |x )(?:g|gr|gram\w{0,3}|"
    r"grammes?|gramo|kilo|kg|г|гр|грамм|pil|pill|zegel))(?![^\W_])|\bpg\b|\bppg\b"
)
# What each of them has, for a quick look first: a digit, or what begins those without one.
MAY_MEASURE = re.compile(r"[\d/]|(?:per|pro|le|el|за|x) |pg")
# Beside a word: "hash 25 gr", "25 gr hash", "5g of the good hash".
MEASURE_NEXT = re.compile(rf"[^\w\n]{{0,4}}[\d.,]{{0,5}}(?:{MEASURE.pattern})")
MEASURE_BEFORE = re.compile(rf"(?:{MEASURE.pattern})[^\w\n]{{0,2}}(?:[^\W\d_]{{1,3}} ){{0,1}}$")
