"""Whether the seller answers when people ask in public."""

from typing import NamedTuple

from schakel.judging.ghost_signs.sign import Limits, Seen, Sign, counted


class Answers(NamedTuple):
    """Questions put to one seller, and how many it answered."""

    questions: int
    answered: int


def questions_stay_unanswered(row: Answers, limits: Limits) -> Seen | None:
    """People ask this seller something in public and get no answer there."""
    if row.questions < limits["questions_enough"]:
        return None
    share = row.answered / row.questions
    detail = f"{row.answered} of {counted(row.questions, 'question')} answered in public."
    if share <= limits["questions_silent"]:
        return Seen(True, detail, "open_questions", min(row.questions / 5.0, 2.0))
    if share >= limits["questions_open"]:
        return Seen(False, detail, "answers", min(row.answered / 5.0, 2.0))
    return None


SIGNS = (Sign("answers", Answers, questions_stay_unanswered),)
