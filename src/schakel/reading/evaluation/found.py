"""What a method says about a text, in one form for all methods that are compared."""

from dataclasses import dataclass

from schakel.reading.evaluation.labels import LabelledItem
from schakel.reading.offers import TextReading, read_text, read_texts

_PRIOR = "prior"  # the rule, or its first word
_MOST = 15.0  # log10: as far as odds are told apart


@dataclass(frozen=True, slots=True)
class Found:
    """What was found in one text.

    `probability` that it carries an act rather than none, and `score` that it is the act found (None where a
    method gives none); `log10_lr` is the weight of the evidence for an act apart from the odds beforehand.
    """

    act: str
    language: str = ""
    probability: float | None = None
    score: float | None = None
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
    return [as_found(reading) for reading in read_texts(list(texts))]


def acts_of(texts: tuple[str, ...]) -> list[tuple[str, str]]:
    """Act and language of each of these texts; for worker processes."""
    return [(found.act, found.language) for found in by_reading_many(texts)]


def as_found(reading: TextReading) -> Found:
    """A reading in the form in which methods are compared."""
    reasons = reading.judgement.reasons
    odds = sum(reason.weight for reason in reasons)
    prior = sum(reason.weight for reason in reasons if reason.rule.partition(" ")[0] == _PRIOR)
    return Found(
        act=reading.act,
        language=reading.language,
        probability=1 / (1 + 10 ** -max(-_MOST, min(_MOST, odds))),
        score=reading.score,
        log10_lr=odds - prior,
        items=tuple(
            LabelledItem(i.commodity, i.quantity, i.unit, i.price, i.currency, i.scale) for i in reading.items
        ),
        places=frozenset(place.name for place in reading.places),
        selectors=tuple((found.type, found.value) for found in reading.selectors),
        delivery=reading.delivery,
        payment=reading.payment,
    )
