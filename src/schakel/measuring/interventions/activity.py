"""Who wrote how much where on which day, as arrays; and series of it for whoever was hit and whoever was not."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from schakel.measuring.interventions.change import Numbers

Places = NDArray[np.int64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True)
class Activity:
    """Rows of chat, account, seller (-1 for none) and day (from 0), with what was done."""

    first_day: int  # days since 1970-01-01
    days: int
    chats: tuple[str, ...]
    accounts: tuple[str, ...]
    sellers: tuple[str, ...]
    chat: Places
    account: Places
    seller: Places
    day: Places
    did: Mapping[str, Numbers]  # messages, joins, ads, texts

    @cached_property
    def first_ad(self) -> Places:
        """The day of the first ad of each account; past the last day for those without."""
        return _edge(self, np.minimum, self.days)

    def rows_of(self, kind: str, ids: Collection[str]) -> Flags:
        """The rows of these chats, accounts or sellers."""
        names, column = {
            "chat": (self.chats, self.chat),
            "account": (self.accounts, self.account),
            "seller": (self.sellers, self.seller),
        }[kind]
        wanted = np.array([name in ids for name in names] + [False], dtype=bool)
        return np.asarray(wanted[column])

    def daily(self, measure: str, rows: Flags) -> Numbers:
        """A count a day: ads, texts, messages, joins; or different sellers with an ad, different writers."""
        if measure in self.did:
            counted = np.bincount(self.day[rows], self.did[measure][rows], minlength=self.days)
            return counted.astype(np.float64)
        who, did = (self.seller, "ads") if measure == "sellers" else (self.account, "messages")
        acted = rows & (self.did[did] > 0) & (who >= 0)
        pairs = np.unique(who[acted] * self.days + self.day[acted]) % self.days
        return np.bincount(pairs, minlength=self.days).astype(np.float64)

    def between(self, first: int, last: int) -> Flags:
        """The rows of these days, both included."""
        return (self.day >= first) & (self.day <= last)

    def advertising(self, rows: Flags) -> set[int]:
        """The sellers that advertise in these rows."""
        return set(np.unique(self.seller[rows & (self.did["ads"] > 0) & (self.seller >= 0)]).tolist())


def activity(rows: pa.Table) -> Activity:
    """From the step `account_days`."""
    day = rows["day"].to_numpy().astype(np.int64)
    first = int(day.min(initial=0)) if not len(day) else int(day.min())
    chats, chat = _coded(rows["chat_id"])
    accounts, account = _coded(rows["account_id"])
    sellers, seller = _coded(rows["seller_id"])
    did = {name: rows[name].to_numpy().astype(np.float64) for name in ("messages", "joins", "ads", "texts")}
    days = int(day.max()) - first + 1 if len(day) else 0
    return Activity(first, days, chats, accounts, sellers, chat, account, seller, day - first, did)


def _coded(column: pa.ChunkedArray) -> tuple[tuple[str, ...], Places]:
    names = sorted({name for name in column.to_pylist() if name is not None})
    place = {name: number for number, name in enumerate(names)}
    return tuple(names), np.array([place.get(name, -1) for name in column.to_pylist()], dtype=np.int64)


def _edge(seen: Activity, better: np.ufunc, start: int) -> Places:
    edge = np.full(len(seen.accounts) + 1, start, dtype=np.int64)
    acted = seen.did["ads"] > 0
    better.at(edge, seen.account[acted], seen.day[acted])
    return edge[:-1]
