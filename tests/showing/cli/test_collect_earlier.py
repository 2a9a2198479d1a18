"""What killed, stopped and untaken runs of `schakel collect` left behind is put in order by the next, and nothing is lost or doubled."""

import json
import re
import shlex
import signal
import subprocess
import sys
import time
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from telethon.tl import types

from schakel.collecting.captures import alone_in, began, record_of
from schakel.collecting.previews.run import KIND
from schakel.custody.ledger import Ledger
from schakel.custody.removal import collected_copies
from schakel.showing.cli.collected import brought_in
from schakel.store.workspace import open_workspace, working_in
from tests.collecting.mtproto.conftest import CHANNEL, GROUP, _only_our_server, rsa_key
from tests.collecting.mtproto.killed import killed_at
from tests.collecting.mtproto.standing import Standing
from tests.collecting.previews.preview_site import PreviewSite, Reply
from tests.commands import CHECKOUT
from tests.inside import inside
from tests.showing.cli.test_collect import acts, case, collect, messages_in, no_proxy_here, runs, site
from tests.showing.cli.test_collect_chats import collect as with_account
from tests.showing.cli.test_collect_chats import telegram
from tests.showing.cli.test_grounds import authorise

__all__ = ["_only_our_server", "case", "no_proxy_here", "rsa_key", "site", "telegram"]  # fixtures


def sealed_in(case: Path) -> set[str]:
    return {path.name for path in (case / "sealed").iterdir()}


def checksums(folder: Path) -> set[str]:
    return {sha256(path.read_bytes()).hexdigest() for path in folder.iterdir()}


def on_the_page(told: str, case: Path) -> None:
    """What is said of earlier runs is what the page shows, but for numbers."""
    page = re.findall(r"```\n(\d+T\d+Z.*?)```", (CHECKOUT / "docs/collecting.md").read_text(), re.DOTALL)[0]
    shown = [re.sub(r"\d[\d,]*", "0", line) for line in page.splitlines()]
    lines = [line for line in told.splitlines() if "earlier run" in line or "cut off" in line]
    for line in lines:
        assert re.sub(r"\d[\d,]*", "0", line.replace(str(case), "case1")) in shown
    assert lines


def in_order(case: Path, messages: list[int]) -> None:
    """Every run is closed, told once and sealed, and the tables hold these messages."""
    told = [act["outputs"]["folder"] for act in acts(case, "collect")]
    assert sorted(told) == sorted({run.name for run in runs(case)})
    for run in runs(case):
        assert isinstance(record_of(run)["ended"], dict)
        assert checksums(run) <= sealed_in(case)
    assert [row["tg_id"] for row in messages_in(case)] == messages
    assert inside("audit", "--verify", "-w", case).returncode == 0


def test_a_killed_run_is_closed_told_sealed_and_taken_in_by_the_next(site: PreviewSite, case: Path) -> None:
    last = "/s/markt_plein?before=3"
    site.instead[last] = [Reply.page("x" * 99)]
    site.instead[last][0].drip = 9.0  # the answer never comes
    words = ("collect", "previews", "markt_plein", "--site", site.address, "--authorisation", "A-1")
    running = subprocess.Popen([sys.executable, "-m", "schakel", *words, "-w", str(case)])
    until = time.monotonic() + 30
    while last not in site.paths and time.monotonic() < until:
        time.sleep(0.01)
    running.terminate()
    assert running.wait(10) == -signal.SIGTERM
    (killed,) = runs(case)
    assert acts(case, "collect") == []
    site.asked.clear()
    told = collect(site, case, "markt_plein", "--why", "verder")
    assert f"{killed.name} was cut off" in told.stderr
    assert "2 requests, " in told.stderr
    assert (
        f"{killed.name}, of an earlier run, was taken in: 10 records, 10 of them new messages." in told.stderr
    )
    assert site.paths[:2] == ["/s/markt_plein", last]
    on_the_page(told.stderr, case)
    first, second = acts(case, "collect")
    assert first["inputs"] == second["inputs"] | {"site": site.address}
    assert first["outputs"]["ended"] == {"markt_plein": "cut-off"}
    assert (first["outputs"]["stopped"], first["outputs"]["requests"]) == ("cut-off", 2)
    sent = [json.loads(line)["asked"] for line in (killed / "sent.jsonl").read_text().splitlines()]
    assert sent[-1] == f"{site.address}{last}"  # of which no answer came
    assert first["outputs"]["sent"] == len(sent) == 3
    for path in killed.iterdir():  # so that what is destroyed is destroyed here too
        assert path in collected_copies(case, sha256(path.read_bytes()).hexdigest())
    log = (killed / "requests.jsonl").read_bytes()
    assert first["outputs"]["requests_sha256"] == sha256(log).hexdigest()
    in_order(case, list(range(1, 13)))
    assert "cut off" not in collect(site, case, "markt_plein").stderr


@pytest.fixture
def chats(tmp_path: Path) -> Path:
    authorise(tmp_path / "chats", "A-1", "--chats", "@markt_groningen")
    return tmp_path / "chats"


def words_of(case: Path, command: str) -> list[str]:
    names = ["markt_groningen"] if command == "chats" else []
    return ["collect", command, *names, "-w", str(case), "--authorisation", "A-1"]


def test_messages_that_were_in_the_log_and_not_in_their_file_yet_are_asked_for_again(
    telegram: Standing, chats: Path, rsa_key: RSAPrivateKey
) -> None:
    def filled(server: Any) -> None:
        for number in range(1, 251):
            server.post(CHANNEL, f"bericht {number}")

    telegram.do(filled)
    with_account(chats, "login")
    # The second page is in the log, a part of its messages in their file.
    killed_at("schakel.collecting.mtproto.objects:Objects:message", 131, rsa_key, *words_of(chats, "chats"))
    told = with_account(chats, "chats", "markt_groningen")
    killed = min((chats / "collected").glob("*-chats"))
    assert f"{killed.name} was cut off" in told.stderr
    assert "was taken in: 130 records" in told.stderr
    (lost,) = record_of(killed)["lost"]
    lines = [json.loads(line) for line in (killed / "requests.jsonl").read_text().splitlines()]
    assert [line["last"] for line in lines if line["n"] == lost] == [150]
    assert "150 messages" in told.stdout
    in_order(chats, list(range(1, 251)))


def test_a_run_at_work_is_left_alone(site: PreviewSite, case: Path) -> None:
    collect(site, case, "markt_plein", "--no-import")
    with began(case / "collected", KIND, lambda: datetime.now(UTC)) as at_work:
        at_work.tell(kind=KIND, chats=["markt_plein"], authorisation="A-1")
        told = collect(site, case, "markt_plein", check=False)
        assert "Another run collects" in told.stderr
        assert "cut off" not in told.stderr
        assert "ended" not in record_of(at_work.folder)
    assert len(acts(case, "collect")) == 1


def test_what_was_kept_without_taking_it_in_is_spoken_of_and_taken_in_with_the_next(
    site: PreviewSite, case: Path
) -> None:
    collect(site, case, "markt_plein", "--no-import")
    (first,) = runs(case)
    assert not checksums(first) & sealed_in(case)
    site.channels["markt_plein"].numbers += [13]
    told = collect(site, case, "markt_plein", "--no-import", "--json")
    how = f"schakel intake {first} -w {case} --authorisation A-1"
    assert f"Not taken in yet: 1 earlier run. Take in: {how}\n" in told.stderr
    on_the_page(told.stderr, case)
    said = json.loads(told.stdout)
    assert [chat["new"] for chat in said["chats"]] == [1]
    assert said["earlier"] == [{"folder": first.name, "taken_in": False, "how": how}]
    site.channels["markt_plein"].numbers += [14]
    told = collect(site, case, "markt_plein")
    assert told.stderr.count("of an earlier run, was taken in") == 2
    in_order(case, list(range(1, 15)))
    assert "earlier" not in collect(site, case, "markt_plein").stderr


def test_what_does_not_lie_there_any_more_is_not_known(site: PreviewSite, case: Path) -> None:
    collect(site, case, "markt_plein", "--no-import")
    (first,) = runs(case)
    (first / "markt_plein-00002-posts.html").unlink()
    told = json.loads(collect(site, case, "markt_plein", "--no-import", "--json").stdout)
    assert [chat["new"] for chat in told["chats"]] == [5]


def test_an_intake_that_was_stopped_or_failed_is_done_by_the_next(
    site: PreviewSite, case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr("schakel.showing.cli.collected.permit_import", stopped)
        assert "was not taken in" in collect(site, case, "markt_plein", check=False).stderr
    with monkeypatch.context() as patched:  # sealed, and not read
        patched.setattr("schakel.intake.parsing.Parsing.bring_up_to_date", stopped)
        assert collect(site, case, "markt_plein", check=False).returncode
    assert checksums(runs(case)[0]) <= sealed_in(case)
    with working_in(open_workspace(case)):
        told = collect(site, case, "markt_plein", "--no-import", check=False)
    assert "Not taken in yet: 1 earlier run. Take in: schakel intake" in told.stderr
    told = collect(site, case, "markt_plein")
    assert told.stderr.count("of an earlier run, was taken in: 12 records, 12 of them new") == 1
    in_order(case, list(range(1, 13)))


def test_a_run_without_messages_is_sealed_too(site: PreviewSite, case: Path) -> None:
    assert collect(site, case, "besloten", check=False).returncode == 1
    (run,) = runs(case)
    assert len(checksums(run)) == 4
    assert checksums(run) <= sealed_in(case)
    for path in run.iterdir():
        assert path in collected_copies(case, sha256(path.read_bytes()).hexdigest())
    (act,) = acts(case, "seal")
    assert {file["kind"] for file in act["outputs"]["files"]} == {"collected"}
    assert act["settings"]["authorisation"] == "A-1"
    assert inside("audit", "--verify", "-w", case).returncode == 0


def test_what_was_destroyed_and_comes_again_without_messages_is_told_and_stands_in_the_ledger(
    site: PreviewSite, case: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    collect(site, case, "besloten", check=False)
    (run,), (first,) = runs(case), acts(case, "seal")
    gone, held = first["outputs"]["files"][:2]
    (case / "sealed" / gone["sha256"]).unlink()
    named = {name: gone[name] for name in ("name", "sha256", "bytes")}
    destroyed = Ledger(case / "ledger.jsonl", "tester").add("destroyed", outputs={"files": [named]})
    brought_in(case, run, "A-1", quiet=True)
    assert "Note: files come in again that had been removed or destroyed" in capsys.readouterr().err
    (back,) = acts(case, "brought-back")
    assert back["inputs"]["file"] == {"name": gone["name"], "sha256": gone["sha256"]}
    assert (back["inputs"]["was"], back["inputs"]["in"]) == ("destroyed", destroyed.seq)
    assert acts(case, "seal")[-1]["seq"] == back["seq"] + 1
    assert held["sha256"] in sealed_in(case)
    brought_in(case, run, "A-1", quiet=True)  # now all of it is held
    assert "Note:" not in capsys.readouterr().err
    assert len(acts(case, "brought-back")) == 1


def test_while_somebody_works_there_a_run_without_messages_waits_for_the_next(
    site: PreviewSite, case: Path
) -> None:
    with working_in(open_workspace(case)):
        told = collect(site, case, "besloten", check=False)
    assert "was not taken in" not in told.stderr
    collect(site, case, "besloten", check=False)
    assert all(checksums(run) <= sealed_in(case) for run in runs(case))


def test_what_was_destroyed_is_not_put_in_order_again(site: PreviewSite, case: Path) -> None:
    collect(site, case, "markt_plein")
    (run,) = runs(case)
    for path in run.iterdir():
        if path.name != "markt_plein-00004-about.html":  # another run may hold the same
            path.unlink()
    collect(site, case, "markt_plein")
    assert [path.name for path in run.iterdir()] == ["markt_plein-00004-about.html"]
    assert len(acts(case, "collect")) == 2


def test_steps_of_an_account_are_sealed_and_look_after_what_was_killed(
    telegram: Standing, chats: Path
) -> None:
    with_account(chats, "login")
    with began(
        chats / "collected", "list", lambda: datetime.now(UTC)
    ) as killed:  # as one that is killed leaves it
        killed.tell(kind="list", authorisation="A-1", chats=[])
    told = with_account(chats, "list")
    assert "-list was cut off" in told.stderr
    with_account(chats, "logout")
    assert [act["inputs"]["kind"] for act in acts(chats, "collect")] == ["login", "list", "list", "logout"]
    for run in runs(chats):
        assert checksums(run) <= sealed_in(chats)


def test_a_run_that_was_killed_before_the_ledger_heard_of_it_is_told(
    site: PreviewSite, case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nothing(*_: object) -> None:
        pass

    with monkeypatch.context() as patched:
        patched.setattr("schakel.showing.cli.collect.told_to_the_ledger", nothing)
        collect(site, case, "markt_plein", "--no-import")
    assert acts(case, "collect") == []
    told = collect(site, case, "markt_plein")
    assert "cut off" not in told.stderr
    first, _ = acts(case, "collect")
    assert first["outputs"]["ended"] == {"markt_plein": "beginning"}
    assert (first["outputs"]["stopped"], first["outputs"]["requests"]) == ("", 4)
    in_order(case, list(range(1, 13)))


def test_the_lock_of_a_run_that_was_killed_is_free(tmp_path: Path) -> None:
    program = (
        "import os; from pathlib import Path; from schakel.collecting.captures import alone_in\n"
        f"with alone_in(Path({str(tmp_path / 'collected')!r})): os.kill(os.getpid(), 9)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == -signal.SIGKILL
    with alone_in(tmp_path / "collected"):
        pass


def test_what_came_on_another_ground_waits_for_whoever_may_use_it(site: PreviewSite, case: Path) -> None:
    """Nobody uses, names or is refused a ground that they did not name."""
    collect(site, case, "markt_plein", "--no-import")
    authorise(case, "A-2", "--chats", "@markt_plein")
    inside("authorise", "revoke", "A-1", "--why", "over", "-w", case)
    before = acts(case, "refused")
    told = collect(site, case, "markt_plein", ground="A-2").stderr
    assert (
        "Not taken in yet: 1 earlier run on another ground, by whoever may use it. Take in: schakel intake"
        in told
    )
    assert "--authorisation ID\n" in told
    assert "A-1" not in told
    assert acts(case, "refused") == before
    first, _ = runs(case)
    refused = inside("intake", first, "-w", case, "--authorisation", "A-1", check=False)
    assert "A-1" in refused.stderr
    assert inside("intake", first, "-w", case, "--authorisation", "A-2").returncode == 0
    assert "Not taken in yet" not in collect(site, case, "markt_plein", ground="A-2").stderr


def test_what_is_not_asked_again_by_itself_is_said_with_the_command_that_does(
    telegram: Standing, chats: Path, rsa_key: RSAPrivateKey
) -> None:
    def filled(server: Any) -> None:
        for number in (1, 2, 3):
            server.post(CHANNEL, f"bericht {number}")
            server.messages[CHANNEL][-1].replies = types.MessageReplies(1, 1, comments=True, channel_id=GROUP)
            root = server.post(GROUP, f"bericht {number}")
            server.post(GROUP, f"reactie op {number}", 101, reply=root.id)
            server.comments[(CHANNEL, number)] = (GROUP, root.id)

    telegram.do(filled)
    with_account(chats, "login")
    options = ("--threads", "--members")
    killed_at(
        "schakel.collecting.mtproto.objects:Objects:message", 6, rsa_key, *words_of(chats, "chats"), *options
    )
    told = with_account(chats, "chats", "markt_groningen", "--json")
    said = " ".join(told.stderr.split())
    assert "the comments under 2 posts (2, 1), its members. A run without these options" in said
    (how,) = [one["not_brought"]["how"] for one in json.loads(told.stdout)["earlier"] if "not_brought" in one]
    assert f"collect chats markt_groningen --threads --members --again -w {chats} --authorisation A-1" in how
    assert "reactie op 1" not in {row["text"] for row in messages_in(chats)}
    inside(*shlex.split(how)[1:])
    assert {f"reactie op {number}" for number in (1, 2, 3)} <= {row["text"] for row in messages_in(chats)}
