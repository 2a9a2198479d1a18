"""The ledger of the workspace knows a package by its digests, and its chain line for line."""

import hashlib
from pathlib import Path

from schakel.custody.handed_out import ACT, handed_out
from schakel.records.facts import LedgerEntry
from tests.custody.package_check.sample import put, reseal


def entries(sample: Path) -> list[LedgerEntry]:
    """The ledger whose chain the package has, with the hand-over as its next entry."""
    lines = (sample / "ledger/chain.txt").read_text("ascii").splitlines()
    chain = [
        LedgerEntry(int(seq), "", "", "anna", "show", "1", hash=one) for seq, one in map(str.split, lines)
    ]
    digests = {
        name: hashlib.sha256((sample / f"{name}-sha256.txt").read_bytes()).hexdigest()
        for name in ("manifest", "tagmanifest")
    }
    return [
        *chain,
        LedgerEntry(len(chain) + 1, "", "2026-01-09", "anna", ACT, "1", outputs=digests, hash="f" * 64),
    ]


def test_a_package_that_was_handed_out_is_told_with_who_and_when(sample: Path) -> None:
    check = handed_out(sample, entries(sample))
    assert check.holds
    assert "anna handed it out at 2026-01-09" in check.told


def test_a_chain_that_is_not_the_ledgers_is_told_though_the_digests_are_known(sample: Path) -> None:
    path = sample / "ledger/chain.txt"
    known = entries(sample)
    put(path, path.read_bytes().replace(known[1].hash.encode(), b"0" * 64))
    own = entries(reseal(sample))[-1]
    check = handed_out(sample, [*known[:-1], own])
    assert check.faults == (
        "ledger/chain.txt is not the chain of this ledger: it differs from it first at line 2",
    )


def test_a_package_that_the_ledger_does_not_know_is_told(sample: Path) -> None:
    check = handed_out(sample, entries(sample)[:-1])
    assert check.faults == ("the ledger does not know this package, or knew it otherwise",)
