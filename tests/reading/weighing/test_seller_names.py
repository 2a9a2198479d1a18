import pytest

from schakel.reading.offers import read_text, search_text
from schakel.reading.weighing.seller_names import without_own_name


def _goods(text: str) -> list[str | None]:
    return [item.commodity for item in read_text(text).items]


@pytest.mark.parametrize(
    "name",
    ["De Witte Service", "De Witte 020 - discreet & vlot", "Snow Express", "DE WITTE SERVICE IS ONLINE"],
)
def test_the_name_at_the_head_is_no_goods(name: str) -> None:
    assert _goods(f"{name}\nketa 25 per gram") == ["ketamine"]


@pytest.mark.parametrize(
    ("head", "goods"),
    [
        ("Amnesia Haze", "cannabis"),
        ("Witte Service 60 per gram", "cocaine"),  # with a price it is for sale
        ("de witte service", "cocaine"),  # no name is written so
    ],
)
def test_other_heads_stay_goods(head: str, goods: str) -> None:
    assert goods in _goods(f"{head}\nketa 25 per gram")


def test_a_name_alone_heads_nothing() -> None:
    assert _goods("Snow Express\n50 per gram, bezorging Delft, app @kees_pl") == ["cocaine"]


def test_where_only_the_name_holds_goods_they_stay() -> None:
    found = search_text("De Witte Service\nbel maar")
    assert found.wares
    assert without_own_name(found.text, found.wares) == found.wares
