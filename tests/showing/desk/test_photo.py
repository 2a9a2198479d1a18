"""Photos of evidence: made small and written anew, with nothing left of what was written beside them; every look is logged."""

import io
from collections.abc import Callable
from hashlib import sha256

import pytest
from PIL import Image
from starlette.testclient import TestClient

from schakel.records.tables import from_rows
from schakel.showing.desk.photo import SIDE, small_photo
from schakel.store.duckdb_engine import DuckDBEngine
from schakel.store.workspace import Workspace
from tests.showing.desk.conftest import Acts
from tests.showing.desk.hostile_case import QUIET_SELLER, message_id, photo, photo_name

ADDRESS = f"/photo/{photo_name()}"


def test_a_photo_is_small_upright_and_bare(desk: TestClient) -> None:
    answer = desk.get(ADDRESS)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "image/jpeg"
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert b"Jan de Vries" in photo()
    assert b"Jan de Vries" not in answer.content
    with Image.open(io.BytesIO(answer.content)) as shown:
        assert max(shown.size) == SIDE
        assert shown.height > shown.width  # it lay on its side
        assert len(shown.getexif()) == 0
        assert "comment" not in shown.info


def test_a_look_of_its_own_is_logged_and_one_on_a_page_only_once(desk: TestClient, acts: Acts) -> None:
    before = len(acts())
    desk.get(ADDRESS)
    assert [(act.act, act.inputs) for act in acts()[before:]] == [("show", {"subject": photo_name()})]
    desk.get(f"/seller/{QUIET_SELLER}")
    after = len(acts())
    assert f'src="{ADDRESS}"' in desk.get(f"/message/{message_id(6)}").text
    assert desk.get(ADDRESS).status_code == 200
    assert len(acts()) == after + 1  # the page of the message, and not the photo on it


def a_bomb() -> bytes:
    out = io.BytesIO()
    Image.new("1", (8_000, 8_000)).save(out, "PNG")
    return out.getvalue()


FILES: dict[str, Callable[[], bytes]] = {
    "markup": lambda: b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
    "page": lambda: b"<html><script>alert(1)</script>",
    "half": lambda: photo()[:400],
    "nothing": lambda: b"",
    "bomb": a_bomb,
}


@pytest.mark.parametrize("kind", FILES)
def test_what_is_no_photo_is_not_served(
    case: Workspace, engine: DuckDBEngine, desk: TestClient, kind: str
) -> None:
    content = FILES[kind]()
    digest = sha256(content).hexdigest()
    (case.sealed / digest).write_bytes(content)
    row = {"message_id": "m_9", "chat_id": "c_9", "tg_id": 9, "media_kind": "photo", "media_sha256": digest}
    engine.write(from_rows([row], "messages"), "messages", "ff" * 8)
    answer = desk.get(f"/photo/{digest}")
    assert answer.status_code == 404
    assert answer.headers["content-type"].startswith("text/html")
    assert content[:40] not in answer.content or not content


def test_a_sealed_file_that_no_message_has_is_not_served(
    case: Workspace, desk: TestClient, acts: Acts
) -> None:
    other = io.BytesIO()
    Image.new("RGB", (20, 20)).save(other, "PNG")
    digest = sha256(other.getvalue()).hexdigest()
    (case.sealed / digest).write_bytes(other.getvalue())
    before = len(acts())
    assert desk.get(f"/photo/{digest}").status_code == 404
    assert len(acts()) == before


def test_a_photo_whose_file_is_gone_gives_nothing(case: Workspace) -> None:
    assert small_photo(case.sealed / ("0" * 64)) is None
