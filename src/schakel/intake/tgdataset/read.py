"""Reads one piece of a TGDataset file."""

from typing import Any

import msgspec

from schakel.intake.desktop_json.byte_window import ByteWindow
from schakel.intake.pieces import Piece, PieceRead
from schakel.intake.tgdataset.layout import ChannelStretch
from schakel.intake.tgdataset.rows import ChannelRows


def read_channels(piece: Piece) -> PieceRead:
    """The messages of a piece by channel, what is said of the channels, and what could not be read."""
    rows = ChannelRows(piece.source_id)
    with ByteWindow(piece.path) as window:
        for stretch in piece.stretches:
            if isinstance(stretch, ChannelStretch):
                told: dict[str, Any] = msgspec.json.decode(stretch.told) if stretch.told else {}
                rows.read(window, stretch, told)
    profiles = rows.profiles.table(piece.source_id)
    return PieceRead(rows.rows.table(), rows.unread, rows.clocks, profiles=profiles, joined=rows.joined)
