"""Accounts and contacts resolved into sellers, with the evidence for every pair."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from importlib.resources import files
from itertools import accumulate
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from schakel.linking.asking import Answer, Asking, asking
from schakel.linking.clustering.rulings import seller_id
from schakel.linking.comparing.background import Background
from schakel.linking.comparing.observations import Activity, activity
from schakel.linking.copies.shingles import Floats
from schakel.linking.learning import with_learned
from schakel.linking.network.communities import communities
from schakel.linking.network.ties import ties
from schakel.linking.resolving import gather, resolve
from schakel.linking.weighing.link import Link
from schakel.linking.weights import load_settings
from schakel.records.facts import Reason, Verdict
from schakel.records.tables import SCHEMAS, from_rows
from schakel.store.engine import Engine

_SQL = files("schakel.linking.sql")


@dataclass(frozen=True, slots=True)
class Ahead:
    """What accounts did, asked before their texts were folded into campaigns."""

    asked: Asking
    seen: Activity


@contextmanager
def asked_ahead(engine: Engine, mentions: Answer | None = None) -> Iterator[Ahead]:
    """Inside this block what `link_sellers` needs beside campaigns is looked up, two steps at a time.

    `mentions` is the table of that name, where it is still being made.
    """
    with asking(engine) as asked:
        yield Ahead(asked, activity(asked, mentions))


def link_sellers(
    engine: Engine, verdicts: Sequence[Verdict], ahead: Ahead | None = None
) -> dict[str, pa.Table]:
    """The tables `links`, `network`, `sellers` and `communities`, from the own offers of all accounts and people's verdicts.

    Every account that made an offer of its own belongs to exactly one seller. The seller's id comes from
    the member that offered first, so it stays when accounts are added later. Verdicts that were taken
    back must not be among `verdicts`. Communities rest on ties alone, so they are found while pairs are weighed: that
    keeps one core busy, and they take half a second of another in a million messages. `ahead` holds what was asked of
    the same tables before.
    """
    with nullcontext(ahead) if ahead else asked_ahead(engine) as known:
        return _linked(engine, verdicts, known.asked, known.seen)


def _linked(
    engine: Engine, verdicts: Sequence[Verdict], asked: Asking, seen: Activity
) -> dict[str, pa.Table]:
    gathered = gather(engine, asked, seen, verdicts)
    tied, network = ties(asked, seen)  # they are made while pairs are weighed, and wanted last
    together = asked.ask_of(communities, asked.ask("tie_counts", {"links": tied}))
    resolved = resolve(with_learned(gathered))
    founded = {seller_id(_founder(group, gathered.known)): group for group in resolved.groups}
    sellers = _seller_rows(engine, founded, seen.contacts.result())
    return {
        "links": pa.concat_tables([_link_rows(resolved.links), tied.result()]),
        "network": network.result(),
        "sellers": sellers,
        "communities": together.result(),
    }


def _founder(group: Sequence[str], known: Background) -> str:
    offered = [account for account in group if account in known.active]
    return min(offered, key=lambda a: (known.active[a].first, a)) if offered else min(group)


def _link_rows(links: Sequence[Link]) -> pa.Table:
    schema = SCHEMAS["links"]
    columns = {
        "left_id": pa.array([link.left for link in links], pa.string()),
        "right_id": pa.array([link.right for link in links], pa.string()),
        "kind": pa.array(["same-seller"] * len(links), pa.string()),
        "log10_lr": pa.array([link.log10_lr for link in links], pa.float64()),
        "reasons": _reason_lists([link.reasons for link in links]),
        "probability": pa.array(_probabilities(links), pa.float64()),
    }
    return pa.table([columns[name].cast(schema.field(name).type) for name in schema.names], schema=schema)


def _probabilities(links: Sequence[Link]) -> Floats:
    odds = np.array([link.log10_lr for link in links], np.float64) + load_settings().prior
    return np.asarray(np.round(1 / (1 + 10.0 ** -np.clip(odds, -15, 15)), 6))


def _reason_lists(lists: Sequence[Sequence[Reason]]) -> pa.Array:
    # built by column: six times as fast as from one dictionary a reason
    flat = [reason for reasons in lists for reason in reasons]
    nothing = pa.nulls(len(flat), pa.int32())
    fields = {
        "rule": pa.array([reason.rule for reason in flat], pa.string()),
        "weight": pa.array([reason.weight for reason in flat], pa.float64()),
        "start": nothing,
        "end": nothing,
        "detail": pa.array([reason.detail for reason in flat], pa.string()),
        "messages": pa.array([reason.messages for reason in flat], pa.list_(pa.string())),
    }
    ends = accumulate((len(reasons) for reasons in lists), initial=0)
    values = pa.StructArray.from_arrays(list(fields.values()), names=list(fields))
    return pa.ListArray.from_arrays(pa.array(ends, pa.int32()), values)


def _seller_rows(engine: Engine, founded: Mapping[str, Sequence[str]], contacts: pa.Table) -> pa.Table:
    seller_of = {account: seller for seller, group in founded.items() for account in group}
    members = pa.table(
        {
            "account_id": pa.array(sorted(seller_of), pa.string()),
            "seller_id": pa.array([seller_of[a] for a in sorted(seller_of)], pa.string()),
        }
    )
    accounts = engine.step(_SQL / "seller_accounts.sql", into="sellers", tables={"members": members})
    selectors = from_rows(_owned(seller_of, contacts), "sellers")
    both = pa.concat_tables([accounts, selectors])
    order = [("seller_id", "ascending"), ("member_kind", "ascending"), ("member_id", "ascending")]
    return both.sort_by(order).select(SCHEMAS["sellers"].names).combine_chunks()


def _owned(seller_of: Mapping[str, str], contacts: pa.Table) -> list[dict[str, Any]]:
    """The contacts that belong to a seller: most posts with it, and at least half its accounts, are the seller's."""
    posts: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    accounts: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for row in contacts.filter(pc.invert(contacts["third_party"])).to_pylist():
        name, seller = f"{row['type']}:{row['value']}", seller_of[row["account_id"]]
        posts[name][seller] += row["posts"]
        accounts[name][seller] += 1
    rows: list[dict[str, Any]] = []
    for name in sorted(posts):
        seller = min(posts[name], key=lambda s: (-posts[name][s], s))
        enough = 2 * posts[name][seller] > sum(posts[name].values())
        if enough and 2 * accounts[name][seller] >= sum(accounts[name].values()):
            rows.append({"seller_id": seller, "member_kind": "selector", "member_id": name})
    return rows
