"""`schakel collect previews`, as a user types it: on a ground only, told in the ledger, and kept whatever comes after."""

import json
import shlex
import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import pytest
from pyarrow.dataset import dataset

from schakel.collecting.previews.asking import Asker
from schakel.store.workspace import open_workspace, working_in
from tests.collecting.previews.preview_site import PreviewSite, Reply, preview_site
from tests.inside import inside, inside_json
from tests.showing.cli.test_grounds import authorise


@pytest.fixture(autouse=True)
def no_proxy_here(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy", "SCHAKEL_COLLECT_PROXY"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def site() -> Iterator[PreviewSite]:
    with preview_site() as opened:
        opened.add("Markt_Plein", range(1, 13))
        yield opened


@pytest.fixture
def case(tmp_path: Path) -> Path:
    authorise(tmp_path / "case", "A-1", "--chats", "@markt_plein,t.me/besloten")
    return tmp_path / "case"


def collect(
    site: PreviewSite, case: Path, *words: str | Path, ground: str = "A-1", check: bool = True
) -> CompletedProcess[str]:
    where = ("--site", site.address, "-w", case, *(("--authorisation", ground) if ground else ()))
    return inside("collect", "previews", *words, *where, check=check)


def acts(case: Path, act: str) -> list[dict[str, Any]]:
    lines = (json.loads(line) for line in (case / "ledger.jsonl").read_text().splitlines())
    return [line for line in lines if line["act"] == act]


def runs(case: Path) -> list[Path]:
    return sorted(path for path in (case / "collected").glob("*") if path.is_dir())


def test_without_a_ground_nothing_is_asked_and_it_says_how_to_write_one(
    site: PreviewSite, case: Path
) -> None:
    refused = collect(site, case, "markt_plein", ground="", check=False)
    assert refused.returncode == 1
    assert "Nothing is collected without a written authorisation." in refused.stderr
    assert "schakel authorise add" in refused.stderr
    assert acts(case, "refused")[-1]["inputs"]["act"] == "collect"
    assert site.asked == []
    assert runs(case) == []


@pytest.mark.parametrize(
    ("ground", "names", "why"),
    [
        ("A-1", ("markt_plein", "elders_iets"), "not in its scope: elders_iets"),
        ("A-9", ("markt_plein",), "There is no authorisation A-9"),
        ("A-2", ("markt_plein",), "not collect"),
        ("A-3", ("markt_plein",), "it was revoked"),
    ],
)
def test_a_ground_that_does_not_cover_it_is_refused(
    site: PreviewSite, case: Path, ground: str, names: tuple[str, ...], why: str
) -> None:
    authorise(case, "A-2", acts="import")
    authorise(case, "A-3")
    inside("authorise", "revoke", "A-3", "--why", "over", "-w", case)
    refused = collect(site, case, *names, ground=ground, check=False)
    assert refused.returncode == 1
    assert why in refused.stderr
    assert site.asked == []


def test_a_ground_covers_a_name_in_whatever_letters_it_is_written(site: PreviewSite, case: Path) -> None:
    assert collect(site, case, "https://t.me/s/MARKT_Plein", "--no-import").returncode == 0


def test_what_came_is_told_and_stands_in_the_ledger(site: PreviewSite, case: Path) -> None:
    site.add("besloten", range(1, 4))
    site.without_preview.add("besloten")
    told = collect(site, case, "markt_plein", "@besloten", "--no-import", "--why", "zaak 12")
    lines = told.stdout.splitlines()
    assert lines[0] == (
        "markt_plein (1 234 subscribers): 3 pages, 12 posts, 12 new, 2026-11-01 to 2026-11-02; "
        "the oldest post that the site shows was reached."
    )
    assert lines[1].startswith("besloten: nothing, because the site shows no posts of it")
    assert lines[2].startswith("1 of 2 chats, 3 pages, 12 posts; 6 requests, ")
    (run,) = runs(case)
    assert lines[3] == f"As received, with every request: {run}"
    assert lines[4] == f"Take it in: schakel intake {run} -w {case} --authorisation A-1"
    (entry,) = acts(case, "collect")
    assert entry["inputs"] == {
        "kind": "previews", "chats": ["markt_plein", "besloten"], "authorisation": "A-1",
        "since": "", "pages": 50, "search": "", "again": False, "media": False,
    }  # fmt: skip
    log = (run / "requests.jsonl").read_bytes()
    assert entry["outputs"]["requests_sha256"] == sha256(log).hexdigest()
    assert entry["outputs"]["requests"] == len(log.splitlines()) == len(site.asked) == 6
    assert entry["outputs"]["folder"] == run.name
    assert entry["outputs"]["ended"] == {"markt_plein": "beginning", "besloten": "preview-off"}
    assert entry["settings"]["why"] == "zaak 12"
    assert inside("audit", "--verify", "-w", case).returncode == 0


def messages_in(case: Path) -> list[dict[str, Any]]:
    return sorted(
        dataset(case / "tables" / "messages", partitioning=None).to_table().to_pylist(),
        key=lambda row: row["tg_id"],
    )


def test_what_came_is_taken_in_and_is_what_the_site_holds(site: PreviewSite, case: Path) -> None:
    channel = site.channels["markt_plein"]
    channel.text = lambda number: f"Te koop 💊 xtc {number} stuks €{number * 2} <b> & 'x' \u202e"
    told = json.loads(collect(site, case, "markt_plein", "--json").stdout)
    assert told["taken_in"] == {
        "messages": 12, "records": 12, "new_messages": 12, "known": 0, "quarantined": 0,
    }  # fmt: skip
    rows = messages_in(case)
    assert [row["tg_id"] for row in rows] == channel.numbers
    assert [row["text"] for row in rows] == [channel.text(number) for number in channel.numbers]
    assert [row["sent_at"] for row in rows] == [channel.moment(number) for number in channel.numbers]
    shown = inside_json("show", rows[-1]["message_id"], "-w", case)
    assert (shown["message"]["tg_id"], shown["message"]["chat_title"]) == (12, "Markt_Plein titel")
    (run,) = runs(case)
    sealed = {path.name for path in (case / "sealed").iterdir()}
    assert {sha256(path.read_bytes()).hexdigest() for path in run.iterdir()} <= sealed
    channel.numbers += [13, 14]
    told = json.loads(collect(site, case, "markt_plein", "--json").stdout)
    assert (told["taken_in"]["messages"], told["taken_in"]["new_messages"]) == (14, 2)
    assert [chat["new"] for chat in told["chats"]] == [2]


def test_what_it_says_at_its_end_leads_on(site: PreviewSite, case: Path) -> None:
    lines = collect(site, case, "markt_plein").stdout.splitlines()
    assert lines[2] == "Taken in: 12 records, 12 of them new messages, 0 known, 0 set apart"
    command = shlex.split(lines[-1].removeprefix("The whole road on it: "))
    assert command[:2] == ["schakel", "run"]
    assert inside_json("intake", *command[2:])["messages"] == 12


def test_names_come_from_a_list_too_and_the_days_and_pages_are_obeyed(
    site: PreviewSite, case: Path, tmp_path: Path
) -> None:
    names = tmp_path / "names.txt"
    names.write_text("# zaak 12\n@Markt_Plein\n\n", encoding="utf-8")
    told = json.loads(
        collect(site, case, "--from-file", names, "--since", "2026-11-02", "--no-import", "--json").stdout
    )
    (chat,) = told["chats"]
    assert (chat["ended"], chat["pages"], chat["first"], chat["last"]) == ("since", 1, 8, 12)
    assert told["taken_in"] is None
    told = json.loads(
        collect(site, case, "markt_plein", "--pages", "2", "--again", "--no-import", "--json").stdout
    )
    assert [chat["ended"] for chat in told["chats"]] == ["pages"]


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("t.me/+AbCdEf",), "never joined"),
        ((), "No chat was named"),
        (("markt_plein", "--since", "last week"), "is not a day"),
        (("markt_plein", "--pages", "0"), "Invalid value"),
        (("markt_plein", "--site", "http://t.me"), "cannot be asked"),
        (("markt_plein", "--proxy", "ftp://x"), "The proxy is no address"),
    ],
)
def test_wrong_use_asks_for_nothing(site: PreviewSite, case: Path, words: tuple[str, ...], why: str) -> None:
    where = () if "--site" in words else ("--site", site.address)
    told = inside("collect", "previews", *words, *where, "-w", case, "--authorisation", "A-1", check=False)
    assert told.returncode == 2
    assert why in told.stderr
    assert site.asked == []


def test_a_list_that_cannot_be_read_is_told(site: PreviewSite, case: Path, tmp_path: Path) -> None:
    (tmp_path / "names.txt").write_bytes(b"\xff\xfe")
    for path in (tmp_path / "names.txt", tmp_path / "nowhere.txt", tmp_path):
        told = collect(site, case, "--from-file", path, check=False)
        assert told.returncode == 1
        assert "cannot be read" in told.stderr


def test_a_proxy_of_the_surroundings_must_be_spoken_of(case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:1")
    told = inside("collect", "previews", "markt_plein", "-w", case, "--authorisation", "A-1", check=False)
    assert told.returncode == 2
    assert "HTTPS_PROXY names a proxy" in told.stderr


def test_a_proxy_that_was_named_is_in_the_ledger_without_its_password(
    site: PreviewSite, case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The site of the tests takes the questions for another one: as a proxy does."""
    proxy = site.address.replace("http://", "http://user:pa55-w0rd@")
    monkeypatch.setenv("SCHAKEL_COLLECT_PROXY", proxy)
    site.always["/s/markt_plein"] = lambda _: Reply(404, b"through the proxy")
    where = ("--site", "http://127.0.0.1:9", "-w", case, "--authorisation", "A-1")
    assert inside("collect", "previews", "markt_plein", *where, check=False).returncode == 1
    assert site.paths == ["http://127.0.0.1:9/s/markt_plein"]
    (entry,) = acts(case, "collect")
    assert entry["settings"]["proxy"] == site.address
    everything = b"".join(path.read_bytes() for path in case.rglob("*") if path.is_file())
    assert b"pa55-w0rd" not in everything


def test_stopped_by_hand_it_says_so_and_keeps_what_came(
    site: PreviewSite, case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask = Asker.ask

    def stopped(asker: Asker, *words: Any) -> Any:
        if len(site.asked) == 2:
            raise KeyboardInterrupt
        return ask(asker, *words)

    monkeypatch.setattr(Asker, "ask", stopped)
    told = collect(site, case, "markt_plein", "--no-import", check=False)
    assert told.returncode == 1
    assert "The run ended before its end: it was stopped by hand." in told.stderr
    assert "2 pages, 10 posts" in told.stdout
    assert acts(case, "collect")[0]["outputs"]["stopped"] == "interrupted"
    assert len(list(runs(case)[0].glob("*.html"))) == 2


def test_where_no_chat_shows_anything_it_could_not_be_done(site: PreviewSite, case: Path) -> None:
    told = collect(site, case, "besloten", check=False)
    assert told.returncode == 1
    assert "No chat showed a page of posts" in told.stderr
    assert "intake" not in told.stdout


def test_what_cannot_be_taken_in_now_is_kept_and_it_says_how_later(site: PreviewSite, case: Path) -> None:
    with working_in(open_workspace(case)):
        told = collect(site, case, "markt_plein", check=False)
    assert told.returncode == 1
    (run,) = runs(case)
    assert "What was collected was not taken in: Another run is at work" in told.stderr
    assert f"schakel intake {run} -w {case} --authorisation A-1" in told.stderr
    assert len(list(run.glob("*-posts.html"))) == 3
    assert acts(case, "collect")[0]["outputs"]["requests"] == 4


def test_without_its_library_it_says_what_to_install(
    site: PreviewSite, case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "httpx2", None)
    told = collect(site, case, "markt_plein", check=False)
    assert told.returncode == 1
    assert "pip install 'schakel[collect]'" in told.stderr


def test_who_stops_the_intake_by_hand_is_told_how_it_is_taken_in_later(
    site: PreviewSite, case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("schakel.showing.cli.collected.permit_import", stopped)
    told = collect(site, case, "markt_plein", check=False)
    (run,) = runs(case)
    assert told.returncode == 1
    assert "What was collected was not taken in: it was stopped by hand." in told.stderr
    assert f"schakel intake {run} -w {case} --authorisation A-1" in " ".join(told.stderr.split())
