import pytest

from schakel.reading.offers import read_text


def _goods(text: str) -> set[str | None]:
    return {item.commodity for item in read_text(text).items}


@pytest.mark.parametrize(
    ("text", "goods"),
    [
        ("Coke 50 per gram, gift cards accepted. Leeds. @x_seller_55", {"cocaine"}),
        ("cocaine 60/g, we take amazon gift cards and paysafecard", {"cocaine"}),
        ("XTC 10 voor 30, betalen via tikkie, revolut of crypto. @x_seller_21", {"mdma"}),
        ("gift cards accepted, xanax 2mg 50 pcs 60, dm @x_seller_9", {"benzodiazepines"}),
    ],
)
def test_what_is_paid_with_is_not_for_sale(text: str, goods: set[str | None]) -> None:
    assert _goods(text) == goods


def test_gift_cards_at_a_price_are() -> None:
    assert "payment-fraud" in _goods("te koop giftcards, bol 50 voor 25, amazon 100 voor 50, app")
    assert _goods("gift cards 50% off, amazon 100 for 50, dm @x_seller_9") == {"payment-fraud"}
