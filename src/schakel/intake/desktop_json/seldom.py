"""What few records say: edits, answers, forwards, files, reactions, and whatever has no column."""

from operator import attrgetter
from typing import Any

from msgspec import UNSET

from schakel.intake.desktop_json.decode import Decoded, FileRecord
from schakel.intake.desktop_json.photos import NO_PHOTO, PhotoExtra, as_fields, take_photos, written_extra
from schakel.intake.extra import canonical_extra
from schakel.intake.media import MediaBeside
from schakel.intake.message_rows import RARE, Reaction
from schakel.intake.peers import peer_account_id

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
# What most messages do not have: looked at together, since one look costs as much as each alone. First what photos say.
_seldom = attrgetter(
    "photo", "photo_file_size", "width", "height",
    "author", "via_bot", "edited", "edited_unixtime", "reply_to_message_id", "reply_to_peer_id",
    "forwarded_from", "forwarded_from_id", "reactions",
)  # fmt: skip
_OF_PHOTO = 4
_USUAL = (None, None, None, None, None, None, UNSET, None, UNSET)
_PLAINEST = NO_PHOTO + _USUAL


class Seldom:
    """The columns that most of some records leave empty, as {row: value}; `edited` are the moments of edits."""

    def __init__(self, decoded: Decoded, edited: dict[int, int], media: MediaBeside) -> None:
        self.rare: dict[str, dict[int, Any]] = {name: {} for name in RARE}
        self.reactions: dict[int, list[Reaction]] = {}
        self._records = decoded.records
        self._others = decoded.others
        self._media = media
        told = [(row, one) for row, one in enumerate(map(_seldom, self._records)) if one != _PLAINEST]
        photos_of = {
            row: one[:_OF_PHOTO]
            for row, one in told
            if one[:_OF_PHOTO] != NO_PHOTO and row not in decoded.others
        }
        seldom = [row for row, one in told if one[_OF_PHOTO:] != _USUAL]
        self.rare["edited_at"] = edited
        self._fill_rare(seldom)
        photos = take_photos(photos_of, media, self.rare)
        self._fill_files()
        self._fill_rest(seldom, photos)

    def _fill_rare(self, seldom: list[int]) -> None:
        rare = self.rare
        author, via_bot, reply_to = rare["author"], rare["via_bot"], rare["reply_to"]
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

    def _fill_files(self) -> None:
        rare = self.rare
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

    def _fill_rest(self, seldom: list[int], photos: dict[int, PhotoExtra]) -> None:
        """Fills `reactions` and `extra`: whatever a record says that has no column is kept there."""
        for row in seldom:
            one = self._records[row]
            if one.reactions is not UNSET:
                self.reactions[row], complete = read_reactions(one.reactions)
                if not complete:
                    self._others_of(row, photos)["reactions"] = one.reactions
            if one.reply_to_peer_id is not None and one.reply_to_message_id is not None:
                # A number in another chat must not look like a number in this one.
                self._others_of(row, photos)["reply_to_message_id"] = one.reply_to_message_id
        extra: dict[int, str | None] = {row: canonical_extra(others) for row, others in self._others.items()}
        self.rare["extra"] = extra | written_extra(photos)

    def _others_of(self, row: int, photos: dict[int, PhotoExtra]) -> dict[str, Any]:
        """The fields of a row that have no column, among them those of its photo."""
        if row in photos:
            self._others[row] = as_fields(photos.pop(row))
        return self._others.setdefault(row, {})


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


def _written(value: object) -> str | None:
    return None if value is None else str(value)
