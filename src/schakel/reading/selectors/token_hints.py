"""What single words of a text rule out: most texts hold nothing that could begin an account, a wallet or a spelled-out number.

A word is looked at once for all texts, since words come back; going through every text for each of these took three times as
long.
"""

import re
from functools import cache, lru_cache

from schakel.reading.selectors.spoken_digits import FIRST_WORDS

WALLET, IBAN, SPOKEN = 1, 2, 4
ANYTHING = WALLET | IBAN | SPOKEN
_SHORTEST_WALLET = 26  # letters
_LONGEST = 64  # letters of a word that is remembered
_KEPT = 1 << 14
_IBAN_BEGINS = re.compile(r"(?<![A-Za-z0-9])[A-Za-z]{2}\d{2}", re.ASCII)


def could_hold(flat: str) -> int:
    """Which of WALLET, IBAN and SPOKEN a text without look-alike signs could hold, added up; all of them if in doubt."""
    words = flat.split()
    if words and max(map(len, words)) > _LONGEST:
        return ANYTHING
    found = 0
    for hints in set(map(_of_word, words)):
        found |= hints
    return found


@lru_cache(_KEPT)
def _of_word(word: str) -> int:
    wallet = WALLET if len(word) >= _SHORTEST_WALLET else 0
    iban = IBAN if _IBAN_BEGINS.search(word) else 0
    return wallet | iban | (SPOKEN if _spoken_begins().search(word.lower()) else 0)


@cache
def _spoken_begins() -> re.Pattern[str]:
    """The first word of what `spoken_digits.could_begin` finds, whatever follows it."""
    return re.compile(rf"(?<!\w)(?:{FIRST_WORDS}|[0o]6?(?:[.,\-_/|]|$))")
