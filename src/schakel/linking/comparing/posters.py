"""Accounts that post for others: a keeper, a promoter or a bot that puts several sellers' ads into a group.

Whoever posts for others gives every seller's contacts, in every seller's words, so it looks like an account of each of
them and brings them together. It is told by its contacts: they fall apart into sets of which no ad of it gives one of
each, used side by side, and each set is known from other accounts, that have nothing of the other set. One seller's own
numbers stand together in an ad, beside the same username, or follow each other.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, timedelta
from itertools import combinations, groupby
from operator import itemgetter

import pyarrow as pa

from schakel.linking.weights import load_settings

_Given = tuple[
    str, str, str, datetime, datetime, list[str]
]  # account, text, contact, first and last seen, holders
_Set = tuple[frozenset[str], datetime, datetime]  # who else gives these contacts, and when this account did


def posters_for_others(several: pa.Table) -> pa.Table:
    """The accounts (`account_id`) that give contacts of several sellers, each in ads of its own."""
    columns = (several[name].to_pylist() for name in several.column_names)
    rows: Iterator[_Given] = zip(*columns, strict=True)
    found = [account for account, given in groupby(rows, key=itemgetter(0)) if _of_several(account, given)]
    return pa.table({"account_id": pa.array(found, pa.string())})


def _of_several(account: str, given: Iterable[_Given]) -> bool:
    least = timedelta(days=load_settings().blocks["overlap_days"])
    return any(
        others.isdisjoint(more) and min(last, end) - max(first, begin) >= least
        for (others, first, last), (more, begin, end) in combinations(_sets(account, list(given)), 2)
    )


def _sets(account: str, given: list[_Given]) -> list[_Set]:
    """The contacts of an account that stand together in its ads, one set each, of those that others give too."""
    together = _together(given)
    rows: dict[str, list[_Given]] = defaultdict(list)
    for row in given:
        rows[together[row[2]]].append(row)
    made = [
        (
            frozenset(holder for row in some for holder in row[5]) - {account},
            min(row[3] for row in some),
            max(row[4] for row in some),
        )
        for some in rows.values()
    ]
    return [one for one in made if one[0]]


def _together(given: list[_Given]) -> Mapping[str, str]:
    """For each contact one that stands for all it is given with, directly or by way of others."""
    mark = {row[2]: row[2] for row in given}
    for _, some in groupby(given, key=itemgetter(1)):
        first, *others = [row[2] for row in some]
        for other in others:
            old, new = mark[other], mark[first]
            if old != new:
                mark |= {contact: new for contact, kept in mark.items() if kept == old}
    return mark
