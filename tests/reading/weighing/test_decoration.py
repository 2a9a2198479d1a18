import pytest

from schakel.reading.offers import read_text


def _goods(text: str) -> set[str | None]:
    return {item.commodity for item in read_text(text).items}


def test_pictures_around_a_heading_are_no_goods() -> None:
    assert _goods("💊 APOTHEEK OPEN 💊\nOxycodon 80mg 8 p.s.\nDiazepam 10mg strip 12\nPostNL, dm") == {
        "opioids",
        "benzodiazepines",
    }


def test_a_picture_before_a_price_is() -> None:
    assert "mdma" in _goods("MENU\n💊 5\n❄️ 50\n🐴 25\nbezorgen, app me")


def test_pictures_around_a_heading_name_the_goods_where_nothing_else_does() -> None:
    assert _goods("🌿 İZMİR BAHÇE 🌿\n1g = 450\n3g = 1200\n5g = 1900\n10g = 3600") == {"cannabis"}


def test_a_picture_around_a_heading_further_down_names_what_is_below_it() -> None:
    text = "MENU\n❄️ zuiver ❄️\n1 = 50\n2 = 90\n🐴 naaldjes 🐴\n1 = 25\nbezorgen, app me"
    assert "cocaine" in _goods(text)
    beside = "MENU\n❄️ zuiver ❄️\n1 = 50, samen met wiet 55\n🐴 naaldjes 🐴\n1 = 25\nbezorgen, app me"
    assert _goods(beside) == {"cocaine", "cannabis", "ketamine"}


def test_praise_of_the_pieces_below_other_goods_is_no_crack() -> None:
    assert _goods(
        "Bezorgservice Groningen\n~ xtc pillen\n5 pillen 15\n10 pillen 30\nvan de grote steen\napp me"
    ) == {"mdma"}
    assert _goods("coke 50 per gram\nmooie grote rocks\ndm") == {"cocaine"}


def test_pieces_at_a_price_or_alone_are_crack() -> None:
    assert _goods("cocaine 60 a gram\nrocks 10 each\ndm me") == {"cocaine", "crack"}
    assert _goods("rocks available, 10 each, dm me") == {"crack"}


@pytest.mark.parametrize(
    ("text", "goods"),
    [
        ("vers binnen 📦🍭\n➡️ ghb 50 ml = 25e\ngeen vooruit betaling, dm", {"ghb"}),
        ("wit: 2 gram 125 / 3 gram 180\nbestellen via 0617590149 👑💥", {"cocaine"}),
        ("gangbare kwaliteit 🎭🍀\n• 2mmc 15 eu per g\ndm", {"designer-drugs"}),
        ("menu 🐍🐉\n➡️ 🐴 ketamine 25 eu per gram\ndm", {"ketamine"}),
    ],
)
def test_a_picture_without_an_amount_beside_other_goods_is_none(text: str, goods: set[str]) -> None:
    assert _goods(text) == goods


@pytest.mark.parametrize(
    ("text", "picture"),
    [
        ("menu\nghb 50 ml 12\n🐴 1g 25\ndm me", "ketamine"),  # an amount behind it
        ("menu\nghb 50 ml 12\n🐴\n1g 25\n2g 45\ndm me", "ketamine"),  # or below it
        (
            "menu\nghb 50 ml 12\n❄️ sunif 25 euro per 0.5 gram\ndm me",
            "cocaine",
        ),  # before a word that no list knows
        ("te koop\n🐴❄️🌿🍄\nook ghb, dm me", "psilocybin"),  # a menu of pictures
    ],
)
def test_a_picture_that_is_counted_or_stands_in_a_menu_is_goods(text: str, picture: str) -> None:
    assert picture in _goods(text)
