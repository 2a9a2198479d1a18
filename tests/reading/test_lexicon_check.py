from pathlib import Path

import pytest

from schakel.reading.lexicon_check import check_file, check_lexicons

_HEAD = 'version = "1"\nsource = "own"\nreviewed = "2026-11-24"\nformat = "terms"\nkind = "act"\n'


def test_shipped_lists_are_sound() -> None:
    assert check_lexicons() == []


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("a.toml", "version = ", "not valid TOML"),
        ("a.toml", 'version = "1"\nsource = "x"\n', 'has no "reviewed"'),
        ("a.toml", _HEAD, "no groups"),
        ("a.toml", _HEAD + '[[group]]\nconcept = "offer"\nwords = ["x"]\n', "lacks something in group 1"),
        ("a.toml", _HEAD + '[[group]]\nconcept = "buy"\nweight = 1\nwords = ["x"]\n', "which is no act"),
        ("a.toml", _HEAD + '[[group]]\nconcept = "offer"\nweight = 9\nwords = ["x"]\n', "weighs more than"),
        ("a.toml", _HEAD + '[[group]]\nconcept = "offer"\nweight = -1\nwords = ["x"]\n', "below zero"),
        ("a.toml", _HEAD + '[[group]]\nconcept = "offer"\nweight = 1\nwords = ["x", "x"]\n', "twice"),
        ("a.toml", _HEAD + '[[group]]\nconcept = "offer"\nweight = 1\nwords = ["x* y"]\n', "at the end only"),
        (
            "a.toml",
            _HEAD + '[[group]]\nconcept = "offer"\nweight = 1\nwords = ["\u200b"]\n',
            "nothing is left",
        ),
        ("a.tsv", "name\tvalue\na\tb\n", 'no line "# version'),
        ("a.tsv", "# version: 1\n# source: x\n# reviewed: y\na\tb\nc\n", "columns in row 2"),
    ],
)
def test_says_what_is_wrong(tmp_path: Path, name: str, text: str, says: str) -> None:
    path = tmp_path / name
    path.write_text(text, "utf-8")
    assert any(says in problem for problem in check_file(path))
