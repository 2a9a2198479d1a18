"""Why two accounts are one seller: the chain of evidence between any two members, and how strong it is."""

from dataclasses import dataclass
from heapq import heappop, heappush
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from schakel.linking.weights import load_settings


@dataclass(frozen=True, slots=True)
class Step:
    """One link of a chain of evidence: from one account to the next, and why."""

    left: str
    right: str
    log10_lr: float
    reasons: tuple[dict[str, Any], ...]


def evidence_path(links: pa.Table, a: str, b: str) -> list[Step]:
    """The steps from account `a` to account `b` whose weakest step is strongest; empty if there are none.

    Of chains with equal weakest steps the one with fewer steps is given.
    """
    rows = _same_seller(links)
    near = _neighbours(rows)
    queue: list[tuple[float, int, str, tuple[int, ...]]] = [(-99.0, 0, a, ())]
    done: set[str] = set()
    while queue:
        weakest, steps, account, taken = heappop(queue)
        if account == b:
            return [_step(rows[at]) for at in taken]
        if account in done:
            continue
        done.add(account)
        for at, other in near.get(account, []):
            if other not in done:
                worst = max(weakest, -rows[at]["log10_lr"])
                heappush(queue, (worst, steps + 1, other, (*taken, at)))
    return []


def seller_odds(links: pa.Table, sellers: pa.Table) -> dict[str, float]:
    """For each seller of several accounts the posterior log10 odds of its weakest needed link.

    That is the weakest link of the strongest chains that hold its accounts together; a seller of one account
    has none.
    """
    accounts = sellers.filter(pc.equal(sellers["member_kind"], "account"))
    seller_of = dict(zip(accounts["member_id"].to_pylist(), accounts["seller_id"].to_pylist(), strict=True))
    root = {account: account for account in seller_of}
    odds: dict[str, float] = {}
    for row in sorted(_same_seller(links), key=lambda r: (-r["log10_lr"], r["left_id"], r["right_id"])):
        left, right = row["left_id"], row["right_id"]
        if seller_of.get(left) is None or seller_of.get(left) != seller_of.get(right):
            continue
        one, other = _find(root, left), _find(root, right)
        if one != other:
            root[one] = other
            odds[seller_of[left]] = round(load_settings().prior + row["log10_lr"], 4)
    return dict(sorted(odds.items()))


def _same_seller(links: pa.Table) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = links.filter(
        pc.and_(pc.equal(links["kind"], "same-seller"), pc.greater(links["log10_lr"], 0.0))
    ).to_pylist()
    return rows


def _neighbours(rows: list[dict[str, Any]]) -> dict[str, list[tuple[int, str]]]:
    near: dict[str, list[tuple[int, str]]] = {}
    for at, row in enumerate(rows):
        near.setdefault(row["left_id"], []).append((at, row["right_id"]))
        near.setdefault(row["right_id"], []).append((at, row["left_id"]))
    return near


def _find(root: dict[str, str], account: str) -> str:
    while root[account] != account:
        root[account] = root[root[account]]
        account = root[account]
    return account


def _step(row: dict[str, Any]) -> Step:
    return Step(row["left_id"], row["right_id"], row["log10_lr"], tuple(row["reasons"]))
