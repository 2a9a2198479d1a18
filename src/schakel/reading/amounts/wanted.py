"""Numbers that say how many somebody wants: "hoeveel voor 5", "need 10", "heb er 2 nodig"."""

from collections.abc import Sequence

from schakel.reading.amounts.market_tokens import Token
from schakel.reading.amounts.measure_words import MeasureWords
from schakel.reading.word_data import data_file

_LIMITS = data_file("amount_limits.toml")["wanted"]
_LONGEST: int = _LIMITS["longest"]
_LAST: int = _LIMITS["last"]
_MOST: float = _LIMITS["most"]


def is_wanted(
    tokens: Sequence[Token], i: int, j: int, value: float, lists: MeasureWords, language: str
) -> bool:
    """Whether the bare number at tokens i to j is how many somebody wants, by the words right before or behind it."""
    if value > _MOST or not value.is_integer():
        return False
    behind = [token.text for token in tokens[j : j + _LAST]]
    if behind and behind[0] in lists.wanted["sums"]:
        return False
    before = lists.wanted.get(language, frozenset())
    said = [token.text for token in tokens[max(0, i - _LONGEST) : i]]
    if any(" ".join(said[at:]) in before for at in range(len(said))):
        return True
    return any(" ".join(behind[:length]) in lists.wanted["behind"] for length in range(1, len(behind) + 1))
