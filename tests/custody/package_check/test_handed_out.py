"""The ledger of the workspace knows a package by its digests, and its chain line for line."""

import hashlib
import json
from dataclasses import replace
from pathlib import Path

import pytest

from schakel.custody.handed_out import ACT, handed_out, is_part
from schakel.records.facts import LedgerEntry
from tests.custody.package_check.sample import put, reseal


def entries(sample: Path) -> list[LedgerEntry]:
    """The ledger whose chain the package has, with the hand-over as its next entry."""
    lines = (sample / "ledger/chain.txt").read_text("ascii").splitlines()
    part = json.loads((sample / "ledger/in_part.jsonl").read_bytes())
    chain = [
        LedgerEntry(int(seq), "", "", "anna", "show", "1", hash=one) for seq, one in map(str.split, lines)
    ]
    chain[part["seq"] - 1] = LedgerEntry(**part, settings={"why": "case 14"})
    made = LedgerEntry(
        len(chain) + 1, "", "2026-01-09", "anna", ACT, "1", outputs=_digests(sample), hash="f" * 64
    )
    return [*chain, made]


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


@pytest.mark.parametrize(
    ("change", "fits"),
    [
        ({}, True),
        ({"who": "otto"}, False),
        ({"at": "2026-01-01T00:00:00Z"}, False),
        ({"settings": {"why": "case 14"}}, True),
        ({"settings": {"why": "none"}}, False),
        ({"settings": {"names": True}}, False),
    ],
)
def test_what_is_told_in_part_is_compared_with_the_ledger(
    sample: Path, change: dict[str, object], *, fits: bool
) -> None:
    known = entries(sample)
    told = json.loads((sample / "ledger/in_part.jsonl").read_bytes()) | change
    put(sample / "ledger/in_part.jsonl", json.dumps(told).encode() + b"\n")
    own = replace(known[-1], outputs=_digests(reseal(sample)))
    check = handed_out(sample, [*known[:-1], own])
    assert check.faults == (
        () if fits else ("ledger/in_part.jsonl says otherwise of entry 3 than the ledger",)
    )


def test_an_act_in_part_that_the_ledger_has_not_is_told(sample: Path) -> None:
    known = entries(sample)
    told = json.loads((sample / "ledger/in_part.jsonl").read_bytes()) | {"seq": 9_000}
    put(sample / "ledger/in_part.jsonl", json.dumps(told).encode() + b"\n")
    check = handed_out(sample, [*known[:-1], replace(known[-1], outputs=_digests(reseal(sample)))])
    assert check.faults == ("ledger/in_part.jsonl tells of an entry 9000 that the ledger has not",)


@pytest.mark.parametrize(
    ("told", "real", "fits"),
    [
        ({"a": 1}, {"a": 1, "b": 2}, True), ({"a": 1, "b": 2}, {"a": 1}, False), ({"a": True}, {"a": 1}, False),
        ([{"a": 1}], [{"b": 1}, {"a": 1, "c": 3}], True), ([{"a": 2}], [{"a": 1}], False), ([], [1], True),
        ({"a": {}}, {"a": []}, False), ("x", "x", True), (None, None, True), ([], {}, False),
    ],
)  # fmt: skip
def test_part_of_something_holds_nothing_else(told: object, real: object, *, fits: bool) -> None:
    assert is_part(told, real) is fits


def _digests(sample: Path) -> dict[str, str]:
    return {
        name: hashlib.sha256((sample / f"{name}-sha256.txt").read_bytes()).hexdigest()
        for name in ("manifest", "tagmanifest")
    }
