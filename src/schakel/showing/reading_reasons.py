"""Why a message was read as it was, so that the weights add up to the certainty that is told beside them."""

from collections.abc import Mapping, Sequence
from math import fsum, log10
from typing import Any, NamedTuple

Row = Mapping[str, Any]

OTHER_ACTS = "other acts too"
# Says of which goods a text speaks, with a weight against the next ones; it is no part of the odds of the act.
_OF_GOODS = frozenset({"goods by all letters"})
_LEAST = 0.005  # log10: below this nobody sees it in a weight of two decimals
_SURE = 1e-12  # a certainty nearer to 0 or 1 than this has no odds that could be told


class ReadingReasons(NamedTuple):
    """What tells which act it is, adding up to the certainty (log10 odds), and what tells of the goods."""

    of_act: list[Row]
    of_goods: list[Row]


def reading_reasons(reading: Row) -> ReadingReasons:
    """The reasons of one reading. They weigh its act against doing nothing; what other acts take of it is a reason of its own."""
    given: Sequence[Row] = reading["reasons"] or []
    of_act = [reason for reason in given if reason["rule"] not in _OF_GOODS]
    of_goods = [reason for reason in given if reason["rule"] in _OF_GOODS]
    score = reading["score"]
    if of_act and score is not None and _SURE < score < 1 - _SURE:
        rest = log10(score / (1 - score)) - fsum(reason["weight"] for reason in of_act)
        if abs(rest) >= _LEAST:
            of_act.append(_reason(rest))
    return ReadingReasons(of_act, of_goods)


def _reason(weight: float) -> Row:
    told = {"rule": OTHER_ACTS, "weight": round(weight, 4), "detail": "", "messages": []}
    return told | {"start": None, "end": None}
