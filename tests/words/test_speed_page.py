"""The page on speed names what is measured, and what stands beside it."""

import re

from schakel.showing.bench.bars import bars
from schakel.showing.bench.market import MESSAGES, SEED
from schakel.showing.bench.methods import beside
from schakel.showing.cli.bench_page import ALONE
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


def test_the_run_on_the_page_has_the_form_of_a_run() -> None:
    (run,) = re.findall(r"^```text\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
    lines = run.splitlines()
    assert lines[0].startswith(f"{MESSAGES:,} messages, one run")
    assert max(map(len, lines)) <= 80
    names = [line[:33].strip() for line in lines[1 : lines.index("")]]
    expected = ["step, and what else there is"]
    for row in beside().row.values():
        expected += [row.title, *([beside().method[name].name for name in row.beside] or [ALONE])]
    assert names == expected
    told = re.findall(
        r"^(met|MISSED|not measured|not told: it is of [\d,]+ messages)  +\w+", run, re.MULTILINE
    )
    assert len(told) == len(bars())
