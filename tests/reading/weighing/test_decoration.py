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
