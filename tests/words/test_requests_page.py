"""The page on requests shows what the command really drafts."""

import re
import shlex
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from schakel.showing.handover.request.book import kinds
from tests.commands import CHECKOUT, ExampleRun
from tests.inside import inside

PAGE = (CHECKOUT / "docs" / "requests.md").read_text("utf-8")


def test_the_draft_on_the_page_is_what_its_commands_give(
    tmp_path: Path, example_as_run: Callable[[Path], ExampleRun], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SCHAKEL_USER", "tester")
    workspace = str(example_as_run(tmp_path / "case").workspace)
    today = datetime.now(UTC).date()
    days = {
        "2026-12-01": str(today),
        "2027-03-01": str(today + timedelta(days=90)),
        "workspace/example": workspace,
    }
    (commands,) = re.findall(r"```sh\n(.*?)```", PAGE, re.DOTALL)
    for line in commands.splitlines():
        program, *words = shlex.split(line)
        assert program == "schakel"
        told = inside(*(days.get(word, word) for word in words)).stdout
    shown = re.findall(r"```markdown\n(.*?)\n```", PAGE, re.DOTALL)
    assert len(shown) == 3
    for part in shown:
        assert part in told
    assert told.startswith(shown[0])


def test_the_page_names_every_kind_and_form() -> None:
    for name, kind in kinds().kind.items():
        (row,) = re.findall(rf"^\| `{name}` \| (.*) \|$", PAGE, re.MULTILINE)
        assert tuple(re.findall(r"`([\w-]+)`", row)) == kind.forms
