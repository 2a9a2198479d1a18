"""Everything known of one campaign: its template and slots, its spread, who was first, who forwards it to whom."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.resources import files
from typing import Any

import numpy as np
import pyarrow as pa

from schakel.linking.copies.coordination import Posts, coordinated, edges
from schakel.linking.copies.slots import Slot, varied
from schakel.linking.copies.templates import Sample
from schakel.records.errors import SettingsError
from schakel.records.tables import SCHEMAS
from schakel.showing.known_names import NOBODY, known_names
from schakel.showing.veil import veiled
from schakel.store.engine import Engine
from schakel.store.rows.tables import Wanted

_SQL = files("schakel.showing.sql")
_MOST_TEXTS = 200
_LOOKED_UP = 2_000  # posts looked up one by one; for more it is quicker to read all messages
_WINDOW, _LEAST = 60, 2  # seconds within which, and posts from which, posting counts as coordinated
_LAST = datetime.max.replace(tzinfo=UTC)  # where it is not known when, after all others
Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class CampaignFile:
    """One campaign. Counts are in posts; `forwards` is a tree as rows (depth, account, posts, first moment).

    `together` holds pairs of accounts that posted it within a minute of each other, each in at least two posts.
    """

    campaign: Row
    template: str
    slots: tuple[Slot, ...]
    texts: int
    chats: list[Row]
    accounts: list[Row]
    months: list[Row]
    forwards: list[Row]
    together: list[Row]


def campaign_file(engine: Engine, campaign: str, *, names: bool = False) -> CampaignFile:
    """The file of one campaign; SettingsError if there is none with this id.

    In what its texts say contacts and names are hidden, as they are in each text, unless `names` are to be shown.
    """
    found = engine.some("templates", SCHEMAS["templates"].names, "campaign_id", [campaign]).to_pylist()
    if not found:
        raise SettingsError(
            f"There is no campaign {campaign} in this workspace.",
            todo="schakel show SELLER names the campaigns of a seller; their ids start with k_.",
        )
    posts = engine.step(
        _SQL / "campaign_posts.sql", parameters={"campaign": campaign}, by="campaign"
    ).to_pylist()
    texts = _texts(engine, posts)
    samples = [
        Sample(row["text"], tuple((p["start"], p["end"]) for p in row["places"] or ())) for row in texts
    ]
    known = NOBODY if names else known_names(engine)
    shown = None if names else [veiled(row["text"], known) for row in texts]
    made = varied(samples, [row["copies"] for row in texts], shown)
    return CampaignFile(
        campaign=found[0] | {"first_seller_id": _seller_of(found[0]["first_account_id"], posts)},
        template=made.template,
        slots=made.slots,
        texts=len(texts),
        chats=_spread(posts, "chat_id"),
        accounts=_spread(posts, "account_id"),
        months=[{"month": month, "posts": many} for month, many in sorted(_by_month(posts).items())],
        forwards=_tree(posts),
        together=_together(posts),
    )


def _seller_of(account: str | None, posts: Sequence[Row]) -> str | None:
    return next((row["seller_id"] for row in posts if row["account_id"] == account), None)


def _texts(engine: Engine, posts: Sequence[Row]) -> list[dict[str, Any]]:
    """The different texts of a campaign, the first one first: the text, where it names places, how often it was posted."""
    held: dict[str, list[Row]] = {}
    for row in posts:
        held.setdefault(row["text_id"], []).append(row)
    order = sorted(held, key=lambda text: (held[text][0]["sent_at"] or _LAST, text))[:_MOST_TEXTS]
    first = {min(row["message_id"] for row in held[text]): len(held[text]) for text in order}
    wanted = pa.table({"message_id": pa.array(first, pa.string())})
    only: dict[str, Wanted] = {name: {"message_id": list(first)} for name in ("messages", "offers")}
    found = engine.step(_SQL / "campaign_texts.sql", tables={"wanted": wanted}, only=only).to_pylist()
    rows = {row["message_id"]: row for row in found}
    return [rows[message] | {"copies": copies} for message, copies in first.items() if message in rows]


def rows_of(engine: Engine, campaign: str) -> dict[str, Wanted]:
    """The rows of the large tables that a question about one campaign uses, as the engine looks them up."""
    only: dict[str, Wanted] = {name: {"campaign_id": [campaign]} for name in ("campaigns", "templates")}
    asked = engine.step(_SQL / "campaign_messages.sql", parameters={"campaign": campaign}, only=only)
    messages = set(asked["message_id"].to_pylist())
    accounts = {account for account in asked["account_id"].to_pylist() if account is not None}
    if len(messages) <= _LOOKED_UP:
        only |= {name: {"message_id": messages} for name in ("messages", "offers", "items")}
        only |= {"links": {"left_id": accounts}, "sellers": {"member_id": accounts}}
    return only


def _by_month(posts: Sequence[Row]) -> Counter[str]:
    return Counter(f"{row['sent_at']:%Y-%m}" for row in posts if row["sent_at"] is not None)


def _spread(posts: Sequence[Row], by: str) -> list[Row]:
    """Posts, first and last moment of each chat or account, the busiest first."""
    held: dict[str, list[Row]] = {}
    for row in posts:
        if row[by] is not None:
            held.setdefault(row[by], []).append(row)
    rows = [
        {
            by: name,
            "posts": len(own),
            "first_seen": own[0]["sent_at"],
            "last_seen": own[-1]["sent_at"],
            **({"seller_id": own[0]["seller_id"]} if by == "account_id" else {}),
        }
        for name, own in held.items()
    ]
    return sorted(rows, key=lambda row: (-row["posts"], row[by]))


def _tree(posts: Sequence[Row]) -> list[Row]:
    """Who took it from whom: each forwarder under the origin of its first forward, in order of first posting."""
    origin: dict[str, str | None] = {}
    first: dict[str, Any] = {}
    many: Counter[str] = Counter()
    for row in posts:
        source, account = row["forwarded_from_id"], row["account_id"]
        if source is None or account is None or source == account:
            continue
        many[account] += 1
        first.setdefault(account, row["sent_at"])
        origin.setdefault(source, None)
        if origin.get(account) is None and not _above(origin, source, account):
            origin[account] = source
    below: dict[str | None, list[str]] = {}
    for account, source in sorted(origin.items()):
        below.setdefault(source, []).append(account)
    rows: list[Row] = []
    waiting = [(name, 0) for name in reversed(below.get(None, []))]
    while waiting:
        name, depth = waiting.pop()
        rows.append({"depth": depth, "account_id": name, "posts": many[name], "first_seen": first.get(name)})
        waiting += [(lower, depth + 1) for lower in reversed(below.get(name, []))]
    return rows


def _above(origin: Mapping[str, str | None], start: str, wanted: str) -> bool:
    """Whether `wanted` stands above `start`: then putting it below would close a ring."""
    at: str | None = start
    while at is not None:
        if at == wanted:
            return True
        at = origin.get(at)
    return False


def _together(posts: Sequence[Row]) -> list[Row]:
    told = [row for row in posts if row["account_id"] is not None and row["sent_at"] is not None]
    if len(told) < 2:
        return []
    names = pa.array([row["account_id"] for row in told]).dictionary_encode()
    columns = Posts(
        np.zeros(len(told), np.int64),
        names.indices.to_numpy().astype(np.int64),
        np.arange(len(told)),
        np.array([int(row["sent_at"].timestamp()) for row in told], np.int64),
    )
    made, called = edges(columns, coordinated(columns, _WINDOW, _LEAST)), names.dictionary.to_pylist()
    rows = [
        {"left_id": min(called[a], called[b]), "right_id": max(called[a], called[b]), "times": many}
        for a, b, many in zip(made.left.tolist(), made.right.tolist(), made.weight.tolist(), strict=True)
    ]
    return sorted(rows, key=lambda row: (-row["times"], row["left_id"], row["right_id"]))
