"""Sentences of commands say `1 text` and `2 texts`."""

import io
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any

import pytest
from rich.console import Console

from schakel.showing.cli.audit_seals import _first_ones
from schakel.showing.cli.closing import lead_lines, number_of
from schakel.showing.cli.dismantle import _say_left_out
from schakel.showing.cli.estimate_page import say_left_out
from schakel.showing.cli.plan_page import _unit_line
from schakel.showing.cli.searching import _print
from schakel.showing.known_names import NOBODY


def shown(*parts: Any) -> str:
    out = io.StringIO()
    Console(file=out, width=200).print(*parts)
    return out.getvalue()


def test_a_noun_goes_with_the_number_that_is_shown() -> None:
    counts = [number_of(value, "copy", "copies") for value in (0, 1, 1.3, 2, 1234)]
    assert counts == ["0 copies", "1 copy", "1 copy", "2 copies", "1,234 copies"]
    assert number_of(2, "text") == "2 texts"


@pytest.mark.parametrize(
    ("count", "said"),
    [(1, "1 text in 1 message, page 1 of 1"), (2, "2 texts in 2 messages, page 1 of 1")],
)
def test_search(count: int, said: str) -> None:
    at = datetime(2025, 1, 2, tzinfo=UTC)
    hit = SimpleNamespace(
        message_id="m_1", act="offer", messages=count, chats=count, first=at, last=at, text="coke"
    )
    found: Any = SimpleNamespace(
        texts=count, messages=count, capped=False, page=1, pages=1, hits=[hit], facets={}, words=[]
    )
    out = io.StringIO()
    _print(Console(file=out, width=200), SimpleNamespace(), found, NOBODY)  # type: ignore[arg-type]
    assert said in out.getvalue()
    assert ("1 time in 1 chat," if count == 1 else "2 times in 2 chats,") in out.getvalue()


def test_plan_and_closing() -> None:
    row = {"hours": 1.0, "unit": "oost", "title": "coke", "lead_id": "l_1"}
    bounds = {"worth": 3.0, "worth_low": 2.0, "worth_high": 4.0}
    assert _unit_line("oost", [row], 1, {}) == "oost: 1 of 1 hour, 1 lead"
    assert _unit_line("oost", [row, row], 9, {}) == "oost: 2 of 9 hours, 2 leads"
    assert "1 hour   worth" in shown(lead_lines(1, row | bounds, "why"))
    assert "2 hours   worth" in shown(lead_lines(1, row | bounds | {"hours": 2.0}, "why"))


def test_rows_left_out(capsys: pytest.CaptureFixture[str]) -> None:
    for count, said in ((1, "1 row was left out: "), (2, "2 rows were left out: ")):
        say_left_out(count)
        left = SimpleNamespace(most_common=lambda count=count: [("a name is empty", count)])
        _say_left_out(SimpleNamespace(left_out=left))  # type: ignore[arg-type]
        assert capsys.readouterr().err.count(said) == 2


def test_entries_that_hold() -> None:
    assert [_first_ones(count) for count in (0, 1, 2)] == [
        "",
        "The first entry holds.",
        "The first 2 entries hold.",
    ]
