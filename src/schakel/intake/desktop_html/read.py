"""Reads one page of an HTML export into a table of messages."""

from datetime import tzinfo
from pathlib import Path

import pyarrow as pa

from schakel.intake.clock import read_zone
from schakel.intake.desktop_html.fields import Fields, moment_of, read_fields
from schakel.intake.desktop_html.page import Page, Row, read_page
from schakel.intake.extra import canonical_extra
from schakel.intake.media import MediaBeside
from schakel.intake.message_rows import MessageRows
from schakel.intake.peers import Accounts, Chat, chat_of
from schakel.intake.pieces import Piece
from schakel.intake.quarantine import Unread, glimpse
from schakel.records.tables import empty

_LARGEST_PAGE = 1 << 26  # a page holds a thousand messages of at most 4096 characters


def read_html_page(piece: Piece) -> tuple[pa.Table, list[Unread], set[str], int]:
    """The messages of a page, what could not be read, where the times came from, and the number of day lines."""
    path = Path(piece.path)
    if path.stat().st_size > _LARGEST_PAGE:
        return empty("messages"), [Unread(0, "page", "too-large")], set(), 0
    raw = path.read_bytes()
    page = read_page(raw)
    if not page.title and not page.rows:
        return empty("messages"), [Unread(0, "page", "no-messages", glimpse(raw))], set(), 0
    reader = PageRows(piece.chat or chat_of(None, page.title, "", old=False), piece, raw)
    reader.read(page)
    return reader.rows.table(), reader.unread, reader.clocks, reader.day_marks


class PageRows:
    """The rows of one page as they are read. A joined row has the sender of the row before it in the same page."""

    def __init__(self, chat: Chat, piece: Piece, raw: bytes) -> None:
        self.rows = MessageRows(chat, piece.source_id)
        self.unread: list[Unread] = []
        self.clocks: set[str] = set()
        self.day_marks = 0
        self._raw = raw
        self._media = MediaBeside(piece.manifests)
        self._zone: tzinfo | None = read_zone(piece.timezone)
        self._name: str | None = None
        self._forwarded_from: str | None = None
        self._finder = Accounts(chat)
        self._codes: dict[str | None, int] = {}
        self._day: str | None = None

    def read(self, page: Page) -> None:
        """Adds all rows of the page."""
        for row in page.rows:
            if row.is_day_mark:
                self.day_marks += 1
                self._day = " ".join(row.node.text().split())
            elif row.start in page.spoilt or row.tg_id is None:
                self._set_aside(row.start, "not-utf-8" if row.start in page.spoilt else "no-number")
                if "default" in row.classes:  # rows that are joined to this one have its sender
                    self._name_of(row, read_fields(row.node))
            elif "service" in row.classes:
                self._add_service(row)
            else:
                self._add_message(row, read_fields(row.node))
        for place in page.lost:
            self._set_aside(place, "broken-markup")
        if page.cut_off:
            self._set_aside(page.whole_to, "cut-off")

    def _set_aside(self, place: int, reason: str) -> None:
        self.unread.append(Unread(place, "page", reason, glimpse(self._raw[place : place + 800])))

    def _add_service(self, row: Row) -> None:
        words = " ".join(row.node.text().split())
        self._add(row, "service", None, None, self._day)
        self.rows.set_rare(extra=canonical_extra({"words": words}))

    def _add_message(self, row: Row, fields: Fields) -> None:
        self._name_of(row, fields)
        sent, clock = (None, "") if fields.written is None else moment_of(fields.written, self._zone)
        self.clocks |= {clock} if clock else set()
        self._add(row, "message", self._name, sent, fields.written)
        self.rows.text[-1] = fields.text
        here = len(self.rows.tg_id) - 1
        if fields.entities:
            self.rows.entities[here] = fields.entities
        if fields.reactions is not None:
            self.rows.reactions[here] = fields.reactions
        self._add_rare(fields)

    def _name_of(self, row: Row, fields: Fields) -> None:
        """Notes who sent a row: a joined one has the sender of the row before it."""
        if "joined" not in row.classes or fields.name is not None:
            self._name = fields.name

    def _add_rare(self, fields: Fields) -> None:
        if fields.forwarded:
            # A forward from the same source as the one above it is joined to it and has no name of its own.
            if fields.forwarded_from is not None:
                self._forwarded_from = fields.forwarded_from
            self.rows.set_rare(forwarded_from=self._forwarded_from or "")
        if fields.media_kind:
            self.rows.set_rare(media_kind=fields.media_kind)
        if fields.media_path is not None:
            path, digest, status = self._media.look_up(fields.media_path)
            self.rows.set_rare(media_path=path, media_sha256=digest, media_status=status)
            if status == "refused":
                fields.extra["refused_path"] = fields.media_path
        self.rows.set_rare(
            author=fields.author,
            via_bot=fields.via_bot,
            reply_to=fields.reply_to,
            reply_to_chat="unknown" if fields.reply_elsewhere else None,
            extra=canonical_extra(fields.extra),
        )

    def _account(self, name: str | None) -> int:
        code = self._codes.get(name)
        if code is None:
            code = self._codes[name] = len(self.rows.accounts)
            self.rows.accounts.append(self._finder.find(None, name))
        return code

    def _add(self, row: Row, kind: str, name: str | None, sent: int | None, written: str | None) -> None:
        rows = self.rows
        rows.tg_id.append(row.tg_id)
        rows.kind.append(kind)
        rows.account.append(self._account(name))
        rows.account_name.append(name)
        rows.sent_at.append(sent)
        rows.sent_as_written.append(written)
        rows.text.append("")
        rows.place.append(row.start)
