import pytest

from schakel.reading.offers import read_texts, search_text
from schakel.reading.weighing.act_signs import early_signs
from schakel.reading.weighing.weights import ACTS


def signs(text: str) -> dict[str, float]:
    return {sign.name: sign.value for sign in early_signs(search_text(text), [], [0.0] * len(ACTS))}


@pytest.mark.parametrize("text", ["🔥 top", "★ top", "→ top", "✅ top"])
def test_pictures_and_signs_count_as_such(text: str) -> None:
    assert signs(text)["pictures"] > 0


@pytest.mark.parametrize(
    "text", ["旧金山市律师要求加州监管机构", "ありがとうございます", "안녕하세요 여러분", "𠀀𠀁𠀂"]
)
def test_letters_of_east_asia_are_no_pictures(text: str) -> None:
    assert "pictures" not in signs(text)
    assert read_texts([text])[0].act == "none"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ('{"key1": "${ids.random()}"}', True),
        ("POST /write?db=x HTTP/1.1 204", True),
        ("std::vector", True),
        ("call done() now", True),
        ("een <b>vet</b> woord", True),
        ("see os.path.join(x", True),
        ("2g 100 (of ruilen) -> bel", False),
        ('pakket "rustig": 5 g 50 => nu 45', False),
        ("5 gr = 50, 10 gr = 90", False),
    ],
)
def test_calls_fields_and_protocols_of_programs_are_seen(text: str, code: bool) -> None:
    assert ("program code" in signs(text)) == code


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("旧金山市律师要求加州监管机构", True),
        ("ありがとうございます", True),
        ("مرحبا بالعالم", True),
        ("кокаин 1г 9000, пишите", False),
        ("ğüşiöç İstanbul teslim 中", False),
    ],
)
def test_scripts_that_nothing_was_fitted_on_are_told(text: str, other: bool) -> None:
    assert ("letters of other scripts" in signs(text)) == other


@pytest.mark.parametrize(
    ("text", "plainly"),
    [
        ("Te koop: 10g wiet 80 euro", True),
        ("Verkaufe 10g Koks 300€ Berlin", True),
        ("Te koop: 10g wiet", False),
        ("wiet 10g 80 euro", False),
        ("iemand 10g wiet te koop voor 80 euro?", False),
    ],
)
def test_a_plain_ad_is_told_by_what_it_sells(text: str, plainly: bool) -> None:
    reading = read_texts([text])[0]
    assert ("offered in plain words" in {sign.name for sign in reading.judgement.signs}) is plainly
    assert reading.act == "offer" if plainly else True
