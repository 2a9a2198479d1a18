"""Texts by account, from any file: JSON lines, or a table with a column for the account and one for the text."""

import csv
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from schakel.linking.asking import asking
from schakel.records.errors import SettingsError
from schakel.store.engine import Engine


@dataclass(frozen=True, slots=True)
class Columns:
    """Which fields of a file hold the account and the text."""

    account: str = "account"
    text: str = "text"


def read_corpus(path: Path, columns: Columns | None = None) -> dict[str, list[str]]:
    """The different texts of each account, sorted. Rows without an account or a text are left out.

    A file that begins with a brace is read as JSON lines, any other as a table (comma, semicolon or tab).
    SettingsError if the file cannot be read or has no such fields.
    """
    wanted = columns or Columns()
    found: dict[str, set[str]] = {}
    try:
        for row in _rows(path):
            account, text = row.get(wanted.account), row.get(wanted.text)
            if account and isinstance(text, str) and text.strip():
                found.setdefault(str(account), set()).add(text.strip())
    except (OSError, UnicodeDecodeError, csv.Error, ValueError, AttributeError) as error:
        raise SettingsError(
            f"{path} cannot be read: {error}.",
            means="Nothing was measured.",
            todo='Give JSON lines such as {"account": "a", "text": "..."}, or a table with those columns.',
        ) from error
    if not found:
        raise SettingsError(
            f"{path} has no texts under the names {wanted.account} and {wanted.text}.",
            means="Nothing was measured.",
            todo="Name the columns, for example: --account vendor --text title",
        )
    return {account: sorted(found[account]) for account in sorted(found)}


def own_offers(engine: Engine) -> dict[str, list[str]]:
    """The different texts of each account's own offers in a workspace, contacts and all."""
    with asking(engine) as asked:
        posts = asked.ask(
            "own_posts", {"forwarded": asked.ask_each("forwarded", "messages", by="message_id")}
        )
        rows = asked.ask("own_texts", {"own_posts": posts}).result().to_pylist()
    found: dict[str, list[str]] = {}
    for row in rows:
        found.setdefault(row["account_id"], []).append(row["text"])
    return found


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8", errors="replace", newline="") as opened:
        head = opened.read(4096)
        opened.seek(0)
        if head.lstrip().startswith("{"):
            yield from (json.loads(line) for line in opened if line.strip())
        else:
            yield from csv.DictReader(opened, dialect=csv.Sniffer().sniff(head.split("\n")[0], ",;\t"))
