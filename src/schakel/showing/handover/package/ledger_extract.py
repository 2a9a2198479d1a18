"""What the ledger says of a lead: the acts about it and the acts that its data come from, and the hashes of all acts up to the last.

Acts about other people are not given; of those only the hash stands in the chain, so what is given can be placed in it, and whoever
may look into the ledger of the workspace can compare every hash.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from schakel.showing.handover.package.subject import Subject

Row = dict[str, Any]
_SEALS = ("seal", "seal-again")
_STAMPS = ("checkpoint", "timestamp-asked", "timestamp", "ledger-mended")  # they name hashes only


class Extract(NamedTuple):
    """The lines that are given, the chain, the hash of its last entry, and when the tables of leads were last made."""

    entries: bytes
    chain: bytes
    head: str
    made_at: str


def ledger_extract(ledger: Path, subject: Subject, sources: set[str]) -> Extract:
    """The extract for one lead, whose messages stand in some sources."""
    ids = {subject.lead_id, subject.seller_id, *subject.accounts}
    given: dict[int, bytes] = {}
    steps: dict[str, int] = {}
    hashes: list[str] = []
    made_at = ""
    for line, entry in _entries(ledger):
        seq = entry["seq"]
        hashes.append(entry["hash"])
        if (
            "rows" in entry["outputs"] and "files" in entry["outputs"]
        ):  # a step that made tables: the newest is in force
            given.pop(steps.get(entry["act"], 0), None)
            steps[entry["act"]], given[seq] = seq, line
            made_at = entry["at"] if entry["act"] == "leads" else made_at
        elif _is_about(entry, ids, sources):
            given[seq] = line
    chain = "".join(f"{number} {hashed}\n" for number, hashed in enumerate(hashes, 1))
    return Extract(b"".join(given[seq] for seq in sorted(given)), chain.encode(), hashes[-1], made_at)


def _is_about(entry: Row, ids: set[str], sources: set[str]) -> bool:
    if entry["act"] in _STAMPS:
        return True
    if entry["act"] in _SEALS:
        return any(file["sha256"] in sources for file in entry["outputs"].get("files", ()))
    return bool(ids & set(_words(entry["inputs"])) or ids & set(_words(entry["outputs"])))


def _words(value: Any) -> Iterator[str]:
    """Every text in a value, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from _words(part)
    elif isinstance(value, list):
        for part in value:
            yield from _words(part)


def _entries(ledger: Path) -> Iterator[tuple[bytes, Row]]:
    with ledger.open("rb") as lines:
        for line in lines:
            yield line, json.loads(line)
