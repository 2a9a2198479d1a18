import pytest

from schakel.reading.offers import read_text


@pytest.mark.parametrize(
    ("text", "goods"),
    [
        ("vaper de thc 1 ml 25, 5 por 100", "cannabis"),
        ("lista de abuelos con teléfonos, 3000 números 90 euros", "personal-data"),
        ("Klone mit PIN, Limit 3k, 250 das Stück", "payment-fraud"),
        ("Guthaben Amazon 200 für 70, Codes ziehen sofort", "payment-fraud"),
        ("9mm met geluiddemper, schoon, 3k", "firearms"),
        ("Velo potjes 5 euro per stuk, rol van 10 = 35", "tobacco-vapes"),
    ],
)
def test_families_of_trade_words_name_their_goods(text: str, goods: str) -> None:
    assert {item.commodity for item in read_text(text).items} == {goods}
