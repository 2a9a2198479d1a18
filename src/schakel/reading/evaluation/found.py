"""What a method says about a text, in one form for all methods that are compared."""

from dataclasses import dataclass

from schakel.reading.evaluation.labels import LabelledItem
from schakel.reading.offers import TextReading, read_text

_PRIOR = "prior "


@dataclass(frozen=True, slots=True)
class Found:
    """What was found in one text.

    `probability` that it carries an act at all (None where a method gives none), and `log10_lr` the weight of
    the evidence for that apart from the odds beforehand.
    """

    act: str
    language: str = ""
    probability: float | None = None
    log10_lr: float | None = None
    items: tuple[LabelledItem, ...] = ()
    places: frozenset[str] = frozenset()
    selectors: tuple[tuple[str, str], ...] = ()
    delivery: tuple[str, ...] = ()
    payment: tuple[str, ...] = ()

    @property
    def goods(self) -> frozenset[str]:
        """The commodities named by its items."""
        return frozenset(item.commodity for item in self.items if item.commodity)


def by_reading(text: str) -> Found:
    """What the reading says."""
    return as_found(read_text(text))


def by_reading_many(texts: tuple[str, ...]) -> list[Found]:
    """What the reading says about each of these texts; for worker processes."""
    return [by_reading(text) for text in texts]


def acts_of(texts: tuple[str, ...]) -> list[tuple[str, str]]:
    """Act and language of each of these texts; for worker processes."""
    return [(found.act, found.language) for found in by_reading_many(texts)]


def as_found(reading: TextReading) -> Found:
    """A reading in the form in which methods are compared."""
    prior = sum(reason.weight for reason in reading.reasons if reason.rule.startswith(_PRIOR))
    return Found(
        act=reading.act,
        language=reading.language,
        probability=reading.score,
        log10_lr=sum(reason.weight for reason in reading.reasons) - prior,
        items=tuple(
            LabelledItem(i.commodity, i.quantity, i.unit, i.price, i.currency, i.scale) for i in reading.items
        ),
        places=frozenset(place.name for place in reading.places),
        selectors=tuple((found.type, found.value) for found in reading.selectors),
        delivery=reading.delivery,
        payment=reading.payment,
    )
