"""Customers who had doubted, who stand up for a seller, or who tell of excuses and bought praise."""

import pytest

from schakel.reading.offers import read_text


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("voor wie twijfelt aan @snelle_sjaak: alle strips verzegeld", "vouch"),
        ("ik sta garant voor @snelle_sjaak, wie twijfelt belt mij", "vouch"),
        ("je me porte garant pour @petit_marc", "vouch"),
        ("ausrede nummer drei von @schneekalle, er löscht kommentare", "warning"),
        ("@markt_sud borra comentarios y las reseñas compradas cantan", "warning"),
    ],
)
def test_doubters_praise_and_warn(text: str, act: str) -> None:
    assert read_text(text).act == act


@pytest.mark.parametrize(
    ("text", "commodity"),
    [
        ("te koop velo potjes 5 euro per stuk", "tobacco-vapes"),
        ("valleys 10mg, blister £15, dm", "benzodiazepines"),
        ("guthaben zalando 200er für 70, pn", "payment-fraud"),
        ("k@nnabis 10g 90 dm", "cannabis"),
    ],
)
def test_names_that_the_lists_lacked(text: str, commodity: str) -> None:
    assert {item.commodity for item in read_text(text).items} == {commodity}
