"""Runs that were killed: they are closed by whoever comes next, with what they have, and what they lost is asked for again.

A killed run leaves a folder of which the record does not say how it ended. What its log tells may not all be there: a page of
messages is in the log as soon as it came, and in the file of its chat a moment later. Such lines are named in the record
(`lost`), and count as not asked for.
"""

import json
import os
import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from schakel.collecting.captures import (
    ASKED_SHA256,
    LOST,
    SENT,
    asked_digest,
    digest_of_log,
    file_is_there,
    files_in,
    lies_there,
    log_of,
    messages_of,
    record_of,
    sent_by,
    write_record,
)

CUT_OFF = "cut-off"  # how a killed run ended, and its chats: nobody knows how far it would have come
_LOGGING_IN = frozenset({"auth.signIn", "auth.checkPassword"})
_RUN = re.compile(r"\d{8}T\d{6}Z-[a-z]+(?:-\d+)?", re.ASCII)  # how folders of runs are called
UNTOLD = "untold"  # in the record of a run: files that are held, and of which no line of the log tells
ASKED_CHANGED = "asked_changed"  # in the record of a run: it is not the one that the run began with
_LARGEST = 1 << 63  # bytes; no file has more


@dataclass(frozen=True, slots=True)
class Counted:
    """What the log of a run tells: its requests, the bytes that came, refusals, and what left the machine."""

    requests: int
    received: int
    refusals: int
    sent: int
    digest: str


def open_runs(collected: Path) -> list[Path]:
    """The folders of runs that did not say how they ended; for whoever collects there alone."""
    return [folder for folder in runs_in(collected) if not isinstance(record_of(folder).get("ended"), dict)]


def runs_in(collected: Path) -> list[Path]:
    """The folders of all runs of whoever asks, oldest first; those of others on the machine are theirs to put in order.

    Folders that are called otherwise, and copies of a run under another name, are no runs: somebody put them there.
    """
    if not collected.is_dir():
        return []
    mine = os.R_OK | os.W_OK | os.X_OK
    named = sorted(path for path in collected.iterdir() if _RUN.fullmatch(path.name))
    return [
        path
        for path in named
        if path.is_dir() and not path.is_symlink() and os.access(path, mine) and not _is_copy(path)
    ]


def _is_copy(folder: Path) -> bool:
    run = record_of(folder).get("run")
    return isinstance(run, str) and run != folder.name


def close_cut_off(
    folder: Path, told: Mapping[str, Any] | None = None, asked: Mapping[str, Any] | None = None
) -> Counted:
    """Writes into the record of a killed run that it was cut off, what it has, and what it lost; gives what was counted.

    `told` is what the ledger says already of how it ended, if the run came so far, and `asked` of what it was asked.
    """
    record, counted = dict(record_of(folder)) | dict(asked or {}), counted_in(folder)
    chats = record.get("chats")
    names = [str(one) for one in chats] if isinstance(chats, list) else []
    ended = told.get("ended", {}) if told is not None else dict.fromkeys(names, CUT_OFF)
    record |= {"run": folder.name, "chats": names, "ended": ended if isinstance(ended, dict) else {}}
    record |= {"stopped": CUT_OFF if told is None else str(told.get("stopped", ""))}
    record |= {"requests": counted.requests, "bytes": counted.received, "refusals": counted.refusals}
    record |= {"files": files_in(folder), LOST: lost_lines(folder)}
    if untold := untold_files(folder):
        record[UNTOLD] = untold
    if told is None and (ground := ground_at_the_start(folder)) is not None:
        record |= {"authorisation": ground, ASKED_CHANGED: True}
    write_record(folder, record)
    return counted


def ground_at_the_start(folder: Path) -> str | None:
    """The ground with which a run began, if its record is not the one that it began with; None if it is, or where none was kept.

    The first line of what left the machine has the ground, and the checksum of the record as it then was.
    """
    first = next(iter(sent_by(folder)), {})
    ground, digest = first.get("ground"), first.get(ASKED_SHA256)
    if not isinstance(ground, str) or digest == asked_digest(record_of(folder)):
        return None
    return ground


def untold_files(folder: Path) -> list[str]:
    """The files of a run of which no line of its log tells: it was killed between the file and the line."""
    told = {SENT}
    for line in log_of(folder):
        chat, unpacked = line.get("chat"), line.get("unpacked")
        told |= {str(line.get("file")), str(unpacked.get("file")) if isinstance(unpacked, dict) else ""}
        if isinstance(chat, str):
            told |= {messages_of(chat), f"facts-{chat}.json"}
    return [name for name in files_in(folder) if name not in told]


def counted_in(folder: Path) -> Counted:
    """What the log of a run tells."""
    lines = log_of(folder)
    refusals = sum(line.get("refused") is True for line in lines)
    sizes = (line.get("bytes") for line in lines)
    received = sum(size for size in sizes if isinstance(size, int) and 0 <= size < _LARGEST)
    return Counted(len(lines) - refusals, received, refusals, len(sent_by(folder)), digest_of_log(folder))


def lost_lines(folder: Path, done: Collection[str] = ()) -> list[int]:
    """The numbers of lines in the log of which the answers are not all there; chats that are `done` are not looked at."""
    lost = []
    written: dict[str, list[int]] = {}
    for line in log_of(folder):
        chat, number = line.get("chat"), line.get("n")
        if not isinstance(number, int) or not isinstance(chat, str) or chat in done:
            continue
        if not file_is_there(folder, line):
            lost.append(number)
        elif isinstance(line.get("messages"), int) and "first" in line and line["messages"]:
            if chat not in written:
                written[chat] = sorted(set(_numbers_written(folder / messages_of(chat), chat)))
            if not _all_written(line, written[chat]):
                lost.append(number)
    return lost


def may_have_left_a_session(folder: Path) -> bool:
    """Whether a login that was killed had asked to be let in, so that Telegram may hold a session that nobody here can use."""
    return record_of(folder).get("kind") == "login" and any(
        line.get("request") in _LOGGING_IN for line in sent_by(folder)
    )


def _all_written(line: Mapping[str, Any], numbers: list[int]) -> bool:
    first, last = line.get("first"), line.get("last")
    if not (isinstance(first, int) and isinstance(last, int)):
        return False
    return bisect_right(numbers, last) - bisect_left(numbers, first) >= int(line["messages"])


def _numbers_written(path: Path, chat: str) -> Iterator[int]:
    """The numbers of messages of a chat in a file of objects, in which comments from another chat may stand too."""
    for said in objects_in(path):
        peer = said.get("peer_id")
        if isinstance(peer, dict) and chat in (str(peer.get("channel_id")), str(peer.get("chat_id"))):
            number = said.get("id")
            if isinstance(number, int):
                yield number


def objects_in(path: Path) -> Iterator[Mapping[str, Any]]:
    """The objects of a file with one a line, as far as they were written; none where there is no such file."""
    if not lies_there(path):
        return
    with path.open("rb") as lines:
        for line in lines:
            try:
                said = json.loads(line)
            except (ValueError, RecursionError):  # the last one may be half
                continue
            if isinstance(said, dict):
                yield said
