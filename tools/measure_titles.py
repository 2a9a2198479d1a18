"""Measures what the reading finds in titles of market listings: the commodity, and the amount where it is labelled.

    python tools/measure_titles.py LISTINGS.csv                   commodity from the title alone
    python tools/measure_titles.py LISTINGS.csv AMOUNTS.jsonl     and amounts: lines of {"title", "quantity", "unit"}

LISTINGS.csv has the columns category, subcategory, subcategory2, title and vendor; `tools/market_categories.toml` says
what the categories mean. Vendors are halved by their names: of one half every commodity is shown, of the other, which
words are not developed on, nothing but the totals. The same title counts once. The first commodity named counts.
"""

import csv
import hashlib
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from tomllib import loads
from typing import NamedTuple

from schakel.reading.amounts.items import Item
from schakel.reading.offers import TextReading, read_texts

_MANY = 512
_IN_GRAMS = {"g": 1.0, "kg": 1000.0, "mg": 0.001}


class Title(NamedTuple):
    """One title, the commodity of its category and the half that its vendor belongs to."""

    text: str
    commodity: str
    half: str


def titles(path: Path) -> list[Title]:
    """The titles of the categories that mean a commodity, each once in its half."""
    data = loads((Path(__file__).parent / "market_categories.toml").read_text("utf-8"))
    seen: set[tuple[str, str]] = set()
    out = []
    with path.open(encoding="utf-8", errors="replace", newline="") as lines:
        for row in csv.DictReader(lines):
            commodity = _commodity(row, data["commodities"])
            half = _half(row["vendor"])
            key = (half, re.sub(r"[^a-z0-9]+", " ", row["title"].lower()).strip())
            if commodity and key not in seen:
                seen.add(key)
                out.append(Title(row["title"], commodity, half))
    return out


def _commodity(row: dict[str, str], commodities: dict[str, str]) -> str | None:
    place = f"{row['category']} / {row['subcategory']}"
    return commodities.get(f"{place} / {row['subcategory2']}", commodities.get(place))


def _half(vendor: str) -> str:
    return "developed on" if hashlib.sha256(f"t1{vendor}".encode()).digest()[0] < 128 else "held"


def read(texts: Sequence[str]) -> list[TextReading]:
    """The readings of all titles."""
    return [one for at in range(0, len(texts), _MANY) for one in read_texts(texts[at : at + _MANY])]


def first_commodity(reading: TextReading) -> str | None:
    """The commodity of the first item that names one."""
    return next((item.commodity for item in reading.items if item.commodity), None)


def f1_of(pairs: Iterable[tuple[str, str | None]]) -> dict[str, tuple[int, float, float, float]]:
    """How many, precision, recall and F1 of each labelled commodity."""
    counted = Counter(pairs)
    out = {}
    for one in sorted({label for label, _ in counted}):
        both = counted[one, one]
        labelled = sum(n for (label, _), n in counted.items() if label == one)
        found = sum(n for (_, said), n in counted.items() if said == one)
        out[one] = (labelled, both / max(1, found), both / labelled, 2 * both / (labelled + found))
    return out


def amount(item: Item) -> tuple[str, float] | None:
    """The amount of an item, weights in grams."""
    if item.quantity is None or item.unit is None:
        return None
    if item.unit in _IN_GRAMS:
        return "g", round(item.quantity * _IN_GRAMS[item.unit], 4)
    return item.unit, item.quantity


def amounts_right(labels: Sequence[dict[str, object]]) -> dict[str, tuple[int, int]]:
    """By unit how many first amounts are as labelled, and of how many."""
    right: dict[str, tuple[int, int]] = {}
    for label, reading in zip(labels, read([str(one["title"]) for one in labels]), strict=True):
        unit, quantity = str(label["unit"]), float(str(label["quantity"]))
        wanted = ("g", round(quantity * _IN_GRAMS[unit], 4)) if unit in _IN_GRAMS else (unit, quantity)
        found = next(filter(None, map(amount, reading.items)), None)
        good, of = right.get(wanted[0], (0, 0))
        right[wanted[0]] = (good + (found == wanted), of + 1)
    return right


def main() -> None:
    """Measures and prints."""
    listed = titles(Path(sys.argv[1]))
    said = [first_commodity(reading) for reading in read([one.text for one in listed])]
    for half in ("developed on", "held"):
        pairs = [(one.commodity, found) for one, found in zip(listed, said, strict=True) if one.half == half]
        rows = f1_of(pairs)
        macro = sum(row[3] for row in rows.values()) / len(rows)
        right = sum(label == found for label, found in pairs) / len(pairs)
        print(f"vendors {half}: {len(pairs):,} titles, macro-F1 {macro:.3f}, right {right:.3f}")
        for name, row in sorted(rows.items(), key=lambda entry: entry[1][3]) if half != "held" else ():
            print(f"  {name:24} {row[0]:5}  precision {row[1]:.2f}  recall {row[2]:.2f}  F1 {row[3]:.2f}")
    if len(sys.argv) > 2:
        lines = Path(sys.argv[2]).read_text("utf-8").splitlines()
        for unit, (good, of) in sorted(amounts_right([json.loads(line) for line in lines]).items()):
            print(f"amounts in {unit}: {good} of {of} right ({good / of:.3f})")


if __name__ == "__main__":
    main()
