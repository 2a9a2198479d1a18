"""Reasons as the API gives them."""

from collections.abc import Iterable

from schakel.showing.desk.api.shapes import Reason
from schakel.showing.desk.reasons import ShownReason


def reasons_of(reasons: Iterable[ShownReason]) -> list[Reason]:
    """The reasons in their order, each with its rule, weight, sentence without names, and messages."""
    return [Reason(one.rule, one.weight, one.detail, list(one.messages)) for one in reasons]
