import pytest

from schakel.reading.offers import read_text, search_text
from schakel.reading.weighing.pictures import settled_by_pictures


def _goods(text: str) -> list[str | None]:
    return [item.commodity for item in read_text(text).items]


@pytest.mark.parametrize(
    ("text", "goods"),
    [
        ("- horse 🟤 35", ["heroin"]),
        ("- horse 🐴 35", ["ketamine"]),
        ("ghb 12 per 50ml, horse 30 per gram, dm", ["ghb", "heroin"]),
        ("▪️snelle ⚡️\n▪️pillen 💊\n▪️trips 🌈\n▪️ghb 💧", ["amphetamine", "mdma", "lsd", "ghb"]),
        ("🔸5x snoepjes 💊 = €20\n🔸1gram flake coke ❄️ = €55\napp @kees_pl", ["mdma", "cocaine"]),
        ("pollem 🌿, NL rijbewijs (registered) 🪪, shells 🧨", ["cannabis", "documents", "fireworks"]),
        ("🟤 h 🟤 35 per gram", ["heroin"]),
    ],
)
def test_a_picture_beside_a_word_settles_it(text: str, goods: list[str]) -> None:
    assert _goods(text) == goods


def test_a_picture_behind_other_goods_settles_nothing() -> None:
    assert _goods("horse 35, keta 🐴 40 per gram")[:1] == ["heroin"]


@pytest.mark.parametrize(
    "text", ["mijn pillen 💊 liggen nog op de wastafel", "wat een mooie regenboog 🌈 op onze trips"]
)
def test_ordinary_talk_with_a_picture_is_no_offer(text: str) -> None:
    assert read_text(text).act != "offer"


@pytest.mark.parametrize(
    ("text", "settled"), [("💊 snoepjes", 1), ("💊 en snoepjes", 0), ("💊: snoepjes", 0)]
)
def test_a_word_between_takes_the_picture_away(text: str, settled: int) -> None:
    found = search_text(text)
    assert len(settled_by_pictures(found.text.plain, found.wares)) == settled
