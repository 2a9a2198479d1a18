"""The truth beside the export: accounts, sellers, messages."""

import csv
from collections.abc import Iterable
from pathlib import Path

from .market import Market

ROLES = (
    "supplier",
    "wholesaler",
    "retailer",
    "courier",
    "recruiter",
    "group-keeper",
    "money-handler",
    "customer",
    "voucher",
)


def write(path: Path, head: list[str], rows: Iterable[list[str]]) -> None:
    """One table."""
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(head)
        table.writerows(rows)


def tell(market: Market, folder: Path) -> None:
    """All three tables; only accounts that appear in the export have a row."""
    folder.mkdir(parents=True, exist_ok=True)
    seen = {
        post.who.from_id: post.who
        for post in sorted(
            (p for c in market.chats for p in c.posts), key=lambda p: (p.time, p.chat.tg_id, p.number)
        )
    }
    rows = []
    for key, account in sorted(seen.items()):
        roles = "|".join(role for role in ROLES if role in account.roles)
        rows.append([key, account.seller.key if account.seller else "", roles])
    write(folder / "accounts.csv", ["from_id", "seller", "roles"], rows)
    here = {account.seller.key: account.seller for account in seen.values() if account.seller}
    write(
        folder / "sellers.csv",
        ["seller", "truth"],
        ([key, "ghost" if seller.ghost else "real"] for key, seller in sorted(here.items())),
    )
    texts = (
        [str(c.tg_id), str(p.number), p.act, "|".join(p.goods)]
        for c in market.chats
        for p in c.posts
        if p.text and not p.service
    )
    write(folder / "messages.csv", ["chat_tg_id", "tg_id", "act", "commodities"], texts)
