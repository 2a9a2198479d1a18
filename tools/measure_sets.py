"""Measures every labelled set that the weights were not fitted on and writes the figures into docs/reading-measured.md.

    .venv/bin/python tools/measure_sets.py

Two tables: what each set gave when it was read for the first time, with what stood then
(`tests/gate/reading/first_measured.json`, written once and never changed), and what it gives now.
"""

import json
from collections.abc import Mapping

from tools.measure_reading import CHECKOUT, PAGE, write

from schakel.reading.evaluation.figures import headline
from schakel.reading.evaluation.found import by_reading
from schakel.reading.evaluation.labels import Labelled, read_labelled

FOLDER = CHECKOUT / "tests" / "gate" / "reading"
FIRST: dict[str, dict[str, float | str]] = json.loads((FOLDER / "first_measured.json").read_text("utf-8"))
SETS = (*FIRST, "kept", "fresh", "late")
_HEADS = {
    "act accuracy": "act right",
    "offer precision": "offers, precision",
    "offer recall": "recall",
    "commodity F1": "commodity F1",
    "quantity-unit-price recall": "quantity-unit-price, recall",
    "quantity-unit-price precision": "precision",
    "selector F1": "selectors F1",
    "place F1": "places F1",
}


def of_set(name: str) -> list[Labelled]:
    """The messages of one set, all languages."""
    return read_labelled(sorted(FOLDER.glob(f"{name}_??.jsonl")))


def block(now: Mapping[str, Mapping[str, float]], messages: Mapping[str, int]) -> str:
    """Both tables; `now` holds the figures by set, the last of them those of all sets together."""
    first = [_row(f"{name}, {row['measured']}: {row['messages']}", row) for name, row in FIRST.items()]
    again = [_row(f"{name} ({messages[name]:,})", row) for name, row in now.items()]
    return "\n".join(
        ["**Read for the first time**", "", *_table(first), "", "**Read now**", "", *_table(again)]
    )


def _row(name: str, figures: Mapping[str, float | str]) -> str:
    return f"| {name} | {' | '.join(_short(figures[head]) for head in _HEADS)} |"


def _short(figure: float | str) -> str:
    return f"{float(figure):.3f}".removeprefix("0")


def _table(rows: list[str]) -> list[str]:
    return [f"| set | {' | '.join(_HEADS.values())} |", f"| --- |{' ---: |' * len(_HEADS)}", *rows]


def main() -> None:
    """Measures and writes."""
    sets = {name: [one.label for one in of_set(name)] for name in SETS}
    sets["all together"] = [label for labels in sets.values() for label in labels]
    now = {name: headline(labels, [by_reading(one.text) for one in labels]) for name, labels in sets.items()}
    made = {"sets": block(now, {name: len(labels) for name, labels in sets.items()})}
    PAGE.write_text(write(PAGE.read_text(encoding="utf-8"), made), encoding="utf-8")
    print(f"sets: written to {PAGE.relative_to(CHECKOUT)}")


if __name__ == "__main__":
    main()
