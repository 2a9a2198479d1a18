"""Real exports, where they are on the machine: counts against an independent counter, and JSON against HTML."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.intake.conftest import Desk
from tests.intake.independent_count import count_dataset, count_folder, count_objects

FOLDERS = [
    "tgdesktop_en_india_deals_fragment",
    "tgdesktop_en_tutor_jobs_html",
    "tgdesktop_ru_goldenborodutch_html",
    "tgdesktop_zh_trantor_json_html",
]
BOTH = FOLDERS[-1]


@pytest.mark.parametrize("name", FOLDERS)
def test_the_counts_are_those_of_an_independent_counter(desk: Desk, shared: Path, name: str) -> None:
    folder = shared / "data" / name
    summary = desk.take(folder, timezone="Asia/Singapore")
    assert summary.records == count_folder(folder)
    assert summary.quarantined == 0
    assert summary.messages + summary.known == summary.records


@pytest.mark.slow
def test_sixteen_months_of_pages_are_counted_as_well(desk: Desk, shared: Path) -> None:
    folder = shared / "data" / "tgdesktop_ru_qaload_html"
    assert desk.take(folder).records == count_folder(folder) == 30561


def test_json_and_html_of_one_channel_say_the_same(new_desk: Callable[..., Desk], shared: Path) -> None:
    export = shared / "data" / BOTH / "files" / "export"
    json_desk, html_desk = new_desk("json"), new_desk("html")
    json_desk.take(export / "result.json")
    html_desk.take(export / "messages.html")
    from_json, from_html = json_desk.by_id(), html_desk.by_id()
    assert len(from_json) == 924
    assert set(from_json) == set(from_html)
    for number, row in from_json.items():
        assert said(row) == said(from_html[number])


def said(row: dict[str, Any]) -> tuple[Any, ...]:
    """What both formats can say; a service row in HTML has no time, and no language stands beside code."""
    entities = [(e["type"], e["start"], e["end"]) for e in row["entities"]]
    fields = ("kind", "text", "reply_to", "forwarded_from", "author", "via_bot", "reactions")
    moment = row["sent_at"] if row["kind"] == "message" else None
    medium = (row["media_kind"], row["media_path"]) if row["kind"] == "message" else None
    return (*(row[name] for name in fields), moment, medium, entities)


@pytest.mark.parametrize("name", ["single", "defects", "old", "account", "html"])
def test_the_sample_of_each_format_is_read_whole(desk: Desk, shared: Path, name: str) -> None:
    summary = desk.take(shared / "fixtures" / "telegram_formats" / f"tdesktop_{name}")
    assert (
        summary.messages
        == summary.records
        == {"single": 14, "defects": 1, "old": 1, "account": 3, "html": 5}[name]
    )


def test_the_sample_of_the_dataset_has_the_counts_of_an_independent_counter(desk: Desk, shared: Path) -> None:
    path = shared / "data/tgdataset_sample/files/tgdataset_sample/tgdataset_preview.json"
    summary = desk.take(path)
    assert (summary.records, summary.messages) == count_dataset(path) == (4532, 4010)
    assert (summary.known, summary.quarantined) == (522, 0)
    assert len(desk.rows("chats")) == len(desk.rows("profiles")) == 10


@pytest.mark.parametrize(
    "name",
    ["4cat/telegram-sample.ndjson", "telethon_to_json/messages.json", "telethon_to_json/messages.jsonl"],
)
def test_the_sample_of_each_dump_is_read_whole(desk: Desk, shared: Path, name: str) -> None:
    path = shared / "fixtures/telegram_formats" / name
    summary = desk.take(path)
    assert summary.messages == summary.records == count_objects(path) == 2
    assert [row["text"][row["entities"][0]["start"] :][:4] for row in desk.rows() if row["entities"]] == [
        "bold"
    ]


def test_the_samples_of_all_tools_tell_of_the_same_messages(desk: Desk, shared: Path) -> None:
    folder = shared / "fixtures/telegram_formats"
    summary = desk.take(folder / "4cat", folder / "telethon_to_json", folder / "tgdataset")
    assert (summary.records, summary.messages, summary.known) == (8, 4, 4)
    assert len({row["chat_id"] for row in desk.rows()}) == 1


def test_the_sample_of_a_preview_page_is_read_whole(desk: Desk, shared: Path) -> None:
    summary = desk.take(shared / "fixtures/telegram_formats/tme_s/sample.html")
    assert (summary.records, summary.messages, summary.quarantined) == (2, 2, 0)
    rows = desk.by_id()
    assert rows[2]["text"] == "plain bold #tag 🙂\nline two"
    assert (rows[2]["views"], rows[2]["author"], rows[2]["forwarded_from"]) == (
        1500,
        "Editor A",
        "Other News",
    )
    assert rows[1]["kind"] == "service"
