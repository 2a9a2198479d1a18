"""A piece read beside what is known gives what reading all of it and taking that out would give."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pytest

from schakel.intake.desktop_json.cutting import plan_pieces
from schakel.intake.desktop_json.layout import find_layout
from schakel.intake.detect import DESKTOP_HTML, DESKTOP_JSON
from schakel.intake.pieces import Piece, PieceDone
from schakel.intake.read_piece import part_file, read_piece
from schakel.intake.versions import Versions, version_keys
from schakel.records.ids import account_id
from schakel.store.parquet_files import read_parquet
from tests.commands import EXAMPLE
from tests.intake.conftest import Desk
from tests.intake.exports import chat, html_page, html_row, message, write_json

Rows = pa.Table | None


def pieces(file: Path, staging: Path) -> list[Piece]:
    for table in ("messages", "quarantine"):
        (staging / table).mkdir(parents=True, exist_ok=True)
    like = Piece("s", file.name, DESKTOP_JSON, str(file), str(staging), 0)
    return list(plan_pieces(str(file), find_layout(str(file)), like, piece_bytes=200_000))


def read(piece: Piece) -> tuple[PieceDone, Rows]:
    done = read_piece(piece)
    file = part_file(Path(piece.staging), "messages", piece.number)
    rows = read_parquet([file])[0] if file.exists() else None
    file.unlink(missing_ok=True)
    return done, rows


def check(piece: Piece, folder: Path, wanted: Callable[[int], bool]) -> None:
    """Compares the piece beside some of its versions with all of it without those."""
    whole, rows = read(piece)
    assert rows is not None
    known = pa.array([wanted(number) for number in range(rows.num_rows)])
    Versions.of([rows.filter(known)["message_id"]]).write(folder / "known")
    done, left = read(replace(piece, known=str(folder / "known")))
    fresh = rows.filter(pc.invert(known))
    assert (left is None) == (fresh.num_rows == 0)
    assert left is None or left.equals(fresh)
    assert done == replace(
        whole, known=rows.num_rows - fresh.num_rows, keys=version_keys(fresh["message_id"]).tobytes()
    )


@pytest.mark.parametrize(
    "wanted",
    [lambda n: True, lambda n: False, lambda n: n % 100 != 7, lambda n: n % 3 == 0],
    ids=["all", "none", "nearly all", "a third"],
)
def test_every_message_of_an_export_beside_some_that_are_known(
    tmp_path: Path, wanted: Callable[[int], bool]
) -> None:
    file = next(EXAMPLE.rglob("result.json"))
    found = pieces(file, tmp_path / "staging")
    assert len(found) > 3
    for piece in found[:4]:
        check(piece, tmp_path, wanted)


UNUSUAL: list[dict[str, Any]] = [
    message(1, edited="2026-01-02T06:00:00", edited_unixtime="1767330000"),
    message(2, [{"type": "bold", "text": "te koop"}, " coke ", {"type": "mention", "text": "@naam"}]),
    message(3, from_id="nobody can read this", **{"from": "Bob"}),
    message(4, reply_to_message_id=2, reply_to_peer_id="channel9"),
    message(5, forwarded_from="Eve", forwarded_from_id="user9", reactions=[{"type": "emoji", "count": 2}]),
    message(6, photo="photos/a.jpg", width=3, height=4, something="without a column"),
    message(7, contact_information={"first_name": "A", "last_name": "", "phone_number": "1"}),
    message(8, date_unixtime=..., edited="2026-01-02T06:00:00"),
    {**message(9, ""), "type": "service", "action": "pin_message", "actor": "Ann", "actor_id": "user78"},
    message(10),
]


@pytest.mark.parametrize("kept", range(10))
def test_unusual_records_stay_what_they_are_beside_known_ones(tmp_path: Path, kept: int) -> None:
    file = write_json(tmp_path / "export", chat(UNUSUAL))
    [piece] = pieces(file, tmp_path / "staging")
    check(piece, tmp_path, lambda number: number != kept)


def test_pages_are_read_beside_what_is_known_too(tmp_path: Path) -> None:
    page = tmp_path / "messages.html"
    page.write_text(html_page("".join(html_row(number, f"text {number}") for number in range(1, 9))), "utf-8")
    (tmp_path / "staging" / "messages").mkdir(parents=True)
    piece = Piece("s", page.name, DESKTOP_HTML, str(page), str(tmp_path / "staging"), 0)
    check(piece, tmp_path, lambda number: number < 5)


@pytest.mark.parametrize("beside", [[], [message(2, from_id=..., **{"from": "Eve"})]])
def test_a_sender_who_cannot_be_read_goes_by_name_whoever_else_wrote(
    desk: Desk, tmp_path: Path, beside: list[dict[str, Any]]
) -> None:
    odd = message(1, from_id="nobody can read this", **{"from": "Bob"})
    desk.take(write_json(tmp_path / "export", chat([odd, message(3), *beside])))
    accounts = {row["tg_id"]: (row["account_kind"], row["account_name"]) for row in desk.rows()}
    assert accounts[1] == ("name", "Bob")
    assert account_id("user", 78) in {row["account_id"] for row in desk.rows()}
