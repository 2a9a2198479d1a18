"""Exports of a chat each: their texts are read together, and the tables are those of chats read one by one."""

from pathlib import Path

import pytest

from schakel.reading import read_ahead
from schakel.reading.read_ahead import ReadAhead
from tests.commands import table_bytes
from tests.inside import inside
from tests.intake.exports import chat, message, write_json

OFFER = "Te koop coke 1g 50 3g 140, bezorgen in Utrecht, app 0612345678"


@pytest.fixture
def exports(tmp_path: Path) -> list[Path]:
    said = {"Noord": [OFFER, "hoi"], "Zuid": ["iemand wit?", OFFER], "Oost": ["mooi weer"]}
    return [
        write_json(
            tmp_path / name,
            chat([message(n, text) for n, text in enumerate(texts, start=1)], at, name=f"Markt {name}"),
        ).parent
        for at, (name, texts) in enumerate(said.items(), start=1_000_000_001)
    ]


def read(workspace: Path, sources: list[Path]) -> None:
    """The road as far as it asks how texts came to be read."""
    inside("intake", *sources, "-w", workspace)
    inside("read", "-w", workspace)


def test_the_texts_of_all_chats_are_read_at_once(
    exports: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[int] = []
    look = ReadAhead._look

    def noted(self: ReadAhead, workers: object) -> None:
        looked.append(len(self.parts))
        look(self, workers)  # type: ignore[arg-type] - as it was given

    monkeypatch.setattr(ReadAhead, "_look", noted)
    read(tmp_path / "at once", exports)
    assert looked == [len(exports)]
    read(tmp_path / "grown", exports[:1])
    read(tmp_path / "grown", exports)
    assert looked == [len(exports), len(exports) - 1]  # what is new
    monkeypatch.setattr(read_ahead, "together", lambda sizes: [[part] for part in sizes])
    read(tmp_path / "one by one", exports)
    assert len(looked) == 2
    tables = table_bytes(tmp_path / "at once")
    assert table_bytes(tmp_path / "one by one") == tables
    assert table_bytes(tmp_path / "grown") == tables
