import pyarrow as pa
import pytest

from schakel.linking.comparing.disguises import digits_as_letters, plain_letters


@pytest.mark.parametrize(
    ("written", "plain"),
    [("Ѕnоwmаn", "snowman"), ("Plüg", "plug"), ("Ｓnow", "snow"), ("Snøw", "snow"), ("snow 020", "snow 020")],
)
def test_letters_that_only_look_alike(written: str, plain: str) -> None:
    assert plain_letters(pa.array([written])).to_pylist() == [plain]


def test_digits_that_stand_for_letters() -> None:
    told = digits_as_letters(pa.array(["sn0wm4n", "snowman", "p1ug", "plug", "piug", "cok3_020"])).to_pylist()
    assert told[0] == told[1] == "snowman"
    assert told[2] == told[3] == told[4]
    assert told[5] == "coke_ozo"
