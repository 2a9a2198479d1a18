"""Lawful things that are named after drugs or weapons are no goods of the trade; the goods beside them are."""

from time import process_time

import pytest

from schakel.reading.offers import read_text


@pytest.mark.parametrize(
    "text",
    [
        # tests for drugs
        "XTC-test te koop 5 euro per stuk",
        "Drogentest Kokain 5 Stück 12 Euro",
        "Test de dépistage cannabis 5€",
        "Test cocaïne 5€ pièce",
        "Drug test kit cocaine £5 each",
        "MDMA test kits £15 each",
        "Test de drogas cocaína 5€",
        "Тест на кокаин 300 руб",
        "Kokain testi 50 TL",
        # tools for use
        "Grinder voor wiet en hasj 10 euro",
        "Bong voor wiet 25 euro te koop",
        "Weed grinder £5",
        "Feinwaage für Koks 15 Euro",
        "Balance pour weed 10€",
        "Pipa para marihuana 8€",
        # tools and toys called guns
        "Pistolet à colle 10€",
        "Pistolet de massage 30€",
        "Pistola de clavos 60€",
        "Водяной пистолет 300 руб",
        "Silikon tabancası 150 TL",
        "Heißklebepistole 10 Euro",
        "Lijmpistool 10 euro",
        # what protects from fireworks
        "Vuurwerkbril 5 euro per stuk",
        "Gafas para fuegos artificiales 5€",
        # films, books, clothes
        "DVD Cocaine Cowboys 5 euro",
        "T-shirt cannabis 10€",
        "Poster Cannabis 4 euro",
        "Книга Кокаин 300 руб",
        "Kokain kitabı 50 TL",
        # bread and cola
        "Bruine bolletjes 6 voor 2 euro bakker Utrecht",
        "Coca cola 24 blikjes 12 euro",
    ],
)
def test_a_lawful_thing_is_no_offer(text: str) -> None:
    assert read_text(text).act == "none"


@pytest.mark.parametrize(
    ("text", "goods"),
    [
        ("coke getest 90% puur 50 per gram", "cocaine"),
        ("Boek cocaine via dm, 50 euro", "cocaine"),
        ("Bruine bolletjes 10 euro, afspreken bij de bakker Rotterdam dm", "heroin"),
        ("Coke test 92%, 1g 50", "cocaine"),
        ("MDMA tested with marquis reagent, 1g 30", "mdma"),
        ("XTC getest met testkit, 10 stuks 35", "mdma"),
        ("Pharma test e 250, deca 10ml 40 euro", "steroids"),
        ("gratis grinder bij 10g wiet 80 euro", "cannabis"),
        ("wiet + vloei 3g 25", "cannabis"),
        ("Bong + wiet 25 euro", "cannabis"),
        ("Grinder cadeau, haze 5g 45", "cannabis"),
        ("a bowl of weed £10", "cannabis"),
        ("Glock 17 en lijmpistool 1500", "firearms"),
        ("pistolet 9mm 1500€", "firearms"),
        ("Bruine bolletjes 10 euro, bezorging Rotterdam dm", "heroin"),
        ("Coca cola 1g 50, bezorging", "cocaine"),
    ],
)
def test_the_goods_themselves_stay_an_offer(text: str, goods: str) -> None:
    reading = read_text(text)
    assert reading.act == "offer"
    assert goods in {item.commodity for item in reading.items}


def test_who_delivers_and_who_wears_a_shirt_names_no_title() -> None:
    assert {item.commodity for item in read_text("Tramadol 200 LP x30").items} == {"opioids"}
    assert {
        item.commodity for item in read_text("qui livre de la coke sur Annecy ? j'en prends 2g").items
    } == {"cocaine"}


@pytest.mark.parametrize("text", ["grinder voor wiet en " * 400, "te koop grinder voor wiet " + "1," * 8000])
def test_a_long_line_takes_no_longer_for_it(text: str) -> None:
    read_text("grinder voor wiet 10 euro")  # loads the lists
    begun = process_time()
    read_text(text)
    assert process_time() - begun < 2
