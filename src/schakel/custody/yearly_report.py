"""The yearly report on the log: who did what how often, names opened, refusals, removals, and whether all of it holds."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from schakel.custody.log_search import is_read, opened_names, reason
from schakel.records.facts import LedgerEntry

_REMOVALS = ("removed", "destroyed", "case-remove", "case-destroy")


def yearly_report(entries: Iterable[LedgerEntry], year: int) -> dict[str, Any]:
    """The figures of one year, by UTC day. Every figure can be found again with `schakel audit` and its filters."""
    mine = [entry for entry in entries if entry.at.startswith(f"{year:04}-")]
    reads = [entry for entry in mine if is_read(entry)]
    named = [entry for entry in mine if opened_names(entry)]
    return {
        "year": year,
        "acts": len(mine),
        "by_act": _counted(entry.act for entry in mine),
        "by_person": _counted(entry.who for entry in mine),
        "reads": {"all": len(reads), "by_person": _counted(entry.who for entry in reads)},
        "names_opened": {
            "all": len(named),
            "by_person": _counted(entry.who for entry in named),
            "without_reason": [entry.seq for entry in named if not reason(entry)],
            "without_ground": [entry.seq for entry in named if not _ground(entry)],
            "by_ground": _counted(_ground(entry) for entry in named if _ground(entry)),
        },
        "refused": [
            {"seq": e.seq, "at": e.at, "who": e.who, "because": e.outputs.get("because", "")}
            for e in mine
            if e.act == "refused"
        ],
        "removals": {act: sum(entry.act == act for entry in mine) for act in _REMOVALS},
        "outside_hours": sum(not 6 <= int(entry.at[11:13]) < 22 for entry in reads),
        "checkpoints": sum(entry.act == "checkpoint" for entry in mine),
        "busiest_days": dict(Counter(entry.at[:10] for entry in reads).most_common(5)),
    }


def _ground(entry: LedgerEntry) -> str:
    return str(entry.settings.get("authorisation") or entry.inputs.get("authorisation") or "")


def _counted(names: Iterable[str]) -> dict[str, int]:
    return dict(sorted(Counter(names).items(), key=lambda pair: (-pair[1], pair[0])))
