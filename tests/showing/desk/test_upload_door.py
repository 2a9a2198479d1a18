"""Files may be many gigabytes: who sends them is asked before one byte of them is read."""

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from schakel.showing.desk.app import application
from schakel.showing.desk.desk import Desk
from schakel.store.workspace import Workspace
from tests.showing.desk.people import PASSWORD, desk_with_people
from tests.showing.desk.test_door import key_of

_HEAD = b'--x\r\ncontent-disposition: form-data; name="files"; filename="result.json"\r\n\r\n'
_TYPE = {"content-type": "multipart/form-data; boundary=x", "accept": "application/json"}


@pytest.fixture
def desk(case: Workspace) -> Desk:
    return desk_with_people(case, "anna", "adam")


def body() -> Iterator[bytes]:
    """A file in pieces."""
    yield _HEAD
    yield from (b"x" * 1000 for _ in range(20))
    yield b"\r\n--x--\r\n"


@pytest.mark.parametrize(("who", "status"), [("", 401), ("adam", 403)])
def test_who_may_not_bring_files_is_refused_before_they_are_read(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, who: str, status: int
) -> None:
    async def read(*_: object, **__: object) -> None:
        raise AssertionError("the files were read")

    client = TestClient(
        application(desk),
        base_url="http://127.0.0.1:8765",
        follow_redirects=False,
        raise_server_exceptions=True,
    )
    if who:
        client.post("/login", data={"who": who, "password": PASSWORD})
    monkeypatch.setattr("schakel.showing.desk.frame.Request.form", read)
    answer = client.post("/intake/files", content=body(), headers=_TYPE)
    assert answer.status_code == status


def test_who_may_is_still_asked_for_the_key_of_the_session(desk: Desk) -> None:
    client = TestClient(application(desk), base_url="http://127.0.0.1:8765", follow_redirects=False)
    client.post("/login", data={"who": "anna", "password": PASSWORD})
    files = {"files": ("result.json", b"{}")}
    assert client.post("/intake/files", data={"key": "no"}, files=files).status_code == 403
    assert key_of(client)
