"""What the ledger says is held: export files in use, those removed from use, and what was sealed beside them."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from schakel.records.facts import LedgerEntry
from schakel.records.grounds import Held

REMOVED, DESTROYED = "removed", "destroyed"  # acts of the ledger; their outputs name the files
_SEALS = ("seal", "seal-again")


@dataclass(slots=True)
class _File:
    name: str
    bytes: int
    sealed_on: date
    authorisation: str
    state: str = "sealed"
    removed_on: date | None = None
    beside: set[str] = field(default_factory=set)


def holdings(entries: Iterable[LedgerEntry], sealed: Path) -> list[Held]:
    """Every export file that is sealed or removed, the longest held first. What was destroyed is not held.

    A file that is brought again after its removal is held anew from that day.
    """
    files = _files(entries, sealed)
    held = {digest: file for digest, file in files.items() if file.state != DESTROYED}
    shared = Counter(name for file in held.values() for name in file.beside)
    found = [
        Held(
            sha256=digest,
            name=file.name,
            bytes=file.bytes,
            sealed_on=file.sealed_on,
            authorisation=file.authorisation,
            removed_on=file.removed_on,
            beside=tuple(sorted(name for name in file.beside if shared[name] == 1)),
        )
        for digest, file in held.items()
    ]
    return sorted(found, key=lambda one: (one.sealed_on, one.sha256))


def out_of_use(entries: Iterable[LedgerEntry]) -> frozenset[str]:
    """The export files that were removed or destroyed and not brought again since."""
    return frozenset(last_removals(entries))


def last_removals(entries: Iterable[LedgerEntry]) -> Mapping[str, LedgerEntry]:
    """Each export file that is out of use, with the act that removed or destroyed it last."""
    gone: dict[str, LedgerEntry] = {}
    for entry in entries:
        names = {file["sha256"] for file in entry.outputs.get("files", []) if "sha256" in file}
        if entry.act in _SEALS:
            gone = {name: act for name, act in gone.items() if name not in names}
        elif entry.act in (REMOVED, DESTROYED):
            gone |= dict.fromkeys(names, entry)
    return gone


def _files(entries: Iterable[LedgerEntry], sealed: Path) -> dict[str, _File]:
    files: dict[str, _File] = {}
    for entry in entries:
        if entry.act in _SEALS:
            _brought(entry, files, sealed)
        elif entry.act in (REMOVED, DESTROYED):
            for named in entry.outputs.get("files", []):
                file = files.get(named["sha256"])
                if file is not None:
                    file.state, file.removed_on = entry.act, date.fromisoformat(entry.at[:10])
    return files


def _brought(entry: LedgerEntry, files: dict[str, _File], sealed: Path) -> None:
    named = entry.outputs.get("files", [])
    beside = {file["sha256"] for file in named if file["kind"] != "source"}
    for file in named:
        if file["kind"] == "manifest":
            beside |= _in_manifest(sealed / file["sha256"])
    ground = str(entry.settings.get("authorisation", ""))
    for file in named:
        if file["kind"] != "source":
            continue
        known = files.get(file["sha256"])
        if known is None or known.state != "sealed":
            day = date.fromisoformat(entry.at[:10])
            files[file["sha256"]] = known = _File(file["name"], file["bytes"], day, ground)
        known.authorisation = known.authorisation or ground
        known.beside |= beside


def _in_manifest(manifest: Path) -> set[str]:
    try:
        return {file["sha256"] for file in json.loads(manifest.read_bytes())["files"]}
    except (OSError, ValueError, KeyError, TypeError):
        return set()  # a manifest that was removed itself; what it named went with it
