from pathlib import Path

import pytest

from schakel.records.errors import SettingsError
from schakel.store.settings import read_settings


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    assert read_settings(tmp_path / "none").hours.startswith("landelijk=120,")


def test_what_is_written_counts(tmp_path: Path) -> None:
    (tmp_path / "s.toml").write_text('hours = "oost-nederland=7"')
    assert read_settings(tmp_path / "s.toml").hours == "oost-nederland=7"


@pytest.mark.parametrize("text", ["hours = 7", "huors = 'x'", "= =", "\xff"])
def test_what_cannot_be_used_is_named(tmp_path: Path, text: str) -> None:
    (tmp_path / "s.toml").write_bytes(text.encode("latin-1"))
    with pytest.raises(SettingsError, match="cannot be used"):
        read_settings(tmp_path / "s.toml")


def test_changes_to_the_data_files_are_handed_on_as_they_are(tmp_path: Path) -> None:
    (tmp_path / "s.toml").write_text(
        'casebook = "postgresql+pg8000://x/y"\n[worth]\nsource = "us"\n[plan]\nseed = 2'
    )
    settings = read_settings(tmp_path / "s.toml")
    assert settings.casebook.startswith("postgresql")
    assert (settings.worth, settings.plan, settings.effort) == ({"source": "us"}, {"seed": 2}, {})
