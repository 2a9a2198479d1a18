"""The page on collecting with an account shows what its commands really say, and counts what the guard really lets out."""

import re
import shlex
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import typer.main

from schakel.collecting.mtproto.manners import manners
from schakel.collecting.mtproto.rules import read_rules
from schakel.collecting.mtproto.sealed_login import SHORTEST
from schakel.showing.cli import collect_account
from schakel.showing.cli.collect import add_to, app
from tests.collecting.mtproto.conftest import APP, CHANNEL, GROUP, _only_our_server, rsa_key
from tests.collecting.mtproto.loopback import Loopback
from tests.collecting.mtproto.standing import standing
from tests.commands import CHECKOUT
from tests.inside import inside

__all__ = ["_only_our_server", "rsa_key"]  # fixtures of the neighbours
PAGE = (CHECKOUT / "docs" / "collecting-accounts.md").read_text("utf-8")
SOURCES = "".join(
    path.read_text("utf-8") for path in (CHECKOUT / "src/schakel/collecting/mtproto").glob("*.py")
)
OF_ALL = {"--workspace", "--json", "--why", "--authorisation"}


def filled(server: Loopback) -> None:
    """The chats of which the page shows what came."""
    for number in range(1, 133):
        server.post(CHANNEL, f"bericht {number}")
    for text in ("een", "twee", "drie"):
        server.post(GROUP, text, 101)


def test_the_lines_on_the_page_are_what_its_commands_give(
    rsa_key: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def no_sleep(_: float) -> None:
        return None

    today = datetime.now(UTC).date()
    changed = {
        "2026-12-01": str(today),
        "2027-03-01": str(today + timedelta(days=30)),
        "case1": str(tmp_path / "case"),
    }
    means = collect_account.Account._means
    monkeypatch.setattr(
        collect_account.Account, "_means", lambda self, *said: replace(means(self, *said), sleep=no_sleep)
    )
    with standing(rsa_key) as stood:
        stood.do(filled)
        answers = {"SERVER": f"127.0.0.1:{stood.server.port}", "API_ID": str(APP[0]), "API_HASH": APP[1]}
        answers |= {"PHONE": "+31600000001", "CODE": "12345", "PASSPHRASE": "vier paarden in de mist"}
        for name, value in answers.items():
            assert f"`SCHAKEL_COLLECT_{name}" in PAGE
            monkeypatch.setenv(f"SCHAKEL_COLLECT_{name}", value)
        (commands,) = re.findall(r"```sh\n(.*?)```", PAGE, re.DOTALL)
        told = {}
        for line in commands.splitlines():
            program, *words = shlex.split(line)
            assert program == "schakel"
            told[words[1]] = inside(*(changed.get(word, word) for word in words)).stdout
    (shown,) = re.findall(r"```\n(markt_groningen.*?)```", PAGE, re.DOTALL)
    bytes_of = re.compile(r"[\d,]+ bytes")
    assert bytes_of.sub("", "\n".join(told["chats"].splitlines()[:3])) == bytes_of.sub("", shown.strip())
    (folder,) = (tmp_path / "case" / "collected").glob("*-chats")
    for path in folder.iterdir():
        assert re.sub(r"\d+", "500", path.name) in PAGE


def test_every_option_stands_on_the_page() -> None:
    front = typer.Typer()
    add_to(front)
    commands = typer.main.get_command(app).commands  # type: ignore[attr-defined]
    for name in ("login", "list", "chats", "guard", "logout"):
        options = {one for part in commands[name].params for one in part.opts if one.startswith("--")}
        assert options - set(re.findall(r"--[a-z][a-z-]*", PAGE)) <= OF_ALL, name


def test_the_counts_of_the_guard_are_true() -> None:
    rules = read_rules()
    groups = {name: len(names) for name, names in (("collect", rules.allow.requests.collect),)}
    allowed = [one for one in rules.known.values() if rules.when(one.name)]
    assert (
        f"Of the {len(rules.known)} requests of the protocol (layer {rules.allow.layer}) {len(allowed)} may go out"
        in PAGE
    )
    assert f"{groups['collect']} while collecting, {len(rules.allow.requests.login)} while logging in" in PAGE
    assert f"{len(rules.allow.requests.logout)} while logging out" in PAGE
    assert f"and {len(rules.allow.requests.wrappers)} that stand around another" in PAGE
    assert f"passphrase of {SHORTEST} signs" in PAGE
    assert manners().waiting.longest_wait_seconds == 5 * 60
    assert manners().waiting.waits == 5
    assert manners().waiting.again + 1 == 3
    assert manners().sizes.photo_bytes == 10 << 20


def test_every_end_of_a_chat_stands_on_the_page() -> None:
    ends = set(re.findall(r'\.end\(\s*"([a-z-]+)"', SOURCES)) | {"not-asked", "beginning", "empty"}
    table = PAGE.split("## How it ended")[1].split("\n\n")[1]
    assert ends == set(re.findall(r"`([a-z-]+)`", table.split("of a chat |")[1]))
