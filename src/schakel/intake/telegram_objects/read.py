"""Reads one piece of a file of Telegram objects."""

from schakel.intake.clock import read_zone
from schakel.intake.media import MediaBeside
from schakel.intake.pieces import Piece, PieceRead
from schakel.intake.telegram_objects.cutting import objects_in
from schakel.intake.telegram_objects.rows import ObjectRows


def read_objects(piece: Piece) -> PieceRead:
    """The messages of a piece by chat, what is said of accounts and chats, and what could not be read."""
    rows = ObjectRows(piece.source_id, read_zone(piece.timezone), MediaBeside(piece.manifests))
    for stretch in piece.stretches:
        for found in objects_in(piece.path, stretch):
            for record in found:
                rows.read(record, stretch.separator)
    profiles = rows.profiles.table(piece.source_id)
    return PieceRead(rows.rows.table(), rows.unread, rows.clocks, profiles=profiles, described=rows.described)
