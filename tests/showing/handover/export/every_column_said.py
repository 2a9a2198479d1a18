"""What exports say of the rows of every column, and a workspace with them, written in each format once."""

import json
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from schakel.showing.handover.export.formats import format_called
from schakel.showing.handover.export.gather import Gathered
from schakel.showing.handover.export.hiding import Hiding
from schakel.showing.handover.export.request import Asked
from schakel.showing.handover.export.scope import whole_workspace
from schakel.showing.handover.export.words import words_in
from schakel.showing.known_names import NOBODY
from schakel.showing.pseudonyms import Pseudonyms
from schakel.store.duckdb_engine import DuckDBEngine
from schakel.store.workers import Workers
from schakel.store.workspace import create_workspace
from tests.showing.handover.export.every_column import (
    HARM,
    LEAD,
    M2,
    Row,
    build,
    told,
)

Written = Callable[..., Path]
WORDS = words_in("en")
KEYED = Pseudonyms(b"k" * 32)


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> DuckDBEngine:
    made = DuckDBEngine(create_workspace(tmp_path_factory.mktemp("every") / "case"), workers=Workers(1))
    build(made)
    return made


@pytest.fixture(scope="module")
def written(engine: DuckDBEngine, tmp_path_factory: pytest.TempPathFactory) -> Written:
    room = tmp_path_factory.mktemp("written")
    (room / "scratch").mkdir()
    made: dict[tuple[str, bool], Path] = {}

    def write(to: str, *, opened: bool = True) -> Path:
        if (to, opened) not in made:
            hiding = Hiding(opened=True) if opened else Hiding(NOBODY, KEYED)
            gathered = Gathered(engine, whole_workspace(), hiding, room / "scratch")
            out = made[to, opened] = room / f"{opened}-{to}{format_called(to).ending}"
            format_called(to).writer()(gathered, out, Asked(to, "en", WORDS))
        return made[to, opened]

    return write


def stamp(value: Any) -> Any:
    return value.strftime("%Y-%m-%dT%H:%M:%SZ") if isinstance(value, datetime) else value.isoformat() if isinstance(value, date) else value  # fmt: skip


def sorted_rows(rows: list[Row]) -> list[Row]:
    return sorted(rows, key=lambda row: json.dumps(row, default=str))


def said_link(row: Row) -> str:
    more = f"Proposed: one seller, probability {row['probability']:.2f}.\n" if row.get("probability") else ""
    return f"{row['kind']} (log10 LR {row['log10_lr']:+.2f})\n{more}{row['reasons']}"


def said_finding(row: Row) -> str:
    bounds = f"{row['value']:.4g} ({row['low']:.4g} - {row['high']:.4g})"
    return f"{row['kind']}: {row['label']} {bounds}\n{row['words']}\n{row['reasons']}"


LEAD_SAID = (
    f"{LEAD}: cocaine, up to 5 g\nworth 220 (110 - 330) days; hours 75 (35 - 205); tactical, oost\n"
    + HARM
)  # fmt: skip
SLIP_SAID = f"older-name: Jan Voorbeeld\na name of before\n{M2}"
ITEMS_SAID = "cocaine, coke, 5 g, 200 EUR, retail; cannabis, amnesia, 2 kg, 4000 USD, bulk"
SELLER_SAID = (
    f"{WORDS['hypothesis']} Probability that no real supply stands behind it: 0.12 (between 0.03 and 0.34). "
    "Most probable function: courier, probability 0.71 (between 0.58 and 0.79). cocaine, up to 5 g."
)
GHOST_SAID = "Probability that no real supply stands behind it: 0.12 (between 0.03 and 0.34)."
ROLE_SAID = "Most probable function: courier, probability 0.71 (between 0.58 and 0.79)."
AGAIN = told('"a" & <b>', "+0.50")
MEMBER, SAME = "proposed member (hypothesis)", "one seller (hypothesis)"
