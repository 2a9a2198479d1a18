import json
import shutil
from hashlib import sha256
from pathlib import Path

import pytest

from schakel.records.errors import SourceError
from schakel.showing.bench.rivals.plain_script import loaded
from schakel.showing.bench.sources import digests, sources_of

_PAGE = '<html><body class="chat_page"><div class="history"></div></body></html>'


def test_the_export_as_it_was_has_one_in_a_hundred_less(small_market: Path, tmp_path: Path) -> None:
    found = sources_of([small_market], tmp_path)
    assert found.whole == (small_market,)
    assert found.plain == (small_market,)
    now = loaded([str(small_market)])
    (file,) = found.earlier[0].rglob("*.json")
    before = loaded([str(file)])
    assert set(before) < set(now)
    assert 0.95 * len(now) <= len(before) < len(now)


def test_the_original_is_not_touched(small_market: Path, tmp_path: Path) -> None:
    before = small_market.stat()
    sources_of([small_market], tmp_path)
    after = small_market.stat()
    assert (after.st_ctime_ns, after.st_nlink) == (before.st_ctime_ns, before.st_nlink)


def test_what_lies_beside_comes_along(small_market: Path, tmp_path: Path) -> None:
    export = tmp_path / "export"
    (export / "photos").mkdir(parents=True)
    shutil.copy(small_market, export / "result.json")
    (export / "photos" / "photo_1.jpg").write_bytes(b"picture")
    (earlier,) = sources_of([export], tmp_path / "scratch").earlier
    (photo,) = earlier.rglob("photo_1.jpg")
    assert photo.read_bytes() == b"picture"
    assert (photo.parent.parent / "result.json").exists()


def test_what_cannot_be_cut_or_loaded_is_said(tmp_path: Path) -> None:
    page = tmp_path / "messages.html"
    page.write_text(_PAGE)
    found = sources_of([page], tmp_path / "scratch")
    assert found.earlier == ()
    assert "1 % earlier" in found.why_no_earlier
    assert found.plain == ()
    assert "Telegram Desktop's JSON only" in found.why_no_plain


def test_a_collectors_marker_stays_behind(small_market: Path, tmp_path: Path) -> None:
    export = tmp_path / "export"
    export.mkdir()
    shutil.copy(small_market, export / "result.json")
    (export / "collection.json").write_text(json.dumps({"chats": ["plein"]}))
    for given in (export, export / "result.json"):
        found = sources_of([given], tmp_path / "scratch" / given.name)
        for place in (*found.whole, *found.earlier):
            assert [file.name for file in place.rglob("*") if file.is_file()] == ["result.json"]


def test_files_are_told_by_what_is_in_them(small_market: Path) -> None:
    raw = small_market.read_bytes()
    assert digests([small_market]) == [
        {"name": "result.json", "bytes": len(raw), "sha256": sha256(raw).hexdigest()}
    ]


def test_nothing_to_read_is_said(tmp_path: Path) -> None:
    with pytest.raises(SourceError):
        sources_of([tmp_path], tmp_path / "scratch")
