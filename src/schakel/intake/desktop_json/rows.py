"""Turns the records of a JSON export into rows of `messages`."""

from collections.abc import Iterable
from datetime import tzinfo
from operator import attrgetter
from typing import Any

import msgspec
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from msgspec import UNSET

from schakel.intake.clock import LAST_SECOND, unix_of, within_calendar
from schakel.intake.desktop_json.cutting import as_written, records_in
from schakel.intake.desktop_json.decode import (
    UNREADABLE,
    FileRecord,
    Record,
    decode_plain,
    decode_record,
)
from schakel.intake.desktop_json.loose_scan import TORN, WHOLE
from schakel.intake.desktop_json.photos import PhotoExtra, as_fields, take_photos, written_extra
from schakel.intake.desktop_json.text_parts import join_parts, whole_texts
from schakel.intake.extra import canonical_extra
from schakel.intake.media import MediaBeside
from schakel.intake.message_rows import MessageRows, Reaction, version_ids
from schakel.intake.peers import Account, Accounts, Chat, peer_account_id
from schakel.intake.pieces import LeftOut, Stretch
from schakel.intake.quarantine import Unread, glimpse
from schakel.intake.versions import Versions

_KIND_BY_FIELD = (
    ("contact_information", "contact"),
    ("live_location_period_seconds", "live_location"),
    ("place_name", "venue"),
    ("location_information", "location"),
    ("poll", "poll"),
    ("todo_list", "todo_list"),
    ("game_title", "game"),
    ("invoice_information", "invoice"),
    ("giveaway_information", "giveaway"),
    ("giveaway_results", "giveaway_results"),
    ("paid_stars_amount", "paid_media"),
)
_INT32 = (1 << 31) - 1
# What most messages do not have: looked at together, since one look costs as much as each alone.
_seldom = attrgetter(
    "author", "via_bot", "edited", "edited_unixtime", "reply_to_message_id", "reply_to_peer_id",
    "forwarded_from", "forwarded_from_id", "reactions",
)  # fmt: skip
_USUAL = (None, None, None, None, None, None, UNSET, None, UNSET)


class JsonRows:
    """The records of one stretch, what could not be read of it, and where its times came from."""

    def __init__(self, media: MediaBeside, zone: tzinfo | None) -> None:
        self.unread: list[Unread] = []
        self.clocks: set[str] = set()
        self._records: list[Record] = []
        self._places: list[int] = []
        self._others: dict[int, dict[str, Any]] = {}  # rows with fields that have no column
        self._media = media
        self._zone = zone

    def read(self, path: str, stretch: Stretch) -> None:
        """Reads all records of a stretch; a record that cannot be read is set apart, the others stay."""
        records, places = self._records, self._places
        for found in records_in(path, stretch):
            for place, raw, state in found:
                try:
                    records.append(decode_plain(raw))
                except UNREADABLE:
                    if not self._read_unusual(place, as_written(raw, stretch.separator), state):
                        continue
                places.append(place)

    def leave_out(self, chat: Chat, known: Versions | None, left: LeftOut) -> None:
        """Forgets the records of versions that are known, and counts them; of a grown export those are nearly all.

        Of a million messages that are known a process works 4.4 microseconds each, where it worked 7.1 on their rows.
        """
        numbers = [one.id for one in self._records]
        if numbers:
            left.add(chat.chat_id, min(numbers), max(numbers))
            if known is not None:
                left.rows += self._forget(chat, known, numbers)

    def _forget(self, chat: Chat, known: Versions, numbers: list[int]) -> int:
        records = self._records
        # Where the times of a source come from is told by all of them.
        self._moments([one.date_unixtime for one in records], [one.date for one in records])
        texts = whole_texts([one.text for one in records])
        ids = version_ids(chat.chat_id, numbers, texts, self._edited(range(len(records))))
        kept = np.flatnonzero(~known.told(pa.chunked_array([ids]))).tolist()
        self._records = [records[row] for row in kept]
        self._places = [self._places[row] for row in kept]
        others = self._others
        self._others = {place: others[row] for place, row in enumerate(kept) if row in others}
        return len(records) - len(kept)

    def table(self, chat: Chat, source_id: str) -> pa.Table:
        """The records as rows of `messages`."""
        records = self._records
        rows = MessageRows(chat, source_id)
        rows.tg_id = [one.id for one in records]
        rows.kind = [one.type for one in records]
        rows.account_name = [one.sender for one in records]
        rows.sent_as_written = [one.date for one in records]
        rows.sent_at = self._moments([one.date_unixtime for one in records], rows.sent_as_written)
        rows.account, rows.accounts = find_accounts(chat, [one.from_id for one in records], rows.account_name)
        rows.place = self._places
        rows.text, rows.entities = join_parts([one.text for one in records])
        seldom = [row for row, one in enumerate(map(_seldom, records)) if one != _USUAL]
        self._fill_rare(rows.rare, seldom)
        photos = take_photos(records, self._others, self._media, rows.rare)
        self._fill_files(rows.rare)
        self._fill_rest(rows, seldom, photos)
        return rows.table()

    def _read_unusual(self, place: int, raw: bytes, state: int) -> bool:
        if state != WHOLE:  # what is torn or cut is never valid JSON, so it always comes by here
            reason = "cut-off" if state == TORN else "too-large"
            self.unread.append(Unread(place, "records", reason, glimpse(raw)))
            return False
        try:
            record, others = decode_record(raw)
            canonical_extra(others)
        except UNREADABLE as error:
            self.unread.append(Unread(place, "records", reason_of(error), glimpse(raw)))
            return False
        self._others[len(self._records)] = others
        self._records.append(record)
        return True

    def _edited(self, rows: Iterable[int]) -> dict[int, int]:
        """The moment of the last edit of those of the rows that were edited."""
        edited: dict[int, int] = {}
        for row in rows:
            one = self._records[row]
            if one.edited is not None or one.edited_unixtime is not None:
                moment = self._moment(one.edited_unixtime, one.edited)
                if moment is not None:
                    edited[row] = moment
        return edited

    def _fill_rare(self, rare: dict[str, dict[int, Any]], seldom: list[int]) -> None:
        author, via_bot, reply_to = rare["author"], rare["via_bot"], rare["reply_to"]
        rare["edited_at"] = self._edited(seldom)
        for row in seldom:
            one = self._records[row]
            if one.reply_to_peer_id is not None:
                rare["reply_to_chat"][row] = str(one.reply_to_peer_id)
            elif one.reply_to_message_id is not None:
                reply_to[row] = one.reply_to_message_id
            if one.author is not None:
                author[row] = one.author
            if one.via_bot is not None:
                via_bot[row] = one.via_bot
            if one.forwarded_from is not UNSET or one.forwarded_from_id is not None:
                rare["forwarded_from"][row] = one.forwarded_from or ""
                rare["forwarded_from_id"][row] = peer_account_id(one.forwarded_from_id)

    def _fill_files(self, rare: dict[str, dict[int, Any]]) -> None:
        for row, others in self._others.items():
            record = self._records[row]
            if isinstance(action := others.get("action"), str):
                rare["action"][row] = action
                del others["action"]
            if not isinstance(record, FileRecord) or (record.photo is None and record.file is None):
                kind = next((kind for field, kind in _KIND_BY_FIELD if field in others), None)
                rare["media_kind"][row] = kind
                continue
            written = record.photo if record.photo is not None else record.file or ""
            path, digest, status = self._media.look_up(written)
            rare["media_kind"][row] = "photo" if record.photo is not None else record.media_type or "file"
            rare["media_path"][row], rare["media_sha256"][row] = path, digest
            rare["media_status"][row] = status
            others.update(_unused_paths(record, path))

    def _fill_rest(self, rows: MessageRows, seldom: list[int], photos: dict[int, PhotoExtra]) -> None:
        """Fills `reactions` and `extra`: whatever a record says that has no column is kept there."""
        for row in seldom:
            one = self._records[row]
            if one.reactions is not UNSET:
                rows.reactions[row], complete = read_reactions(one.reactions)
                if not complete:
                    self._others_of(row, photos)["reactions"] = one.reactions
            if one.reply_to_peer_id is not None and one.reply_to_message_id is not None:
                # A number in another chat must not look like a number in this one.
                self._others_of(row, photos)["reply_to_message_id"] = one.reply_to_message_id
        rows.rare["extra"] = {row: canonical_extra(others) for row, others in self._others.items()}
        rows.rare["extra"] |= written_extra(photos)

    def _others_of(self, row: int, photos: dict[int, PhotoExtra]) -> dict[str, Any]:
        """The fields of a row that have no column, among them those of its photo."""
        if row in photos:
            self._others[row] = as_fields(photos.pop(row))
        return self._others.setdefault(row, {})

    def _moments(self, unix: list[str | int | None], written: list[str | None]) -> Any:
        """Unix seconds of all rows at once where they are plain digits, else one by one."""
        if unix and None not in unix:
            try:
                seconds = pc.cast(pa.array(unix, pa.string()), pa.int64())
                bounds = pc.min_max(seconds).as_py()
            except pa.ArrowException:
                bounds = {"min": -1, "max": 0}
            if bounds["min"] >= 0 and bounds["max"] <= LAST_SECOND:
                self.clocks.add("unixtime")
                return pc.cast(seconds, pa.timestamp("s", tz="UTC"))
        return [self._moment(one, text) for one, text in zip(unix, written, strict=True)]

    def _moment(self, unix: str | int | None, written: str | None) -> int | None:
        """Unix seconds of one moment; what is no number is no moment, and stays as it was written."""
        if unix is not None:
            self.clocks.add("unixtime")
            plain = str(unix)
            return within_calendar(int(plain)) if plain.isdecimal() and len(plain) < 20 else None
        if written is None:
            return None
        self.clocks.add("operator" if self._zone is not None else "unknown")
        return unix_of(written, self._zone)


def find_accounts(
    chat: Chat, peers: list[str | int | None], names: list[str | None]
) -> tuple[Any, list[Account]]:
    """The number of each row's account among the accounts that occur, and those accounts."""
    finder = Accounts(chat)
    try:
        encoded = pa.array(peers, pa.string()).dictionary_encode()
    except pa.ArrowException:
        encoded = None
    if encoded is not None and encoded.null_count == 0:
        different = [finder.numbered(peer) for peer in encoded.dictionary.to_pylist()]
        readable = [account for account in different if account is not None]
        if len(readable) == len(different):  # else names count, whoever else stands in this piece
            return encoded.indices, readable
    codes: dict[Account, int] = {}
    found = [finder.find(peer, name) for peer, name in zip(peers, names, strict=True)]
    return [codes.setdefault(account, len(codes)) for account in found], list(codes)


def _unused_paths(record: FileRecord, path: str | None) -> dict[str, Any]:
    """The fields `photo` and `file` that did not become the row's path: a remark why, or a second file."""
    written = {"photo": record.photo, "file": record.file}
    used = "photo" if record.photo is not None else "file"
    return {name: value for name, value in written.items() if value and (path is None or name != used)}


def read_reactions(reactions: Any) -> tuple[list[Reaction], bool]:
    """The reactions as (kind, sign, count), and whether that is all that was said (False if names are listed)."""
    plain: list[Reaction] = []
    complete = isinstance(reactions, list)
    for one in reactions if isinstance(reactions, list) else []:
        if not isinstance(one, dict) or not isinstance(count := one.get("count"), int):
            complete = False
            continue
        sign = one.get("emoji", one.get("document_id"))
        plain.append((str(one.get("type", "")), _written(sign), max(-_INT32, min(count, _INT32))))
        complete = complete and not set(one) - {"type", "count", "emoji", "document_id"}
    return plain, complete


def reason_of(error: BaseException) -> str:
    """One word or two for why a record could not be read."""
    if isinstance(error, UnicodeDecodeError):
        return "not-utf-8"
    if isinstance(error, RecursionError):
        return "nested-too-deep"
    if isinstance(error, msgspec.ValidationError):
        return f"wrong-field: {str(error)[:120]}"
    if isinstance(error, msgspec.DecodeError):
        return "not-json"
    return f"wrong-value: {str(error)[:120]}"


def _written(value: object) -> str | None:
    return None if value is None else str(value)
