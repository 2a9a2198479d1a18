"""What the ledger says of a lead: the acts about it and those that its data come from, and the hash of every act up to the last.

A hash is of a whole entry, so nothing of one can be left out and the hash worked out again all the same. What is about this lead and
nobody else, without words that somebody typed and without names of files, is given whole. Of an act about the lead that has such words
or names the rest is given beside its hash, which the ledger can prove. Acts about anybody else are their hash alone.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from schakel.showing.handover.package.subject import Subject

Row = dict[str, Any]
_SEALS = ("seal", "seal-again")
_STAMPS = ("checkpoint", "timestamp-asked", "timestamp", "ledger-mended")  # they name hashes only
# Names of files may be those of people, reasons may tell of other cases, and pseudonyms beside their ids would open exports.
_KEPT_BACK = frozenset({"name", "why", "pseudonym"})
_ID = re.compile(r"\b[a-z]+_x?[0-9a-f]{24}\b")


class Extract(NamedTuple):
    """The entries given whole and in part, the hashes of all, the last of them, when the leads were made, and counts."""

    entries: bytes
    in_part: bytes
    chain: bytes
    head: str
    made_at: str
    counts: Row


def ledger_extract(ledger: Path, subject: Subject, sources: set[str]) -> Extract:
    """The extract for one lead, whose messages stand in some sources."""
    whole: dict[int, bytes] = {}
    part: dict[int, Row] = {}
    steps: dict[str, int] = {}
    hashes: list[str] = []
    made_at, of_others_too = "", 0
    about = _About(subject, sources)
    for line, entry in _entries(ledger):
        seq = entry["seq"]
        hashes.append(entry["hash"])
        if _is_step(entry):  # the newest is in force
            whole.pop(steps.get(entry["act"], 0), None)
            steps[entry["act"]], whole[seq] = seq, line
            made_at = entry["at"] if entry["act"] == "leads" else made_at
        elif entry["act"] in _STAMPS:
            whole[seq] = line
        elif about.names_others(entry):
            of_others_too += 1
        elif about.concerns(entry):
            told = about.told(entry)
            if told == entry:
                whole[seq] = line
            else:
                part[seq] = told
    counts = {
        "entries": len(hashes),
        "whole": len(whole),
        "in_part": len(part),
        "about_others_too": of_others_too,
    }
    chain = "".join(f"{number} {hashed}\n" for number, hashed in enumerate(hashes, 1))
    entries = b"".join(whole[seq] for seq in sorted(whole))
    return Extract(entries, _lines(part), chain.encode(), hashes[-1], made_at, counts)


class _About:
    """What acts have to do with one lead."""

    def __init__(self, subject: Subject, sources: set[str]) -> None:
        self._own = {subject.lead_id, subject.seller_id, *subject.accounts}
        self._sources = sources

    def concerns(self, entry: Row) -> bool:
        """Whether an act is about the lead, its seller or accounts, or sealed a file that its messages stand in."""
        if entry["act"] in _SEALS:
            return bool(self._sealed(entry))
        return bool(self._own & _ids([entry["inputs"], entry["outputs"]]))

    def names_others(self, entry: Row) -> bool:
        """Whether an act about the lead names somebody else too, whose ids are digests of their numbers, outside of what is kept back."""
        ids = _ids(_without([entry["inputs"], entry["outputs"], entry["settings"]]))
        return bool(self._own & ids and ids - self._own)

    def told(self, entry: Row) -> Row:
        """An act without what is kept back; of a sealing only the files of the lead."""
        told: Row = _without(entry)
        if entry["act"] in _SEALS and len(self._sealed(entry)) < len(entry["outputs"]["files"]):
            told["outputs"] |= {"files": _without(self._sealed(entry))}
        return told

    def _sealed(self, entry: Row) -> list[Row]:
        return [file for file in entry["outputs"].get("files", ()) if file["sha256"] in self._sources]


def _is_step(entry: Row) -> bool:
    """Whether an act is a step that made tables."""
    return "rows" in entry["outputs"] and "files" in entry["outputs"]


def _ids(said: Any) -> set[str]:
    """Every id in what an act says, wherever it stands."""
    return set(_ID.findall(json.dumps(said, ensure_ascii=False)))


def _without(value: Any) -> Any:
    """A value without what is kept back; an empty word tells nothing and stays."""
    if isinstance(value, dict):
        return {key: _without(part) for key, part in value.items() if not (part and key in _KEPT_BACK)}
    return [_without(part) for part in value] if isinstance(value, list) else value


def _lines(part: dict[int, Row]) -> bytes:
    written = (json.dumps(part[seq], sort_keys=True, ensure_ascii=False) for seq in sorted(part))
    return "".join(f"{line}\n" for line in written).encode("utf-8")


def _entries(ledger: Path) -> Iterator[tuple[bytes, Row]]:
    with ledger.open("rb") as lines:
        for line in lines:
            yield line, json.loads(line)
