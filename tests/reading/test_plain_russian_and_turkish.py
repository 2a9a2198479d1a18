"""Plain phrases of Russian and Turkish chats, a few of each kind that was once read wrongly, and what looks like them."""

import pytest

from schakel.reading.offers import read_text


@pytest.mark.parametrize(
    ("text", "commodity"),
    [
        # goods, and how or where to they are handed over
        ("доставка гашиша по Киеву, курьер", "cannabis"),
        ("отправлю почтой бошки по всей России", "cannabis"),
        ("самовывоз Одесса, шишки 1 г 300 грн", "cannabis"),
        ("Тбилиси, трава, доставка до 23:00", "cannabis"),
        ("Дубай кокаин доставка до отеля", "cocaine"),
        ("отправляем из Москвы в регионы, кокаин от 10г", "cocaine"),
        ("завтра буду в Сочи с коксом", "cocaine"),
        ("kargo ile tüm türkiyeye lyrica", "prescription-medicines"),
        ("ankara kızılay met elden teslim", "methamphetamine"),
        ("istanbul içi kokain servisi", "cocaine"),
        ("izmir bornova skunk var", "cannabis"),
        # what is made to order
        ("медсправки, больничные листы недорого", "documents"),
        ("права и паспорта под заказ", "documents"),
        ("diploma yapılır, üniversite, e-devlette görünür", "documents"),
    ],
)
def test_goods_and_how_one_gets_them_are_an_offer(text: str, commodity: str) -> None:
    reading = read_text(text)
    assert reading.act == "offer"
    assert {item.commodity for item in reading.items} == {commodity}


@pytest.mark.parametrize(
    "text",
    ["нужна доставка гашиша по Киеву", "ищу гашиш, доставка по Киеву", "kargo ile lyrica gönderen var mı"],
)
def test_who_asks_for_delivery_offers_nothing(text: str) -> None:
    assert read_text(text).act == "request"


@pytest.mark.parametrize(
    "text",
    [
        "доставка пиццы по Москве до 23:00",
        "завтра буду в Сочи с детьми",
        "торты на заказ, недорого",
        "продажа квартир в Москве",
        "döner yapılır paket servis",
        # words for drugs that are sold lawfully under that name
        "грибы недорого",
        "диски недорого",
        "доставка грибов по Москве",
        "доставка документов по Москве",
        "şeker yapılır",
        # things of everyday that slang calls drugs by
        "шишки кедровые, мешок 1500",
        "диски литые 17 4 шт 25000",
        "винт жёсткий диск 1тб 3000",
        "фен дайсон 20 000, торг",
        "kubar mahallesinde kiralık ev",
        "kristal bardak 6 adet 500 tl",
    ],
)
def test_what_only_looks_like_it_is_none(text: str) -> None:
    assert read_text(text).act == "none"


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("referansım var, adam dürüst", "vouch"),
        ("abi sağ olsun yarım saatte getirdi", "vouch"),
        ("лжемагазин, копия нашего канала", "warning"),
        ("оплатил, тишина", "warning"),
        ("ödeme yaptım ses yok", "warning"),
        ("mal çöp, paranıza yazık", "warning"),
        ("дропы в Казахстане, оформляем счёт, 200$", "recruit"),
        ("шоп ищет операторов, вахта ночная", "recruit"),
        ("bahis için iban kiralanır, günlük kazanç", "recruit"),
        ("evde yetiştirme için bahçıvan aranıyor, kira bizden", "recruit"),
        ("şoför aranıyor, src belgeli, maaş 40 bin", "none"),
    ],
)
def test_few_words_of_customers_and_of_who_hires(text: str, act: str) -> None:
    assert read_text(text).act == act


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("кокс 1 г 10000", [(1, "g", 10000, "RUB")]),  # too short to tell its language by its words
        ("б0шки 1г 1400", [(1, "g", 1400, "RUB")]),
        ("гаш 1 - 1500, 2 - 2800", [(1, "g", 1500, "RUB"), (2, "g", 2800, "RUB")]),
        ("бошки амнезия 1500/1, 4000/3", [(1, "g", 1500, "RUB"), (3, "g", 4000, "RUB")]),
        ("кокаин 0.5 прикоп Сочи", [(0.5, "g", None, None)]),
        ("нужно пару грамм травы", [(2, "g", None, None)]),
        ("гашиш от килограмма, опт", [(1, "kg", None, None)]),
        ("меф 1800 от 10г, 1500 от 50г", [(10, "g", 18000, "RUB"), (50, "g", 75000, "RUB")]),
        ("гаш от 100г по 700", [(100, "g", 70000, "RUB")]),
        ("Тбилиси Ваке, шишки 1г 80 лари", [(1, "g", 80, "GEL")]),
        ("Варшава, мефедрон 1г 120 злотых", [(1, "g", 120, "PLN")]),
        ("kok yarımlık 2500 birlik 4500", [(0.5, "g", 2500, "TRY"), (1, "g", 4500, "TRY")]),
        ("met kristal yarım 1300 tam 2400", [(0.5, "g", 1300, "TRY"), (1, "g", 2400, "TRY")]),
        ("ekstazi 50 tane 100'er tl", [(50, "pill", 5000, "TRY")]),
        ("skunk 5 gram üstü gramı 450", [(5, "g", 2250, "TRY")]),
        ("çalıntı iphone 13 10 bin", [(1, "piece", 10000, "TRY")]),
    ],
)
def test_amounts_and_prices_as_dealers_write_them(
    text: str, expected: list[tuple[float, str, float | None, str | None]]
) -> None:
    items = read_text(text).items
    assert [(item.quantity, item.unit, item.price, item.currency) for item in items] == expected
