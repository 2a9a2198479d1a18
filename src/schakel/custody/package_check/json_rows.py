"""JSON as a package has it: objects that say each thing once, and the digest of their one written form."""

import json
from hashlib import sha256
from typing import Any

Row = dict[str, Any]


def parsed(raw: bytes) -> Row | None:
    """The object in some bytes; None if they are no JSON object, or one that says something twice."""
    try:
        found = json.loads(raw.decode("utf-8"), object_pairs_hook=_once, parse_constant=_no_number)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def canonical_digest(value: object) -> str:
    """The sha256 of the one written form of a value: sorted keys, no spaces, UTF-8; nothing where it has none."""
    try:
        written = json.dumps(
            value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False
        )
        return sha256(written.encode("utf-8")).hexdigest()
    except (ValueError, RecursionError):
        return ""


def digest_of_row(row: Row) -> str:
    """The digest that a row carries in `row_sha256`: that of all the rest of it."""
    return canonical_digest({key: value for key, value in row.items() if key != "row_sha256"})


def _once(pairs: list[tuple[str, Any]]) -> Row:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key that stands twice")
    return found


def _no_number(written: str) -> None:
    raise ValueError(f"{written} is no number of JSON")
