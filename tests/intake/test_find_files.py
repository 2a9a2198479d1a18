"""What is taken from a folder, and what is refused."""

import os
from pathlib import Path

import pytest

from schakel.intake.find_files import find_exports
from schakel.records.errors import SourceError
from tests.intake.conftest import Desk
from tests.intake.dumps import fourcat, telethon, write_lines
from tests.intake.exports import chat, html_page, html_row, message, write_json

NOWHERE = Path("/nonexistent")


def test_pages_are_sorted_by_number_and_all_else_beside_them_is_media(tmp_path: Path) -> None:
    for number in ("", "2", "10", "11", "9"):
        (tmp_path / f"messages{number}.html").write_text(html_page(html_row(1)), encoding="utf-8")
    (tmp_path / "css").mkdir()
    (tmp_path / "css" / "style.css").write_text("x")
    [export] = find_exports([tmp_path], NOWHERE)
    names = [found.path.name for found, _ in export.sources]
    assert names == [
        "messages.html",
        "messages2.html",
        "messages9.html",
        "messages10.html",
        "messages11.html",
    ]
    assert [found.relative for found in export.media] == ["css/style.css"]


def test_each_folder_with_an_export_is_an_export_with_its_own_media(tmp_path: Path) -> None:
    for name in ("one", "two"):
        write_json(tmp_path / name, chat([message(1)]))
        (tmp_path / name / "a.jpg").write_bytes(b"x")
    (tmp_path / "stray.txt").write_text("x")
    exports = find_exports([tmp_path], NOWHERE)
    assert [[found.relative for found in export.media] for export in exports] == [["a.jpg"], ["a.jpg"]]


def test_an_export_under_another_name_is_known_by_its_content(tmp_path: Path) -> None:
    write_json(tmp_path, chat([message(1)]), name="saved.json")
    write_json(tmp_path, {"not": "an export"}, name="other.json")
    [export] = find_exports([tmp_path], NOWHERE)
    assert [found.path.name for found, _ in export.sources] == ["saved.json"]
    assert [found.relative for found in export.media] == ["other.json"]


def test_next_to_a_single_file_only_the_writers_own_folders_are_taken(tmp_path: Path) -> None:
    path = write_json(tmp_path, chat([message(1)]))
    (tmp_path / "tax-letter.pdf").write_bytes(b"private")
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "p.jpg").write_bytes(b"x")
    [export] = find_exports([path], NOWHERE)
    assert [found.relative for found in export.media] == ["photos/p.jpg"]


def test_a_dump_is_found_by_its_content_also_beside_an_export(tmp_path: Path) -> None:
    write_json(tmp_path / "export", chat([message(1)]))
    write_lines(tmp_path / "export", [telethon(1)], name="beside.json")
    write_lines(tmp_path / "dumps" / "deep", [fourcat(1)], name="lines.ndjson")
    write_json(tmp_path / "dumps", chat([message(1)]), name="renamed.json")
    exports = find_exports([tmp_path], NOWHERE)
    kinds = {
        found.name.removeprefix(f"{tmp_path.name}/"): kind for one in exports for found, kind in one.sources
    }
    assert kinds == {
        "export/result.json": "desktop-json",
        "export/beside.json": "telethon-json",
        "dumps/deep/lines.ndjson": "4cat-ndjson",
    }


def test_what_somebody_sent_in_a_chat_is_never_taken_for_a_dump(tmp_path: Path) -> None:
    write_json(tmp_path, chat([message(1, file="files/dump.json")]))
    write_lines(tmp_path / "files", [telethon(1)], name="dump.json")
    [export] = find_exports([tmp_path], NOWHERE)
    assert [found.relative for found, _ in export.sources] == ["result.json"]
    assert [found.relative for found in export.media] == ["files/dump.json"]


def test_no_files_belong_to_a_dump_that_is_named_alone(tmp_path: Path) -> None:
    path = write_lines(tmp_path, [telethon(1)])
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "mine.jpg").write_bytes(b"private")
    [export] = find_exports([path], NOWHERE)
    assert export.media == []


def test_links_and_special_files_are_refused_and_told(desk: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "export"
    write_json(folder, chat([message(1, photo="secret.jpg"), message(2, photo="pipe")]))
    outside = tmp_path / "outside.jpg"
    outside.write_bytes(b"not theirs")
    (folder / "secret.jpg").symlink_to(outside)
    (folder / "loop").symlink_to(folder)
    os.mkfifo(folder / "pipe")
    summary = desk.take(folder)
    assert summary.refused == 3
    refused = [(row["source_name"], row["reason"]) for row in desk.rows("quarantine")]
    assert refused == [
        ("export/loop", "link"),
        ("export/pipe", "special-file"),
        ("export/secret.jpg", "link"),
    ]
    assert [row["media_status"] for row in desk.rows()] == ["missing", "missing"]
    assert summary.records == summary.messages + summary.known + summary.quarantined


def test_a_link_as_argument_is_not_followed(tmp_path: Path) -> None:
    path = write_json(tmp_path / "export", chat([message(1)]))
    link = tmp_path / "link.json"
    link.symlink_to(path)
    with pytest.raises(SourceError, match="Links"):
        find_exports([link], NOWHERE)


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("result.json", b'{"_": "Message", "chat": {"id": 1}, "date": "2026"}', "Pyrogram"),
        ("a.sqlite", b"SQLite format 3\0....", "SQLite"),
        ("result.json", '{"name": "x"}'.encode("utf-16"), "UTF-16"),
        ("result.json.gz", b"\x1f\x8b\x08\0....", "gzip"),
        ("notes.txt", b"hello", "No result.json"),
    ],
)
def test_where_nothing_is_usable_the_error_says_what_it_looks_like(
    tmp_path: Path, name: str, content: bytes, words: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(SourceError) as raised:
        find_exports([path], NOWHERE)
    assert words in raised.value.diagnostics()


def test_a_file_that_is_not_there_is_told_in_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="could not be opened"):
        find_exports([tmp_path / "gone.json"], NOWHERE)


def test_a_file_of_unknown_format_beside_a_good_one_is_quarantined_whole(desk: Desk, tmp_path: Path) -> None:
    good = write_json(tmp_path / "good", chat([message(1)]))
    wide = tmp_path / "wide.json"
    wide.write_text('{"messages": []}', encoding="utf-16")
    summary = desk.take(good, wide)
    assert (summary.messages, summary.quarantined, summary.records) == (1, 1, 2)
    assert [(row["reason"], row["source_name"]) for row in desk.rows("quarantine")] == [
        ("unknown-format", "wide.json")
    ]


def test_each_file_in_a_folder_that_cannot_be_read_is_named_with_what_it_is(
    desk: Desk, tmp_path: Path
) -> None:
    whole = write_json(tmp_path / "0", chat([message(1)])).read_bytes()
    strange = {
        "text in UTF-16": whole.decode().encode("utf-16"),
        "a gzip archive": b"\x1f\x8b\x08\0....",
        "an empty file": b"",
        "a file of blanks": b" \n",
        "a file of zero bytes only": bytes(5000),
        "an export that lacks its beginning": whole[12:],
        "a file that is no text": b"ab\0cd",
        "a page without messages of a chat": b"<html>",
        "no export that is known": b'{"name": "x", "type"',
    }
    for number, content in enumerate(strange.values(), 1):
        (tmp_path / str(number)).mkdir()
        (tmp_path / str(number) / "result.json").write_bytes(content)
    summary = desk.take(tmp_path)
    said = {row["source_name"]: row["detail"] for row in desk.rows("quarantine")}
    names = [f"{tmp_path.name}/{number}/result.json" for number in range(1, len(strange) + 1)]
    assert all(said[name].startswith(words) for name, words in zip(names, strange, strict=True))
    assert len([note for note in summary.notes if note.startswith("Not read: ")]) == 5
    assert "4 more" in summary.notes[-1]


def test_the_workspace_itself_is_never_taken_in(tmp_path: Path) -> None:
    write_json(tmp_path / "export", chat([message(1)]))
    write_json(tmp_path / "case" / "sealed", chat([message(2)]))
    [export] = find_exports([tmp_path], tmp_path / "case")
    assert [found.name for found, _ in export.sources] == [f"{tmp_path.name}/export/result.json"]


def test_a_name_that_is_not_utf_8_still_fits_in_the_ledger(desk: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "export"
    write_json(folder, chat([message(1)]))
    Path(os.fsdecode(os.fsencode(folder) + b"/\xff\xfe.jpg")).write_bytes(b"x")
    assert desk.take(folder).messages == 1


def test_what_lies_in_the_workspace_is_read_only_where_it_is_named_itself(tmp_path: Path) -> None:
    collected = tmp_path / "case" / "collected" / "20261202T041500Z-chats"
    collected.mkdir(parents=True)
    write_json(collected, chat([message(1)]))
    write_json(tmp_path / "brought", chat([message(2)]))
    [export] = find_exports([tmp_path], tmp_path / "case")
    assert export.sources[0][0].path.parent.name == "brought"
    with pytest.raises(SourceError):
        find_exports([tmp_path / "case"], tmp_path / "case")
    [export] = find_exports([collected], tmp_path / "case")
    assert export.sources[0][0].path.parent == collected
