import pytest

from schakel.reading.offers import read_text, search_text


@pytest.mark.parametrize(
    ("text", "commodity"),
    [
        ("te koop uzi 1500 euro", "firearms"),
        ("vendo 1 escopeta 1200€", "firearms"),
        ("satılık silah 15000 tl", "firearms"),
        ("продаю револьвер 150000 руб", "firearms"),
        ("je vends speed 350 euros", "amphetamine"),
        ("biete ott 350 euro", "cannabis"),
        ("verkaufe reisepass 1500 euro", "documents"),
        ("te koop bankrekening 400 euro", "accounts"),
    ],
)
def test_what_nobody_sells_lawfully_under_that_name_is_offered(text: str, commodity: str) -> None:
    reading = read_text(text)
    assert reading.act == "offer"
    assert {item.commodity for item in reading.items} == {commodity}


@pytest.mark.parametrize(
    "text",
    [
        "nail gun for sale £40",
        "vendo pistola de agua 5 euros",
        "te koop: airsoft pistool 80 euro",
        "rijbewijs theorieboek te koop 10 euro",
        "biete reisepass hülle 5 euro",
        "satılık gonca gül fidanı 100 tl",
        "uzi te koop? nee joh",
    ],
)
def test_a_word_tied_to_another_stays_ambiguous(text: str) -> None:
    assert read_text(text).act == "none"
    assert all(hit.term.ambiguous for hit in search_text(text).wares)


def test_only_beside_a_word_of_offer_and_in_few_words() -> None:
    assert all(hit.term.ambiguous for hit in search_text("uzi").wares)
    long = "te koop uzi, " + "en verder nog van alles voor in en om het huis " * 3
    assert any(hit.term.ambiguous and hit.term.written == "uzi" for hit in search_text(long).wares)


def test_the_words_of_a_price_name_no_goods() -> None:
    unknown = read_text("grossiste: knorx 100 pièces 250 euros, 500 pièces 1000 euros, livraison possible")
    assert "counterfeit-money" not in {item.commodity for item in unknown.items}


@pytest.mark.parametrize(
    ("text", "payment"),
    [("xtc 5 pcs: € 45 @x_y", ()), ("weed 10g 80 paiement pcs ou espèces @x_y", ("cash", "voucher"))],
)
def test_pieces_are_no_prepaid_voucher(text: str, payment: tuple[str, ...]) -> None:
    assert read_text(text).payment == payment


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("@snelle_henk houdt woord", "vouch"),
        ("well looked after by @mister_z1", "vouch"),
        ("@snelle_henk sözünde duruyor", "vouch"),
        ("kreeg zeep van @snelle_henk", "warning"),
        ("@mister_z1 steals pics", "warning"),
        ("me mandó jabón @snelle_henk", "warning"),
    ],
)
def test_customers_praise_and_warn_without_the_usual_words(text: str, act: str) -> None:
    assert read_text(text).act == act
