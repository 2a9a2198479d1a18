"""Turns the texts and media of a channel into rows of `messages`."""

from typing import Any

import msgspec

from schakel.intake.desktop_json.byte_window import ByteWindow
from schakel.intake.desktop_json.decode import UNREADABLE
from schakel.intake.desktop_json.rows import reason_of
from schakel.intake.extra import canonical_extra
from schakel.intake.peers import Account, Chat, numbered_account, read_marked
from schakel.intake.profiles import FLAGS, Profile, Profiles
from schakel.intake.quarantine import Unread, glimpse
from schakel.intake.rows_by_chat import OneMessage, RowsByChat
from schakel.intake.telegram_objects.values import moment, said, words_of
from schakel.intake.tgdataset.entries import Entry, entries_in, numbers_in
from schakel.intake.tgdataset.layout import ChannelStretch, Span

_PHOTO = frozenset({".jpe", ".jpeg", ".jpg"})
_TAKEN = frozenset({"message", "date", "author", "is_forwarded", "forwarded_from_id"})


class ChannelRows:
    """The records of some stretches of channels, and what could not be read of them."""

    def __init__(self, source_id: str) -> None:
        self.rows = RowsByChat(source_id)
        self.profiles = Profiles()
        self.unread: list[Unread] = []
        self.clocks: set[str] = set()
        self.joined = 0

    def read(self, window: ByteWindow, stretch: ChannelStretch, told: dict[str, Any]) -> None:
        """Reads a stretch: a message with both text and medium becomes one row, and its second record is `joined`."""
        if told:
            self.profiles.add(_profile(stretch, told), stretch.start)
        texts = self._entries(window, stretch.texts)
        media = self._entries(window, stretch.media)
        own = {entry.number for entry in texts if _has_text(entry)}
        carried = {entry.number: entry.fields for entry in media}
        for span in stretch.other_media if own else ():
            carried |= _looked_up(window, span, own)
        wanted = set() if stretch.texts else set(carried)
        for span in stretch.other_texts if wanted else ():
            own |= wanted.intersection(numbers_in(window, *span))
        for entry in texts:
            self._add(stretch, entry, entry.fields.get("message"), carried.get(entry.number))
        for entry in media:
            if entry.number in own:
                self.joined += 1
            else:
                self._add(stretch, entry, "", entry.fields)

    def _entries(self, window: ByteWindow, spans: tuple[Span, ...]) -> list[Entry]:
        return [entry for start, end in spans for entry in entries_in(window, start, end, self.unread)]

    def _add(
        self, stretch: ChannelStretch, entry: Entry, text: object, medium: dict[str, Any] | None
    ) -> None:
        try:
            one = _message(stretch, entry, text, medium)
        except UNREADABLE as error:
            detail = glimpse(msgspec.json.encode(list(entry.fields)))
            self.unread.append(Unread(entry.place, "records", reason_of(error), detail))
            return
        self.clocks |= {"unixtime"} if one.sent is not None else set()
        self.rows.add(stretch.chat, one)


def _message(
    stretch: ChannelStretch, entry: Entry, text: object, medium: dict[str, Any] | None
) -> OneMessage:
    if text is not None and not isinstance(text, str):
        raise ValueError("a text that is no text")
    fields = entry.fields
    one = OneMessage(entry.number, entry.place, text or "")
    one.account, one.name = _author(fields.get("author"), stretch.chat)
    one.sent, _, one.written = moment(fields.get("date"), None)
    if medium is not None:
        one.rare |= {"media_kind": _media_kind(medium), "media_status": "not-exported"}
    if fields.get("is_forwarded") is True:
        peer = read_marked(fields.get("forwarded_from_id"))
        one.rare["forwarded_from"] = ""
        # The dataset is one of channels, and so are the sources of its forwards; a bare number does not say it.
        one.rare["forwarded_from_id"] = numbered_account("channel", peer[1])[0] if peer else None
    rest = {name: value for name, value in {**(medium or {}), **fields}.items() if name not in _TAKEN}
    one.rare["extra"] = canonical_extra(said(rest) or {})
    return one


def _has_text(entry: Entry) -> bool:
    return isinstance(entry.fields.get("message"), str | None)


def _looked_up(window: ByteWindow, span: Span, wanted: set[int]) -> dict[int, dict[str, Any]]:
    """The media of the messages that are wanted."""
    return {one.number: one.fields for one in entries_in(window, *span, []) if one.number in wanted}


def _profile(stretch: ChannelStretch, told: dict[str, Any]) -> Profile:
    flags = tuple(flag for flag in FLAGS if told.get(flag) is True)
    name, username = words_of(told.get("title")), words_of(told.get("username"))
    return Profile("channel", stretch.chat.tg_id or 0, stretch.chat.kind, name, username, flags)


def _author(written: object, chat: Chat) -> tuple[Account, str | None]:
    """Who posted: the channel itself unless somebody else's number is given."""
    peer = read_marked(written)
    if peer is None or peer[1] == chat.tg_id:
        return numbered_account("channel", chat.tg_id or 0), chat.title or None
    return numbered_account(*peer), None


def _media_kind(medium: dict[str, Any]) -> str:
    """A photo has a picture's ending and no file name."""
    plain = medium.get("title") is None
    return "photo" if plain and medium.get("extension") in _PHOTO else "file"
