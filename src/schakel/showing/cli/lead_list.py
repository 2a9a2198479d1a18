"""A list of leads in a file of one's own, as the table that a plan is made from."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from math import isfinite
from pathlib import Path
from typing import Any

import pyarrow as pa

from schakel.deciding.units import national_too, national_unit, unit_called
from schakel.measuring.delimited import first_lines, read_columns, separator_of
from schakel.records.counted import counted
from schakel.records.errors import SettingsError
from schakel.records.tables import from_rows

_NEEDED = ("lead_id", "worth", "hours")
_MORE = (
    "seller_id",
    "title",
    "unit",
    "skill",
    "network",
    "tags",
    "worth_low",
    "worth_high",
    "hours_low",
    "hours_high",
)
_HEAVY = frozenset({"bulk", "weapons"})  # tags
_MOST = 1e9


def leads_in(path: Path) -> pa.Table:
    """The table `leads` of a CSV file; SettingsError names the row that cannot be used.

    `lead_id`, `worth` and `hours` are needed. `unit` empty is the national unit; `tags` are parted by `|`; bounds that
    are not given are the value itself, so that nothing moves in the simulations.
    """
    head = first_lines(path)
    there = {name.strip().strip('"') for name in head[0].split(separator_of(head))}
    table, bad = read_columns(path, [*_NEEDED, *(name for name in _MORE if name in there)])
    if bad:
        raise SettingsError(
            f"{counted(bad, 'row')} of {path.name} {'has' if bad == 1 else 'have'} too few or too many columns.",
            means="Nothing was planned: a list that is not whole gives a plan that is not.",
            todo="Correct them.",
        )
    rows = [
        _lead({k: v or "" for k, v in row.items()}, line) for line, row in enumerate(table.to_pylist(), 2)
    ]
    _once_each([row["lead_id"] for row in rows])
    return from_rows(rows, "leads")


def _lead(row: Mapping[str, str], line: int) -> dict[str, Any]:
    worth, hours = (_with_bounds(row, name, line) for name in ("worth", "hours"))
    skill = row.get("skill", "").strip() or "work"
    lead_id = row["lead_id"].strip()
    if not lead_id:
        raise SettingsError(f"Line {line} has no lead_id.", todo="Give every lead an id of its own.")
    unit = unit_called(row["unit"]) if row.get("unit", "").strip() else national_unit()
    tags = sorted({tag.strip() for tag in row.get("tags", "").split("|") if tag.strip()})
    part = {"part": "worth", **dict(zip(("value", "low", "high"), worth, strict=True))}
    work = {"kind": skill, **dict(zip(("hours", "low", "high"), hours, strict=True))}
    return {
        "lead_id": lead_id,
        "seller_id": row.get("seller_id", "").strip() or lead_id,
        "title": row.get("title", "").strip() or lead_id,
        **dict(zip(("worth", "worth_low", "worth_high"), worth, strict=True)),
        **dict(zip(("hours", "hours_low", "hours_high"), hours, strict=True)),
        "skill": skill,
        "unit": unit,
        "network": row.get("network", "").strip() or None,
        "tags": tags,
        "parts": [part | {"cell": "", "source": "the list"}] if worth[0] > 0 else [],
        "work": [work | {"cell": ""}] if hours[0] > 0 else [],
        "reasons": _reasons(unit, tags),
    }


def _reasons(unit: str, tags: Sequence[str]) -> list[dict[str, Any]]:
    """As for leads of a workspace: what is in bulk or weapons may go to the national unit too."""
    if unit == national_unit() or _HEAVY.isdisjoint(tag.casefold() for tag in tags):
        return []
    return [asdict(national_too())]


def _with_bounds(row: Mapping[str, str], name: str, line: int) -> tuple[float, float, float]:
    value = _number(row[name], name, line)
    low, high = (
        _number(row[f"{name}_{end}"], f"{name}_{end}", line)
        if row.get(f"{name}_{end}", "").strip()
        else value
        for end in ("low", "high")
    )
    if not low <= value <= high or (value > 0 and low <= 0):
        raise SettingsError(
            f"Line {line}: the {name} {value:g} does not lie between its low {low:g} and high {high:g}.",
            todo="Bounds lie above zero, on either side of the value.",
        )
    return value, low, high


def _number(written: str, name: str, line: int) -> float:
    try:
        value = float(written)
    except ValueError:
        value = float("nan")
    if not (isfinite(value) and 0 <= value < _MOST):
        raise SettingsError(
            f'Line {line}: the {name} is "{written[:40]}".',
            todo="Write a number of 0 or more; decimals take a point.",
        )
    return value


def _once_each(ids: Sequence[str]) -> None:
    seen: set[str] = set()
    for one in ids:
        if one in seen:
            raise SettingsError(
                f"The lead {one[:60]} stands in the list twice.", todo="Give each lead an id of its own."
            )
        seen.add(one)
