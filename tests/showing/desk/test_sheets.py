from datetime import date

import pytest

from schakel.showing.desk.figures import Figures
from schakel.showing.desk.language import words
from schakel.showing.desk.sheets import Column, Sheet, by_key, harmless

SHEET = Sheet(
    "goods",
    [
        Column("goods", "commodities"),
        Column("ads", "number"),
        Column("ghost", "percent"),
        Column("week", "day"),
    ],
    [("cocaine", 1234, 0.5, date(2025, 11, 18)), ("=1+1", None, None, None)],
)


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ('=HYPERLINK("http://x";"y")', '\'=HYPERLINK("http://x";"y")'),
        ("+31612", "'+31612"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'=1"),
        ("a\u202eb", "a<U+202E>b"),
        ("line\nbreak", "line break"),
        (-5, -5),
        (None, ""),
        (date(2025, 1, 2), "2025-01-02"),
    ],
)
def test_a_cell_is_never_a_formula(value: object, cell: object) -> None:
    assert harmless(value) == cell


def test_a_sheet_in_words_of_its_language() -> None:
    figures = Figures("nl", words("nl"))
    assert SHEET.shown(figures) == [
        ["cocaïne", "1.234", "50%", "18\u00a0nov\u00a02025"],
        ["=1+1", "", "", ""],
    ]


def test_a_download_has_the_columns_by_name_and_numbers_plain() -> None:
    lines = SHEET.download(words("en")).decode("utf-8-sig").split("\r\n")
    assert lines == ["Goods,Offers,Ghosts expected,Week of", "cocaine,1234,0.5,2025-11-18", "'=1+1,,,", ""]


def test_sheets_are_found_by_name() -> None:
    assert by_key([SHEET], "goods") is SHEET
    assert by_key([SHEET], "x") is None
