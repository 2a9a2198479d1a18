"""How the search index lies on disk."""

import sqlite3
from pathlib import Path
from urllib.parse import quote

import pyarrow as pa

WORDS, CARRIERS, STARTS, CONTENTS = "words.db", "carriers.arrow", "starts.arrow", "contents.json"
BY_MESSAGE = "by_message.arrow"  # the rows of the carriers by rising id of their message
KNOWN = "texts.arrow"  # of each text: its digest, its place when all are ordered by their last message, its campaign
# Letters, digits, marks, and signs: emoji are words of the trade. Case and accents are folded before and here.
_TOKENS = "unicode61 remove_diacritics 2 categories 'L* N* Co So Sc Mn'"
SCHEMA = (
    f"""CREATE VIRTUAL TABLE words USING fts5(body, also, content='', columnsize=0, tokenize="{_TOKENS}")""",
    "CREATE VIRTUAL TABLE counts USING fts5vocab(words, 'row')",
    "CREATE TABLE texts(number INTEGER PRIMARY KEY, text TEXT NOT NULL, length INTEGER NOT NULL)",
)

# One row a text, by its number. New texts are numbered on; in a new index by the last message that carries each.
TEXTS = pa.schema(
    [
        ("text", pa.large_string()),
        ("digest", pa.uint64()),
        ("place", pa.int32()),
        ("campaign", pa.string()),
        ("commodities", pa.list_(pa.string())),
        ("scales", pa.list_(pa.string())),
        ("places", pa.list_(pa.string())),
    ]
)
# One row a message, sorted by the number of its text and then by moment.
CARRIERS_SCHEMA = pa.schema(
    [
        ("number", pa.int32()),
        ("message", pa.binary(12)),  # the id without its prefix
        ("sent", pa.int64()),  # seconds since 1970, UTC; -1 where unknown
        ("month", pa.int16()),  # months since January 1970; -1 where unknown
        ("chat", pa.int32()),  # place in the list of chats
        ("act", pa.int8()),  # place in the list of acts
    ]
)


def read_only(path: Path) -> sqlite3.Connection:
    """A connection to a finished index, which is never written again."""
    database = sqlite3.connect(
        f"file:{quote(str(path))}?mode=ro&immutable=1",
        uri=True,
        isolation_level=None,
        check_same_thread=False,
    )
    database.execute("PRAGMA mmap_size=2000000000")  # pages come from the system's cache, not into our memory
    return database


def made_from(folder: Path) -> str:
    """What the index in `folder` was made from; empty if there is none that is whole."""
    try:
        return _beside(folder).read_text(encoding="utf-8") if (folder / CONTENTS).exists() else ""
    except OSError:
        return ""


def keep_made_from(folder: Path, tables: str) -> None:
    """Notes beside the index what it was made from; the index itself is the same for the same rows."""
    _beside(folder).write_text(tables, encoding="utf-8")


def _beside(folder: Path) -> Path:
    return folder.with_name(f"{folder.name}.made-from")
