"""Places: towns, street names, area codes; and the words that only look like them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schakel.reading.folding.plain_text import plain_text
from schakel.reading.places.find import Place, find_places
from schakel.reading.selectors.find import read_selectors


def places(text: str) -> list[Place]:
    return find_places(plain_text(text), read_selectors(text))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("bezorging in groningen en omgeving", ["Groningen"]),
        ("Adam/Rdam/Utrecht", ["Amsterdam", "Rotterdam", "Utrecht"]),
        ("wit te koop adam", ["Amsterdam"]),
        ("A'dam en R'dam", ["Amsterdam", "Rotterdam"]),
        ("Damsko 020", ["Amsterdam"]),
        ("regio 050", ["Groningen"]),
        ("bezorg 010 015 079", ["Rotterdam", "Delft", "Zoetermeer"]),
        ("020 voor 10 gram", ["Amsterdam"]),
        ("10g 050", ["Groningen"]),
        ("dm @plug050", ["Groningen"]),
        ("den bosch", ["'s-Hertogenbosch"]),
        ("Den Haag, Agga, 070", ["The Hague"]),
        ("regio best", ["Best"]),
        ("In Best en omgeving", ["Best"]),
        ("bezorging in Made", ["Made"]),
        ("regio Goes", ["Goes"]),
        ("#groningen #utrecht", ["Groningen", "Utrecht"]),
        ("GRONINGEN", ["Groningen"]),
        ("ophalen in Gouda", ["Gouda"]),
        ("Eindhoven/Best/Son", ["Eindhoven", "Best", "Son"]),
        ("Tilly bezorging", ["Tilburg"]),
        ("regio 0475", ["Roermond"]),
        ("Доставка в Москве и Питере", ["Moscow", "Saint Petersburg"]),
        ("teslimat İstanbul'da", ["Istanbul"]),
        ("Lieferung in Köln und Düsseldorf", ["Köln", "Düsseldorf"]),
        ("livraison sur Paris ou Lille", ["Paris", "Lille"]),
        ("entrega en Madrid y Barcelona", ["Madrid", "Barcelona"]),
        ("Antwerpen / Gent / Brussel", ["Antwerpen", "Gent", "Brussels"]),
        ("Leiden, Delft en Den Haag", ["Leiden", "Delft", "The Hague"]),
        ("bezorgen in leiden", ["Leiden"]),
        ("Hoofddorp-Noord", ["Hoofddorp"]),
        ("Rotterdam-Zuid", ["Rotterdam"]),
        ("omgeving Rotjeknor", ["Rotterdam"]),
        ("meet in mokum", ["Amsterdam"]),
        ("🍁 ᴀᴍsᴛᴇʀᴅᴀᴍ 🍁", ["Amsterdam"]),
        ("𝐔𝐭𝐫𝐞𝐜𝐡𝐭", ["Utrecht"]),
        ("A M S T E R D A M", ["Amsterdam"]),
        ("030 040 013", ["Utrecht", "Eindhoven", "Tilburg"]),
        ("'s-Hertogenbosch", ["'s-Hertogenbosch"]),
        ("Bergen op Zoom en Roosendaal", ["Bergen op Zoom", "Roosendaal"]),
        ("Zaandam/Purmerend/Hoorn", ["Zaandam", "Purmerend", "Hoorn"]),
        ("Lieferung in Essen und Dortmund", ["Essen", "Dortmund"]),
        ("livraison à Nice", ["Nice"]),
        ("Heerenveen, Sneek, Drachten", ["Heerenveen", "Sneek", "Drachten"]),
        ("Haarlem 023", ["Haarlem"]),
        ("het spul is in Almere op te halen", ["Almere"]),
        ("alleen 010!!", ["Rotterdam"]),
        ("010 coke 1g 50", ["Rotterdam"]),
        ("Coke 1g 50, 020/010", ["Amsterdam", "Rotterdam"]),
        ("Agga beste wit", ["The Hague"]),
        ("Lokatie: Eindje", ["Eindhoven"]),
        (
            "we leveren in utrecht, zeist, nieuwegein, houten en bunnik",
            ["Utrecht", "Zeist", "Nieuwegein", "Houten", "Bunnik"],
        ),
        ("📍Weert", ["Weert"]),
        ("📍 oss", ["Oss"]),
    ],
)
def test_is_a_place(text: str, wanted: list[str]) -> None:
    assert [place.name for place in places(text)] == wanted


@pytest.mark.parametrize(
    "text",
    [
        "prijs 050 euro",
        "050 euro",
        "€020",
        "@plug2020",
        "best goed spul",
        "well made product",
        "Made in Holland",
        "heel goes",
        "Gouda kaas te koop",
        "Amsterdam haze 5g 50",
        "bel 020-6123456",
        "0475 regio",
        "doorgestuurd naar utrecht.nl",
        "mail naar x@utrecht.nl",
        "bu adam kim",
        "Adam Smith schreef een boek",
        "dat kan leiden tot problemen",
        "houten vloer",
        "utrechtse kwaliteit",
        "eten in essen",
        "have a nice day",
        "granada te koop",
        "bezorging heel NL",
        "Kom naar het huis van Jan van Gent",
        "einde van de dag eindje lopen",
        "Volgens Hans van Mierlo heeft de partij gelijk.",
        "Roger van Boxtel - minister",
        "Volgens Van Mierlo heeft de partij gelijk",
        "in Oost-Azië en in Midden-Amerika",
        "zorgverleners in de wijk beschermen",
        "phone +1(347)030-2351",
        "Casio watch 035 replica for sale",
        "HAVE A NICE DAY",
        "de kiel vrij",
        "omgeving Twente",
        "heel Brabant",
        "levering in noord-holland, de hele Randstad",
    ],
)
def test_is_no_place(text: str) -> None:
    assert places(text) == []


def test_a_place_carries_number_province_and_municipality() -> None:
    [place] = places("omgeving den bosch!")
    assert place == Place("'s-Hertogenbosch", 2747351, "Noord-Brabant", "'s-Hertogenbosch", 9, 18)


def test_each_place_is_given_once_where_it_is_first_named() -> None:
    text = "Damsko of 020, gewoon Amsterdam"
    assert [(place.name, place.start, place.end) for place in places(text)] == [("Amsterdam", 0, 6)]


def test_a_place_abroad_has_no_province() -> None:
    [place] = places("Lieferung in Köln")
    assert (place.geonames, place.province, place.municipality) == (2886242, None, None)


def test_the_area_code_of_a_username_stands_where_the_username_stands() -> None:
    [place] = places("dm @plug050 nu")
    assert (place.name, place.start, place.end) == ("Groningen", 3, 11)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("top geleverd @weed_ffm", ["Frankfurt am Main"]),
        ("danke @izmirplug", ["İzmir"]),
        ("dm @bursa_torbaci", ["Bursa"]),
        ("in Breda, dm @weed_ffm", ["Breda"]),
        ("dm @weed_ffm of @coke_bcn", []),
        ("dm @nice_guy", []),
        ("dm @jan_visser", []),
    ],
)
def test_a_town_in_the_one_username_of_a_text_that_names_no_other(text: str, found: list[str]) -> None:
    assert [place.name for place in places(text)] == found


def test_an_article_beside_a_town_is_no_town() -> None:
    assert [place.name for place in places("il neige à Grenoble, la poudreuse est là")] == ["Grenoble"]


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "Adam",
                "/",
                " ",
                "regio ",
                "Best",
                "020",
                "0475",
                "€",
                "@plug050",
                "İ",
                "\ud800",
                "\n",
                "en ",
                "Köln",
            ]
        ),
        max_size=25,
    ).map("".join)
    | st.text(max_size=120)
)
def test_any_text_has_an_answer_within_its_bounds(text: str) -> None:
    found = places(text)
    assert found == places(text)
    length = len(plain_text(text).plain)
    assert all(0 <= place.start < place.end <= length for place in found)


@pytest.mark.parametrize("piece", ["Amsterdam/", "Adam ", "best/", "020 ", "@plug050 "])
def test_a_huge_text_takes_time_in_proportion(piece: str) -> None:
    assert len(places(piece * 5_000)) <= 1
