"""What the commands that collect print fits on a terminal, counts with the right noun, and is whole lines for whoever reads a pipe."""

import io
import re
import sys
from contextlib import redirect_stderr, redirect_stdout, suppress
from pathlib import Path
from unittest.mock import patch

import pytest

from schakel.showing.cli.app import main
from schakel.showing.cli.collect_words import WIDTH, many, new_messages, say
from tests.collecting.previews.preview_site import PreviewSite
from tests.inside import inside
from tests.showing.cli.test_collect import case, collect, no_proxy_here, site

__all__ = ["case", "no_proxy_here", "site"]  # fixtures


_SIGNS = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")  # with which a bar is drawn


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def on_a_terminal(*words: str | Path) -> list[str]:
    shown, errors = Terminal(), Terminal()
    with (
        patch.object(sys, "argv", ["schakel", *map(str, words)]),
        redirect_stdout(shown),
        redirect_stderr(errors),
        suppress(SystemExit),
    ):
        main()
    return [_SIGNS.sub("", line) for line in (shown.getvalue() + errors.getvalue()).splitlines()]


@pytest.mark.parametrize("number", [0, 1, 2, 12345])
def test_counts_have_their_noun(number: int) -> None:
    assert many(number, "page") == {0: "0 pages", 1: "1 page", 2: "2 pages", 12345: "12,345 pages"}[number]
    assert new_messages(1) == "1 of them a new message"


def test_one_of_each_is_said_as_one(site: PreviewSite, case: Path) -> None:
    site.channels["markt_plein"].numbers = [1]
    first, second, third, *_ = collect(site, case, "markt_plein").stdout.splitlines()
    assert ": 1 page, 1 post, 1 new, " in first
    assert second.startswith("1 of 1 chat, 1 page, 1 post; 2 requests, ")
    assert third == "Taken in: 1 record, 1 of them a new message, 0 known, 0 set apart"


def test_lines_fit_on_a_terminal_and_commands_stay_whole(site: PreviewSite, case: Path) -> None:
    where = ("--site", site.address, "-w", case, "--authorisation", "A-1")
    lines = on_a_terminal("collect", "previews", "markt_plein", "besloten", *where, "--no-import")
    lines += on_a_terminal("collect", "previews", "markt_plein", "besloten", *where, "--no-import")
    assert [line for line in lines if line.startswith("  schakel intake ")]
    paths = str(case.parent)
    assert [line for line in lines if len(line) > WIDTH and paths not in line] == []
    assert any(line.startswith("besloten: nothing, because the site shows no posts") for line in lines)


def test_the_guard_fits_on_a_terminal_and_is_a_line_each_in_a_pipe() -> None:
    assert max(map(len, on_a_terminal("collect", "guard", "--all"))) <= WIDTH
    piped = inside("collect", "guard").stdout.splitlines()
    assert any(line.startswith("collect") and "messages.getHistory" in line for line in piped)


def test_an_empty_line_is_a_line() -> None:
    shown = Terminal()
    say("", to=shown)
    assert shown.getvalue() == "\n"


@pytest.mark.parametrize(
    "words", [("previews", "markt_plein"), ("chats", "markt_plein"), ("login",), ("list",), ("logout",)]
)
@pytest.mark.parametrize("ground", [(), ("--authorisation", "A-1")])
def test_a_collect_that_is_refused_makes_no_workspace(
    tmp_path: Path, words: tuple[str, ...], ground: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SCHAKEL_CASEBOOK", raising=False)
    told = inside("collect", *words, "-w", tmp_path / "new", *ground, check=False)
    assert told.returncode == 1
    assert "There is no workspace at" in told.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_casebook_elsewhere_is_asked_before_a_workspace_is_made(
    site: PreviewSite, case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("session", "collecting_session"):
        monkeypatch.setattr(f"schakel.showing.cli.{module}.casebook_of", lambda _: case / "casebook.db")
    new = tmp_path / "new"
    refused = collect(site, new, "elders_iets", check=False)
    assert "not in its scope" in refused.stderr
    assert not new.exists()
    assert collect(site, new, "markt_plein", "--no-import").returncode == 0
    assert (new / "ledger.jsonl").exists()


def test_whoever_may_not_collect_makes_no_workspace_and_uses_no_ground(
    site: PreviewSite, case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, role in (("anna", "admin"), ("otto", "auditor")):
        monkeypatch.setenv("SCHAKEL_USER", "anna")
        inside("users", "add", name, "--role", role, "-w", case)
    for module in ("session", "collecting_session"):
        monkeypatch.setattr(f"schakel.showing.cli.{module}.casebook_of", lambda _: case / "casebook.db")
    monkeypatch.setenv("SCHAKEL_USER", "otto")
    book = (case / "casebook.db").read_bytes()
    refused = collect(site, tmp_path / "new", "markt_plein", check=False)
    assert "may not do that: intake" in refused.stderr
    assert not (tmp_path / "new").exists()
    assert site.asked == []
    assert (case / "casebook.db").read_bytes() == book


@pytest.mark.parametrize("gone", ["ledger.jsonl", "casebook.db"])
def test_a_workspace_of_which_half_is_gone_is_no_new_one(site: PreviewSite, case: Path, gone: str) -> None:
    (case / gone).unlink()
    told = collect(site, case, "elders_iets", check=False)
    assert told.returncode == 1
    assert "There is no workspace" not in told.stderr
    assert site.asked == []


def test_eighty_columns_are_filled_and_words_with_hyphens_stay_whole() -> None:
    shown = Terminal()
    say("x" * 39 + " " + "y" * 40, to=shown)
    say("x" * 70 + " " + "twee-en-twintig", to=shown)
    assert WIDTH == 80
    assert shown.getvalue().splitlines() == ["x" * 39 + " " + "y" * 40, "x" * 70, "  twee-en-twintig"]
