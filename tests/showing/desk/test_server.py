import errno
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, suppress
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from schakel.records.errors import SettingsError, WorkspaceError
from schakel.showing.cli.desk import opened
from schakel.showing.desk import server
from schakel.showing.desk.app import application, open_desk
from schakel.showing.desk.headers import Guarded
from schakel.showing.desk.server import check_address, check_proxy, serve
from schakel.store.workspace import Workspace


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.4", "desk.example", ""])  # noqa: S104 - refused
def test_another_address_is_refused_with_a_way_out(host: str) -> None:
    with pytest.raises(SettingsError) as refused:
        check_address(host)
    assert "proxy" in refused.value.todo
    assert "ssh" in refused.value.todo


def test_this_machine_is_allowed() -> None:
    check_address("127.0.0.1")
    check_address("localhost")


def test_behind_a_proxy_people_log_in_and_its_name_is_answered_to(case: Workspace) -> None:
    with pytest.raises(SettingsError, match="nobody has to log in"):
        check_proxy("desk.example", people=False)
    check_proxy("desk.example", people=True)
    check_proxy("", people=False)
    wall = application(open_desk(case, "tester"), "desk.example")
    through = TestClient(wall, base_url="https://desk.example", follow_redirects=False)
    answer = through.get("/login")
    assert answer.status_code == 200
    assert answer.headers["strict-transport-security"].startswith("max-age=")
    assert through.get("/login", headers={"host": "other.example"}).status_code == 400


def test_a_port_in_use_is_told_in_words(case: Workspace) -> None:
    async def nothing(*_: object) -> None: ...

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with (
            ThreadPoolExecutor(1) as apart,
            pytest.raises(SettingsError, match="could not open port") as told,
        ):
            apart.submit(serve, Guarded(nothing), port, lambda: None).result()
    offered = int(told.value.todo.rpartition("--port ")[2])
    assert abs(offered - port) == 1
    assert offered <= 65535


def test_the_port_that_is_offered_instead_is_free() -> None:
    with ExitStack() as held:
        port = _taken_in_a_row(held, 3)
        offered = _offered_for(port)
        assert offered >= port + 3
        with socket.socket() as free:
            free.bind(("127.0.0.1", offered))


def test_above_the_last_port_none_is_offered() -> None:
    with ExitStack() as held:
        for port in (65535, 65534):
            _take(held, port)
        assert _offered_for(65535) < 65534


def test_a_port_of_the_administrator_is_not_told_as_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    def bind(_: socket.socket, address: tuple[str, int]) -> None:
        if address[1] < 1024:
            raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(socket.socket, "bind", bind)
    told = server._not_opened(80)
    assert "administrator" in told.means
    assert int(told.todo.rpartition("--port ")[2]) > 1023


def test_others_are_let_in_by_the_port_that_was_asked_for() -> None:
    with pytest.raises(SettingsError) as refused:
        check_address("0.0.0.0", 9000)  # noqa: S104 - refused
    assert "ssh -L 9000:127.0.0.1:9000 " in refused.value.todo


def test_the_desk_of_the_command_line(case: Workspace) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = (
        "import typer; from schakel.showing.cli.desk import add_to; app = typer.Typer(); add_to(app); app()"
    )
    words = ["-w", str(case.root), "--port", str(port)]
    with subprocess.Popen([sys.executable, "-c", command, *words], stdout=subprocess.PIPE, text=True) as desk:
        try:
            assert desk.stdout is not None
            link = re.search(rf"http://127.0.0.1:{port}/enter\?link=\S+", desk.stdout.readline())
            assert link
            assert _page_behind(link[0], port) == f"http://127.0.0.1:{port}/"
            assert not _listens_elsewhere(port)
        finally:
            desk.terminate()
            desk.wait(10)


def test_an_empty_folder_opens_with_the_welcome_page(tmp_path: Path) -> None:
    empty, other = tmp_path / "empty", tmp_path / "other"
    empty.mkdir()
    other.mkdir()
    (other / "letter.txt").write_text("x")
    desk = open_desk(opened(empty), "tester")
    client = TestClient(application(desk), base_url="http://127.0.0.1:8765")
    page = client.get(f"/enter?link={desk.links.make()}")
    assert page.status_code == 200
    assert "schakel run EXPORT -w empty" in page.text
    assert (empty / "ledger.jsonl").exists()
    for refused in (other, tmp_path / "mistyped"):
        with pytest.raises(WorkspaceError, match="no workspace"):
            opened(refused)
    assert [one.name for one in other.iterdir()] == ["letter.txt"]
    assert not (tmp_path / "mistyped").exists()


def _offered_for(port: int) -> int:
    """The port that is named when the desk is told to open one that is taken."""

    async def nothing(*_: object) -> None: ...

    with ThreadPoolExecutor(1) as apart, pytest.raises(SettingsError, match="could not open port") as told:
        apart.submit(serve, Guarded(nothing), port, lambda: None).result()
    return int(told.value.todo.rpartition("--port ")[2])


def _taken_in_a_row(held: ExitStack, many: int) -> int:
    """The first of so many ports that are in use from now on."""
    for first in range(20_000, 30_000, many):
        with ExitStack() as trying, suppress(OSError):
            for port in range(first, first + many):
                _take(trying, port)
            held.push(trying.pop_all())
            return first
    pytest.skip("no free ports in a row")


def _take(held: ExitStack, port: int) -> None:
    taken = held.enter_context(socket.socket())
    taken.bind(("127.0.0.1", port))
    taken.listen()


def _page_behind(link: str, port: int) -> str:
    """Where the link leads once; without it there is only the door."""
    deadline = time.monotonic() + 10
    while True:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/audit", timeout=5) as answer:
                assert "server" not in answer.headers
                assert answer.url.endswith("/login?to=%2Faudit")
            browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
            with browser.open(link, timeout=5) as answer:
                return str(answer.url)
        except urllib.error.HTTPError:
            raise
        except OSError:
            if time.monotonic() > deadline:
                raise


def _listens_elsewhere(port: int) -> bool:
    """Whether the port is open on any other address of this machine (Linux: 127.0.0.2 would meet 0.0.0.0)."""
    if not Path("/proc").exists():
        return False
    with socket.socket() as probe:
        probe.settimeout(2)
        return probe.connect_ex(("127.0.0.2", port)) == 0
