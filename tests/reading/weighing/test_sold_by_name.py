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
