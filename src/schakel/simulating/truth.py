"""What was really so: the tables beside the export, for those who want to know how well a reader reads."""

import csv
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path

import msgspec

from schakel.simulating.actors import Account, Seller
from schakel.simulating.clock import written
from schakel.simulating.settings import MarketSummary
from schakel.simulating.spool import Tally
from schakel.simulating.stage import Event, Stage

_PRAISES_LEAST = 2  # from which on who praises speaks for sellers (decision 45)
_SELLERS = (
    "seller", "truth", "role", "scale", "home_area", "province", "commodities", "language", "accounts",
    "prepay", "machine_posting", "throwaway", "first_day", "last_day", "posts",
)  # fmt: skip


def write_sellers(folder: Path, sellers: list[Seller]) -> None:
    """`sellers.csv`: who is real. A ghost has no home area, for it delivers nowhere."""
    _table(folder / "sellers.csv", _SELLERS, (_seller_row(seller) for seller in sellers))


def _seller_row(seller: Seller) -> list[object]:
    goods = "|".join(sorted(seller.sold))
    home, province = ("", "") if seller.ghost else (seller.home.name, seller.home.province)
    flags = [int(seller.prepay), int(seller.machine), int(seller.throwaway)]
    return [
        seller.key, "ghost" if seller.ghost else "real", seller.role, seller.scale, home, province, goods,
        seller.language, len(seller.accounts), *flags, seller.first_day, seller.last_day, seller.posts,
    ]  # fmt: skip


def write_accounts(
    folder: Path, accounts: list[Account], by_key: dict[str, Seller], praise: dict[str, int]
) -> None:
    """`accounts.csv`: whose every account is and what its holder does; an account may never have posted.

    The role of a seller's own account is the seller's; helpers, keepers, customers and vouchers have theirs. Who praised twice or more
    (`praise`: messages by account) is a voucher too, with both roles named (`customer|voucher`).
    """
    head = ("from_id", "account_tg_id", "seller", "role", "alias", "name", "username")
    rows = (
        [
            a.from_id,
            a.tg_id,
            a.seller,
            by_key[a.seller].role if a.alias else _with_praise(a.role, praise.get(a.from_id, 0)),
            a.alias,
            a.name,
            a.username,
        ]
        for a in accounts
    )
    _table(folder / "accounts.csv", head, rows)


def _with_praise(role: str, praise: int) -> str:
    return role if praise < _PRAISES_LEAST or role == "voucher" else f"{role}|voucher"


def write_selectors(folder: Path, sellers: list[Seller]) -> None:
    """`selectors.csv`: phones, wallets and names elsewhere; whether they were ever posted depends on the wording."""
    rows = (
        [seller.key, kind, value]
        for seller in sellers
        for kind, value in (("phone", seller.phone), ("wallet", seller.wallet), ("snap", seller.snap))
        if value
    )
    _table(folder / "selectors.csv", ("seller", "type", "value"), rows)


def write_campaigns(folder: Path, origins: list[tuple[str, str, str]], tally: Tally, stage: Stage) -> None:
    """`campaigns.csv`: one wording of one seller, the campaign it was copied from, and the first of that line."""
    family: dict[str, str] = {}
    rows: list[list[object]] = []
    for key, seller, source in origins:
        family[key] = family.get(source, source) if source else key
        if key in tally.campaigns:
            first, last, copies = tally.campaigns[key]
            truth = "ghost" if stage.by_key[seller].ghost else "real"
            rows.append([key, seller, truth, source, family[key], copies, first, last])
    head = ("campaign", "seller", "truth", "copied_from", "family", "copies", "first_unix", "last_unix")
    _table(folder / "campaigns.csv", head, rows)


def write_events(folder: Path, events: list[Event]) -> None:
    """`events.csv`: bans, takedowns, names given up and taken, slander, bought vouches."""
    rows = ([written(e.at), e.at, e.kind, e.seller, e.account, e.chat, e.detail] for e in events)
    _table(folder / "events.csv", ("date", "unix", "kind", "seller", "account", "chat", "detail"), rows)


def write_summary(folder: Path, summary: MarketSummary) -> None:
    """`summary.json`: the counts."""
    text = msgspec.json.format(msgspec.json.encode(asdict(summary)), indent=1)
    (folder / "summary.json").write_bytes(text + b"\n")


def _table(path: Path, head: tuple[str, ...], rows: Iterable[Sequence[object]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(head)
        writer.writerows(rows)
