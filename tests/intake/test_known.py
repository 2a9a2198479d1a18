"""Known versions are found by key and then letter for letter."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pyarrow as pa
import pytest

from schakel.intake import parsing
from schakel.intake.versions import version_keys
from tests.intake.conftest import Desk
from tests.intake.exports import chat, message, write_json


def test_equal_ids_have_equal_keys_also_in_a_slice() -> None:
    ids = [f"m_{number << 40:024x}" for number in (1, 2, 1, 1 << 50)]
    whole = version_keys(pa.chunked_array([ids]))
    sliced = version_keys(
        pa.chunked_array([pa.array(["m_" + "f" * 24, *ids]).slice(1, 2), pa.array(ids[2:])])
    )
    assert whole.tolist() == sliced.tolist()
    assert whole[0] == whole[2]
    assert len(set(whole.tolist())) == 3


def test_two_ids_with_one_key_are_both_kept(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("versions", "read_piece"):
        monkeypatch.setattr(
            f"schakel.intake.{module}.version_keys", lambda ids: np.zeros(len(ids), np.uint64)
        )
    one = write_json(tmp_path / "a", chat([message(1), message(2), message(2)]))
    two = write_json(
        tmp_path / "b", chat([message(2), message(3), message(1, "longer than the first of all")])
    )
    summary = desk.take(one, two)
    assert (summary.messages, summary.known) == (4, 2)


def test_versions_known_from_an_earlier_source_are_taken_out_across_pieces(
    new_desk: Callable[..., Desk], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = parsing.plan_pieces
    monkeypatch.setattr(parsing, "plan_pieces", lambda *given: real(*given, piece_bytes=900))
    first = write_json(tmp_path / "a", chat([message(n) for n in range(1, 40)]))
    second = write_json(tmp_path / "b", chat([message(n) for n in [*range(20, 90), 30, 85]]))
    desk = new_desk()
    summary = desk.take(second, first)
    assert sorted(row["tg_id"] for row in desk.rows()) == list(range(1, 90))
    assert (summary.known, summary.records) == (22, 111)
    by_source = {row["bytes"]: row["known"] for row in desk.rows("sources")}
    assert by_source == {first.stat().st_size: 0, second.stat().st_size: 22}


def test_a_grown_export_leaves_out_what_stands_before_it_is_written(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def rewritten(file: Path, _: object) -> int:
        raise AssertionError(f"{file} was written with versions that were known")

    desk.take(write_json(tmp_path / "a", chat([message(n) for n in range(1, 40)])))
    monkeypatch.setattr("schakel.intake.known._rewrite", rewritten)
    summary = desk.take(write_json(tmp_path / "b", chat([message(n) for n in range(1, 50)])))
    assert (summary.new_messages, summary.known, summary.records) == (10, 39, 49)
    assert sorted(row["tg_id"] for row in desk.rows()) == list(range(1, 50))
