"""What one process does: read a piece, write its part files half-made, and report the counts."""

import gc
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from schakel.intake.detect import DESKTOP_HTML, DESKTOP_JSON, FOURCAT, PREVIEW, TELETHON, TGDATASET
from schakel.intake.pieces import LeftOut, Piece, PieceDone, PieceRead
from schakel.intake.quarantine import quarantine_table
from schakel.intake.versions import Versions, version_keys
from schakel.store.parquet_files import write_parquet


def read_piece(piece: Piece) -> PieceDone:
    """Reads one piece and writes `NNNN.parquet` of `messages`, `quarantine` and `profiles` in its staging folder.

    The table itself stays in this process: only counts and 8 bytes a message go back.
    """
    # Nothing here makes cycles, and the collector would walk all records again and again: 2 of 13 microseconds each.
    gc.disable()
    try:
        return _read_and_write(piece)
    finally:
        gc.enable()
        pa.default_memory_pool().release_unused()


def _read_and_write(piece: Piece) -> PieceDone:
    known = Versions.read(Path(piece.known)) if piece.known else None
    read = _read(piece, known)
    fresh, left = (read.messages, read.left) if read.left else _without_known(read.messages, known)
    _write(piece, fresh, read)
    return PieceDone(
        piece.source_id,
        piece.number,
        fresh.num_rows + left.rows + read.joined,
        len(read.unread),
        version_keys(fresh["message_id"]).tobytes(),
        left.ranges,
        read.clocks,
        read.day_marks,
        left.rows + read.joined,
        read.described,
    )


def _write(piece: Piece, fresh: pa.Table, read: PieceRead) -> None:
    staging = Path(piece.staging)
    if fresh.num_rows:
        write_parquet(fresh, "messages", part_file(staging, "messages", piece.number))
    if read.unread:
        rows = quarantine_table(piece.source_id, piece.source_name, read.unread)
        write_parquet(rows, "quarantine", part_file(staging, "quarantine", piece.number))
    if read.profiles is not None and read.profiles.num_rows:
        write_parquet(read.profiles, "profiles", part_file(staging, "profiles", piece.number))


def _without_known(messages: pa.Table, known: Versions | None) -> tuple[pa.Table, LeftOut]:
    """The messages without the versions that are known, and how many those are: they need not be written first."""
    left = LeftOut()
    for chat, (low, high) in _ranges(messages).items():
        left.add(chat, low, high)
    there = known.told(messages["message_id"]) if known else np.zeros(messages.num_rows, bool)
    left.rows = int(there.sum())
    return (pc.filter(messages, pa.array(~there)).combine_chunks() if left.rows else messages), left


def get_ready(_: int) -> None:
    """Nothing; a process that runs this has loaded what reading needs."""


def part_file(staging: Path, table: str, number: int) -> Path:
    """Where a half-made part file stands."""
    return staging / table / f"{number:04d}.parquet"


def _read(piece: Piece, known: Versions | None) -> PieceRead:
    if piece.format == DESKTOP_JSON:
        from schakel.intake.desktop_json.read import read_json_piece  # noqa: PLC0415 - a process loads what it needs

        fresh, unread, clocks, left = read_json_piece(piece, known)
        return PieceRead(fresh, unread, clocks, left=left)
    if piece.format == DESKTOP_HTML:
        from schakel.intake.desktop_html.read import read_html_page  # noqa: PLC0415

        return PieceRead(*read_html_page(piece))
    if piece.format in (TELETHON, FOURCAT):
        from schakel.intake.telegram_objects.read import read_objects  # noqa: PLC0415

        return read_objects(piece)
    if piece.format == TGDATASET:
        from schakel.intake.tgdataset.read import read_channels  # noqa: PLC0415

        return read_channels(piece)
    if piece.format == PREVIEW:
        from schakel.intake.preview_pages.read import read_preview_page  # noqa: PLC0415

        return read_preview_page(piece)
    raise ValueError(f"no reader for the format {piece.format}")


def _ranges(messages: pa.Table) -> dict[str, tuple[int, int]]:
    grouped = messages.group_by("chat_id").aggregate([("tg_id", "min"), ("tg_id", "max")])
    columns = (grouped[name].to_pylist() for name in ("chat_id", "tg_id_min", "tg_id_max"))
    return {chat: (low, high) for chat, low, high in zip(*columns, strict=True)}
