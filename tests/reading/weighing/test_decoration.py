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
