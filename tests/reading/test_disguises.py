import pytest

from schakel.reading.disguises import disguised_words, skeleton


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("c0ca1ne nu", "c0ca1ne"),
        ("h@sj", "h@sj"),
        ("$peed!", "$peed"),
        ("wiiiet", "wiiiet"),
        ("p1llen", "p1llen"),
    ],
)
def test_finds_disguised_words(text: str, word: str) -> None:
    assert [text[start:end] for start, end, _ in disguised_words(text)] == [word]


@pytest.mark.parametrize("text", ["10g 50st 100x", "covid19 mp3", "www.nu.nl", "om 10:30", "hallo", "5g 50s"])
def test_leaves_ordinary_words_and_amounts(text: str) -> None:
    assert list(disguised_words(text)) == []


def test_skeleton_reads_one_as_i_and_l() -> None:
    assert skeleton("p1llen") == skeleton("pillen") == skeleton("pi11en")
