"""Two who collect at once, a workspace that may not be written, a full disk, and what a killed run leaves half: each a plain sentence."""

import errno
import json
import os
import shutil
import subprocess
import sys
import threading
from datetime import UTC, datetime
from pathlib import Path

import pytest

from schakel.collecting.captures import REQUESTS, record_of
from tests.collecting.previews.preview_site import PreviewSite, Reply
from tests.showing.cli.test_collect import acts, case, collect, messages_in, no_proxy_here, runs, site
from tests.showing.cli.test_collect_tampered import with_record
from tests.showing.cli.test_grounds import authorise
from tests.showing.cli.test_rights_and_room import NOBODY, as_nobody

__all__ = ["case", "no_proxy_here", "site"]  # fixtures


@pytest.fixture
def killed(site: PreviewSite, case: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    with monkeypatch.context() as patched:
        patched.setattr("schakel.showing.cli.collect.told_to_the_ledger", lambda *_: None)
        collect(site, case, "markt_plein", "--no-import")
    (run,) = runs(case)
    # As it stood before the run ended: what is written at its end is not there.
    with_record(run, lambda said: [said.pop(name) for name in ("ended", "stopped", "files")])
    return run


def test_a_file_without_its_line_is_named_in_record_and_ledger(
    site: PreviewSite, case: Path, killed: Path
) -> None:
    log = (killed / REQUESTS).read_text().splitlines(keepends=True)
    last = json.loads(log[-1])["file"]
    (killed / REQUESTS).write_text("".join(log[:-1]))
    told = collect(site, case, "markt_plein").stderr
    assert f"1 is held, and no request line tells of it ({last})" in " ".join(told.split())
    assert record_of(killed)["untold"] == [last]
    assert "asked_changed" not in record_of(killed)
    first, second = acts(case, "collect")
    assert first["outputs"]["untold"] == [last]
    assert "untold" not in first["inputs"]
    assert "untold" not in second["outputs"]


def test_a_ground_that_was_edited_is_said_and_not_used(site: PreviewSite, case: Path, killed: Path) -> None:
    authorise(case, "A-2", "--chats", "@markt_plein")
    with_record(killed, lambda said: said.update(authorisation="A-2"))
    told = collect(site, case, "markt_plein", ground="A-2").stderr
    assert "was changed after the run began" in " ".join(told.split())
    assert "1 earlier run on another ground" in told
    assert record_of(killed)["authorisation"] == "A-1"
    first = acts(case, "collect")[0]
    assert (first["inputs"]["authorisation"], first["outputs"]["asked_changed"]) == ("A-1", True)


def test_a_run_in_the_second_of_one_that_was_removed_has_a_line_and_a_name_of_its_own(
    site: PreviewSite, case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("schakel.showing.cli.collect._now", lambda: datetime(2026, 12, 2, 4, 15, tzinfo=UTC))
    collect(site, case, "markt_plein")
    (first,) = runs(case)
    shutil.rmtree(first)
    site.channels["markt_plein"].numbers += [13]
    with monkeypatch.context() as patched:  # and this one is killed before its line in the ledger
        patched.setattr("schakel.showing.cli.collect.told_to_the_ledger", lambda *_: None)
        collect(site, case, "markt_plein", "--no-import")
    (second,) = runs(case)
    assert second.name == f"{first.name}-2"
    told = collect(site, case, "markt_plein").stderr
    assert "is not as it was" not in told
    assert f"{second.name}, of an earlier run, was taken in" in told
    assert [act["outputs"]["folder"] for act in acts(case, "collect")] == [
        first.name,
        second.name,
        f"{first.name}-3",
    ]
    assert [row["tg_id"] for row in messages_in(case)] == list(range(1, 14))


def test_of_two_who_collect_at_once_the_second_asks_for_nothing(site: PreviewSite, case: Path) -> None:
    slow = "/s/markt_plein?before=3"
    site.instead[slow] = [Reply.page("x" * 99)]
    site.instead[slow][0].drip = 9.0
    words = ["collect", "previews", "markt_plein", "--site", site.address, "--authorisation", "A-1", "-w"]
    first = subprocess.Popen(
        [sys.executable, "-m", "schakel", *words, str(case)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    try:
        for _ in range(3000):
            if slow in site.paths:
                break
            threading.Event().wait(0.01)
        asked = len(site.asked)
        told = collect(site, case, "markt_plein", check=False)
        assert told.returncode == 1
        assert "Another run collects into" in told.stderr
        assert "Traceback" not in told.stderr
        assert len(site.asked) == asked
    finally:
        first.kill()
        first.communicate()
    assert len(runs(case)) == 1


@pytest.mark.parametrize("name", ["requests.jsonl", "sent.jsonl", "-posts.html", "collection.json", ".lock"])
def test_on_a_full_disk_it_ends_with_a_sentence(
    site: PreviewSite, case: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = os.open

    def full(path: object, *said: object, **more: object) -> int:
        if str(path).endswith(name) and "collected" in str(path) and said[0] & os.O_CREAT:  # type: ignore[operator]
            raise OSError(errno.ENOSPC, "No space left on device", str(path))
        return opened(path, *said, **more)  # type: ignore[arg-type]

    with monkeypatch.context() as patched:
        patched.setattr("os.open", full)
        told = collect(site, case, "markt_plein", check=False)
    assert told.returncode == 1
    assert "Traceback" not in told.stderr
    assert "No space left on device" in told.stderr
    assert collect(site, case, "markt_plein").returncode == 0
    assert [row["tg_id"] for row in messages_in(case)] == list(range(1, 13))


@pytest.mark.parametrize("whose", ["nothing", "nothing yet", "all but collected"])
def test_where_may_not_be_written_nothing_is_asked_for(
    site: PreviewSite, open_place: Path, whose: str
) -> None:
    case = open_place / "case"
    authorise(case, "A-1", "--chats", "@markt_plein")
    if whose != "nothing yet":
        collect(site, case, "markt_plein", "--no-import")
    mine = {path for path in (case, *case.rglob("*")) if "collected" not in str(path)}
    for path in (case, *case.rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o644)
        if whose == "all but collected" and path in mine and os.geteuid() == 0:
            os.chown(path, NOBODY, NOBODY)
    before = len(site.asked)
    done = as_nobody(
        "collect", "previews", "markt_plein", "--site", site.address, "--authorisation", "A-1", "-w", case
    )
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "not foreseen" not in done.stderr
    where = "collected" if whose == "all but collected" else "ledger.jsonl"
    assert f"{case / where}" in done.stderr
    assert len(site.asked) == before
