"""Paths in an export are hostile until shown otherwise."""

import json
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schakel.intake.media import MediaBeside, files_in_manifest, is_safe_path, manifest_bytes
from tests.intake.conftest import Desk
from tests.intake.exports import chat, html_page, html_row, message, write_json

HOSTILE = [
    "/etc/passwd",
    "../secret",
    "photos/../../secret",
    "photos\\..\\secret",
    "C:\\Windows\\x",
    "c:x",
    "\\\\server\\share",
    "~/x",
    "photos/a\0.jpg",
    "a\nb",
    "./x",
    "x" * 5000,
]


@pytest.mark.parametrize("path", HOSTILE)
def test_a_path_that_leads_out_is_refused_in_json_and_html(desk: Desk, tmp_path: Path, path: str) -> None:
    assert MediaBeside(()).look_up(path) == (None, None, "refused")
    write_json(tmp_path / "export", chat([message(1, photo=path)]))
    if path.isprintable():
        body = f'<div class="media_wrap"><a class="photo_wrap" href="{path}"></a></div>'
        page = html_page(html_row(1, inside=body))
        (tmp_path / "export" / "messages.html").write_text(page, encoding="utf-8")
    desk.take(tmp_path / "export")
    for row in desk.rows():
        assert (row["media_path"], row["media_sha256"], row["media_status"]) == (None, None, "refused")
        assert path[:20].splitlines()[0] in json.loads(row["extra"]).get("refused_path", path)


def test_what_the_export_says_it_left_out_is_not_missing() -> None:
    for words in ("(File not included. Change data exporting settings to download.)", "(Photo ...", ""):
        assert MediaBeside(()).look_up(words) == (None, None, "not-exported")


def test_a_file_is_found_by_its_path_in_the_export_folder(tmp_path: Path) -> None:
    manifest = tmp_path / "m"
    manifest.write_bytes(manifest_bytes([("photos/b.jpg", "bb", 2), ("photos/a.jpg", "aa", 1)]))
    media = MediaBeside([str(manifest)])
    assert media.look_up("photos/a.jpg") == ("photos/a.jpg", "aa", "found")
    assert media.look_up("photos/c.jpg") == ("photos/c.jpg", None, "missing")


def test_the_manifest_does_not_depend_on_the_order_of_files() -> None:
    files = [("b", "2", 2), ("a", "1", 1)]
    assert manifest_bytes(files) == manifest_bytes(files[::-1])


@given(st.text(max_size=60))
def test_no_safe_path_leaves_the_folder(path: str) -> None:
    if is_safe_path(path):
        base = Path("/export")
        joined = Path(f"/export/{path}")
        parts = path.replace("\\", "/").split("/")
        assert ".." not in parts
        assert joined.is_relative_to(base)


def test_many_media_are_named_by_their_manifest_only(desk: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "export"
    write_json(folder, chat([message(1, photo="photos/7.jpg")]))
    (folder / "photos").mkdir()
    for number in range(201):
        (folder / "photos" / f"{number}.jpg").write_bytes(b"%d" % number)
    desk.take(folder)
    [act] = [entry for entry in desk.ledger.entries() if entry.act == "seal"]
    assert [file["kind"] for file in act.outputs["files"]] == ["source", "manifest"]
    assert act.outputs["files"][1]["files"] == 201
    assert desk.by_id()[1]["media_status"] == "found"
    assert len(list(desk.workspace.sealed.iterdir())) == 203


@pytest.mark.parametrize("raw", [b"", b"{", b'{"files": [{}]}', manifest_bytes([("photos/a.jpg", "aa", 8)])])
def test_a_manifest_that_is_not_what_was_sealed_names_no_files(tmp_path: Path, raw: bytes) -> None:
    whole = manifest_bytes([("photos/a.jpg", "aa", 7)])
    sealed = tmp_path / sha256(whole).hexdigest()
    assert files_in_manifest(sealed) == {}
    sealed.write_bytes(whole)
    assert files_in_manifest(sealed) == {"aa": 7}
    sealed.write_bytes(raw)
    assert files_in_manifest(sealed) == {}
