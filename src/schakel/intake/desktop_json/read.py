"""Reads one piece of a JSON export into a table of messages."""

import pyarrow as pa

from schakel.intake.clock import read_zone
from schakel.intake.desktop_json.rows import JsonRows
from schakel.intake.media import MediaBeside
from schakel.intake.pieces import Piece
from schakel.intake.quarantine import Unread
from schakel.records.tables import empty


def read_json_piece(piece: Piece) -> tuple[pa.Table, list[Unread], set[str]]:
    """The messages of a piece in the order of the file, what could not be read, and where the times came from."""
    media = MediaBeside(piece.manifests)
    zone = read_zone(piece.timezone)
    tables = [empty("messages")]
    unread: list[Unread] = []
    clocks: set[str] = set()
    for stretch in piece.stretches:
        reader = JsonRows(media, zone)
        reader.read(piece.path, stretch)
        tables.append(reader.table(stretch.chat, piece.source_id))
        unread += reader.unread
        clocks |= reader.clocks
    return pa.concat_tables(tables).combine_chunks(), unread, clocks
