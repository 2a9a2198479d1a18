"""What the platform marks accounts and chats as goes with them, whoever wrote the messages down."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from schakel.intake.parsing import Parsing
from tests.intake.conftest import Desk
from tests.intake.dumps import CHANNEL, channel, fourcat, telethon, user, write_lines
from tests.intake.exports import chat, message, write_json

NewDesk = Callable[..., Desk]
MARKS = ["bot", "deleted", "fake", "restricted", "scam", "verified"]


def flags(desk: Desk) -> dict[int, list[str]]:
    return {row["account_tg_id"]: row["flags"] for row in desk.rows("accounts")}


@pytest.mark.parametrize("mark", MARKS)
def test_each_mark_of_a_user_is_a_flag_of_the_account(new_desk: NewDesk, tmp_path: Path, mark: str) -> None:
    dumps = {
        "telethon": [telethon(1), user(78, **{mark: True}), user(79)],
        "4cat": [fourcat(1, _sender=user(78, **{mark: True}))],
    }
    for name, records in dumps.items():
        desk = new_desk(name)
        desk.take(write_lines(tmp_path / f"{name}-dump", records))
        assert flags(desk) == {78: [mark]}


@pytest.mark.parametrize("mark", ["fake", "restricted", "scam", "verified"])
def test_each_mark_of_a_channel_is_one_of_the_chat_and_of_the_channels_own_account(
    desk: Desk, tmp_path: Path, mark: str
) -> None:
    desk.take(write_lines(tmp_path, [telethon(1, from_id=None, post=True), channel(**{mark: True})]))
    assert flags(desk) == {CHANNEL: [mark]}
    [row] = desk.rows("chats")
    assert (row["flags"], row["title"], row["kind"]) == ([mark], "Market", "private_supergroup")


def test_a_mark_of_another_number_or_kind_is_not_taken(desk: Desk, tmp_path: Path) -> None:
    desk.take(
        write_lines(
            tmp_path, [telethon(1), channel(78, scam=True), user(CHANNEL, scam=True), user(78, scam=1)]
        )
    )
    assert flags(desk) == {78: []}
    assert [row["flags"] for row in desk.rows("chats")] == [[]]


def test_a_mark_reaches_the_account_of_a_telegram_desktop_export(desk: Desk, tmp_path: Path) -> None:
    export = write_json(
        tmp_path / "export", chat([message(1), message(2, **{"from": "Bo", "from_id": "user9"})])
    )
    dump = write_lines(tmp_path / "dump", [user(9, scam=True, fake=True)])
    desk.take(export)
    assert flags(desk) == {78: [], 9: []}
    desk.take(dump)
    assert flags(desk) == {78: [], 9: ["fake", "scam"]}


def dumps(tmp_path: Path) -> list[Path]:
    told: list[list[Any]] = [
        [telethon(n, f"text {n}") for n in range(1, 9)] + [user(78, first_name="Ann")],
        [fourcat(n, f"text {n}", _sender=user(78, scam=True, first_name="Anne")) for n in range(5, 15)],
        [telethon(n, f"text {n}") for n in range(1, 30)] + [user(78, fake=True), channel(scam=True)],
    ]
    files = [write_lines(tmp_path / str(n), records) for n, records in enumerate(told)]
    return [*files, write_json(tmp_path / "export", chat([message(n, f"text {n}") for n in range(3, 12)]))]


def test_the_order_of_arrival_changes_no_byte(new_desk: NewDesk, tmp_path: Path) -> None:
    files = dumps(tmp_path)
    at_once = new_desk("once")
    at_once.take(*files)
    assert flags(at_once) == {78: ["fake", "scam"]}
    for turn in range(4):
        one_by_one = new_desk(f"turn{turn}")
        for path in files[turn:] + files[:turn]:
            one_by_one.take(path)
        assert one_by_one.digests() == at_once.digests()


def test_a_grown_dump_adds_only_what_is_new(desk: Desk, tmp_path: Path) -> None:
    first = desk.take(write_lines(tmp_path / "a", [fourcat(n) for n in range(1, 20)]))
    before = desk.digests()
    second = desk.take(write_lines(tmp_path / "b", [fourcat(n) for n in range(1, 40)]))
    assert (first.new_messages, second.new_messages, second.known) == (19, 20, 19)
    kept = [name for name in before if name.startswith(("messages/", "profiles/"))]
    assert {name: desk.digests()[name] for name in kept} == {name: before[name] for name in kept}


def test_a_reading_that_was_ended_is_done_again(
    desk: Desk, new_desk: NewDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = dumps(tmp_path)

    def ended(*_: object) -> int:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(Parsing, "_publish", ended)
        with pytest.raises(KeyboardInterrupt):
            desk.take(*files)
    desk.take(files[0])
    whole = new_desk("whole")
    whole.take(*files)
    assert desk.digests() == whole.digests()
