from pathlib import Path

import pytest

from schakel.reading.lexicon_check import check_file, check_lexicons

_HEAD = 'version = "1"\nsource = "own"\nreviewed = "2026-11-24"\nformat = "terms"\nkind = "act"\n'
_TSV_HEAD = "# version: 1\n# source: x\n# reviewed: 2026-11-24\n"


def _threshold(**changed: str) -> str:
    row = {
        "commodities": '["cannabis"]',
        "unit": '"g"',
        "retail": "30",
        "bulk": "500",
        "source": '"law"',
    } | changed
    return (
        _HEAD.replace('"terms"', '"x"') + "[[threshold]]\n" + "".join(f"{key} = {row[key]}\n" for key in row)
    )


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
        ("a.tsv", "# version: 1\n# source: x\n# reviewed: y\na\tb\nc\td\n", '"y" as the date of its review'),
        ("a.tsv", _TSV_HEAD + "name\tgeonames\nAdam\t27x\n", 'in row 2 has "27x" as geonames'),
        ("a.toml", _HEAD.replace("2026-11-24", "soon"), '"soon" as the date of its review'),
        ("a.toml", _HEAD.replace('"terms"', '"words"') + "[[group]]\n", "nobody reads it"),
        (
            "a.toml",
            _HEAD + '[[group]]\nconcept = "offer"\nlanguage = "xx"\nweight = 1\nwords = ["x"]\n',
            'the language "xx", which is not read, in group 1',
        ),
        ("a.toml", _threshold(commodities='["speed"]'), 'names "speed", which is no commodity'),
        ("a.toml", _threshold(unit='"gram"'), 'has the unit "gram"'),
        ("a.toml", _threshold(retail="500"), "goes from 500 to 500"),
        ("a.toml", _threshold(source='""'), "threshold 1 has no source"),
        ("a.toml", _HEAD.replace('"terms"', '"x"') + '[currency]\neuro = ["e"]\n', 'the currency "euro"'),
    ],
)
def test_says_what_is_wrong(tmp_path: Path, name: str, text: str, says: str) -> None:
    path = tmp_path / name
    path.write_text(text, "utf-8")
    assert any(says in problem for problem in check_file(path))


def test_a_sound_threshold_is_no_problem(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_text(_threshold(), "utf-8")
    assert check_file(path) == []
