"""The page of figures on context, and the tool that writes it."""

import re
from pathlib import Path

import pytest
from tools.context_ratios import counted_ratios
from tools.measure_context import (
    MARKET_HEAD,
    MARKETS,
    PAGE,
    Judged,
    Read,
    calibration,
    market,
    market_rows,
    write,
)

from schakel.simulating.settings import MarketSettings

BLOCKS = ("markets", "calibration", "ordinary", "labelled", "ratios")
SMALL = MarketSettings(sellers=12, days=5, seed=3)


@pytest.mark.parametrize("name", BLOCKS)
def test_every_block_of_the_page_has_figures(name: str) -> None:
    page = PAGE.read_text(encoding="utf-8")
    block = page.partition(f"<!-- {name}: start -->")[2].partition(f"<!-- {name}: end -->")[0]
    assert len(re.findall(r"^\| .*\d", block, re.MULTILINE)) >= 2


def test_every_market_that_is_measured_is_on_the_page() -> None:
    page = PAGE.read_text(encoding="utf-8")
    for name in MARKETS:
        assert page.count(f"| {name} | alone |") == page.count(f"| {name} | in context |") == 1


def test_a_block_is_replaced_and_the_rest_stays() -> None:
    page = "before\n<!-- a: start -->\nold\n<!-- a: end -->\nafter"
    assert write(page, {"a": "new"}) == page.replace("old", "new")


def test_figures_of_a_market_counted_by_hand() -> None:
    """Two true offers by one account; by its text alone a bystander offers too, and one offer is missed."""
    pairs = [
        (Read("c", 1, "seller", "offer", "offer"), "offer"),
        (Read("c", 2, "seller", "none", "offer", ("offer", "offer"), (0.4, 0.8)), "offer"),
        (Read("c", 3, "bystander", "offer", "none", ("offer", "offer"), (0.6, 0.3)), "none"),
        (Read("c", 4, "bystander", "none", "none"), "none"),
    ]
    judged = Judged(pairs, frozenset({"seller"}))
    alone, there = (dict(zip(MARKET_HEAD, row, strict=True)) for row in market_rows("m", judged))
    assert (alone["act right"], there["act right"]) == ("0.500", "1.000")
    assert (alone["offer P"], alone["offer R"]) == ("0.500", "0.500")
    assert (alone["accounts that sell P"], there["accounts that sell P"]) == ("0.500", "1.000")
    assert there["accounts that sell R"] == "1.000"
    # (0.4 - 1)^2 + (0.6 - 0)^2 = 0.72 for two messages alone, (0.8 - 1)^2 + (0.3 - 0)^2 = 0.13 in context
    assert calibration([judged]).splitlines()[-1] == "| Brier score | 2 |  | 0.360 | 2 |  | 0.065 |"


def test_a_small_market_is_measured(tmp_path: Path) -> None:
    judged = market(SMALL, tmp_path)
    assert len(judged.pairs) > 100
    for row in market_rows("small", judged):
        assert float(dict(zip(MARKET_HEAD, row, strict=True))["act right"]) > 0.9


def test_what_is_counted_speaks_for_offers_that_are_repeated(tmp_path: Path) -> None:
    rows = {row[0]: row for row in counted_ratios(SMALL, tmp_path)}
    repeated = next(row for name, row in rows.items() if name.startswith("posted"))
    assert float(repeated[2]) > 0
