"""Accounts that post for others: a keeper, a promoter or a bot that puts several sellers' ads into a group.

Whoever posts for others gives every seller's contacts, in every seller's words, so it looks like an account of each of
them and brings them together. It is told by its contacts: they fall apart into sets of which no ad of it gives one of
each, used side by side, and each set is known from other accounts, that have nothing of the other set. One seller's own
numbers stand together in an ad, beside the same username, or follow each other; and who gives a username in one ad and
a number in the next gives two contacts of one seller, so both sets must have a contact of one kind. A machine that posts
the ads of all sellers gives each contact once or twice, so that none stands beside another for days: it is told by how many
such sets it has.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import combinations, groupby, product
from operator import itemgetter

import pyarrow as pa

from schakel.linking.weights import load_settings

_Given = tuple[
    str, str, str, datetime, datetime, list[str]
]  # account, text, contact, first and last seen, holders


@dataclass(frozen=True, slots=True)
class _Set:
    """Contacts that stand together in the ads of an account, who else gives them, and when this account did."""

    contacts: frozenset[str]
    others: frozenset[str]
    first: datetime
    last: datetime

    def beside(self, other: "_Set") -> timedelta:
        return min(self.last, other.last) - max(self.first, other.first)

    def clashes(self, other: "_Set") -> bool:
        """Whether both hold contacts of one kind, other than usernames of which one begins as the other does."""
        pairs = [
            (a.split(":", 1), b.split(":", 1))
            for a, b in product(sorted(self.contacts), sorted(other.contacts))
        ]
        alike = any(
            a[0] == b[0] == "username" and (a[1].startswith(b[1]) or b[1].startswith(a[1])) for a, b in pairs
        )
        return not alike and any(a[0] == b[0] for a, b in pairs)


def posters_for_others(several: pa.Table) -> pa.Table:
    """The accounts (`account_id`) that give contacts of several sellers, each in ads of its own."""
    columns = (several[name].to_pylist() for name in several.column_names)
    rows: Iterable[_Given] = zip(*columns, strict=True)
    given = {account: list(some) for account, some in groupby(rows, key=itemgetter(0))}
    machines = {account for account, some in given.items() if _of_many(_sets(account, some))}
    found = [
        account
        for account, some in given.items()
        if account in machines or _of_several(_sets(account, some, machines))
    ]
    return pa.table({"account_id": pa.array(found, pa.string())})


def _of_many(sets: Sequence[_Set]) -> bool:
    """Whether so many sets are known from accounts that share none that no seller would have them all."""
    least, apart, known = load_settings().blocks["machine_sellers"], 0, set[str]()
    for one in sorted(sets, key=lambda one: (len(one.others), sorted(one.others))):
        if known.isdisjoint(one.others):
            apart += 1
            known |= one.others
    return apart >= least


def _of_several(sets: Sequence[_Set]) -> bool:
    least = timedelta(days=load_settings().blocks["overlap_days"])
    return any(
        one.others.isdisjoint(other.others) and one.beside(other) >= least and one.clashes(other)
        for one, other in combinations(sets, 2)
    )


def _sets(account: str, given: Sequence[_Given], machines: Iterable[str] = ()) -> list[_Set]:
    """The contacts of an account that stand together in its ads, one set each, of those that others than `machines` give too."""
    together = _together(given)
    rows: dict[str, list[_Given]] = defaultdict(list)
    for row in given:
        rows[together[row[2]]].append(row)
    made = [
        _Set(
            frozenset(row[2] for row in some),
            frozenset(holder for row in some for holder in row[5]).difference({account}, machines),
            min(row[3] for row in some),
            max(row[4] for row in some),
        )
        for some in rows.values()
    ]
    return [one for one in made if one.others]


def _together(given: Sequence[_Given]) -> Mapping[str, str]:
    """For each contact one that stands for all it is given with, directly or by way of others."""
    mark = {row[2]: row[2] for row in given}
    for _, some in groupby(given, key=itemgetter(1)):
        first, *others = [row[2] for row in some]
        for other in others:
            old, new = mark[other], mark[first]
            if old != new:
                mark |= {contact: new for contact, kept in mark.items() if kept == old}
    return mark
