"""Whether a package is one that the ledger of a workspace says was handed out, and its chain the ledger's."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from schakel.custody.package_check.bag import UNSIGNED
from schakel.custody.package_check.checks import Check
from schakel.custody.package_check.files import Package, open_package
from schakel.records.facts import LedgerEntry

ACT = "package"


def handed_out(path: Path, entries: Iterable[LedgerEntry]) -> Check:
    """The check of a package against the ledger: who handed it out and when, and every hash of its extract."""
    package = open_package(path)
    chain: dict[int, str] = {}
    own: LedgerEntry | None = None
    for entry in entries:
        chain[entry.seq] = entry.hash
        if entry.act == ACT and entry.outputs == entry.outputs | _digests(package):
            own = entry
    told = "no entry of the ledger has its digests"
    if own is not None:
        told = f"entry {own.seq} of the ledger says that {own.who} handed it out at {own.at}"
    faults = [] if own else ["the ledger does not know this package, or knew it otherwise"]
    return Check("ledger-of-the-workspace", told, (*faults, *_other_hashes(package, chain)))


def signed_by(path: Path, key: str) -> Check:
    """The check that a package was signed by the key that the sender told, in hex digits."""
    said = str(open_package(path).record(UNSIGNED).get("key", ""))
    same = bool(said) and said == key.strip().lower()
    return Check(
        "key", "signed by the key that was given", () if same else ("it was not signed by that key",)
    )


def _digests(package: Package) -> dict[str, str]:
    names = {"manifest": "manifest-sha256.txt", "tagmanifest": "tagmanifest-sha256.txt"}
    measured = package.measured
    return {name: measured[file].sha256 if file in measured else "" for name, file in names.items()}


def _other_hashes(package: Package, chain: dict[int, str]) -> Iterator[str]:
    for line in package.lines("ledger/chain.txt"):
        number, _, hashed = line.decode("ascii", "replace").partition(" ")
        if not (
            number.isascii() and number.isdigit() and len(number) < 12 and chain.get(int(number)) == hashed
        ):
            yield (
                "ledger/chain.txt is not the chain of this ledger: it differs from it first at line "
                + number[:12]
            )
            return
