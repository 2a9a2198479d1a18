"""Chats made up for tests: messages as rows, read and weighed in a workspace."""

from collections.abc import Iterable, Sequence
from typing import Any

import pyarrow as pa

from schakel.reading.context.weigh import weigh_context
from schakel.reading.new_messages import read_part
from schakel.records.ids import message_id
from schakel.records.tables import from_rows
from schakel.store.duckdb_engine import DuckDBEngine

Row = dict[str, Any]
OFFER = "Te koop coke {n}g {p}, bezorgen in Utrecht, app 06123456{n:02}"
CHATTER = "{n} keer gelachen om die film gisteren, echt"


def message(chat: str, number: int, account: str | None, text: str, reply_to: int | None = None) -> Row:
    return {
        "message_id": message_id(chat, number, text, None),
        "chat_id": chat,
        "account_id": account,
        "tg_id": number,
        "kind": "message",
        "text": text,
        "reply_to": reply_to,
        "source_id": "s" * 64,
        "place_in_source": number,
    }


def market(chat: str = "c_market", many: int = 60) -> list[Row]:
    """A chat in which one message in three offers and one in six answers another; its numbers begin at 1000."""
    rows = []
    for n in range(many):
        if n % 3:
            answers = 999 + n if n % 6 == 2 else None  # somebody who talks too
            rows.append(message(chat, 1000 + n, f"a_talker_{n % 7}", CHATTER.format(n=n), answers))
        else:
            rows.append(message(chat, 1000 + n, f"a_seller_{n % 4}", OFFER.format(n=n % 90 + 1, p=50 + n)))
    return rows


def ordinary(chat: str = "c_ordinary", many: int = 400) -> list[Row]:
    """A chat in which nobody offers anything; its numbers begin at 1000."""
    return [message(chat, 1000 + n, f"a_other_{n % 40}", CHATTER.format(n=n)) for n in range(many)]


def read(engine: DuckDBEngine, parts: Sequence[Iterable[Row]]) -> dict[str, pa.Table]:
    """All that is read in these parts, with context: the tables as later steps see them, `contexts` among them."""
    names = [f"p{number}" for number in range(len(parts))]
    for name, rows in zip(names, parts, strict=True):
        engine.write(from_rows(list(rows), "messages"), "messages", name)
        for number, piece in enumerate(read_part(engine, name)):
            for table, made in piece.items():
                engine.write(made, table, name, f"reading-{number}")
    weighed = weigh_context(engine, names)
    for table, made in weighed.items():
        engine.write(made, table, "in-context", "context")
    return weighed | {name: engine.read(name) for name in ("offers", "items", "selectors", "doubts")}


def act_of(tables: dict[str, pa.Table], row: Row) -> str:
    """What the message does after all."""
    found = [o["act"] for o in tables["offers"].to_pylist() if o["message_id"] == row["message_id"]]
    assert len(found) <= 1
    return found[0] if found else "none"


def context_of(tables: dict[str, pa.Table], row: Row) -> Row:
    """The row of `contexts` of the message."""
    (found,) = [one for one in tables["contexts"].to_pylist() if one["message_id"] == row["message_id"]]
    return found


def rules(row: Row) -> dict[str, float]:
    """The reasons of a row by rule."""
    return {reason["rule"]: reason["weight"] for reason in row["reasons"]}
