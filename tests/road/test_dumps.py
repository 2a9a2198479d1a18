"""A dump of another tool goes the whole road, and a mark of the platform on a seller is a sign with its reason."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from tests.inside import inside, inside_json
from tests.intake.dumps import (
    channel,
    dataset_channel,
    dataset_text,
    fourcat,
    telethon,
    user,
    write_dataset,
    write_lines,
)

MARKED = 1003
SIGN, REASON = "marked-by-platform", "Telegram marks an account as scam or fake."
GOODS = (
    "wiet 5g 50 euro",
    "coke 1 gram 50",
    "xtc 10 stuks 25",
    "ketamine 5g 100",
    "speed 10 gram 60",
    "hasj 10g 70",
)
TOWNS = ("Utrecht", "Tilburg", "Almere", "Zwolle", "Breda", "Arnhem", "Venlo", "Leiden")

NAMES = ("Roos", "Pieter", "Vogel", "Maan", "Snelle", "Kapitein", "Zilver", "Appel")

Adverts = list[tuple[int, int, str]]


@pytest.fixture
def adverts() -> Adverts:
    """Number, account and text of each advert of eight sellers over six weeks."""
    told = [(week, seller) for week in range(6) for seller in range(8)]
    return [
        (
            1 + at,
            1000 + seller,
            f"Te koop {GOODS[(seller + week) % 6]}, bezorgen in {TOWNS[seller]}, bestel @{NAMES[seller].lower()}_shop",
        )
        for at, (week, seller) in enumerate(told)
    ]


def as_telethon(folder: Path, adverts: Adverts, *, marked: bool) -> Path:
    people = [user(1000 + n, first_name=NAMES[n], scam=marked and 1000 + n == MARKED) for n in range(8)]
    said = [
        telethon(n, text, from_id={"_": "PeerUser", "user_id": who}, date=_moment(n))
        for n, who, text in adverts
    ]
    return write_lines(folder, [*said, *people, channel()])


def as_fourcat(folder: Path, adverts: Adverts, *, marked: bool) -> Path:
    def sender(who: int) -> dict[str, Any]:
        return user(who, first_name=NAMES[who - 1000], fake=marked and who == MARKED)

    said = [
        fourcat(n, text, from_id={"_type": "PeerUser", "user_id": who}, _sender=sender(who))
        for n, who, text in adverts
    ]
    return write_lines(folder, said, name="dump.ndjson")


def as_dataset(folder: Path, adverts: Adverts, *, marked: bool) -> Path:
    channels = {
        1000 + seller: dataset_channel(
            {n: dataset_text(text, n) for n, who, text in adverts if who == 1000 + seller},
            title=NAMES[seller],
            scam=marked and 1000 + seller == MARKED,
        )
        for seller in range(8)
    }
    return write_dataset(folder, channels)


def _moment(number: int) -> str:
    return f"2026-01-{1 + number // 2:02d}T12:00:00+00:00"


def sellers(workspace: Path) -> dict[int, str]:
    """The seller of each account."""
    rows = pq.read_table(workspace / "tables" / "sellers.parquet").to_pylist()
    return {row["account_tg_id"]: row["seller_id"] for row in rows if row["member_kind"] == "account"}


def with_the_sign(workspace: Path) -> set[str]:
    """The sellers of whom a finding rests on the sign."""
    rows = pq.read_table(workspace / "tables" / "findings.parquet").to_pylist()
    return {row["subject_id"] for row in rows if any(reason["rule"] == SIGN for reason in row["reasons"])}


@pytest.mark.parametrize("write", [as_telethon, as_fourcat, as_dataset])
def test_the_mark_of_a_seller_is_a_sign_with_its_reason_and_gone_without_it(
    tmp_path: Path, adverts: Adverts, write: Callable[..., Path]
) -> None:
    workspace = tmp_path / "case"
    plain = inside_json("run", write(tmp_path / "plain", adverts, marked=False), "-w", workspace)
    assert (plain["messages"], plain["offers"], plain["quarantined"], len(sellers(workspace))) == (
        48,
        48,
        0,
        8,
    )
    assert with_the_sign(workspace) == set()
    assert SIGN not in inside("show", sellers(workspace)[MARKED], "-w", workspace).stdout
    again = inside_json("run", write(tmp_path / "marked", adverts, marked=True), "-w", workspace)
    assert (again["messages"], again["quarantined"]) == (48, 0)
    assert with_the_sign(workspace) == {sellers(workspace)[MARKED]}
    page = inside("show", sellers(workspace)[MARKED], "-w", workspace).stdout
    [line] = [line for line in page.splitlines() if SIGN in line]
    assert REASON in line
    assert line.split()[0].startswith("+")
