import pytest

from schakel.reading.offers import read_text, search_text
from schakel.reading.weighing.open_sellers import OPEN, open_signs


@pytest.mark.parametrize(
    "text",
    [
        "we zijn weer open",
        "Lijn open tot 3, zelfde menu",
        "SİPARİŞ ALIYORUZ, liste için yaz",
        "мы открылись 🔥",
        "shop open",
    ],
)
def test_a_seller_who_cries_that_it_is_open(text: str) -> None:
    assert list(open_signs(search_text(text))) == [OPEN]
    assert OPEN in {sign.name for sign in read_text(text).judgement.signs}


@pytest.mark.parametrize(
    "text",
    [
        "zijn jullie weer open?",
        "de bakker aan de markt en de kapper ernaast zijn weer open",
        "we zijn weer open, coke en wiet",
        "we zijn weer open, oplichter",
        "",
    ],
)
def test_who_asks_names_goods_warns_or_says_more_does_not(text: str) -> None:
    assert not list(open_signs(search_text(text)))


def test_such_a_cry_alone_is_hardly_enough_for_an_offer() -> None:
    """Bakers say so too; where it stands decides."""
    odds = read_text("we zijn weer open").judgement.all_odds[0]
    assert -1 < odds < 0.6
