"""Which contacts each account gave as its own, when, and which of them stand beside one that it shares with another."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

import pyarrow as pa

from schakel.linking.weights import load_settings


@dataclass(frozen=True, slots=True)
class Period:
    """First and last moment of something."""

    first: datetime
    last: datetime

    def and_also(self, other: "Period") -> "Period":
        """The period from the first to the last moment of both."""
        return Period(min(self.first, other.first), max(self.last, other.last))

    def beside(self, other: "Period") -> timedelta:
        """How long both last at the same time; less than nothing where one ends before the other begins."""
        return min(self.last, other.last) - max(self.first, other.first)


def given_contacts(contacts: pa.Table) -> dict[str, dict[str, dict[str, Period]]]:
    """By account, kind and value when the account gave which contact as its own."""
    given: dict[str, dict[str, dict[str, Period]]] = defaultdict(lambda: defaultdict(dict))
    columns = ("account_id", "type", "value", "first_seen", "last_seen", "third_party")
    rows = zip(*(contacts[name].to_pylist() for name in columns), strict=True)
    for account, kind, value, first, last, third in rows:
        if not third and first is not None:
            given[account][kind][value] = Period(first, last)
    return given


def has_own_beside(value: str, mine: Mapping[str, Period], theirs: Mapping[str, Period]) -> bool:
    """Whether an account gives, beside a contact in common and at the same time, one that the other does not give."""
    least = timedelta(days=load_settings().blocks["overlap_days"])
    shared = mine[value]
    return any(shared.beside(period) >= least for other, period in mine.items() if other not in theirs)
