"""The truth of a market by another maker, beside what a workspace says of the same accounts and messages.

`truth/accounts.csv` (from_id, seller, roles), `truth/sellers.csv` (seller, truth: real or ghost) and `truth/messages.csv`
(chat_tg_id, tg_id, act, commodities) are the maker's; several values stand behind each other with a `|` between them.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import duckdb


@dataclass(frozen=True, slots=True)
class Message:
    """What the maker says of one message: its act, and what it offers or seeks."""

    act: str
    commodities: frozenset[str]


@dataclass(frozen=True, slots=True)
class Truth:
    """Who is behind each account, what each account does, which sellers are ghosts, and what each message is."""

    seller: dict[str, str]
    roles: dict[str, frozenset[str]]
    ghost: dict[str, bool]
    messages: dict[tuple[str, str], Message]


def read_truth(folder: Path) -> Truth:
    """The three files of `folder`."""
    accounts = list(_rows(folder / "accounts.csv"))
    return Truth(
        seller={row["from_id"]: row["seller"] for row in accounts if row["seller"]},
        roles={row["from_id"]: _several(row["roles"]) for row in accounts},
        ghost={row["seller"]: row["truth"] == "ghost" for row in _rows(folder / "sellers.csv")},
        messages={
            (row["chat_tg_id"], row["tg_id"]): Message(row["act"], _several(row["commodities"]))
            for row in _rows(folder / "messages.csv")
        },
    )


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as opened:
        yield from csv.DictReader(opened)


def _several(written: str) -> frozenset[str]:
    return frozenset(part.strip() for part in written.split("|") if part.strip())


class Said:
    """What the tables of a workspace say."""

    def __init__(self, workspace: Path) -> None:
        self._tables = workspace / "tables"
        self._asked = duckdb.connect()

    def rows(self, question: str, *tables: str) -> list[tuple[object, ...]]:
        """The answer to `question`, in which each `{name}` of `tables` stands for that table."""
        return self._asked.sql(question.format(**{name: self._read(name) for name in tables})).fetchall()

    def _read(self, table: str) -> str:
        whole = self._tables / f"{table}.parquet"
        return f"read_parquet('{whole if whole.exists() else self._tables / table / '**' / '*.parquet'}')"
