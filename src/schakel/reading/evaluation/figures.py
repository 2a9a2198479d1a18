"""The figures of one method: over all messages, and by act, commodity, language and set."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from operator import attrgetter

import numpy as np

from schakel.reading.evaluation.comparing import (
    MEASURES,
    any_act,
    counts,
    goods,
    of_act,
    of_offered,
    places,
    selectors,
    tally,
    triples,
)
from schakel.reading.evaluation.found import Found
from schakel.reading.evaluation.intervals import Quality, Share, quality, wilson
from schakel.reading.evaluation.labels import Label, Labelled

ACTS = ("offer", "request", "vouch", "warning", "recruit", "none")


@dataclass(frozen=True, slots=True)
class Figures:
    """What was measured over some messages: the share of acts that are right, and each measure by name."""

    messages: int
    act_right: Share
    measures: dict[str, Quality]


def figures(labels: Sequence[Label], found: Sequence[Found]) -> Figures:
    """The figures over these messages."""
    right = sum(label.act == one.act for label, one in zip(labels, found, strict=True))
    return Figures(
        len(labels),
        wilson(right, len(labels)),
        {name: quality(counts(measure, labels, found)) for name, measure in MEASURES.items()},
    )


def by_act(labels: Sequence[Label], found: Sequence[Found]) -> dict[str, Quality]:
    """Precision, recall and F1 of each act."""
    return {act: quality(counts(of_act(act), labels, found)) for act in ACTS}


def by_commodity(labels: Sequence[Label], found: Sequence[Found]) -> dict[str, Quality]:
    """Precision, recall and F1 of the offers of each commodity, the most frequent first."""
    named = {item.commodity for label in labels if label.act == "offer" for item in label.items}
    named |= {commodity for one in found if one.act == "offer" for commodity in one.goods}
    rows = {code: quality(counts(of_offered(code), labels, found)) for code in sorted(filter(None, named))}
    return dict(sorted(rows.items(), key=lambda entry: -entry[1].labelled))


def by_group(
    labelled: Sequence[Labelled], found: Sequence[Found], group: Callable[[Labelled, Found], str]
) -> dict[str, Figures]:
    """The figures of each group of messages, the largest first."""
    members: dict[str, list[int]] = defaultdict(list)
    for number, (one, answer) in enumerate(zip(labelled, found, strict=True)):
        members[group(one, answer)].append(number)
    return {
        name: figures([labelled[n].label for n in numbers], [found[n] for n in numbers])
        for name, numbers in sorted(members.items(), key=lambda entry: (-len(entry[1]), entry[0]))
    }


def language(one: Labelled, found: Found) -> str:
    """The language of a labelled message: as given, or else as read."""
    return one.language or found.language


def whole(one: Labelled, _: Found) -> str:
    """The set of a labelled message, and whether the weights were fitted on it."""
    return f"{one.of} (fitted on)" if one.learnt_from else one.of


def headline(labels: Iterable[Label], found: Iterable[Found]) -> dict[str, float]:
    """The eight figures that must never fall, without intervals."""
    given, answers = list(labels), list(found)
    shares = {
        name: tally(counts(measure, given, answers))
        for name, measure in (
            ("act", any_act),
            ("offer", of_act("offer")),
            ("goods", goods),
            ("triples", triples),
            ("selectors", selectors),
            ("places", places),
        )
    }
    wanted = {
        "act accuracy": ("act", "recall"),
        "offer precision": ("offer", "precision"),
        "offer recall": ("offer", "recall"),
        "commodity F1": ("goods", "f1"),
        "quantity-unit-price recall": ("triples", "recall"),
        "quantity-unit-price precision": ("triples", "precision"),
        "selector F1": ("selectors", "f1"),
        "place F1": ("places", "f1"),
    }
    return {name: attrgetter(figure)(shares[measure]) for name, (measure, figure) in wanted.items()}


def macro_f1(rows: Iterable[Quality]) -> float:
    """The plain mean of F1 over acts or commodities, rare ones counting as much as frequent ones."""
    return float(np.mean([row.f1.value for row in rows if row.labelled]))
