"""What is handed to others is read on a telephone too: the report of a package, and the draft of a request."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.commands import ExampleRun
from tests.inside import inside


@pytest.fixture(scope="module")
def pages(
    tmp_path_factory: pytest.TempPathFactory, example_as_run: Callable[[Path], ExampleRun]
) -> list[Path]:
    room = tmp_path_factory.mktemp("handed_out")
    run = example_as_run(room / "case")
    lead, w = run.answer["plan"][0]["lead_id"], ("-w", run.workspace)
    inside("package", lead, "-o", room / "package", *w)
    inside("request", lead, "--kind", "dsa-order", "-o", room / "draft.html", *w)
    return [room / "package" / "data" / "report.html", room / "draft.html"]


@pytest.mark.parametrize("width", [1440, 390])
def test_no_page_is_wider_than_the_screen(browser: Any, pages: list[Path], width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900})
    for one in pages:
        page.goto(one.as_uri())
        assert page.locator("table").count() > 2
        assert page.evaluate("document.documentElement.scrollWidth") <= width, one.name
    page.close()
