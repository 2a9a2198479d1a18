"""The figures on docs/reading-measured.md are those of a fresh measurement, within its own uncertainty."""

import re

import pytest
from tools.measure_reading import PAGE, blocks, labelled, write

from schakel.reading.evaluation import report as report_file

FIGURE = re.compile(r"(\d*\.\d+) \((\d*\.\d+)-(\d*\.\d+)\)")
SLACK = 0.01  # figures are rounded to two places
LATE = 0.1
FIGURES = dict[tuple[str, str, str], str]


def cells(block: str) -> FIGURES:
    """Every cell by title of the table, name of the row and head of the column."""
    found: FIGURES = {}
    for part in block.split("<!-- labelled: end -->", maxsplit=1)[0].split("### ")[1:]:
        title, *lines = part.splitlines()
        rows = [line.strip("| ").split(" | ") for line in lines if line.startswith("|")]
        for row in rows[2:]:
            found |= {(title, row[0], head): cell for head, cell in zip(rows[0][1:], row[1:], strict=True)}
    return found


@pytest.fixture(scope="module")
def fresh() -> FIGURES:
    with pytest.MonkeyPatch.context() as patch:
        # Training the word statistics takes longer than all other tests of this room.
        patch.setattr(report_file, "is_installed", lambda: False)
        return cells(blocks(report_file.evaluate(labelled()))["labelled"])


def test_what_the_page_says_lies_within_what_is_measured(fresh: FIGURES) -> None:
    page = cells(PAGE.read_text(encoding="utf-8"))
    compared: set[str] = set()
    for (title, row, head), cell in fresh.items():
        measured, written = FIGURE.fullmatch(cell), FIGURE.fullmatch(page.get((title, row, head), ""))
        if measured and written and same_messages(page, fresh, title, row):
            value, low, high = map(float, measured.groups())
            # Never more than is reached; less only until the page is written anew after the rules got better.
            fits = min(low, value - LATE) - SLACK <= float(written[1]) <= high + SLACK
            assert fits, (title, row, head, written[0], measured[0])
            compared.add(row)
    assert "hard (fitted on)" in compared


def same_messages(page: FIGURES, fresh: FIGURES, title: str, row: str) -> bool:
    """Whether a row of the page was measured on as many messages: new ones wait for the page to be written anew."""
    numbers = [
        figures.get((title, row, head)) for figures in (page, fresh) for head in ("number", "labelled")
    ]
    return numbers[:2] == numbers[2:] != [None, None]


def test_every_table_is_on_the_page(fresh: FIGURES) -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert {title for title, _, _ in cells(page)} >= {title for title, _, _ in fresh}
    assert "| TF-IDF + logistic regression |" in page
    assert "| reading | all |" in page


def test_only_the_blocks_are_replaced() -> None:
    page = "before\n<!-- a: start -->\nold\n<!-- a: end -->\nafter\n"
    assert write(page, {"a": "new"}) == "before\n<!-- a: start -->\nnew\n<!-- a: end -->\nafter\n"
