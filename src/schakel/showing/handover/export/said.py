"""What an export says of a row in sentences: findings, leads and ties, each with its bounds and reasons."""

from collections.abc import Mapping
from typing import Any

from schakel.showing.handover.export.hiding import Row, in_words
from schakel.showing.handover.export.words import about_ghost, about_role


def of_seller(row: Row, words: Mapping[str, Any]) -> str:
    """A proposed seller: what it is, whether a ghost, its function, what it offers."""
    parts = (
        words["hypothesis"],
        about_ghost(row, words),
        about_role(row, words),
        row["title"] and f"{row['title']}.",
    )
    return " ".join(filter(None, parts))


def of_finding(row: Row, language: str) -> str:
    """A finding: label, value with bounds, its sentence, its reasons."""
    sentence = row["words_nl"] if language == "nl" and row["words_nl"] else row["words"]
    bounds = f"{row['kind']}: {row['label'] or ''} {_bounds(row['value'], row['low'], row['high'])}".strip()
    return _lines(bounds, sentence, in_words(row["reasons"]))


def of_lead(row: Row) -> str:
    """A lead: what is offered, worth and hours with bounds, and why."""
    worth = f"worth {_bounds(row['worth'], row['worth_low'], row['worth_high'])} days"
    hours = f"hours {_bounds(row['hours'], row['hours_low'], row['hours_high'])}"
    return _lines(
        f"{row['lead_id']}: {row['title']}",
        f"{worth}; {hours}; {row['skill']}, {row['unit']}",
        in_words(row["reasons"]),
    )


def of_link(row: Row, words: Mapping[str, Any]) -> str:
    """A tie: its kind and weight, of a same-seller tie its probability, and its reasons."""
    weight = f"{row['kind']} (log10 LR {row['log10_lr']:+.2f})"
    proposed = (
        words["same_seller"].format(value=f"{row['probability']:.2f}")
        if row["probability"] is not None
        else ""
    )
    return _lines(weight, proposed, in_words(row["reasons"]))


def of_identity_lead(row: Row) -> str:
    """An identity lead: its kind, what it shows and where."""
    return _lines(f"{row['kind']}: {row['value'] or ''}", row["detail"] or "", row["message_id"] or "")


def telegram_number(row: Row) -> str | None:
    """The number of an account as bots write it, so that a channel and a user of one number stay two; None while it is closed."""
    number = row["telegram_id"]
    return None if number is None else f"{_BEFORE.get(row['kind'], '')}{number}"


_BEFORE = {"channel": "-100", "chat": "-"}


def _bounds(value: float | None, low: float | None, high: float | None) -> str:
    if value is None:
        return ""
    return f"{value:.4g} ({low:.4g} - {high:.4g})" if low is not None and high is not None else f"{value:.4g}"


def _lines(*parts: str) -> str:
    return "\n".join(filter(None, parts))
