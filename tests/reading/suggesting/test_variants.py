import pytest

from schakel.reading.suggesting.variants import sound, variant_of


@pytest.mark.parametrize(
    ("word", "concept"),
    [
        ("cocahine", "cocaine"),
        ("ketaminne", "ketamine"),
        ("ketamien", "ketamine"),
        ("kethamine", "ketamine"),
        ("amphetamin3", "amphetamine"),
        ("oxycodonne", "opioids"),
        ("ketmaine", "ketamine"),
    ],
)
def test_spellings_of_known_words(word: str, concept: str) -> None:
    found = variant_of(word)
    assert found is not None
    assert found.term.concept == concept
    assert found.way


@pytest.mark.parametrize(
    "word", ["zeeparels", "koek", "fietsen", "vergadering", "🪼", "witte kerst", "bliss", "belts"]
)
def test_other_words_are_spellings_of_nothing(word: str) -> None:
    assert variant_of(word) is None


def test_letters_that_sound_alike() -> None:
    assert sound("phentanyl") == sound("fentanyl")
    assert sound("kokkain") == sound("cocain")
    assert sound("coke") != sound("keta")
