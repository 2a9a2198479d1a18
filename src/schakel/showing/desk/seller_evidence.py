"""What the file of a seller rests on: when it posted, its ads with what was read in them, photos, and chains of evidence."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from importlib.resources import files
from typing import Any

import pyarrow as pa

from schakel.linking.clustering.paths import evidence_path
from schakel.showing.desk.marked_text import MarkedText, marked_text
from schakel.showing.desk.reasons import ShownReason, shown_reasons
from schakel.showing.desk.sheets import Column, Sheet
from schakel.showing.known_names import NOBODY, KnownNames, known_names
from schakel.showing.seller_file import about, lines_in, selectors_in, texts_of
from schakel.store.engine import Engine
from schakel.store.rows.tables import Wanted

_SQL = files("schakel.showing.desk.sql")
_AD = 1500  # characters of an ad that are shown beside its price list
_ACCOUNTS = 8  # rows of the timeline; further accounts are counted together
_CHAINS = 12
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Timeline:
    """Offers a week: the weeks, and a row for each account with its counts; `most` is the largest count."""

    weeks: list[date]
    rows: list[tuple[str, list[int]]]
    most: int


@dataclass(frozen=True, slots=True)
class Ad:
    """One text as it was posted, its marks, and the lines that were read in it."""

    message_id: str
    copies: int
    sent_at: Any
    text: MarkedText
    lines: list[Row]


@dataclass(frozen=True, slots=True)
class ChainStep:
    """One step of a chain: from one account to the next, its log10 weight, and why."""

    left: str
    right: str
    log10_lr: float
    reasons: list[ShownReason]


@dataclass(frozen=True, slots=True)
class Chain:
    """How an account hangs together with the first one; `weakest` is the weight of its weakest step."""

    account: str
    steps: list[ChainStep]
    weakest: float


def timeline(engine: Engine, seller_id: str) -> Timeline:
    """Offers a week by account, from the first week to the last, empty weeks included."""
    found = _about(engine, "seller_weeks", seller_id)
    if not found:
        return Timeline([], [], 0)
    first, last = found[0]["week"], found[-1]["week"]
    weeks = [first + timedelta(weeks=at) for at in range((last - first).days // 7 + 1)]
    totals: dict[str, int] = {}
    for row in found:
        totals[row["account_id"]] = totals.get(row["account_id"], 0) + row["offers"]
    order = sorted(totals, key=lambda account: (-totals[account], account))
    places = {account: min(at, _ACCOUNTS) for at, account in enumerate(order)}
    names = [*order[:_ACCOUNTS], *([""] if len(order) > _ACCOUNTS else [])]
    counts = [[0] * len(weeks) for _ in names]
    for row in found:
        counts[places[row["account_id"]]][(row["week"] - first).days // 7] += row["offers"]
    return Timeline(weeks, list(zip(names, counts, strict=True)), max(max(row) for row in counts))


def timeline_sheet(engine: Engine, seller_id: str) -> Sheet:
    """The offers of each account in each week, for those weeks in which it placed any."""
    rows = _about(engine, "seller_weeks", seller_id)
    columns = [Column("week", "day"), Column("account"), Column("ads", "number")]
    return Sheet("timeline", columns, [(row["week"], row["account_id"], row["offers"]) for row in rows])


def ads(engine: Engine, seller_id: str, *, names: bool = False) -> list[Ad]:
    """Up to three different texts in which most was read, each with its lines."""
    found = _about(engine, "seller_ads", seller_id)
    wanted = [row["message_id"] for row in found]
    lines, texts = lines_in(engine, wanted), texts_of(engine, wanted)
    contacts = selectors_in(engine, wanted)
    known = None if names else known_names(engine)
    return [_ad(row, lines, texts, contacts, known) for row in found]


def photos(engine: Engine, seller_id: str) -> list[Row]:
    """The photos that its accounts posted, most used first."""
    return _about(engine, "seller_photos", seller_id)


def photo_known(engine: Engine, digest: str) -> bool:
    """Whether a sealed file is a photo of some message."""
    only: dict[str, Wanted] = {"messages": {"media_sha256": [digest]}}
    found = engine.step(_SQL / "photo_known.sql", parameters={"sha256": digest}, only=only)[
        "message_id"
    ].to_pylist()
    return found[0] is not None


def selector_use(engine: Engine, seller_id: str) -> dict[str, Row]:
    """For each selector: in how many messages it is named, and by which accounts."""
    return {row["member_id"]: row for row in _about(engine, "seller_selectors", seller_id)}


def _about(engine: Engine, question: str, seller_id: str) -> list[Row]:
    return about(engine, _SQL / f"{question}.sql", "seller", seller_id)


def chains(members: list[Row], links: list[Row]) -> list[Chain]:
    """The strongest chain of evidence from the account that offers most to each of the others, weakest first."""
    accounts = [row["member_id"] for row in members if row["member_kind"] == "account"]
    if len(accounts) < 2 or not links:
        return []
    table = pa.Table.from_pylist(links)
    found = [_chain(table, accounts[0], other) for other in accounts[1 : _CHAINS + 1]]
    return sorted(found, key=lambda chain: (chain.weakest, chain.account))


def _chain(links: pa.Table, first: str, account: str) -> Chain:
    steps, here = [], first
    for step in evidence_path(links, first, account):
        other = step.left if step.right == here else step.right  # a link is written in the order of its ids
        steps.append(ChainStep(here, other, step.log10_lr, shown_reasons(step.reasons)))
        here = other
    return Chain(account, steps, min((step.log10_lr for step in steps), default=0.0))


def _ad(
    row: Row, lines: list[Row], texts: Mapping[str, str], contacts: list[Row], known: KnownNames | None
) -> Ad:
    """The ad; contacts and names hidden unless nobody is `known`."""
    message = row["message_id"]
    own = [line for line in lines if line["message_id"] == message]
    shown = marked_text(
        texts.get(message, ""),
        [one for one in contacts if one["message_id"] == message],
        own,
        _AD,
        names=known is None,
        known=known or NOBODY,
    )
    return Ad(message, row["copies"], row["sent_at"], shown, own)
