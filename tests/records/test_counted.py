import pytest

from schakel.records.counted import counted, counted_doing


@pytest.mark.parametrize(
    ("number", "one", "more", "said"),
    [
        (0, "account", "", "0 accounts"),
        (1, "account", "", "1 account"),
        (3, "account", "", "3 accounts"),
        (1, "entry", "entries", "1 entry"),
        (2, "entry", "entries", "2 entries"),
    ],
)
def test_a_number_stands_with_its_noun(number: int, one: str, more: str, said: str) -> None:
    assert counted(number, one, more) == said


def test_what_a_number_of_things_does_goes_with_it() -> None:
    assert counted_doing(1, "text", "speak") == "1 text speaks"
    assert counted_doing(2, "text", "speak") == "2 texts speak"
