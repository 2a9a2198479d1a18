from pathlib import Path

import pytest

from schakel.reading.suggesting.accept import new_word, put_into_list
from schakel.reading.suggesting.own_words import own_words
from schakel.records.errors import SettingsError
from tests.reading.suggesting.words import PARELS, term


def test_a_word_as_it_will_be_read() -> None:
    word = new_word("  zee  parels ", "ketamine", "nl", 1.3, ambiguous=True)
    assert (word.written, word.kind, word.concept, word.product) == (
        "zee parels",
        "commodity",
        "ketamine",
        "zee parels",
    )


@pytest.mark.parametrize(
    ("word", "commodity", "said"),
    [
        ("zeeparels", "fish", "is no commodity"),
        ("de", "cocaine", "everyday word"),
        ("", "cocaine", "no word that can be sought"),
        ("a*b", "cocaine", "no word that can be sought"),
        ("ketamine", "ketamine", "already stands in the lists"),
        ("KÉTAMINE", "ketamine", "already stands in the lists"),
    ],
)
def test_what_would_do_harm_is_refused_in_words(word: str, commodity: str, said: str) -> None:
    with pytest.raises(SettingsError, match=said):
        new_word(word, commodity, "nl", 1.3, ambiguous=True)


def test_the_list_is_checked_before_it_is_written(tmp_path: Path) -> None:
    path = tmp_path / "lexicon.toml"
    put_into_list(path, (PARELS,))
    with pytest.raises(SettingsError, match="no word weighs more"):
        put_into_list(path, (PARELS, term("zeester", weight=7.0)))
    assert own_words(tmp_path) == (PARELS,)
    put_into_list(path, ())
    assert own_words(tmp_path) == ()
    assert [file.name for file in tmp_path.iterdir()] == ["lexicon.toml"]
