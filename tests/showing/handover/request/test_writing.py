"""A draft never takes the place of a file, which somebody may have filled in."""

from pathlib import Path

import pytest

from schakel.records.errors import SettingsError, UsageError
from schakel.showing.handover.request.document import Code, Document, Said, Section, Sheet
from schakel.showing.handover.request.writing import content_for, must_fit, put


def test_a_file_that_came_meanwhile_is_left_alone(tmp_path: Path) -> None:
    out = tmp_path / "request.md"
    must_fit(out)
    out.write_text("filled in", "utf-8")
    for tried in (lambda: must_fit(out), lambda: put(b"draft", out)):
        with pytest.raises(SettingsError, match="is there already"):
            tried()
    assert out.read_text("utf-8") == "filled in"


def test_only_who_drafted_it_may_open_it(tmp_path: Path) -> None:
    put(b"draft", tmp_path / "request.md")
    assert (tmp_path / "request.md").read_bytes() == b"draft"
    assert (tmp_path / "request.md").stat().st_mode & 0o077 == 0


def test_a_place_that_is_not_there_is_told_and_so_is_another_ending(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="could not be written"):
        put(b"draft", tmp_path / "nowhere" / "request.md")
    with pytest.raises(UsageError, match=r"not in \.docx"):
        must_fit(tmp_path / "request.docx")
    with pytest.raises(UsageError, match="not in nothing"):
        must_fit(tmp_path / "request")


def test_the_ending_of_the_name_says_in_which_format(tmp_path: Path) -> None:
    sheet = Sheet(("a", "b"), ((Code("7"), "<b>"),))
    draft = Document("nl", "Concept", Said("{x}", {"x": "*"}), (Section("Deel", (sheet,)),))
    assert (
        content_for(draft, tmp_path / "a.md")
        == b"# Concept\n\n**\\***\n\n## Deel\n\n| a | b |\n| --- | --- |\n| `7` | \\<b\\> |\n"
    )
    assert b"<td><code>7</code></td><td>&lt;b&gt;</td>" in content_for(draft, tmp_path / "a.HTML")
    pytest.importorskip("weasyprint")
    assert content_for(draft, tmp_path / "a.pdf").startswith(b"%PDF")
