"""The page on collecting shows what its commands really say, and names every word that they can say."""

import json
import re
import shlex
from dataclasses import fields
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import typer.main

from schakel.collecting.previews.back import Told
from schakel.collecting.previews.manners import manners
from schakel.showing.cli.collect import app
from tests.collecting.previews.preview_site import Reply, preview_site
from tests.commands import CHECKOUT
from tests.inside import inside

PAGE = (CHECKOUT / "docs" / "collecting.md").read_text("utf-8")
PREVIEWS = PAGE.split("## Preview pages of public channels")[1]
SOURCES = "".join(
    path.read_text("utf-8") for path in (CHECKOUT / "src/schakel/collecting/previews").glob("*.py")
)


@pytest.fixture(autouse=True)
def no_proxy_here(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.delenv(name, raising=False)


def test_the_lines_on_the_page_are_what_its_commands_give(tmp_path: Path) -> None:
    today = datetime.now(UTC).date()
    changed = {
        "2026-12-01": str(today),
        "2027-03-01": str(today + timedelta(days=30)),
        "case1": str(tmp_path / "case"),
    }
    with preview_site() as site:
        site.add("Markt_Plein", range(1, 13))
        site.add("besloten", range(1, 4))
        site.without_preview.add("besloten")
        (commands,) = re.findall(r"```sh\n(.*?)```", PREVIEWS, re.DOTALL)
        for line in commands.splitlines():
            program, *words = shlex.split(line)
            assert program == "schakel"
            where = ("--site", site.address, "--no-import") if words[0] == "collect" else ()
            told = inside(*(changed.get(word, word) for word in words), *where).stdout
    (shown,) = re.findall(r"```\n(markt_plein.*?)```", PREVIEWS, re.DOTALL)
    bytes_of = re.compile(r"[\d,]+ bytes")
    assert bytes_of.sub("", "\n".join(told.splitlines()[:3])) == bytes_of.sub("", shown.strip())


def test_every_option_stands_on_the_page_and_no_other() -> None:
    command = typer.main.get_command(app).commands["previews"]  # type: ignore[attr-defined]
    options = {name for one in command.params for name in one.opts if name.startswith("--")}
    shown = set(re.findall(r"--[a-z][a-z-]*", PREVIEWS))
    assert options - shown == {"--workspace"}  # which is written -w
    assert shown - options == {
        "--basis",
        "--officer",
        "--reference",
        "--acts",
        "--chats",
        "--from",
        "--until",
    }


def test_every_way_to_end_stands_on_the_page() -> None:
    ends = set(
        re.findall(r'(?:\.end\(|Stopped\(|outcome\.stopped, outcome\.why = \(?)\s*"([a-z-]+)"', SOURCES)
    )
    ends |= set(re.findall(r'(?:return|if answer\.status == _FINE else) "([a-z-]+)"', SOURCES))
    ends |= set(re.findall(r"^(?:CUT|SLOW).* = (.*)$", SOURCES, re.MULTILINE)[0].replace('"', "").split(", "))
    ends.add(next(one.default for one in fields(Told) if one.name == "ended"))
    assert len(ends) > 20
    named = set(re.findall(r"`([a-z-]+)`", PAGE.split("### How it ended")[1].split("###")[0]))
    assert ends - named == set()


def test_every_field_of_the_log_stands_on_the_page(tmp_path: Path) -> None:
    from tests.collecting.previews.conftest import Collector, log_of  # noqa: PLC0415 - its fixtures are not wanted here

    with preview_site() as site:
        photos = {1: "https://elsewhere.example/1.jpg", 2: f"{site.address}/2.jpg"}
        site.add("markt", [1, 2, 7, 8, 9, 10, 11], photo=lambda number: photos.get(number, ""))
        site.instead["/s/markt"] = [Reply(200, b"x" * 99, {"Content-Type": "text/html"}, cut=9)]
        lines = log_of(Collector(site, tmp_path / "collected").collect("markt", media=True))
    named = set(re.findall(r"`([a-z0-9_]+)`", PAGE.split("| field of")[1].split("Pages end in")[0]))
    assert {key for line in lines for key in json.loads(json.dumps(line))} - named == set()


def test_the_figures_are_those_of_the_data_file() -> None:
    said, flat = manners(), " ".join(PAGE.split())
    assert f"{said.pause:.0f} seconds between one request and the next" in flat
    assert f"after a break {said.again_after:.0f} and {2 * said.again_after:.0f} seconds" in flat
    assert f"up to {said.longest_wait / 60:.0f} minutes" in flat
    assert (
        f"without this and `--since` {said.usual_pages}; with `--since` alone {said.most_pages:,}".lower()
        in flat.lower()
    )
    assert (said.again, said.waits) == (2, 3)
    assert f"{said.answer_bytes >> 20} MB, {said.decoded_bytes >> 20} MB unpacked" in flat
    assert f"may take {said.answer / 60:.0f} minutes" in flat
    assert all(f"`{host}`" in flat for host in said.photo_hosts)
