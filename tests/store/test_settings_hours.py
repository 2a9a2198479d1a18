from pathlib import Path

import pytest

from schakel.records.errors import SettingsError
from schakel.store.settings import keep_hours, read_settings


@pytest.mark.parametrize(
    "before",
    ["", 'hours = "oost-nederland=1"\n', '# ours\ngrounds = "required"\nhours  =  "a=1" # old\n[worth]\nx = 1\n', '[plan]\nper_network = 2\n',
     '[[plan.minimum]]\nname = "x"\nhours = 40\n'],
)  # fmt: skip
def test_hours_are_kept_and_all_else_stays(tmp_path: Path, before: str) -> None:
    path = tmp_path / "schakel.toml"
    if before:
        path.write_text(before)
    kept = read_settings(path)
    keep_hours(path, "limburg=12")
    after = read_settings(path)
    assert after.hours == "limburg=12"
    assert (after.grounds, after.worth, after.plan) == (kept.grounds, kept.worth, kept.plan)
    assert all(line in path.read_text() for line in before.splitlines() if not line.startswith("hours"))


def test_what_cannot_be_kept_without_harm_is_left_to_a_person(tmp_path: Path) -> None:
    path = tmp_path / "schakel.toml"
    path.write_text('hours = """\na=1"""\n')
    with pytest.raises(SettingsError, match="without touching"):
        keep_hours(path, "limburg=12")
    assert path.read_text() == 'hours = """\na=1"""\n'
