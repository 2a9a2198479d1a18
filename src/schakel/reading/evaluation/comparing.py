"""Labels against what was found, message by message: what both name, what only one of them names."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from schakel.reading.evaluation.found import Found
from schakel.reading.evaluation.labels import Label, LabelledItem

Counts = npt.NDArray[np.int64]  # one row a message: named by both, found only, labelled only
Named = Counter[Any]
Measure = Callable[[Label, Found], tuple[Named, Named]]  # what the label names, what was found

_WANTS = frozenset({"offer", "request"})


@dataclass(frozen=True, slots=True)
class Tally:
    """What was found and labelled, found only, and labelled only."""

    both: int = 0
    found_only: int = 0
    labelled_only: int = 0

    @property
    def precision(self) -> float:
        """The share of what was found that is labelled."""
        return self.both / max(1, self.both + self.found_only)

    @property
    def recall(self) -> float:
        """The share of what is labelled that was found."""
        return self.both / max(1, self.both + self.labelled_only)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall (van Rijsbergen, 1979)."""
        return 2 * self.both / max(1, 2 * self.both + self.found_only + self.labelled_only)


def counts(measure: Measure, labels: Sequence[Label], found: Sequence[Found]) -> Counts:
    """The counts of one measure, a row for each message."""
    rows = [_row(*measure(label, one)) for label, one in zip(labels, found, strict=True)]
    return np.array(rows, np.int64).reshape(-1, 3)


def tally(rows: Counts) -> Tally:
    """The counts of all messages together."""
    both, found_only, labelled_only = (int(total) for total in rows.sum(axis=0))
    return Tally(both, found_only, labelled_only)


def _row(labelled: Named, found: Named) -> tuple[int, int, int]:
    both = (labelled & found).total()
    return both, found.total() - both, labelled.total() - both


# ---- the measures


def of_act(act: str) -> Measure:
    """Whether a message does this."""
    return lambda label, found: (_one(label.act == act), _one(found.act == act))


def of_offered(commodity: str) -> Measure:
    """Whether a message offers this commodity, both the act and the goods right."""
    return lambda label, found: (
        _one(commodity in _offered(label.act, _goods(label.items))),
        _one(commodity in _offered(found.act, found.goods)),
    )


def any_act(label: Label, found: Found) -> tuple[Named, Named]:
    """The act, whichever it is; precision and recall are both the share that is right."""
    return Counter([label.act]), Counter([found.act])


def offered_goods(label: Label, found: Found) -> tuple[Named, Named]:
    """The commodities on offer, over all messages; goods read in a message that offers nothing count as wrong."""
    return Counter(_offered(label.act, _goods(label.items))), Counter(_offered(found.act, found.goods))


def goods(label: Label, found: Found) -> tuple[Named, Named]:
    """The commodities named in the messages that are labelled as offers."""
    if label.act != "offer":
        return Counter(), Counter()
    return Counter(_goods(label.items)), Counter(found.goods)


def triples(label: Label, found: Found) -> tuple[Named, Named]:
    """Quantity, unit and price of each item of the labelled offers, exactly."""
    if label.act != "offer":
        return Counter(), Counter()
    labelled = Counter((i.quantity, i.unit, i.price) for i in label.items if _said(i))
    return labelled, Counter((i.quantity, i.unit, i.price) for i in found.items if i.quantity or i.price)


def scaled(label: Label, found: Found) -> tuple[Named, Named]:
    """Commodity and scale of the items of labelled offers that have a scale: user quantity or trade."""
    if label.act != "offer":
        return Counter(), Counter()
    labelled = Counter((i.commodity, i.scale) for i in label.items if i.scale)
    return labelled, Counter((i.commodity, i.scale) for i in found.items if i.scale)


def selectors(label: Label, found: Found) -> tuple[Named, Named]:
    """Names, numbers and addresses, with their type, in all messages."""
    return Counter((one.type, one.value) for one in label.selectors), Counter(found.selectors)


def places(label: Label, found: Found) -> tuple[Named, Named]:
    """Towns by their main name, in all messages."""
    return Counter(set(label.places)), Counter(found.places)


def terms_of_sale(label: Label, found: Found) -> tuple[Named, Named]:
    """Ways of delivery and payment, in the messages labelled as offer or request."""
    if label.act not in _WANTS:
        return Counter(), Counter()
    return Counter({*label.delivery, *label.payment}), Counter({*found.delivery, *found.payment})


MEASURES: dict[str, Measure] = {
    "offer": of_act("offer"),
    "commodity": goods,
    "offered commodity": offered_goods,
    "quantity-unit-price": triples,
    "commodity and scale": scaled,
    "selector": selectors,
    "place": places,
    "delivery and payment": terms_of_sale,
}


def _one(yes: bool) -> Named:
    return Counter([1] if yes else [])


def _offered(act: str, named: Iterable[str]) -> frozenset[str]:
    return frozenset(named) if act == "offer" else frozenset()


def _goods(items: Iterable[LabelledItem]) -> frozenset[str]:
    return frozenset(item.commodity for item in items if item.commodity)


def _said(item: LabelledItem) -> bool:
    return item.quantity is not None or item.price is not None
