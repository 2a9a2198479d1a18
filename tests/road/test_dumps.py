"""A dump of another tool goes the whole road, and a mark of the platform on a seller is a sign with its reason."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
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

SIGN, REASON = "marked-by-platform", "Telegram marks an account as scam or fake."
# What the sellers of one tool write, nobody of another does: who shares words, wares or names may be one seller.
WORDING = (
    "Te koop {goods}, bezorgen in {town}, bestel @{shop}_shop",
    "Menu van vandaag te koop: {goods} en ophalen nabij {town}. Stuur bericht naar @{shop}_winkel",
    "Altijd voorradig en te koop {goods} // {town} plus omstreken // app dan @{shop}_store",
)
GOODS = (
    (
        "wiet 5g 50 euro",
        "coke 1 gram 50",
        "xtc 10 stuks 25",
        "ketamine 5g 100",
        "speed 10 gram 60",
        "hasj 10g 70",
    ),
    (
        "coke 2 gram 95",
        "hasj 25g 160",
        "ketamine 3g 65",
        "wiet 20g 170",
        "xtc 50 stuks 100",
        "speed 5 gram 35",
    ),
    ("speed 25 gram 120", "ketamine 1g 25", "wiet 2g 20", "xtc 5 stuks 15", "hasj 5g 40", "coke 5 gram 230"),
)
TOWNS = (
    ("Utrecht", "Tilburg", "Almere", "Zwolle", "Breda", "Arnhem", "Venlo", "Leiden"),
    ("Groningen", "Eindhoven", "Haarlem", "Apeldoorn", "Maastricht", "Delft", "Emmen", "Gouda"),
    ("Nijmegen", "Enschede", "Amersfoort", "Zaandam", "Deventer", "Sittard", "Assen", "Alkmaar"),
)
NAMES = (
    ("Roos", "Pieter", "Vogel", "Maan", "Snelle", "Kapitein", "Zilver", "Appel"),
    ("Tulp", "Hendrik", "Kat", "Zon", "Rustige", "Matroos", "Goud", "Peer"),
    ("Iris", "Gerrit", "Hond", "Ster", "Vlotte", "Stuurman", "Koper", "Kers"),
)
SELLERS, WEEKS = 8, 6


@dataclass(frozen=True)
class Adverts:
    """The adverts of eight sellers over six weeks, whom one tool dumped."""

    tool: int  # the sellers of each tool have numbers, names and messages of their own

    @property
    def marked(self) -> int:
        return 1003 + 10 * self.tool

    def name(self, who: int) -> str:
        return NAMES[self.tool][who % 10]

    @property
    def accounts(self) -> range:
        return range(1000 + 10 * self.tool, 1000 + 10 * self.tool + SELLERS)

    def told(self) -> Iterator[tuple[int, int, str]]:
        """Number, account and text of each."""
        many = SELLERS * WEEKS
        for at, (week, seller) in enumerate((w, s) for w in range(WEEKS) for s in range(SELLERS)):
            who = self.accounts[seller]
            goods, town = GOODS[self.tool][(seller + week) % 6], TOWNS[self.tool][seller]
            text = WORDING[self.tool].format(goods=goods, town=town, shop=self.name(who).lower())
            yield 1 + at + many * self.tool, who, text


def as_telethon(folder: Path, adverts: Adverts, *, marked: bool) -> Path:
    people = [
        user(who, first_name=adverts.name(who), scam=marked and who == adverts.marked)
        for who in adverts.accounts
    ]
    said = [
        telethon(n, text, from_id={"_": "PeerUser", "user_id": who}, date=_moment(n))
        for n, who, text in adverts.told()
    ]
    return write_lines(folder, [*said, *people, channel()])


def as_fourcat(folder: Path, adverts: Adverts, *, marked: bool) -> Path:
    def sender(who: int) -> dict[str, Any]:
        return user(who, first_name=adverts.name(who), fake=marked and who == adverts.marked)

    said = [
        fourcat(n, text, from_id={"_type": "PeerUser", "user_id": who}, _sender=sender(who))
        for n, who, text in adverts.told()
    ]
    return write_lines(folder, said, name="dump.ndjson")


def as_dataset(folder: Path, adverts: Adverts, *, marked: bool) -> Path:
    channels = {
        seller: dataset_channel(
            {n: dataset_text(text, n) for n, who, text in adverts.told() if who == seller},
            title=adverts.name(seller),
            scam=marked and seller == adverts.marked,
        )
        for seller in adverts.accounts
    }
    return write_dataset(folder, channels)


TOOLS = {write: Adverts(tool) for tool, write in enumerate((as_telethon, as_fourcat, as_dataset))}


def _moment(number: int) -> str:
    """Two a day."""
    return f"2026-01-{1 + number // 2:02d}T12:00:00+00:00"


def sellers(workspace: Path) -> dict[int, str]:
    """The seller of each account."""
    rows = pq.read_table(workspace / "tables" / "sellers.parquet").to_pylist()
    return {row["account_tg_id"]: row["seller_id"] for row in rows if row["member_kind"] == "account"}


def with_the_sign(workspace: Path) -> set[str]:
    """The sellers of whom a finding rests on the sign."""
    rows = pq.read_table(workspace / "tables" / "findings.parquet").to_pylist()
    return {row["subject_id"] for row in rows if any(reason["rule"] == SIGN for reason in row["reasons"])}


@dataclass(frozen=True)
class Seen:
    """What a run over the dumps of all tools said, the seller of each account, and what the page of each marked one says."""

    answer: dict[str, Any]
    sellers: dict[int, str]
    signed: set[str]
    pages: dict[int, str]


def seen(folder: Path, *, marked: bool) -> Seen:
    """All dumps go the road at once."""
    dumps = [
        write(folder / f"{marked}-{adverts.tool}", adverts, marked=marked) for write, adverts in TOOLS.items()
    ]
    workspace = folder / "case"
    answer, found = inside_json("run", *dumps, "-w", workspace), sellers(workspace)
    pages = {one.marked: inside("show", found[one.marked], "-w", workspace).stdout for one in TOOLS.values()}
    return Seen(answer, found, with_the_sign(workspace), pages)


@pytest.fixture(scope="module")
def plain_and_marked(tmp_path_factory: pytest.TempPathFactory) -> tuple[Seen, Seen]:
    """The market without the marks, and afterwards with them."""
    folder = tmp_path_factory.mktemp("dumps")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SCHAKEL_USER", "tester")
        patch.setenv("COLUMNS", "160")
        return seen(folder, marked=False), seen(folder, marked=True)


@pytest.mark.parametrize("write", TOOLS)
def test_the_mark_of_a_seller_is_a_sign_with_its_reason_and_gone_without_it(
    plain_and_marked: tuple[Seen, Seen], write: Callable[..., Path]
) -> None:
    (plain, again), adverts = plain_and_marked, TOOLS[write]
    own = {plain.sellers[who] for who in adverts.accounts}
    assert len(own) == SELLERS
    assert not plain.signed
    assert SIGN not in plain.pages[adverts.marked]
    assert again.signed & {again.sellers[who] for who in adverts.accounts} == {again.sellers[adverts.marked]}
    [line] = [line for line in again.pages[adverts.marked].splitlines() if SIGN in line]
    assert REASON in line
    assert line.split()[0].startswith("+")


def test_every_message_of_every_dump_is_read_once(plain_and_marked: tuple[Seen, Seen]) -> None:
    many = len(TOOLS) * SELLERS * WEEKS
    plain, again = (one.answer for one in plain_and_marked)
    assert (plain["messages"], plain["offers"], plain["quarantined"]) == (many, many, 0)
    assert (again["messages"], again["quarantined"]) == (many, 0)
    assert len(set(plain_and_marked[0].sellers.values())) == len(TOOLS) * SELLERS
