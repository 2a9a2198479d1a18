"""The goods of a short text that all its letters tell otherwise than the word lists: what stands for them, and why."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from schakel.reading.amounts.measure_words import load_measure_words
from schakel.reading.folding.plain_text import PlainText
from schakel.reading.terms.lexicon import Term
from schakel.reading.terms.term_search import TermHit
from schakel.reading.weighing.goods_by_letters import Told
from schakel.records.facts import Reason, Span

RULE = "goods by all letters"
_WORD = re.compile(r"(?<![\w@#/.])[^\W\d_]{3,}(?![\w@])")


def goods_told(plain: str, goods: Sequence[TermHit], commodity: str) -> list[TermHit]:
    """The words for goods, all meaning this commodity; where there are none, the first word that may name them."""
    if goods:
        return [
            TermHit(replace(hit.term, concept=commodity, product=""), hit.start, hit.end) for hit in goods
        ]
    silent = _silent()
    for word in _WORD.finditer(plain):
        if word[0] not in silent:
            return [TermHit(Term(word[0], "commodity", commodity, "", "", 0.0), *word.span())]
    return []


@cache
def _silent() -> frozenset[str]:
    """Words of amounts and numbers, which name no goods but for those of things: "vapes" count and name."""
    lists = load_measure_words()
    measures = (word for word, measure in lists.words.items() if measure.unit != "thing")
    return frozenset(measures).union(*lists.numbers.values())


def reason_of(told: Told, text: PlainText) -> Reason:
    """Why the goods are these: the weight of all letters, and as detail what they speak for.

    The weight is that for this commodity against the one that the lists name, or where they name none against the
    next one (log10; see `weighing/goods_by_letters.py`); it is no part of the odds of the act.
    """
    start, end = text.place(0, len(text.plain))
    return Reason(RULE, told.weight, Span(start, end), told.commodity or "")
