"""Whether a package is one that the ledger of a workspace says was handed out, and its chain the ledger's."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from schakel.custody.package_check.bag import UNSIGNED
from schakel.custody.package_check.chain import CHAIN, PART
from schakel.custody.package_check.checks import Check
from schakel.custody.package_check.files import Package, open_package, shown
from schakel.custody.package_check.json_rows import parsed
from schakel.records.facts import LedgerEntry

ACT = "package"
FAILED = "-failed"  # behind an act of handing out: what it says did not come to its place
_LONGEST = 12  # digits of a number of an entry


@dataclass(slots=True)
class _Found:
    """What the ledger says of a package: the entry of its hand-over, and what else fits or does not."""

    own: LedgerEntry | None = None
    failed: set[int] = field(default_factory=set)
    chain: dict[int, str] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)


def handed_out(path: Path, entries: Iterable[LedgerEntry]) -> Check:
    """The check of a package against the ledger: who handed it out and when, every hash of its extract, and what is given in part."""
    package = open_package(path)
    found = _look_up(package, entries)
    own = found.own
    told = "no entry of the ledger has its digests"
    if own is not None:
        told = f"entry {own.seq} of the ledger says that {own.who} handed it out at {own.at}"
    faults = [] if own else ["the ledger does not know this package, or knew it otherwise"]
    if own and own.seq in found.failed:
        faults.append(f"the ledger says that the package of entry {own.seq} did not come to its place")
    return Check(
        "ledger-of-the-workspace", told, (*faults, *_other_hashes(package, found.chain), *found.faults)
    )


def signed_by(path: Path, key: str) -> Check:
    """The check that a package was signed by the key that the sender told, in hex digits."""
    said = str(open_package(path).record(UNSIGNED).get("key", ""))
    same = bool(said) and said == key.strip().lower()
    return Check(
        "key", "signed by the key that was given", () if same else ("it was not signed by that key",)
    )


def is_part(told: Any, real: Any) -> bool:
    """Whether what is told is part of something real: nothing in it is otherwise, though the real may hold more."""
    if isinstance(told, dict):
        return isinstance(real, dict) and all(
            key in real and is_part(value, real[key]) for key, value in told.items()
        )
    if isinstance(told, list):
        return isinstance(real, list) and all(any(is_part(one, other) for other in real) for one in told)
    return type(told) is type(real) and bool(told == real)


def _look_up(package: Package, entries: Iterable[LedgerEntry]) -> _Found:
    found = _Found()
    digests = _digests(package)
    in_part = {row["seq"]: row for row in map(parsed, package.lines(PART)) if row and "seq" in row}
    for entry in entries:
        found.chain[entry.seq] = entry.hash
        if entry.act == ACT and entry.outputs == entry.outputs | digests:
            found.own = entry
        if entry.act == ACT + FAILED:
            found.failed.add(entry.inputs["entry"])
        told = in_part.pop(entry.seq, None)
        if told is not None and not is_part(told, asdict(entry)):
            found.faults.append(f"{PART} says otherwise of entry {entry.seq} than the ledger")
    found.faults += [f"{PART} tells of an entry {shown(str(seq))} that the ledger has not" for seq in in_part]
    return found


def _digests(package: Package) -> dict[str, str]:
    names = {"manifest": "manifest-sha256.txt", "tagmanifest": "tagmanifest-sha256.txt"}
    measured = package.measured
    return {name: measured[file].sha256 if file in measured else "" for name, file in names.items()}


def _other_hashes(package: Package, chain: dict[int, str]) -> Iterator[str]:
    for line in package.lines(CHAIN):
        number, _, hashed = line.decode("ascii", "replace").partition(" ")
        known = number.isascii() and number.isdigit() and len(number) < _LONGEST
        if not (known and chain.get(int(number)) == hashed):
            yield f"{CHAIN} is not the chain of this ledger: it differs from it first at line {number[:_LONGEST]}"
            return
