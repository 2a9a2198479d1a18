"""What an export begins with, as an earlier one does, is compared and not read; nothing else comes out for that."""

import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from schakel.intake import parsing
from schakel.intake.desktop_json import read
from schakel.intake.desktop_json.cutting import records_in
from schakel.intake.pieces import Stretch
from schakel.store.stamps import Stamps
from tests.intake.conftest import Desk
from tests.intake.exports import chat, message, write_json

Chats = list[dict[str, Any]]
_FIRST = [message(n, f"text {n}") for n in range(1, 60)]
_OTHER = [message(n, "other " * (n % 7)) for n in (9, 3, 4, 400, 5)]
_GROWN = [*_FIRST, *[message(n) for n in range(60, 75)]]
_EDITED = [message(5, "edited", edited="2026-02-02T05:04:05", edited_unixtime="1770008645"), *_GROWN[1:]]


def _export(*chats: tuple[int, Sequence[dict[str, Any]]]) -> dict[str, Any]:
    return {"chats": {"list": [chat(list(messages), number) for number, messages in chats]}}


_BEFORE = _export((1, _FIRST), (2, _OTHER))
_LATER = {
    "both grew": _export((1, _GROWN), (2, [*_OTHER, message(401)])),
    "one grew and a chat is new": _export((3, _OTHER), (1, _GROWN), (2, _OTHER)),
    "an edit at the beginning": _export((1, _EDITED), (2, [*_OTHER, message(401)])),
    "a chat that went": _export((2, [*_OTHER, message(6), message(1)])),
    "shorter and longer": _export((1, _FIRST[:50]), (2, [*_OTHER, *_GROWN])),
    "the same chat twice": _export((1, _GROWN), (1, [*_FIRST, message(90)])),
    "something broken behind": _export((1, [*_FIRST, {"id": "none"}, message(80)]), (2, _OTHER)),
    "repeated behind": _export((1, [*_GROWN, *_GROWN[:3], _GROWN[-1]]), (2, _OTHER)),
    "in another layout": _export((1, _GROWN), (2, [*_OTHER, message(401)])),
}


@pytest.fixture(autouse=True)
def small_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    real = parsing.plan_pieces
    monkeypatch.setattr(parsing, "plan_pieces", lambda *given: real(*given, piece_bytes=900))


@pytest.mark.parametrize("later", _LATER)
def test_tables_and_counts_are_those_of_reading_everything(
    later: str, new_desk: Callable[..., Desk], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = write_json(tmp_path / "a", _BEFORE)
    second = write_json(tmp_path / "b", _LATER[later], indent=3 if later == "in another layout" else 1)
    compared, whole = new_desk("compared"), new_desk("whole")
    told = [compared.take(first), compared.take(second)]
    monkeypatch.setattr(parsing, "beginnings", lambda *_: [])
    said = [whole.take(first), whole.take(second)]
    assert _counted(compared) == _counted(whole)
    assert compared.digests() == whole.digests()
    assert [(s.records, s.messages, s.known) for s in told] == [
        (s.records, s.messages, s.known) for s in said
    ]


def _counted(desk: Desk) -> list[Any]:
    stamps = Stamps(desk.workspace.stamps, desk.workspace.tables).all("intake")
    return [(stamp.part, stamp.inputs, stamp.counts) for stamp in stamps]


@pytest.mark.parametrize(
    ("before", "read_again"),
    [
        (_FIRST, 15),
        (
            [message(0, id="none"), *_FIRST],
            75,
        ),  # what could not be read is told with its place in each export
        ([message(1, date_unixtime=...), *_FIRST[1:]], 74),  # of a time without a zone the export is told
    ],
)
def test_only_what_is_new_is_read(
    before: Chats, read_again: int, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[int] = []

    def counted(path: str, stretch: Stretch) -> Iterator[Any]:
        for some in records_in(path, stretch):
            seen.append(len(some))
            yield some

    desk.take(write_json(tmp_path / "a", _export((1, before))))
    monkeypatch.setattr(read, "records_in", counted)
    grown = [*before, *_GROWN[len(_FIRST) :]]
    desk.take(write_json(tmp_path / "b", _export((1, grown))))
    assert sum(seen) == read_again
    assert len(desk.rows()) == len(_GROWN)


def test_a_sealed_file_that_was_cut_off_is_no_beginning(desk: Desk, tmp_path: Path) -> None:
    first, second = (write_json(tmp_path / n, _export((1, m))) for n, m in (("a", _FIRST), ("b", _GROWN)))
    desk.take(first)
    sealed = next(
        file for file in desk.workspace.sealed.iterdir() if file.stat().st_size == first.stat().st_size
    )
    sealed.chmod(0o600)
    sealed.write_bytes(json.dumps(_BEFORE).encode()[:300])
    assert desk.take(second).new_messages == 15
