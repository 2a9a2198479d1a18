"""`csv` and `xlsx`: what a spreadsheet, a graph tool or a reader of Data Packages finds in them."""

import csv
import json
import zipfile
from datetime import datetime
from hashlib import sha256
from pathlib import Path

import openpyxl
import pytest

from schakel.showing.handover.export import xlsx
from schakel.showing.handover.export.counts import Counts
from schakel.showing.handover.export.csv_tables import names
from schakel.showing.handover.export.gather import Gathered
from schakel.showing.handover.export.hiding import Hiding
from schakel.showing.handover.export.request import Asked
from schakel.showing.handover.export.scope import whole_workspace
from schakel.showing.handover.export.tables import layout
from schakel.showing.handover.export.words import words_in
from schakel.showing.pseudonyms import Pseudonyms
from schakel.store.duckdb_engine import DuckDBEngine
from schakel.store.workers import Workers
from schakel.store.workspace import Workspace
from tests.showing.handover.export.conftest import Exported

KEYED = Pseudonyms(b"k" * 32)
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def rows_of(folder: Path, name: str) -> list[dict[str, str]]:
    with (folder / f"{name}.csv").open(encoding="utf-8-sig", newline="") as opened:
        return list(csv.DictReader(opened))


def test_every_table_has_its_rows_and_its_columns(exported: Exported) -> None:
    folder, told = exported("csv")
    assert {file.name for file in folder.iterdir()} == names()
    for name, table in layout().items():
        rows = rows_of(folder, name)
        with (folder / f"{name}.csv").open(encoding="utf-8-sig", newline="") as opened:
            assert next(csv.reader(opened)) == [column.name for column in table.columns]
        if name in told["counts"]:
            assert len(rows) == told["counts"][name]["exported"], name


def test_no_cell_is_a_formula(exported: Exported) -> None:
    folder, told = exported("csv")
    for name, table in layout().items():
        numbers = {column.name for column in table.columns if column.type in ("number", "integer")}
        for row in rows_of(folder, name):
            for column, cell in row.items():
                if column in numbers:
                    float(cell or 0)
                else:
                    assert not cell.startswith(FORMULA), (name, column, cell[:40])
    assert told["changed"]["formulas"] > 0
    assert any(row["text"].startswith("'=H") for row in rows_of(folder, "messages"))


def test_a_cell_is_never_longer_than_a_spreadsheet_takes(exported: Exported) -> None:
    folder, told = exported("csv")
    longest = max(len(row["text"]) for row in rows_of(folder, "messages"))
    assert 30_000 < longest <= 32_767
    assert told["changed"]["values-cut"] > 0


def test_excel_reads_it_as_utf_8(exported: Exported) -> None:
    folder, _ = exported("csv")
    assert all(file.read_bytes().startswith(b"\xef\xbb\xbf") for file in folder.glob("*.csv"))


def test_the_data_package_describes_every_column(exported: Exported) -> None:
    folder, _ = exported("csv")
    package = json.loads((folder / "datapackage.json").read_text("utf-8"))
    assert [one["name"] for one in package["resources"]] == list(layout())
    for one in package["resources"]:
        file = folder / one["path"]
        assert one["hash"] == f"sha256:{sha256(file.read_bytes()).hexdigest()}"
        assert one["bytes"] == file.stat().st_size
        assert all(field["description"] and field["type"] for field in one["schema"]["fields"])


def test_probabilities_bounds_and_reasons_go_along(exported: Exported) -> None:
    folder, _ = exported("csv")
    ghosts = [row for row in rows_of(folder, "findings") if row["kind"] == "ghost"]
    ghost = next(row for row in ghosts if row["value"] == "0.06")
    assert (ghost["low"], ghost["high"]) == ("0.02", "0.21")
    assert "prior (log10 LR -0.37)" in ghost["reasons"]
    seller = next(row for row in rows_of(folder, "sellers") if row["ghost_probability"] == "0.06")
    assert seller["ghost_high"] == "0.21"
    message = next(row for row in rows_of(folder, "messages") if row["act"])
    assert message["probability"] == "0.97"
    assert "goods (log10 LR +2.50)" in message["reasons"]


def test_ends_of_links_are_accounts_of_the_table(example_export: Exported) -> None:
    folder, _ = example_export("csv")
    accounts = {row["account_id"] for row in rows_of(folder, "accounts")}
    ends = [row[end] for row in rows_of(folder, "links") for end in ("left_id", "right_id")]
    members = [row["member_id"] for row in rows_of(folder, "members") if row["member_kind"] == "account"]
    writers = [row["account_id"] for row in rows_of(folder, "messages")]
    assert members
    assert writers
    assert {*ends, *members, *writers} <= accounts
    known = {row["selector_id"] for row in rows_of(folder, "selectors")}
    assert {row["selector_id"] for row in rows_of(folder, "contacts")} <= known


def test_a_workbook_holds_no_formula_and_no_link(exported: Exported) -> None:
    out, told = exported("xlsx")
    with zipfile.ZipFile(out) as parts:
        for name in parts.namelist():
            text = parts.read(name).decode("utf-8")
            assert "<f>" not in text
            assert "hyperlink" not in text or "HYPERLINK" in text
            assert "externalLink" not in name
    book = openpyxl.load_workbook(out)
    assert book.sheetnames == ["About", *layout()]
    for name in layout():
        sheet = book[name]
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref
        if name in told["counts"]:
            assert sheet.max_row - 1 == told["counts"][name]["exported"]
    texts = [row[7].value for row in book["messages"].iter_rows(min_row=2)]
    assert any(str(text).startswith("=H") for text in texts)
    assert all(cell.data_type != "f" for row in book["messages"].iter_rows() for cell in row)


def test_a_workbook_has_real_numbers_and_times(exported: Exported) -> None:
    book = openpyxl.load_workbook(exported("xlsx")[0])
    row = next(row for row in book["messages"].iter_rows(min_row=2, values_only=True) if row[13])
    assert row[5] == datetime(2025, 11, 18, 12, int(row[2]))  # noqa: DTZ001 - a workbook has no zones
    assert row[14] == pytest.approx(0.97)
    assert book["findings"]["F2"].data_type == "n"


def test_rows_beyond_a_sheet_go_on_in_the_next(hostile: Path, tmp_path: Path) -> None:
    engine = DuckDBEngine(Workspace(hostile), workers=Workers(1))
    (tmp_path / "scratch").mkdir()
    gathered = Gathered(engine, whole_workspace(), Hiding(pseudonyms=KEYED), tmp_path / "scratch")
    out = tmp_path / "small.xlsx"
    xlsx.write(gathered, out, Asked("xlsx", "en", words_in("en")), rows=4)
    book = openpyxl.load_workbook(out)
    assert "messages 2" in book.sheetnames
    assert book["messages"].max_row == 4
    held = sum(book[name].max_row - 1 for name in book.sheetnames if name.startswith("messages"))
    assert held == 6
    said = [row[0] for row in book["About"].iter_rows(values_only=True) if row[0]]
    assert any("messages go on in the next sheet" in str(line) for line in said)


def test_a_cell_is_cut_where_utf_16_counts_too_many(tmp_path: Path) -> None:
    counts = Counts({})
    with xlsx.Workbook(str(tmp_path / "one.xlsx")) as book:
        cells = xlsx.Cells(counts, book)
        assert cells.fitting("\U0001f525" * 16_383) == "\U0001f525" * 16_383
        cut = cells.fitting("\U0001f525" * 17_000)
        assert cells.fitting("a\u202eb\ufffec") == "a<U+202E>bc"
    assert len(cut.encode("utf-16-le")) <= 2 * xlsx.SIGNS
    assert cut.endswith("…")
    assert counts.changed["values-cut"] == 1
