"""Words for money that mean something else unless they stand close behind a number."""

from collections.abc import Sequence

from schakel.reading.amounts.market_tokens import Token
from schakel.reading.amounts.measure_words import MeasureWords


def forget_money(tokens: Sequence[Token], words: MeasureWords) -> None:
    """Makes such words say nothing elsewhere: "10eu" is a sum, "3 EU passports" and "shipping EU" are none."""
    for i, token in enumerate(tokens):
        if token.text in words.close_money and not (
            _is_close_behind_number(tokens, i) and not _is_a_sum(tokens[i + 1 : i + 3])
        ):
            token.word = None


def _is_close_behind_number(tokens: Sequence[Token], i: int) -> bool:
    return i > 0 and tokens[i - 1].kind == "number" and tokens[i - 1].end == tokens[i].start


def _is_a_sum(behind: Sequence[Token]) -> bool:
    """Whether a number with its money comes right behind: "paspoort 2EU 1500 euro"."""
    if len(behind) < 2 or behind[0].kind != "number":
        return False
    return behind[1].kind == "money" or bool(behind[1].word is not None and behind[1].word.currency)
