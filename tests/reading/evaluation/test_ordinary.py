from pathlib import Path

import pytest

from schakel.reading.evaluation.ordinary import read_ordinary
from schakel.records.errors import SettingsError


def texts(path: Path, content: str, column: str = "", before: str = "") -> list[str]:
    path.write_text(content, encoding="utf-8")
    return [one.text for one in read_ordinary([f"{before}{path}"], column)]


def test_plain_text_a_line_once_each(tmp_path: Path) -> None:
    assert texts(tmp_path / "a.txt", "\ufeffhoi\n\nhoe gaat het\nhoi\n") == ["hoi", "hoe gaat het"]


def test_json_lines(tmp_path: Path) -> None:
    assert texts(tmp_path / "a.jsonl", '{"text": "hoi", "id": 1}\n{"id": 2}\n') == ["hoi"]


def test_sentences_of_conllu(tmp_path: Path) -> None:
    content = "# sent_id = 1\n# text = Hoe gaat het ?\n1\tHoe\thoe\n\n# text = Goed .\n1\tGoed\tgoed\n"
    assert texts(tmp_path / "a.conllu", content) == ["Hoe gaat het ?", "Goed ."]


def test_columns_of_csv_and_tsv(tmp_path: Path) -> None:
    assert texts(tmp_path / "a.csv", 'label,Text\nham,"hoi, jij"\n') == ["hoi, jij"]
    assert texts(tmp_path / "b.csv", "LABEL,zin\nham,hoi\n", "zin") == ["hoi"]
    assert texts(tmp_path / "c.tsv", 'who\tCONTENT\nx\tzei "hoi\n') == ['zei "hoi']


def test_a_missing_column_is_named_with_those_that_are_there(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="its columns are: a, b"):
        texts(tmp_path / "a.csv", "a,b\n1,2\n")
    with pytest.raises(SettingsError, match='no column "c"'):
        texts(tmp_path / "a.csv", "a,b\n1,2\n", "c")


def test_the_language_stands_before_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("hoi\nhallo")
    found = read_ordinary([f"nl:{path}"])
    assert [(one.language, one.file, one.line) for one in found] == [("nl", "a.txt", 1), ("nl", "a.txt", 2)]
    assert read_ordinary([str(path)])[0].language == ""


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b'{"text": '])
def test_what_cannot_be_read_is_said_in_words(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(content)
    with pytest.raises(SettingsError, match="cannot be read as ordinary messages"):
        read_ordinary([str(path)])
