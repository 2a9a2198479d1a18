"""What the hostile case lacks for the screens of the market: coverage, ties, estimates, prices, and an intervention."""

from datetime import date, timedelta
from typing import Any

from schakel.records.interventions import Intervention, Target
from schakel.records.tables import from_rows
from schakel.store.casebook.interventions import InterventionBook
from schakel.store.engine import Engine
from schakel.store.workspace import Workspace
from tests.showing.desk.hostile_case import (
    ACCOUNT,
    CHAT,
    FORMULA,
    NAME,
    PART,
    QUIET,
    QUIET_SELLER,
    SCRIPT,
    SECOND,
    SELLER,
    START,
    message_id,
)

BUYER = "a_" + "c3" * 12
TALK = "c_" + "d4" * 12
WORDS = '[[group]]\nconcept = "cocaine"\nproduct = "coke"\nlanguage = "any"\nweight = 1.3\nambiguous = true\nwords = ["<b>sneeuwpop</b>"]\n'


def add_market(workspace: Workspace, engine: Engine) -> None:
    """Writes the tables; every name, title and word in them is hostile."""
    for name, rows in _tables().items():
        engine.write(from_rows(rows, name), name)
    for name, rows in _parts().items():
        engine.write(from_rows(rows, name), name, PART, "more")
    book = InterventionBook(workspace.casebook)
    book.add(
        Intervention(
            0, "warning", date(2025, 11, 18), date(2025, 11, 19), (Target("chat", CHAT),), FORMULA, SCRIPT, None, SCRIPT,
            "2025-11-20T00:00:00Z", SCRIPT,
        )
    )  # fmt: skip
    book.close()


def _tables() -> dict[str, list[dict[str, Any]]]:
    return {
        "chats": [
            {"chat_id": CHAT, "title": f"{SCRIPT} @plug_groningen \u202egnp", "kind": "supergroup", "messages": 6},
            {"chat_id": TALK, "title": NAME, "kind": "personal_chat", "messages": 1},
        ],
        "coverage": [
            {
                "chat_id": chat, "day": START.date() + timedelta(days=day), "first_id": 1 + day, "last_id": 9 + day,
                "ids_seen": 6, "ids_missing": missing, "edits": 1, "versions": 0,
            }
            for chat, day, missing in ((CHAT, 0, 2), (CHAT, 1, 0), (CHAT, 20, 6), (TALK, 0, 0))
        ],
        "mentions": [
            {"message_id": message_id(1), "account_id": one, "kind": kind, "target_account_id": other, "target": SCRIPT, "sent_at": START}
            for one, other, kind in ((BUYER, ACCOUNT, "reply"), (BUYER, QUIET, "mention"), (QUIET, SECOND, "forward"))
        ],
        "estimates": [
            {
                "what": what, "stratum": stratum, "method": SCRIPT, "value": 4.0, "low": 2.0, "high": 9.0,
                "assumptions": [SCRIPT, "\u202egnp"],
            }
            for what, stratum in (("real-sellers", "all"), (SCRIPT, "all"), ("ads-sent", "all"), ("real-sellers", "commodity:cocaine"))
        ],
        "sellers": [
            {"seller_id": seller, "member_kind": "account", "member_id": member, "name": NAME}
            for seller, member in ((SELLER, ACCOUNT), (SELLER, SECOND), (QUIET_SELLER, QUIET))
        ],
    }  # fmt: skip


def _parts() -> dict[str, list[dict[str, Any]]]:
    """Offers of later weeks, a place whose name is a formula, and one abroad with a script in it."""
    places = [
        {"name": FORMULA, "province": None},
        {"name": SCRIPT, "province": None},
        {"name": "Antwerpen", "geonames": 2803138, "province": None},
        {"name": "Haren", "province": "Groningen", "municipality": "Groningen"},
    ]
    return {
        "offers": [
            {
                "offer_id": f"o_9{week}", "message_id": f"m_{week:01}" + "9" * 23, "text_id": f"t_9{week}", "chat_id": CHAT,
                "account_id": QUIET, "sent_at": START + timedelta(weeks=week), "act": "offer", "score": 0.9, "places": places,
            }
            for week in (1, 2)
        ],
        "items": [
            {
                "message_id": "m_1" + "9" * 23, "text_id": "t_91", "line": 0, "commodity": SCRIPT, "product": SCRIPT,
                "quantity": 1.0, "unit": "<u>", "price": 10.0, "currency": "EUR", "scale": "retail",
            }
        ],
    }  # fmt: skip
