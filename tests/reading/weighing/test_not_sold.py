import pytest

from schakel.reading.offers import read_text


def _goods(text: str) -> set[str | None]:
    return {item.commodity for item in read_text(text).items}


@pytest.mark.parametrize(
    ("text", "goods"),
    [
        ("3-MMC grof kristal. 5 gram 60, 10 gram 110. app me", {"designer-drugs"}),
        ("ketta naald of steentjes 🪨 10g 90 25g 200", {"ketamine"}),
        ("Hay heroína base, micra 8, medio 25, g 45", {"heroin"}),
        ("Pepp 10er 60, 50er 200, 100er 320, nass", {"amphetamine"}),
        ("Ploertendoder uitschuif 20, alarmpistool? nee die niet. Katapult pro 30", {"other-weapons"}),
        ("primero pago luego envío, hash 100g 250", {"cannabis"}),
    ],
)
def test_shapes_notes_and_what_is_lacking_are_no_goods(text: str, goods: set[str | None]) -> None:
    assert _goods(text) == goods


@pytest.mark.parametrize(
    ("text", "goods"),
    [
        ("pistool zonder papieren 500", {"firearms"}),
        ("av tüfeği satılık belgesiz 12000", {"firearms"}),
        ("куплю травмат без документов", {"firearms"}),
        ("fiets zonder papieren 100", {"stolen-goods"}),
    ],
)
def test_papers_that_lack_beside_a_weapon_are_no_stolen_goods(text: str, goods: set[str]) -> None:
    assert _goods(text) == goods


def test_paying_first_names_no_hash() -> None:
    hits = read_text("primero pago luego envío, keta 20 el g, @x_seller_3").items
    assert {item.commodity for item in hits} == {"ketamine"}


def test_a_list_of_shapes_and_drugs_names_each() -> None:
    assert _goods("keta 20, kristal meth 50, speed 10, app me") >= {"ketamine", "methamphetamine"}


def test_brown_and_white_is_both() -> None:
    assert _goods("brown and white 2 for 15 4 for 30, on till midnight") == {"heroin", "crack"}
    both = read_text("white and brown 3 for 25, Hackney, 07700900123").items
    assert [(item.commodity, item.quantity, item.price) for item in both] == [
        ("crack", 3, 25),
        ("heroin", 3, 25),
    ]


def test_a_strength_counts_beside_another_word_for_it_only() -> None:
    assert _goods("Tabs 150ug, 10 each, dm me") == {"lsd"}
    assert "lsd" not in _goods("100 ug vitamine B12 per tablet, pot van 60 voor 12 euro")


@pytest.mark.parametrize(
    ("text", "goods"),
    [
        ("Coke\n1g 💶50\n3g 💶140", {"cocaine"}),
        ("Coke 1g 50\n💶 Alleen cash 💶", {"cocaine"}),
        ("Coke 1g 50\n💶 50 euro", {"cocaine"}),
        ("Coke 10er 60 💶", {"cocaine"}),
        ("Glock 17 💷1500", {"firearms"}),
        ("Te koop fiets 💶50", set()),
        ("nepgeld 💶 50 stuks 200", {"counterfeit-money"}),
        ("💶 50er 10 stuks 150\n💶 20er 10 stuks 60", {"counterfeit-money"}),
    ],
)
def test_pictures_of_notes_say_money(text: str, goods: set[str]) -> None:
    assert {item.commodity for item in read_text(text).items} == goods
