"""Searches a workspace: which texts fit, how often they were posted, and by what they can be narrowed down."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import numpy as np
import numpy.typing as npt

from schakel.showing.searching.question import Question, question
from schakel.store.search.ask import SearchIndex

Ints = npt.NDArray[np.int64]
PAGE = 25
MOST = 200_000  # texts counted; reading the numbers of more from the index takes over 0.1 s, counting them as long
_VALUES = 12  # values of a facet that are shown
OF_MESSAGES = ("chat", "month", "act")
OF_TEXTS = {"commodity": "commodities", "place": "places", "scale": "scales"}
FACETS = (*OF_MESSAGES, *OF_TEXTS)


@dataclass(frozen=True, slots=True)
class Hit:
    """One text, with the messages that carry it among those that fit."""

    number: int
    text: str
    length: int
    campaign: str | None
    messages: int
    chats: int
    first: datetime | None
    last: datetime | None
    message_id: str  # the newest of them
    act: str


@dataclass(frozen=True, slots=True)
class Found:
    """The answer: a page of hits, counts, and for each facet its most frequent values with their messages."""

    hits: list[Hit]
    texts: int
    messages: int
    capped: bool  # more texts fit than were counted
    facets: dict[str, list[tuple[str, int]]]
    page: int
    asked: Question

    @property
    def pages(self) -> int:
        """How many pages there are; one if nothing was found."""
        return max(1, -(-self.texts // PAGE))


def search(
    index: SearchIndex, typed: str, chosen: Mapping[str, str], *, page: int = 1, copies_first: bool = False
) -> Found:
    """What `typed` and the chosen value of each facet find, the newest first or the most posted."""
    asked = question(typed)
    numbers = np.zeros(0, np.int64) if asked.nothing else _numbers(index, asked.expression)
    capped = len(numbers) >= MOST
    numbers = _with_values(index, numbers, chosen)
    rows = _with_message_values(index, index.carriers_of(numbers), chosen)
    owner = index.values("number", rows)
    kept, counts = _runs(owner)
    by_date = -index.places[kept - 1]
    order = np.lexsort((by_date, -counts)) if copies_first else np.argsort(by_date, kind="stable")
    page = min(max(page, 1), max(1, -(-len(kept) // PAGE)))
    shown = kept[order[(page - 1) * PAGE : page * PAGE]]
    return Found(
        hits=_hits(index, shown, rows, owner),
        texts=len(kept),
        messages=len(rows),
        capped=capped,
        facets=_facets(index, kept, counts, rows),
        page=page,
        asked=asked,
    )


def _runs(owner: npt.NDArray[Any]) -> tuple[Ints, Ints]:
    """The different values of a rising row of numbers, and how often each stands in it."""
    first = np.flatnonzero(np.diff(owner, prepend=-1))
    return owner[first], np.diff(np.append(first, len(owner)))


def _numbers(index: SearchIndex, expression: str) -> Ints:
    if expression:
        return np.sort(index.holding(expression, MOST))
    return np.flatnonzero(index.places >= index.texts - MOST) + 1


def _with_values(index: SearchIndex, numbers: Ints, chosen: Mapping[str, str]) -> Ints:
    for facet, name in OF_TEXTS.items():
        if chosen.get(facet):
            texts, values = index.pairs(name)
            wanted = _place(index.names[name], chosen[facet])
            numbers = numbers[np.isin(numbers, texts[values == wanted], assume_unique=True)]
    return numbers


def _with_message_values(index: SearchIndex, rows: Ints, chosen: Mapping[str, str]) -> Ints:
    for facet in OF_MESSAGES:
        if chosen.get(facet):
            wanted = (
                _month_number(chosen[facet])
                if facet == "month"
                else _place(index.names[facet], chosen[facet])
            )
            rows = rows[index.values(facet, rows) == wanted]
    return rows


def _place(names: list[str], value: str) -> int:
    return names.index(value) if value in names else -2


def _month_number(written: str) -> int:
    year, _, month = written.partition("-")
    plain = (year + month).isascii() and year.isdigit() and month.isdigit() and len(written) == 7
    return 12 * (int(year) - 1970) + int(month) - 1 if plain else -2


def _month_name(number: int) -> str:
    return f"{1970 + number // 12:04}-{number % 12 + 1:02}" if number >= 0 else ""


def _facets(index: SearchIndex, kept: Ints, counts: Ints, rows: Ints) -> dict[str, list[tuple[str, int]]]:
    out: dict[str, list[tuple[str, int]]] = {}
    for facet in ("chat", "act"):
        out[facet] = _most(np.bincount(index.values(facet, rows)), index.names[facet])
    often = np.bincount(index.values("month", rows) + 1)  # unknown is -1
    out["month"] = [
        (_month_name(month), int(often[month + 1])) for month in np.flatnonzero(often[1:]).tolist()
    ]
    weight = np.zeros(index.texts + 1)
    weight[kept] = counts
    for facet, name in OF_TEXTS.items():
        texts, values = index.pairs(name)
        found = np.bincount(values, weight[texts], len(index.names[name])) if len(texts) else np.zeros(0)
        out[facet] = _most(found, index.names[name])
    return out


def _most(counts: npt.NDArray[Any], names: list[str]) -> list[tuple[str, int]]:
    order = np.argsort(-counts, kind="stable")[:_VALUES]
    return [(names[place], int(counts[place])) for place in order.tolist() if counts[place] and names[place]]


def hits_of(index: SearchIndex, numbers: Ints) -> list[Hit]:
    """Some texts, by rising number, with all messages that carry them."""
    rows = index.carriers_of(numbers)
    return _hits(index, numbers, rows, index.values("number", rows))


def _hits(index: SearchIndex, shown: Ints, rows: Ints, owner: Ints) -> list[Hit]:
    hits = []
    for text in index.shown(shown):
        start, end = np.searchsorted(owner, [text.number, text.number + 1])
        own = rows[start:end]
        sent = index.values("sent", own)
        chats = len(np.unique(index.values("chat", own)))
        act = index.names["act"][int(index.values("act", own[-1:])[0])]
        hits.append(
            Hit(
                text.number,
                text.text,
                text.length,
                text.campaign,
                messages=len(own),
                chats=chats,
                first=_moment(int(sent[0])),
                last=_moment(int(sent[-1])),
                message_id=index.message_ids([int(own[-1])])[0],
                act=act,
            )
        )
    return hits


def _moment(seconds: int) -> datetime | None:
    return datetime.fromtimestamp(seconds, UTC) if seconds >= 0 else None
