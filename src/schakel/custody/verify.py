"""Checks a ledger and the sealed files behind it. Needs nothing of ours but `records`."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from schakel.records.errors import SealError

GENESIS = "0" * 64


@dataclass(frozen=True, slots=True)
class LedgerReport:
    """The outcome of a check: how many entries hold, the last hash, and what is broken first (empty: nothing)."""

    entries: int
    head: str
    broken: str

    @property
    def holds(self) -> bool:
        """True if every entry is whole, in order and chained."""
        return not self.broken


def verify_ledger(path: Path) -> LedgerReport:
    """Walks the ledger from its first line and stops at the first entry that does not hold.

    1. every line is whole and is JSON with the fields of an entry
    2. entries are numbered 1, 2, 3, ...
    3. each carries the hash of the one before it
    4. each hash is the sha256 of the entry's canonical bytes
    """
    seq, head = 0, GENESIS
    for number, line in _lines(path):
        fault = _fault(line, number, seq, head)
        if fault:
            return LedgerReport(seq, head, fault)
        entry = json.loads(line)
        seq, head = entry["seq"], entry["hash"]
    return LedgerReport(seq, head, "")


def verify_seals(ledger: Path, sealed: Path) -> Iterator[str]:
    """One sentence a sealed file that is gone or changed since its seal was written in the ledger.

    A file that was removed from use must lie in `removed` beside the sealed files, unless the ledger says that it was
    destroyed. Files of which only a manifest was named in the ledger (where they are many) are looked up in that.
    """
    named = kept_in(ledger, sealed)
    for digest, (name, folder) in sorted(named.items()):
        path = sealed.parent / folder / digest if folder != "sealed" else sealed / digest
        if not path.exists():
            yield f"{name} (sha256 {digest}) was sealed but its file is gone."
        elif _hash(path) != digest:
            yield f"{name} (sha256 {digest}) was sealed but its file has changed since."


def verify_nothing_put_in(ledger: Path, sealed: Path) -> Iterator[str]:
    """One sentence a file among the sealed ones that the ledger does not say was sealed."""
    lying = _files_in(
        sealed
    )  # first: what a run seals meanwhile is then not taken for more than the ledger names
    named = kept_in(ledger, sealed)
    for path in lying:
        if named.get(path.name, ("", ""))[1] != "sealed":
            yield (
                f"{path.name[:80]} lies among the sealed files, but the ledger does not say that it was sealed: it was put "
                "there by another way, or the program was ended while it sealed."
            )


def verify_not_empty(ledger: Path, sealed: Path) -> str:
    """A sentence if the ledger is empty or gone though files were sealed or tables made; empty if that fits."""
    if any(True for _ in _lines(ledger)):
        return ""
    tables = _files_in(sealed.parent / "tables")
    beside = {"sealed files": _files_in(sealed), "tables": tables}
    found = next((name for name, files in beside.items() if files), "")
    how = "empty" if ledger.exists() else "gone"
    # Files are sealed before the ledger names them; tables are made after it.
    or_ended = "" if tables else ", or the first intake was ended while it sealed"
    return (
        f"The ledger is {how}, but there are {found} beside it: what was written in it was taken out{or_ended}."
        if found
        else ""
    )


def sealed_in(ledger: Path) -> dict[str, str]:
    """Every sealed file that the ledger names and that is in use: sha256 -> name."""
    return {digest: name for digest, (name, folder) in kept_in(ledger).items() if folder == "sealed"}


def kept_in(ledger: Path, sealed: Path | None = None) -> dict[str, tuple[str, str]]:
    """Every file that the ledger says is there: sha256 -> name, and the folder it must lie in.

    With the folder of sealed files, also those that it names through a manifest only, as it does where they are many.
    """
    found: dict[str, tuple[str, str]] = {}
    for number, line in _lines(ledger):
        try:
            entry = json.loads(line)
        except ValueError as error:
            raise SealError(f"Line {number} of the ledger is not JSON.") from error
        files, beside = entry["outputs"].get("files", []), entry["outputs"].get("beside", [])
        if entry.get("act") in ("seal", "seal-again"):
            for file in [*files, *(_in_manifests(files, sealed) if sealed else ())]:
                name, folder = found.get(file["sha256"], (file["name"], "sealed"))
                found[file["sha256"]] = (name, "sealed") if folder != "sealed" else (name, folder)
        elif entry.get("act") in ("removed", "destroyed"):
            for digest in [file["sha256"] for file in files] + beside:
                if entry["act"] == "destroyed":
                    found.pop(digest, None)
                elif digest in found:
                    found[digest] = (found[digest][0], "removed")
    return found


def _in_manifests(files: list[dict[str, Any]], sealed: Path) -> Iterator[dict[str, Any]]:
    """What the manifests among these files name. One that is gone or changed names nothing, and is itself told as such."""
    for file in files:
        if file.get("kind") != "manifest":
            continue
        places = (sealed / file["sha256"], sealed.parent / "removed" / file["sha256"])
        path = next((place for place in places if place.exists()), None)
        if path is not None and _hash(path) == file["sha256"]:
            for one in json.loads(path.read_bytes())["files"]:
                yield {"sha256": one["sha256"], "name": one["path"]}


def _files_in(folder: Path) -> list[Path]:
    """Every file, but for those copied in part: they are never read, and the next run takes them away."""
    found = folder.rglob("*") if folder.is_dir() else ()
    return sorted(path for path in found if not path.is_dir() and not path.name.startswith(".half-"))


def _fault(line: bytes, number: int, seq: int, head: str) -> str:
    if not line.endswith(b"\n"):
        return f"Entry {number} is cut short: its line has no end."
    try:
        entry: dict[str, Any] = json.loads(line)
        claimed = entry["hash"]
        body = {key: value for key, value in entry.items() if key != "hash"}
        real = sha256(_canonical(body)).hexdigest()
        if entry["seq"] != seq + 1:
            return f"Entry {number} says it is number {entry['seq']}, but {seq + 1} was due: entries were taken out or put in."
        if entry["previous"] != head:
            return f"Entry {number} does not follow the entry before it: the chain is broken here."
    except (ValueError, KeyError, TypeError):
        return f"Entry {number} is not a ledger entry."
    return (
        "" if claimed == real else f"Entry {number} was changed after it was written: its hash does not fit."
    )


def _lines(path: Path) -> Iterator[tuple[int, bytes]]:
    if path.exists():
        with path.open("rb") as opened:
            yield from enumerate(opened, 1)


def _canonical(value: Any) -> bytes:
    return json.dumps(
        value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False
    ).encode("utf-8")


def _hash(path: Path) -> str:
    total = sha256()
    with path.open("rb") as opened:
        while block := opened.read(1 << 20):
            total.update(block)
    return total.hexdigest()
