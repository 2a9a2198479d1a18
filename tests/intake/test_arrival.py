"""The way in as a whole: counts, order, restarts, options."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pyarrow.parquet import ParquetFile

from schakel.custody.verify import verify_ledger, verify_seals
from schakel.intake import parsing, sealing
from schakel.intake.arrival import IntakeOptions, take_in
from schakel.records.errors import SettingsError, SourceError
from schakel.records.tables import SCHEMAS
from schakel.store.stamps import Stamps
from schakel.store.workspace import working_in
from tests.intake.conftest import Desk
from tests.intake.exports import chat, html_page, html_row, message, write_json

NewDesk = Callable[..., Desk]


def test_an_export_becomes_messages_and_every_count_adds_up(desk: Desk, tmp_path: Path) -> None:
    records = [
        message(1),
        message(2, "two"),
        message(2, "two"),
        message(3, 5),
        {"id": 4, "type": "unsupported"},
    ]
    summary = desk.take(write_json(tmp_path / "export", chat(records)), brought_by="J.", authorisation="A1")
    assert (summary.records, summary.messages, summary.known, summary.quarantined) == (5, 3, 1, 1)
    [source] = desk.rows("sources")
    assert (source["records"], source["kept"], source["known"], source["quarantined"]) == (5, 3, 1, 1)
    assert (source["brought_by"], source["authorisation"], source["clock"]) == ("J.", "A1", "unixtime")
    assert source["name"] == "result.json"
    assert source["format"] == "desktop-json"
    [bad] = desk.rows("quarantine")
    assert bad["reason"].startswith("wrong-field")
    assert bad["source_id"] == source["source_id"]


@pytest.mark.parametrize("records", [[], [message(1, 5)]])
def test_a_source_without_messages_still_has_its_table_for_others(
    desk: Desk, tmp_path: Path, records: list[dict[str, Any]]
) -> None:
    desk.take(write_json(tmp_path / "export", chat(records)))
    [file] = desk.workspace.tables.glob("messages/**/*.parquet")
    table = ParquetFile(file).read()
    assert table.num_rows == 0
    assert table.schema.names == SCHEMAS["messages"].names
    assert desk.rows("messages") == []


def test_the_place_in_the_source_is_the_byte_offset_of_the_record(desk: Desk, tmp_path: Path) -> None:
    path = write_json(tmp_path / "export", chat([message(n, f"prijs € {n}") for n in range(1, 6)]))
    desk.take(path)
    raw = path.read_bytes()
    for row in desk.rows():
        begin = raw[row["place_in_source"] :]
        assert begin.startswith(b'{\n   "id": %d,' % row["tg_id"])


def test_everything_is_sealed_before_it_is_read(desk: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "export"
    (folder / "photos").mkdir(parents=True)
    (folder / "photos" / "a.jpg").write_bytes(b"picture")
    write_json(folder, chat([message(1, photo="photos/a.jpg")]))
    desk.take(folder)
    assert verify_ledger(desk.workspace.ledger).holds
    assert list(verify_seals(desk.workspace.ledger, desk.workspace.sealed)) == []
    [act] = [entry for entry in desk.ledger.entries() if entry.act == "seal"]
    assert [(file["name"], file["kind"]) for file in act.outputs["files"]] == [
        ("export/result.json", "source"),
        ("export/result.json.media-manifest.json", "manifest"),
        ("export/photos/a.jpg", "media"),
    ]
    assert set(act.settings) == {"authorisation", "brought_by", "timezone", "format"}


def test_the_same_file_again_adds_nothing_but_a_short_act(desk: Desk, tmp_path: Path) -> None:
    path = write_json(tmp_path / "export", chat([message(1), message(2)]))
    first = desk.take(path)
    before = desk.digests()
    second = desk.take(path)
    assert (first.new_messages, second.new_messages, second.messages) == (2, 0, 2)
    assert desk.digests() == before
    assert [entry.act for entry in desk.ledger.entries()] == ["seal", "seal-again"]


def test_counts_of_what_was_brought_add_up_also_when_it_is_brought_again(desk: Desk, tmp_path: Path) -> None:
    twice = [message(1), message(1), message(2), {"type": "message"}]
    path = write_json(tmp_path / "a", chat(twice))
    grown = write_json(tmp_path / "b", chat([*twice, message(3)]))
    counts = [
        (found.records, found.new_messages, found.known, found.quarantined, found.messages)
        for found in (desk.take(path), desk.take(path), desk.take(grown), desk.take(path, grown))
    ]
    assert counts == [(4, 2, 1, 1, 2), (4, 0, 3, 1, 2), (5, 1, 3, 1, 3), (9, 0, 7, 2, 3)]


@pytest.fixture
def overlapping(tmp_path: Path) -> list[Path]:
    """Three exports of one chat: the later ones hold the earlier messages too, with one edit; and one page."""
    small = [message(n, f"text {n}") for n in range(1, 21)]
    edited = message(5, "text 5, other", edited="2026-01-02T06:00:00", edited_unixtime="1767326400")
    large = [edited if one["id"] == 5 else one for one in small] + [message(n) for n in range(21, 60)]
    middle = [message(n) for n in range(15, 45)]
    page = tmp_path / "d" / "messages.html"
    page.parent.mkdir()
    page.write_text(html_page(html_row(1) + html_row(2)), encoding="utf-8")
    files = [
        write_json(tmp_path / name, chat(one)) for name, one in (("a", small), ("b", large), ("c", middle))
    ]
    return [*files, page]


def test_the_order_of_arrival_changes_no_byte(new_desk: NewDesk, overlapping: list[Path]) -> None:
    at_once = new_desk("once")
    at_once.take(*overlapping)
    expected = at_once.digests()
    assert at_once.take(*overlapping).known > 0
    for turn in (1, 3):
        shuffled = overlapping[turn:] + overlapping[:turn]
        one_by_one = new_desk(f"turn{turn}")
        for path in shuffled:
            one_by_one.take(path)
        assert one_by_one.digests() == expected
    backwards = new_desk("backwards")
    for path in overlapping[::-1]:
        backwards.take(path)
    assert backwards.digests() == expected


def test_an_edited_text_is_a_version_of_its_own(desk: Desk, overlapping: list[Path]) -> None:
    desk.take(*overlapping[:2])
    assert [row["text"] for row in desk.rows() if row["tg_id"] == 5] == ["text 5", "text 5, other"]
    assert sum(row["versions"] for row in desk.rows("coverage")) == 1


def test_two_processes_give_the_bytes_of_one(
    new_desk: NewDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parsing, "WORTH_A_PROCESS", 1)
    records = [message(n, f"text {n} " * 9, photo=None if n % 3 else "photos/x.jpg") for n in range(1, 3000)]
    path = write_json(tmp_path / "export", chat(records))
    real = parsing.plan_pieces
    monkeypatch.setattr(parsing, "plan_pieces", lambda *given: real(*given, piece_bytes=100_000))
    one, two = new_desk("one", workers=1), new_desk("two", workers=2)
    assert one.take(path).messages == two.take(path).messages == 2999
    assert len([name for name in one.digests() if name.startswith("messages/")]) > 5
    assert one.digests() == two.digests()


def test_a_run_that_was_ended_is_finished_by_the_next(
    new_desk: NewDesk, overlapping: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = new_desk("whole")
    whole.take(*overlapping)
    for stop_at in (0, 1, 3, 5):
        broken = new_desk(f"broken{stop_at}")
        _stop_after(monkeypatch, stop_at)
        with pytest.raises(KeyboardInterrupt):
            broken.take(*overlapping)
        monkeypatch.undo()
        broken.take(overlapping[3])  # the others are known from the ledger
        assert broken.digests() == whole.digests()


def _stop_after(monkeypatch: pytest.MonkeyPatch, count: int) -> None:
    real, calls = parsing.publish, iter(range(count))

    def stop(staged: Path, final: Path) -> None:
        if next(calls, None) is None:
            raise KeyboardInterrupt
        real(staged, final)

    monkeypatch.setattr(parsing, "publish", stop)


def test_media_that_come_later_are_found_on_the_second_reading(desk: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "export"
    write_json(folder, chat([message(1, photo="photos/a.jpg")]))
    desk.take(folder)
    assert desk.by_id()[1]["media_status"] == "missing"
    (folder / "photos").mkdir()
    (folder / "photos" / "a.jpg").write_bytes(b"picture")
    desk.take(folder)
    assert desk.by_id()[1]["media_status"] == "found"


def photos(folder: Path, many: int, alike: int = 1) -> Path:
    """An export with so many photos, each picture `alike` times."""
    (folder / "photos").mkdir(parents=True)
    for n in range(many):
        (folder / "photos" / f"{n}.jpg").write_bytes(b"picture %d" % (n // alike))
    write_json(folder, chat([message(n + 1, photo=f"photos/{n}.jpg") for n in range(many)]))
    return folder


@pytest.fixture
def unnamed(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An export that was taken in, whose photos only the manifest names, as where they are many."""
    monkeypatch.setattr(sealing, "_NAMED_MEDIA", 0)
    folder = photos(tmp_path / "export", 5)
    desk.take(folder)
    return folder


def test_each_message_has_the_photo_that_it_names(desk: Desk, tmp_path: Path) -> None:
    (desk.workspace.sealed / ".half-1-2").write_bytes(b"pict")
    desk.take(photos(tmp_path / "export", 40))
    for row in desk.rows():
        raw = (desk.workspace.sealed / row["media_sha256"]).read_bytes()
        assert raw == b"picture %d" % (row["tg_id"] - 1)
    assert list(desk.workspace.sealed.glob(".half*")) == []


def test_a_sealed_photo_that_is_gone_is_sealed_again(desk: Desk, unnamed: Path) -> None:
    gone = desk.workspace.sealed / desk.rows()[1]["media_sha256"]
    raw = gone.read_bytes()
    gone.unlink()
    desk.take(unnamed)
    assert gone.read_bytes() == raw


def test_a_manifest_that_was_changed_tells_nothing(
    desk: Desk, unnamed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    [manifest] = [path for path in desk.workspace.sealed.iterdir() if b"media-manifest" in path.read_bytes()]
    manifest.chmod(0o644)
    manifest.write_bytes(manifest.read_bytes().replace(b'"bytes":9', b'"bytes":8', 1))
    copied: list[str] = []
    seal = sealing.seal_file

    def noted(path: Path, name: str, *rest: Any) -> Any:
        copied.append(name)
        return seal(path, name, *rest)

    monkeypatch.setattr(sealing, "seal_file", noted)
    desk.take(unnamed)
    assert len(copied) == 5  # no photo counts as sealed by what it says
    told = [file for act in desk.ledger.entries() for file in act.outputs.get("files", [])]
    assert {file["sha256"] for file in told if file["kind"] == "manifest"} == {manifest.name}


@pytest.mark.parametrize("named", [0, 200], ids=["in the manifest only", "in the ledger too"])
def test_of_media_brought_again_nothing_is_copied(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, named: int
) -> None:
    monkeypatch.setattr(sealing, "_NAMED_MEDIA", named)
    folder = photos(tmp_path / "export", 40, alike=2)
    desk.take(folder)
    assert len(list(desk.workspace.sealed.iterdir())) == 20 + 2  # and the export and the list of its photos
    copied: list[str] = []
    monkeypatch.setattr(sealing, "seal_file", lambda _, name, *__: copied.append(name))
    desk.take(folder)
    assert copied == []
    assert [entry.act for entry in desk.ledger.entries()] == ["seal", "seal-again"]
    assert {row["media_status"] for row in desk.rows()} == {"found"}


def test_a_zone_named_later_gives_the_moments_after_all(desk: Desk, tmp_path: Path) -> None:
    path = write_json(tmp_path / "old", chat([message(1, date_unixtime=...)]))
    desk.take(path)
    assert desk.by_id()[1]["sent_at"] is None
    assert desk.by_id()[1]["sent_as_written"] == "2026-01-02T05:04:05"
    assert desk.rows("sources")[0]["clock"] == "unknown"
    desk.take(path, timezone="Europe/Amsterdam")
    assert desk.by_id()[1]["sent_at"].isoformat() == "2026-01-02T04:04:05+00:00"
    assert desk.rows("sources")[0]["clock"] == "operator"


def test_options_that_cannot_be_used_are_refused_before_anything_is_sealed(
    desk: Desk, tmp_path: Path
) -> None:
    path = write_json(tmp_path / "export", chat([message(1)]))
    with pytest.raises(SettingsError, match="time zone"):
        desk.take(path, timezone="Mars/Olympus")
    with pytest.raises(SettingsError, match="format"):
        desk.take(path, format="docx")
    assert list(desk.workspace.sealed.iterdir()) == []


def test_a_format_named_by_the_operator_overrides_the_content(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    path.write_text('{"messages": [{"id": 1, "text": "bare"}]}')
    with pytest.raises(SourceError):
        desk.take(path)
    assert desk.take(path, format="desktop-json").messages == 1


def test_progress_is_told_for_each_stage(desk: Desk, tmp_path: Path) -> None:
    told: list[tuple[str, int, int]] = []
    path = write_json(tmp_path / "export", chat([message(1)]))
    stamps = Stamps(desk.workspace.stamps, desk.workspace.tables)
    take_in(
        [path],
        desk.workspace,
        desk.engine,
        stamps,
        desk.ledger,
        IntakeOptions(),
        lambda *said: told.append(said),
    )
    size = path.stat().st_size
    assert told == [("seal", size, size), ("read", size, size), ("tables", 0, 1), ("tables", 1, 1)]


def test_the_tables_of_all_sources_may_be_made_later(desk: Desk, new_desk: NewDesk, tmp_path: Path) -> None:
    path = write_json(tmp_path / "export", chat([message(1), message(2)]))
    stamps = Stamps(desk.workspace.stamps, desk.workspace.tables)
    later: list[Callable[[], None]] = []
    with working_in(desk.workspace):
        summary = take_in(
            [path], desk.workspace, desk.engine, stamps, desk.ledger, IntakeOptions(), None, later.append
        )
        assert (len(desk.rows()), len(desk.rows("accounts"))) == (2, 0)
        later.pop()()
    at_once = new_desk("at-once")
    assert at_once.take(path).messages == summary.messages == 2
    assert desk.digests() == at_once.digests()
    assert len(desk.rows("accounts")) > 0
