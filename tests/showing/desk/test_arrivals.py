"""Names of files that come with an upload: no trick in them writes outside the folder, over another file, or leaves a mess."""

import time
from io import BytesIO
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from schakel.records.errors import SettingsError
from schakel.showing.desk import arrivals as module
from schakel.showing.desk.arrivals import Arrivals
from schakel.store.workspace import Workspace
from tests.showing.desk.conftest import client_of

LEAD_OUT = [
    "../evil.json", "a/../../evil.json", "..\\evil.json", "a\\..\\..\\evil.json", "/etc/evil.json", "\\evil.json",
    "C:\\evil.json", "c:evil.json", "//server/share/evil.json", "~/evil.json", "./evil.json", "..", ".", "a/./b.json",
    "evil\x00.json", "evil\n.json", "evil\x7f.json", "a/" * 3000 + "b",
]  # fmt: skip
CANNOT_STAND = [
    ("a.json", "a.json"),
    ("a//b.json", "a/b.json"),
    ("a", "a/b.json"),
    ("a/b.json", "a"),
    ("x" * 300,),
]
HARMLESS = [
    "result.json",
    "chats/chat_1/messages.html",
    "..result.json",
    "foto %2e%2e\u202e gpj.jpg",
    "a b'\"<i>.jpg",
]


@pytest.fixture
def ran(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, bytes]]:
    """What lies in the folder that a run is started on, instead of a run."""
    found: list[dict[str, bytes]] = []

    def run(workspace: Workspace, folder: Path, arrival: module.Arrival, words: list[str]) -> None:
        export = folder / "export"
        found.append(
            {
                path.relative_to(export).as_posix(): path.read_bytes()
                for path in export.rglob("*")
                if path.is_file()
            }
        )
        arrival.code = 0

    monkeypatch.setattr(module, "_run", run)
    return found


def bring(workspace: Workspace, *names: str) -> None:
    Arrivals().begin(workspace, "anna", [(name, BytesIO(b"{}")) for name in names], [])


def beside(workspace: Workspace) -> set[str]:
    """Everything under the folder that the workspace lies in, but for the workspace itself."""
    return {
        path.relative_to(workspace.root.parent).as_posix()
        for path in workspace.root.parent.rglob("*")
        if workspace.root not in (path, *path.parents)
    }


@pytest.mark.parametrize("name", LEAD_OUT)
def test_a_name_that_leads_out_is_refused_and_nothing_is_written(
    workspace: Workspace, ran: list[dict[str, bytes]], name: str
) -> None:
    before = beside(workspace)
    with pytest.raises(SettingsError, match="leads out of its folder"):
        bring(workspace, "result.json", name)
    assert beside(workspace) == before
    assert ran == []


@pytest.mark.parametrize("names", CANNOT_STAND)
def test_names_that_cannot_stand_beside_each_other_are_refused_and_cleared_away(
    workspace: Workspace, ran: list[dict[str, bytes]], names: tuple[str, ...]
) -> None:
    before = beside(workspace)
    with pytest.raises(SettingsError, match="could not be put aside"):
        bring(workspace, *names)
    assert beside(workspace) == before
    assert ran == []


def test_other_names_stay_as_they_are(workspace: Workspace, ran: list[dict[str, bytes]]) -> None:
    bring(workspace, *HARMLESS)
    deadline = time.monotonic() + 10
    while not ran and time.monotonic() < deadline:
        time.sleep(0.01)
    assert set(ran[0]) == set(HARMLESS)
    assert set(ran[0].values()) == {b"{}"}


@pytest.mark.parametrize(
    "name", ["../evil.json", "..\\..\\evil.json", "/etc/evil.json", "a/../../<script>x.json"]
)
def test_over_the_page_it_is_told_in_words(case: Workspace, ran: list[dict[str, bytes]], name: str) -> None:
    desk: TestClient = client_of(case)
    before = beside(case)
    key = desk.get("/intake").text.split('name="key" value="')[1].split('"')[0]
    sent = [("files", (name, b"{}", "application/json"))]
    answer = desk.post("/intake/files", data={"key": key}, files=sent)
    assert answer.status_code == 409
    assert "<script>" not in answer.text
    assert beside(case) == before
    assert ran == []
