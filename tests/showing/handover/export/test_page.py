"""The commands on docs/export.md do what the page says, and what it says of formats and reasons is whole."""

import re
import shlex
from pathlib import Path

import pytest

from schakel.showing.handover.export.formats import FORMATS
from schakel.showing.handover.export.request import TLP
from schakel.showing.handover.export.tables import layout
from schakel.showing.handover.export.words import words_in
from tests.commands import CHECKOUT
from tests.inside import inside
from tests.showing.desk.hostile_case import LEAD

PAGE = (CHECKOUT / "docs" / "export.md").read_text("utf-8")
COMMANDS = re.findall(r"^    schakel (export .*)$", PAGE, re.MULTILINE)


@pytest.mark.parametrize("command", COMMANDS)
def test_commands_on_the_page_run(command: str, hostile: Path, tmp_path: Path) -> None:
    words = shlex.split(command.replace("l_0f3a", LEAD))
    words[words.index("-w") + 1] = str(hostile)
    out = tmp_path / words[words.index("-o") + 1]
    words[words.index("-o") + 1] = str(out)
    assert f"Written: {out.name}" in inside(*words).stdout.replace("\n", "").replace(f"{tmp_path}/", "")
    assert out.exists()


def test_the_page_names_every_format_table_reason_and_marking() -> None:
    assert len(COMMANDS) == 4
    for name in FORMATS:
        assert f"| `{name}` |" in PAGE
        assert re.search(rf"^### .*\b{name}\b", PAGE, re.MULTILINE), name
    for name in layout():
        assert f"`{name}`" in PAGE
    assert "|".join(TLP) in PAGE


def test_both_languages_say_the_same_things() -> None:
    english, dutch = words_in("en"), words_in("nl")
    assert list(english) == list(dutch)
    for name, words in english.items():
        assert type(words) is type(dutch[name])
        if isinstance(words, dict):
            assert list(words) == list(dutch[name])
        elif name not in ("version", "source", "reviewed", "format"):
            assert re.findall(r"\{\w+\}", words) == re.findall(r"\{\w+\}", dutch[name]), name
            assert words != dutch[name]
