"""Numbers that are said twice: "fünf (5) Streifen", "trois (3) fiches", "сто блоков (100)", "3 (drie) gram".

Who fears that a word is misread writes the figure behind it in brackets. The figure in brackets is left out; in the sets of
29 November 2026 it was read as a price of its own, or the word lost its amount.
"""

from collections.abc import Mapping, Sequence

from schakel.reading.amounts.market_tokens import Token
from schakel.reading.amounts.number_words import spelled_number
from schakel.reading.amounts.offer_parts import parse_number

_REACH = 4  # words before the brackets in which the number is sought
_BETWEEN = 1  # words that may stand between: "сто блоков (100)"


def without_repeats(tokens: Sequence[Token], numbers: Mapping[str, float]) -> list[Token]:
    """The tokens without brackets that only repeat the number before them, in figures or in words."""
    kept: list[Token] = []
    i = 0
    while i < len(tokens):
        if tokens[i].kind == "open" and (skip := _repeated(tokens, i, kept, numbers)):
            i += skip
            continue
        kept.append(tokens[i])
        i += 1
    return kept


def _repeated(tokens: Sequence[Token], i: int, before: Sequence[Token], numbers: Mapping[str, float]) -> int:
    """How many tokens the brackets at i take if they repeat the number before them, else 0."""
    inside = tokens[i + 1 : i + 3]
    if len(inside) < 2 or inside[1].kind != "close" or not before:
        return 0
    if inside[0].kind == "number":
        value = parse_number(inside[0].text)
        return 3 if value is not None and value in _said(before, numbers) else 0
    if inside[0].kind == "word" and before[-1].kind == "number":
        value = numbers.get(inside[0].text)
        return 3 if value is not None and value == parse_number(before[-1].text) else 0
    return 0


def _said(before: Sequence[Token], numbers: Mapping[str, float]) -> set[float]:
    """The numbers in words with which the text before ends, one word behind them allowed."""
    words: list[str] = []
    for token in reversed(before[-_REACH - _BETWEEN :]):
        if token.kind not in ("word", "product") and token.kind != "dash":
            break
        words.insert(0, token.text)
    said = set()
    for start in range(len(words)):
        value, taken = spelled_number(words[start:], numbers)
        if taken and len(words) - start - taken <= _BETWEEN:
            said.add(value)
    return said
