"""Writes what Telegram answered as objects, one a line, as `schakel intake` reads them: messages, and who is meant in them."""

import base64
import json
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from telethon.tl import TLObject, types

from schakel.collecting.captures import Growing


class Objects:
    """A file of objects; it is made when the first one comes. Who was described before is not described again."""

    def __init__(self, make: Callable[[], Growing]) -> None:
        self._make = make
        self._file: Growing | None = None
        self._described: set[str] = set()

    def describe(self, peers: Iterable[Any]) -> None:
        """Adds users, groups and channels. The account's own phone number is left out: it belongs to whoever collects."""
        for peer in peers:
            fields = peer.to_dict()
            if isinstance(peer, types.User) and peer.is_self:
                fields["phone"] = None
            line = _line(fields)
            if line not in self._described:
                self._described.add(line)
                self._add(line)

    def message(self, message: Any, photo: str = "") -> None:
        """Adds a message; `photo` is the file of its photo beside this one."""
        fields = message.to_dict()
        self._add(_line(fields | {"_photo_file": photo} if photo else fields))

    def close(self) -> None:
        """Everything is on the disk."""
        if self._file is not None:
            self._file.close()

    def _add(self, line: str) -> None:
        if self._file is None:
            self._file = self._make()
        self._file.add(line.encode() + b"\n")


def as_json(thing: TLObject) -> bytes:
    """An object of Telegram as JSON."""
    return _line(thing.to_dict()).encode() + b"\n"


def _line(fields: dict[str, Any]) -> str:
    return json.dumps(fields, default=_written, separators=(",", ":"))


def _written(value: object) -> str:
    if isinstance(value, bytes):
        return base64.b64encode(value).decode()
    return value.isoformat() if isinstance(value, datetime) else repr(value)
