"""The page on speed names what is measured, and what stands beside it."""

import re

from schakel.showing.bench.market import MESSAGES, SEED
from schakel.showing.bench.methods import beside
from tests.commands import CHECKOUT

PAGE = (CHECKOUT / "docs" / "speed.md").read_text("utf-8")


def test_every_row_stands_there_with_what_is_beside_it() -> None:
    told = dict(re.findall(r"^\| (.+?) \| (.+) \|$", PAGE, re.MULTILINE))
    for row in beside().row.values():
        for name in row.beside:
            assert beside().method[name].name in told[row.title]
        assert row.beside or told[row.title] == "nothing to install does this"


def test_the_usual_market_is_the_one_on_the_page() -> None:
    assert f"({MESSAGES:,} messages, seed {SEED};" in PAGE
