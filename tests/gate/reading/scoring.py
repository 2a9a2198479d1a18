"""Compares readings with labels: precision, recall and F1 of offers, goods, items, selectors and places."""

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from schakel.reading.offers import TextReading, read_text

FOLDER = Path(__file__).parent
Label = dict[str, Any]


@dataclass(slots=True)
class Tally:
    """What was found and labelled, found only, and labelled only."""

    both: int = 0
    found_only: int = 0
    labelled_only: int = 0

    def add(self, labelled: Counter[Any], found: Counter[Any]) -> None:
        both = sum((labelled & found).values())
        self.both += both
        self.found_only += sum(found.values()) - both
        self.labelled_only += sum(labelled.values()) - both

    @property
    def precision(self) -> float:
        return self.both / max(1, self.both + self.found_only)

    @property
    def recall(self) -> float:
        return self.both / max(1, self.both + self.labelled_only)

    @property
    def f1(self) -> float:
        return 2 * self.both / max(1, 2 * self.both + self.found_only + self.labelled_only)


def labelled_messages() -> list[Label]:
    """All hand-labelled messages, in a fixed order."""
    files = sorted(FOLDER.glob("hard_*.jsonl"))
    return [json.loads(line) for file in files for line in file.read_text(encoding="utf-8").splitlines()]


def score(labels: Iterable[Label]) -> dict[str, float]:
    """The figures over these messages, each between 0 and 1."""
    pairs = [(label, read_text(label["text"])) for label in labels]
    offers, goods, items, selectors, places = Tally(), Tally(), Tally(), Tally(), Tally()
    for label, reading in pairs:
        offers.add(_one(label["act"] == "offer"), _one(reading.act == "offer"))
        selectors.add(
            Counter((one["type"], one["value"]) for one in label["selectors"]),
            Counter((one.type, one.value) for one in reading.selectors),
        )
        places.add(Counter(set(label["places"])), Counter({place.name for place in reading.places}))
        if label["act"] == "offer":
            goods.add(Counter({one["commodity"] for one in label["items"]}), _goods(reading))
            items.add(
                Counter((i["quantity"], i["unit"], i["price"]) for i in label["items"] if _said(i)),
                Counter((i.quantity, i.unit, i.price) for i in reading.items if i.quantity or i.price),
            )
    right = sum(label["act"] == reading.act for label, reading in pairs)
    return {
        "act accuracy": right / len(pairs),
        "offer precision": offers.precision,
        "offer recall": offers.recall,
        "commodity F1": goods.f1,
        "quantity-unit-price recall": items.recall,
        "quantity-unit-price precision": items.precision,
        "selector F1": selectors.f1,
        "place F1": places.f1,
    }


def _one(yes: bool) -> Counter[Any]:
    return Counter([1] if yes else [])


def _goods(reading: TextReading) -> Counter[Any]:
    return Counter({item.commodity for item in reading.items if item.commodity})


def _said(item: Label) -> bool:
    return item["quantity"] is not None or item["price"] is not None
