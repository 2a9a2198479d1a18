"""What single words of a text rule out: most texts hold nothing that could begin an account, a wallet or a spelled-out number.

A word is looked at once for all texts, since words come back; going through every text for each of these took three times as
long.
"""

import re
from functools import cache

from schakel.reading.folding.disguise import DOT_WORDS
from schakel.reading.remembered import Remembered
from schakel.reading.selectors.spoken_digits import FIRST_DIGITS, FIRST_WORDS

WALLET, IBAN, SPOKEN, NAME, SPLIT, DOT = 1, 2, 4, 8, 16, 32
ANYTHING = WALLET | IBAN | SPOKEN | NAME | SPLIT | DOT
_SHORTEST_WALLET = 26  # letters
_LONGEST = 64  # letters of a word that is looked at
# Words joined by dots or underscores with figures at the end: gizli.bahce.07, luna_nueva.88.
BARE_NAME = re.compile(
    r"(?<![\w@./:\-#=])(?P<name>[a-z]{3,20}[._][a-z]{3,20}(?:\.\d{2,4}|_\d{2,4}|\.[a-z]{2,12}\d{2,4}))(?![\w@/(=\-]|[.:]\w)"
)
SPLIT_BEGINS = re.compile(
    r"(?<![A-Za-z0-9])(?:(?:bc1|ltc1|0x)[A-Za-z0-9]{7,}|[13LMT48](?=[A-Za-z]*\d)(?=\w*[a-z])(?=\w*[A-Z])\w{11,})$",
    re.ASCII,
)
_DOT_WORDS = frozenset(DOT_WORDS.split("|"))
_IBAN_BEGINS = re.compile(r"(?<![A-Za-z0-9])[A-Za-z]{2}\d{2}", re.ASCII)


def could_hold(flat: str) -> int:
    """Which of WALLET, IBAN, SPOKEN, NAME, SPLIT and DOT a text without look-alike signs could hold, added up; all of them if in doubt."""
    found = 0
    for hints in set(map(_WORDS.__getitem__, flat.split())):
        found |= hints
    return found


def _of_word(word: str) -> int:
    if len(word) > _LONGEST:
        return ANYTHING
    low = word.lower()
    found = WALLET if len(word) >= _SHORTEST_WALLET else 0
    if low in _DOT_WORDS:
        found |= DOT
    if _spoken_begins().search(low):
        found |= SPOKEN
    if word.isalpha():
        return found
    if _IBAN_BEGINS.search(word):
        found |= IBAN
    if BARE_NAME.search(low):
        found |= NAME
    return found | SPLIT if SPLIT_BEGINS.search(word) else found


_WORDS = Remembered(_of_word)


@cache
def _spoken_begins() -> re.Pattern[str]:
    """The first word of what `spoken_digits.could_begin` finds, whatever follows it."""
    return re.compile(rf"(?<!\w)(?:{FIRST_WORDS}|{FIRST_DIGITS}(?:[.,\-_/|]|$))")
