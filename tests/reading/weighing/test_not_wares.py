"""Words that lead to a contact and the points of a list are no goods; the same words and shapes by themselves are."""

import pytest

from schakel.reading.offers import read_texts


def goods(text: str) -> set[str]:
    reading = read_texts([text])[0]
    return {item.commodity for item in reading.items if item.commodity}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("bruin vandaag geleverd Roermond, 1g 20 euro\nvoor orders threema id: X6SHA3YS", {"heroin"}),
        ("polo coke vanaf 330 euro, sig warmemolk.89", {"cocaine"}),
        ("speed 10g 40 euro, ophalen Breda\ntg snapchat mistermole742", {"amphetamine"}),
        ("Te koop: id kaart nl, 400 euro, @papierwinkel_3", {"documents"}),
        ("snapchat accounts te koop 10 euro per stuk, @accs_nl_3", {"accounts"}),
    ],
)
def test_what_leads_to_a_contact_is_no_ware(text: str, wanted: set[str]) -> None:
    assert goods(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("🚀 speed\n🟢 1 g = 10\n🟢 5 g = 40\n🟢 10 g = 75\norder @turbohaven_3", {"amphetamine"}),
        ("🔫 ak47\n🟢 1 stuks = 2150 euro\n🟢 2 stuks = 4000 euro\n@misterpandax", {"firearms"}),
        (
            "menu\n🟤 2g 20 euro\n🟤 5g 45 euro\nbezorgen Gent, @plug_nl_9",
            {"heroin"},
        ),  # nothing else is named
    ],
)
def test_points_of_a_list_are_no_wares_where_words_name_others(text: str, wanted: set[str]) -> None:
    assert goods(text) == wanted


def test_a_shape_whose_goods_a_word_names_too_heads_its_line() -> None:
    items = read_texts(["wiet en speed\n🟢 5g 40 euro\n🟢 10g 75 euro\n@plug_nl_9"])[0].items
    amounts = {(item.commodity, item.quantity) for item in items if item.quantity}
    assert amounts == {("cannabis", 5.0), ("cannabis", 10.0)}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("kamagra md @movosnl", {"prescription-medicines"}),
        ("oferta gbl 100ml 60€ pago en mano md", {"ghb"}),
        ("dispo: taz, kéta, md\nlivraison", {"mdma", "ketamine"}),
        ("kéta 20 le gramme, md 40 le gramme, mp", {"ketamine", "mdma"}),
        ("vendo md @tienda_sur 40 el gramo", {"mdma"}),  # nothing else is named
    ],
)
def test_md_that_asks_to_write_is_no_ware(text: str, wanted: set[str]) -> None:
    assert goods(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Vapes 12k\n- Watermelon ice\n- Blueberry\n- Mango\n€10 p/s 3 voor €25", {"tobacco-vapes"}),
        ("vapes 9k 10 euro: mango ice, blueberry, kiwi", {"tobacco-vapes"}),
        ("Vapes €10\nIce 1g 100\nCola 1g 50", {"methamphetamine", "cocaine"}),  # at a price of their own
    ],
)
def test_what_vapes_taste_of_is_no_ware(text: str, wanted: set[str]) -> None:
    assert goods(text) - {"tobacco-vapes"} == wanted - {"tobacco-vapes"}


@pytest.mark.parametrize("text", ["vapes, coke, snow, weed beschikbaar", "vape pens en coke, weed"])
def test_drugs_beside_vapes_are_no_flavours(text: str) -> None:
    assert {"cocaine", "cannabis"} <= goods(text)
