"""The different texts of a seller as a report shows them: each once, with what was read in it and every place where it stood."""

from collections.abc import Mapping, Sequence
from typing import Any

from schakel.showing.defang import without_links
from schakel.showing.desk.figures import Figures
from schakel.showing.handover.package.report_parts import Told
from schakel.showing.printable import one_line, printable

Row = dict[str, Any]
_TEXTS, _PLACES, _ITEMS = 40, 12, 40  # that are shown; the files have all
_LETTERS = 4000


def shown_texts(told: Told, figures: Figures, labels: Mapping[str, str]) -> tuple[list[Row], int]:
    """The texts, the most posted first, and how many more there are."""
    by_text: dict[str, list[Row]] = {}
    for row in told.tables["messages"]:
        by_text.setdefault(row["text"], []).append(row)
    ordered = sorted(by_text.items(), key=lambda one: (-len(one[1]), one[1][0]["message_id"]))
    return [_shown(text, rows, figures, labels) for text, rows in ordered[:_TEXTS]], max(
        len(ordered) - _TEXTS, 0
    )


def _shown(text: str, rows: Sequence[Row], figures: Figures, labels: Mapping[str, str]) -> Row:
    first = rows[0]
    return {
        "times": len(rows),
        "text": without_links(printable(text, _LETTERS)),
        "hidden": first["text_hidden_in_part"],
        "read": [
            {"act": figures.coded(one["act"], "acts"), "score": figures.percent(one["score"] or 0.0)}
            for one in first["read"]
        ],
        "items": [_item(one, figures) for one in first["items"][:_ITEMS]],
        "places": [_place(row, labels) for row in rows[:_PLACES]],
        "more": max(len(rows) - _PLACES, 0),
    }


def _place(row: Row, labels: Mapping[str, str]) -> Row:
    return {
        "label": labels[row["message_id"]],
        "chat": one_line(row["chat_title"] or "", 60) or row["chat_id"],
        "number": row["number"],
        "sent_at": row["sent_at"] or "",
        "written": one_line(row["sent_as_written"] or "", 40),
        "account": labels[row["account_id"]],
        "source": row["source"]["sha256"],
        "at": row["source"]["place"],
    }


def _item(item: Row, figures: Figures) -> str:
    goods = figures.coded(item["commodity"], "commodities") or "?"
    amount = "" if item["quantity"] is None else figures.measure(item["quantity"], item["unit"])
    price = "" if item["price"] is None else f"{figures.amount(item['price'])} {item['currency'] or ''}"
    return one_line(
        ", ".join(part.strip() for part in (goods, item["product"] or "", amount, price) if part.strip()), 120
    )
