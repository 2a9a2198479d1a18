"""Reads one piece of a JSON export into a table of messages."""

import pyarrow as pa

from schakel.intake.clock import read_zone
from schakel.intake.desktop_json.cutting import records_in
from schakel.intake.desktop_json.record_columns import RecordColumns
from schakel.intake.desktop_json.rows import JsonRows
from schakel.intake.media import MediaBeside
from schakel.intake.moments import Moments
from schakel.intake.pieces import LeftOut, Piece
from schakel.intake.quarantine import Unread
from schakel.intake.versions import Versions
from schakel.records.tables import empty


def read_json_piece(
    piece: Piece, known: Versions | None = None
) -> tuple[pa.Table, list[Unread], set[str], LeftOut]:
    """The messages of a piece in the order of the file, what could not be read, and where the times came from.

    And how many were left out since they are `known`.
    """
    media = MediaBeside(piece.manifests)
    moments = Moments(read_zone(piece.timezone))
    tables: list[pa.Table] = []
    unread: list[Unread] = []
    left = LeftOut()
    for stretch in piece.stretches:
        reader = JsonRows(RecordColumns(stretch.chat, media, moments, known, left))
        for found in records_in(piece.path, stretch):
            reader.read(found, stretch.separator)
        table = reader.table(piece.source_id)
        if table.num_rows:
            tables.append(table)
        unread += reader.unread
    return _joined(tables), unread, moments.clocks, left


def _joined(tables: list[pa.Table]) -> pa.Table:
    """One table; most pieces hold one chat, and joining would copy it for nothing."""
    if len(tables) == 1:
        return tables[0]
    return pa.concat_tables([empty("messages"), *tables]).combine_chunks()
