"""What the others are given to work on, taken from a workspace in which the same was read: files in a folder that goes."""

import json
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from schakel.reading.evaluation.keyword_list import plain_words
from schakel.store.duckdb_engine import DuckDBEngine
from schakel.store.workers import Workers
from schakel.store.workspace import open_workspace

SQL = files("schakel.showing.bench") / "sql"


@dataclass(frozen=True, slots=True)
class Given:
    """Files: every different text, the texts in which each account offers, and the goods of each plain word."""

    texts: Path
    accounts: Path
    words: Path
    different: int  # texts


def given(workspace: Path, folder: Path) -> Given:
    """Writes the files into a folder."""
    engine = DuckDBEngine(open_workspace(workspace), workers=Workers(1))
    try:
        texts = engine.step(SQL / "texts.sql").column("text").to_pylist()
        accounts = engine.step(SQL / "accounts.sql").column("texts").to_pylist()
    finally:
        engine.workers.close()
    made = Given(folder / "texts.jsonl", folder / "accounts.jsonl", folder / "words.json", len(texts))
    for path, rows in ((made.texts, texts), (made.accounts, accounts)):
        with path.open("w", encoding="utf-8") as lines:
            lines.writelines(json.dumps(row) + "\n" for row in rows)
    made.words.write_text(json.dumps(plain_words()), encoding="utf-8")
    return made
