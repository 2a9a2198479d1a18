"""Compares what the ledger says of verdicts, interventions and acts with the rows of a casebook. Needs nothing of ours.

The rows may come from anywhere: `sqlite3 -json casebook.db "select * from verdicts"` gives them too.
"""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

Row = Mapping[str, Any]
# Which acts of the ledger carry a whole row of the casebook in their outputs, and the number of that row.
_VERDICT, _INTERVENTION = ("verdict", "verdict_id"), ("intervention", "intervention_id")
_ROWS_OF = {
    "verdict": _VERDICT,
    "undo": _VERDICT,
    "intervene-add": _INTERVENTION,
    "intervene-undo": _INTERVENTION,
}


@dataclass(frozen=True, slots=True)
class CasebookRows:
    """The rows of a casebook that the ledger vouches for.

    `in_cases`: numbers of verdicts that were said in a case, which the ledger knows by the hash of the case's act. `alone`:
    no other workspace writes in this casebook, so that the ledger must have every row. `by_acts`: numbers of verdicts that
    have an act of their own in the chain.
    """

    verdicts: Sequence[Row] = ()
    interventions: Sequence[Row] = ()
    act_hashes: Mapping[int, str] = field(default_factory=dict)
    in_cases: Collection[int] = ()
    by_acts: Collection[int] = ()
    alone: bool = True


def told_of_casebook(ledger: Path) -> int:
    """The number of the first entry that tells of something in the casebook; 0 if none does."""
    return next((entry["seq"] for entry in _entries(ledger) if _tells(entry)), 0)


def verify_casebook(ledger: Path, rows: CasebookRows, up_to: int | None = None) -> Iterator[str]:
    """One sentence for each row that is not as the ledger has it, in the order of the ledger; then each that it lacks.

    1. an act whose hash the ledger wrote down has that hash still
    2. a verdict or intervention that the ledger wrote down stands in the casebook, word for word
    3. every verdict and intervention of the casebook stands in the ledger, but for verdicts that were said in a case or that
       have an act of their own

    `up_to`: the last entry of the ledger when the rows were read. What came later need not be among them.
    """
    standing = {
        _VERDICT: _by_number(rows.verdicts, _VERDICT),
        _INTERVENTION: _by_number(rows.interventions, _INTERVENTION),
    }
    for entry in _entries(ledger):
        if up_to is not None and entry["seq"] > up_to:
            break
        said = entry["outputs"].get("casebook")
        if said and said["act"] and rows.act_hashes.get(said["act"]) != said["hash"]:
            yield (
                f"act {said['act']} is not the one that entry {entry['seq']} of the ledger vouches for: the casebook was cut "
                "off or written anew."
            )
            return
        if (of := _ROWS_OF.get(entry["act"])) is not None:
            number = entry["outputs"][of[1]]
            yield from _as_told(entry, of[0], number, standing[of].get(number))
    if rows.alone:
        yield from _untold(standing, _told(ledger), {*rows.in_cases, *rows.by_acts})


def without_entry(ledger: Path, rows: CasebookRows) -> list[str]:
    """One sentence for each verdict that has its act in the casebook but no entry in the ledger: no fault by itself."""
    if not rows.alone:
        return []
    told = _told(ledger)
    return [
        f"Verdict {number} has its act in the casebook but no entry in the ledger: the disk was full, or the program was ended "
        "before it wrote there."
        for number in sorted(_by_number(rows.verdicts, _VERDICT))
        if number in rows.by_acts and ("verdict", number) not in told
    ]


def _told(ledger: Path) -> set[tuple[str, int]]:
    """Every verdict and intervention that the ledger wrote down, also since the rows were read."""
    ofs = ((_ROWS_OF[entry["act"]], entry) for entry in _entries(ledger) if entry["act"] in _ROWS_OF)
    return {(of[0], entry["outputs"][of[1]]) for of, entry in ofs}


def _as_told(entry: Row, kind: str, number: int, row: Row | None) -> Iterator[str]:
    if row is None:
        yield f"{kind} {number}, which entry {entry['seq']} of the ledger wrote down, is not in the casebook."
        return
    for name, said in entry["outputs"].items():
        if name != "casebook" and row.get(name) != said:
            yield (
                f'{kind} {number} says {name} "{_short(row.get(name))}", but entry {entry["seq"]} of the ledger wrote down '
                f'"{_short(said)}".'
            )
            return


def _untold(
    standing: Mapping[tuple[str, str], Mapping[int, Row]],
    told: set[tuple[str, int]],
    known: Collection[int],
) -> Iterator[str]:
    for (kind, _), rows in standing.items():
        for number in sorted(rows):
            if (kind, number) not in told and not (kind == "verdict" and number in known):
                yield (
                    f"{kind} {number} stands in the casebook and not in the ledger: it was put in by another way, or the "
                    "program was ended while it wrote."
                )


def _by_number(rows: Iterable[Row], of: tuple[str, str]) -> dict[int, Row]:
    # What the ledger holds went through JSON, so days and tuples are compared as JSON has them.
    return {row[of[1]]: json.loads(json.dumps(dict(row), default=str)) for row in rows}


def _tells(entry: Row) -> bool:
    said = entry["outputs"].get("casebook")
    return entry["act"] in _ROWS_OF or bool(said and said["act"])


def _entries(ledger: Path) -> Iterator[dict[str, Any]]:
    if ledger.exists():
        with ledger.open("rb") as lines:
            yield from map(json.loads, lines)


def _short(value: object) -> str:
    return str(value)[:80]
