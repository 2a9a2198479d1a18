import pytest
from hypothesis import given
from hypothesis import strategies as st

from schakel.reading.terms.disguises import disguised_words, skeleton, without_disguise
from schakel.reading.terms.lexicon import Term, in_force


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("c0ca1ne nu", "c0ca1ne"),
        ("C0C41N3 nu".lower(), "c0c41n3"),  # more signs than letters
        ("h@sj", "h@sj"),
        ("$peed!", "$peed"),
        ("wiiiet", "wiiiet"),
        ("p1llen", "p1llen"),
        ("б0шки", "б0шки"),
        ("м@рки!", "м@рки"),
    ],
)
def test_finds_disguised_words(text: str, word: str) -> None:
    assert [text[start:end] for start, end, _ in disguised_words(text)] == [word]


@pytest.mark.parametrize(
    "text", ["10g 50st 100x", "covid19 mp3", "www.nu.nl", "om 10:30", "hallo", "5g 50s", "a1b2c3d4e5f6"]
)
def test_leaves_ordinary_words_and_amounts(text: str) -> None:
    assert list(disguised_words(text)) == []


def test_skeleton_reads_one_as_i_and_l() -> None:
    assert skeleton("p1llen") == skeleton("pillen") == skeleton("pi11en")


@given(
    st.lists(st.sampled_from(["c0ca1ne", "wiiiet", "hallo", "$peed!", "10g", "k.e.t.a", "\n", "\u00a0", "·"]))
)
def test_each_stretch_is_read_the_same_wherever_it_stands(words: list[str]) -> None:
    plain = " ".join(words)
    found = [plain[start:end] for start, end, _ in disguised_words(plain)]
    assert found == [word.strip("!") for word in words if list(disguised_words(word))]
    assert found == [plain[start:end] for start, end, _ in disguised_words(plain)]


def test_new_words_are_found_in_disguise_and_gone_when_they_are_no_longer_in_force() -> None:
    def known(text: str) -> list[str]:
        return [term.written for _, _, terms in disguised_words(text) for term in terms]

    assert known("fl@mbozzel") == []
    with in_force((Term("flambozzel", "commodity", "cocaine", "cocaine", "nl", 1.5),)):
        assert known("fl@mbozzel") == ["flambozzel"]
    assert known("fl@mbozzel") == []


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("c0ca1ne en k.e.tamine, 2g 90", "cocaine en ketamine, 2g 90"),
        ("sn0w te koop", "sn0w te koop"),  # snow is weather too
        ("t3 koop", "t3 koop"),
    ],
)
def test_goods_of_one_meaning_are_written_out(text: str, written: str) -> None:
    assert without_disguise(text) == written
