from pathlib import Path

import pytest

from schakel.reading.evaluation.labels import find_labelled, read_labelled
from schakel.records.errors import SettingsError
from tests.reading.evaluation.examples import in_set, label

LINE = (
    '{"id": "a", "text": "te koop", "act": "offer", "items": [{"commodity": "mdma", "price": 5}], "new": 1}'
)


def test_language_and_set_come_from_the_name_of_the_file(tmp_path: Path) -> None:
    (tmp_path / "hard_nl.jsonl").write_text(LINE + "\n\n" + LINE.replace('"new": 1', '"language": "de"'))
    (tmp_path / "mine.jsonl").write_text(LINE)
    found = read_labelled([tmp_path / "hard_nl.jsonl", tmp_path / "mine.jsonl"])
    assert [(one.of, one.language) for one in found] == [("hard", "nl"), ("hard", "de"), ("mine", "")]
    assert found[0].label.items[0].price == 5


@pytest.mark.parametrize("line", ['{"id": "a"}', "not json", '{"id": "a", "text": 3, "act": "offer"}', "[1]"])
def test_a_bad_line_is_named_and_nothing_is_measured(tmp_path: Path, line: str) -> None:
    path = tmp_path / "x.jsonl"
    path.write_text(LINE + "\n" + line)
    with pytest.raises(SettingsError, match=r"Line 2 of .*x\.jsonl"):
        read_labelled([path])


def test_a_missing_file_is_said_in_words(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="cannot be read"):
        read_labelled([tmp_path / "none.jsonl"])


def test_without_files_those_of_a_checkout_or_an_explanation(tmp_path: Path) -> None:
    with pytest.raises(SettingsError) as refused:
        find_labelled([], tmp_path)
    assert "Example: schakel evaluate reading" in refused.value.todo
    folder = tmp_path / "tests" / "gate" / "reading"
    folder.mkdir(parents=True)
    (folder / "b_nl.jsonl").write_text(LINE)
    assert find_labelled([], tmp_path) == [folder / "b_nl.jsonl"]
    assert find_labelled([Path("c")], tmp_path) == [Path("c")]


def test_what_is_kept_apart() -> None:
    assert in_set(label(split="held")).kept_apart
    assert not in_set(label(split="dev")).kept_apart
    assert not in_set(label()).kept_apart
    assert in_set(label(split="dev"), of="fresh").kept_apart
    assert not in_set(label(split="held"), of="hard").kept_apart
    assert in_set(label(), of="hard").learnt_from
    assert not in_set(label(), of="fresh").learnt_from
