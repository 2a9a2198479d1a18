"""Whether the seller answers when people ask in public, and what it wants first."""

from math import log2
from typing import NamedTuple

from schakel.judging.ghost_signs.sign import Limits, Seen, Sign
from schakel.records.counted import counted


class Answers(NamedTuple):
    """Questions put to one seller, how many it answered, and how many of its answers speak of prepaid cards or want money first."""

    questions: int
    answered: int
    codes: int
    money_first: int


def questions_stay_unanswered(row: Answers, limits: Limits) -> Seen | None:
    """People ask this seller something in public and get no answer there."""
    if not row.questions:
        return None
    share = row.answered / row.questions
    detail = f"{row.answered} of {counted(row.questions, 'question')} answered in public."
    if share <= limits["questions_silent"] and row.questions >= limits["questions_enough"]:
        return Seen(
            True, detail, "open_questions", _strength(row.questions - row.answered, 1.0 - share, limits)
        )
    if share >= limits["questions_open"]:
        return Seen(False, detail, "answers", _strength(row.answered, share, limits))
    return None


def wants_a_card_when_asked(row: Answers, limits: Limits) -> Seen | None:
    """Asked in public, the seller wants a prepaid card or its code, which nobody can take back or trace."""
    if not row.codes:
        return None
    detail = f"Prepaid cards are spoken of in {counted(row.codes, 'answer')} in public."
    return Seen(True, detail, "code_answers")


def wants_money_first_when_asked(row: Answers, limits: Limits) -> Seen | None:
    """Asked in public, the seller wants money before anything is shown or brought. That is no answer to what was asked."""
    if not row.money_first:
        return None
    detail = f"Money is wanted first in {counted(row.money_first, 'answer')} in public."
    return Seen(True, detail, "money_answers")


def _strength(questions: int, share: float, limits: Limits) -> float:
    # The first answer tells most: who answers once is there. Who leaves as many as it answers has said half of it.
    return min(log2(1.0 + questions), limits["strength_most"]) * share


SIGNS = tuple(
    Sign("answers", Answers, rule)
    for rule in (questions_stay_unanswered, wants_a_card_when_asked, wants_money_first_when_asked)
)
