"""Reads one preview page into a table of messages."""

from pathlib import Path
from typing import Any

from schakel.intake.extra import canonical_extra
from schakel.intake.media import MediaBeside
from schakel.intake.peers import NOBODY, Account, Accounts, Chat, numbered_account
from schakel.intake.pieces import Piece, PieceRead
from schakel.intake.preview_pages.chats import chat_of_head
from schakel.intake.preview_pages.fields import Fields, read_fields
from schakel.intake.preview_pages.marks import LARGEST_PAGE, Mark, PreviewHead, head_of
from schakel.intake.preview_pages.media import Medium
from schakel.intake.preview_pages.page import (
    Channel,
    Post,
    channel_of,
    is_cut_off,
    kind_of_page,
    not_marked,
    posts_of,
)
from schakel.intake.preview_pages.shown import as_shown
from schakel.intake.profiles import Profile, Profiles
from schakel.intake.quarantine import Unread, glimpse
from schakel.intake.rows_by_chat import OneMessage, RowsByChat
from schakel.intake.telegram_objects.values import moment
from schakel.records.tables import empty

_GLIMPSE = 800  # bytes of what is set apart, which are shortened further where they are shown


def read_preview_page(piece: Piece) -> PieceRead:
    """The messages of a page, what it says of its channel, and what could not be read."""
    path = Path(piece.path)
    if path.stat().st_size > LARGEST_PAGE:
        return PieceRead(empty("messages"), [Unread(0, "page", "too-large")], set())
    whole = path.read_bytes()
    raw, marks, hidden = as_shown(whole)
    head = head_of(raw, marks)
    chat = piece.chat or chat_of_head(head)
    missed = [Unread(0, "page", "unread-tag", glimpse(told)) for told in not_marked(raw, marks)]
    missed += [
        Unread(one.start, "page", "not-shown", glimpse(whole[one.start : one.start + _GLIMPSE]))
        for one in hidden
    ]
    if missed and not marks:
        return PieceRead(empty("messages"), missed, set())
    if not head.posts or chat is None:
        return _without_posts(piece, raw, head, chat)
    reader = _PostRows(piece, raw, head, channel_of(raw, marks[0].start), chat)
    for post in posts_of(raw, marks):
        reader.add(post)
    reader.unread += missed
    if is_cut_off(raw) and not any(one.reason == "cut-off" for one in reader.unread):
        reader.set_aside(len(raw), "cut-off")
    profiles = _profiles(reader.chat, head, reader.channel)
    return PieceRead(
        reader.rows.table(), reader.unread, reader.clocks, profiles=profiles.table(piece.source_id)
    )


def _without_posts(piece: Piece, raw: bytes, head: PreviewHead, chat: Chat | None) -> PieceRead:
    """A page without posts that can be read: that of a channel describes it, of others the reason is said."""
    kind = kind_of_page(raw) if not head.posts else "no-channel"
    if kind == "landing":
        told = channel_of(raw, len(raw))
        profiles = _profiles(chat, head, told) if chat else Profiles()
        return PieceRead(empty("messages"), [], set(), profiles=profiles.table(piece.source_id), described=1)
    detail = channel_of(raw, len(raw)).title or raw[:_GLIMPSE]
    return PieceRead(empty("messages"), [Unread(0, "page", kind, glimpse(detail))], set())


def _profiles(chat: Chat | None, head: PreviewHead, channel: Channel) -> Profiles:
    """What a page says of its channel itself, where its number is known."""
    profiles = Profiles()
    if chat is not None and chat.tg_id is not None and chat.kind.endswith("channel"):
        name, username = channel.title or None, head.username or None
        profiles.add(Profile("channel", chat.tg_id, chat.kind, name, username, channel.flags), 0)
    return profiles


class _PostRows:
    """The posts of one page as they are read."""

    def __init__(self, piece: Piece, raw: bytes, head: PreviewHead, channel: Channel, chat: Chat) -> None:
        self.rows = RowsByChat(piece.source_id)
        self.unread: list[Unread] = []
        self.clocks: set[str] = set()
        self._raw = raw
        self._head = head
        self._media = MediaBeside(piece.manifests)
        self.channel = channel
        self.chat = Chat(chat.chat_id, chat.tg_id, self.channel.title, chat.kind)

    def add(self, post: Post) -> None:
        """Reads a post into a row, and the other parts of an album into one each; what cannot be read is set apart."""
        if reason := self._why_not(post):
            self.set_aside(post.mark.start, reason)
            return
        fields = read_fields(post.node)
        if not self.chat.title and fields.owner:
            self.chat = Chat(self.chat.chat_id, self.chat.tg_id, fields.owner, self.chat.kind)
        own, parts = _album(post.mark.number, fields.media)
        self._add(self._message(post, fields, own, album=bool(parts)))
        for part in parts:
            self._add(self._part(post, fields, part))

    def set_aside(self, place: int, reason: str) -> None:
        """Notes what cannot be read, with a glimpse of it."""
        self.unread.append(Unread(place, "page", reason, glimpse(self._raw[place : place + _GLIMPSE])))

    def _why_not(self, post: Post) -> str:
        """Why a post cannot be read; empty if it can."""
        if not post.whole:
            return "cut-off" if is_cut_off(self._raw) else "broken-markup"
        if post.node is None:
            return "not-utf-8"
        if not post.mark.number:
            return "no-number"
        return "" if self._is_own(post.mark) else "another-channel"

    def _is_own(self, mark: Mark) -> bool:
        """Whether a post is of the channel whose page it is: by number where both tell it, else by name."""
        if mark.channel and self._head.channel:
            return mark.channel == self._head.channel
        return mark.name.lower() == self._head.username

    def _add(self, one: OneMessage) -> None:
        self.rows.add(self.chat, one)

    def _message(self, post: Post, fields: Fields, own: list[Medium], *, album: bool) -> OneMessage:
        one = self._begun(post, fields, post.mark.number, post.mark.start)
        if album:
            fields.extra["album"] = post.mark.number
        if one.kind == "service":
            fields.extra["words"] = fields.text or ""
        else:
            lines = [line for medium in own for line in medium.lines]
            one.text = "\n".join([*([fields.text] if fields.text else []), *lines])
            one.entities = fields.entities
        self._carry(one, own, fields.extra)
        one.reactions = fields.reactions
        self._tie(one, fields)
        one.rare |= {
            "views": fields.views,
            "forwarded_from": fields.forwarded_from,
            "extra": canonical_extra(fields.extra),
        }
        return one

    def _part(self, post: Post, fields: Fields, part: Medium) -> OneMessage:
        """Another part of an album: a message of its own in Telegram, with the moment that stands under the first."""
        place = self._raw.find(b"/%d?" % part.number, post.mark.start, post.end)
        one = self._begun(post, fields, part.number, place if place > 0 else post.mark.start)
        extra: dict[str, Any] = {"album": post.mark.number}
        self._carry(one, [part], extra)
        one.rare |= {"forwarded_from": fields.forwarded_from, "extra": canonical_extra(extra)}
        return one

    def _begun(self, post: Post, fields: Fields, number: int, place: int) -> OneMessage:
        one = OneMessage(number, place)
        service = "service_message" in (post.node.attributes.get("class") or "").split()
        one.kind = "service" if service else "message"
        one.account, one.name = self._writer(fields)
        one.sent, clock, one.written = moment(fields.written, None)
        self.clocks |= {clock} if clock else set()
        one.rare["author"] = fields.author or None
        return one

    def _writer(self, fields: Fields) -> tuple[Account, str | None]:
        """The channel itself; in a page of a post in a group the person who is named."""
        if fields.owner is None and fields.writer is not None:
            return Accounts(self.chat).named(fields.writer), fields.writer
        name = fields.owner or self.chat.title or None
        if self.chat.tg_id is not None:
            return numbered_account("channel", self.chat.tg_id), name
        return (Accounts(self.chat).named(f"@{self._head.username}") if self._head.username else NOBODY), name

    def _carry(self, one: OneMessage, media: list[Medium], extra: dict[str, Any]) -> None:
        """What the post carries: the first thing has columns, others stand in `extra`."""
        if not media:
            return
        first, *others = media
        one.rare["media_kind"] = first.kind
        if first.is_file:
            path, digest, status = self._media.look_up(first.path)
            one.rare |= {"media_path": path, "media_sha256": digest, "media_status": status}
            if status == "refused":
                extra["refused_path"] = first.path
        extra |= first.extra
        if others:
            extra["more_media"] = [{"kind": other.kind, **other.extra} for other in others]

    def _tie(self, one: OneMessage, fields: Fields) -> None:
        """What the post answers: a number in the same channel, or elsewhere."""
        if fields.reply is None:
            return
        name, number = fields.reply
        own = (self._head.username, f"c/{self.chat.tg_id}")
        if name.lower() in own and number:
            one.rare["reply_to"] = number
        else:
            one.rare["reply_to_chat"] = name if name == "unknown" or name.startswith("c/") else f"@{name}"
            fields.extra |= {"reply_to_message_id": number} if number else {}


def _album(number: int, media: list[Medium]) -> tuple[list[Medium], list[Medium]]:
    """What a post carries itself, and the parts of its album that are messages of their own, each number once."""
    others: dict[int, Medium] = {}
    own: list[Medium] = []
    for medium in media:
        if medium.number in (0, number) or medium.number in others:
            own.append(medium)
        else:
            others[medium.number] = medium
    return own, list(others.values())
