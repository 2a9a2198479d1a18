import pytest

from schakel.reading.offers import search_text, wording_of
from schakel.reading.weighing.goods import goods_in, goods_in_each
from schakel.reading.weighing.goods_signs import goods_signs, setting_of
from schakel.reading.weighing.trees import Trees, load_goods_trees
from schakel.reading.weighing.wording import wording_odds


def kept(text: str) -> set[str]:
    found = search_text(text)
    return {hit.term.concept for hit in goods_in(found, wording_odds([wording_of(found)])[0].tolist())}


@pytest.mark.parametrize(
    ("text", "commodity"),
    [
        ("wit 10 gram 450, bezorgen mogelijk, app me", "cocaine"),
        ("❄️ 50\n🐴 40\n💊 5\nalleen serieuze klanten, dm", "cocaine"),
        ("❄️ 50\n🐴 40\n💊 5\nalleen serieuze klanten, dm", "ketamine"),
        ("cocaïne", "cocaine"),
    ],
)
def test_company_makes_goods(text: str, commodity: str) -> None:
    assert commodity in kept(text)


@pytest.mark.parametrize(
    "text", ["wit", "witte muur, 2 liter verf", "de sneeuw blijft liggen in Groningen", "horse", "grass"]
)
def test_without_company_there_are_no_goods(text: str) -> None:
    assert kept(text) == set()


def test_card_data_is_not_sold_by_the_gram() -> None:
    assert "payment-fraud" not in kept("dispo\ncc 0.5g 25€\nshit 10g 40€\nlivraison, mp")
    assert "payment-fraud" in kept("cc live 25€, 3 pcs 60€, mp")


def test_one_word_has_one_meaning() -> None:
    found = search_text("🐴 1g 25 3g 60, ❄️ 1g 50, bezorgen in Utrecht, dm me")
    goods = goods_in(found, wording_odds([wording_of(found)])[0].tolist())
    places = [(hit.start, hit.end) for hit in goods]
    assert len(places) == len(set(places))


def test_a_word_counts_where_the_odds_of_its_signs_are_about_even_or_better() -> None:
    found = search_text("wit 50 dan, dm me")
    wording = wording_odds([wording_of(found)])[0].tolist()
    hit = next(hit for hit in found.wares if hit.term.ambiguous)
    signs = dict(goods_signs(hit, setting_of(found, wording)))
    assert {"number after", "number on line"} <= signs.keys()
    assert load_goods_trees().odds(signs) > 0
    assert goods_in(found, wording, Trees(-0.25, [])) == []
    assert hit in goods_in(found, wording, Trees(-0.15, []))
    assert hit in goods_in(found, wording, Trees(0.1, []))


def test_many_texts_at_once_have_the_goods_that_each_has_alone() -> None:
    written = ["wit 10 gram 450, dm me", "witte muur", "cocaïne", "", "❄️ 50\n🐴 40\n❄️ bezorgen"] * 9
    texts = [search_text(text) for text in written]
    weighed = [(found, wording_odds([wording_of(found)])[0].tolist()) for found in texts]
    alone = [goods_in(*one) for one in weighed]
    assert goods_in_each(weighed) == alone
    assert any(alone)
    assert not all(alone)


@pytest.mark.parametrize(
    ("word", "commodity"),
    [
        ("обоймы", "weapon-parts"),
        ("wechselmagazin", "weapon-parts"),
        ("cargador", "weapon-parts"),
        ("маслята", "ammunition"),
        ("tiros", "ammunition"),
    ],
)
def test_a_clip_or_rounds_count_sooner_beside_a_gun(word: str, commodity: str) -> None:
    def told(text: str, odds: float) -> set[str]:
        found = search_text(text)
        wording = wording_odds([wording_of(found)])[0].tolist()
        return {hit.term.concept for hit in goods_in(found, wording, Trees(odds, []))}

    assert commodity in told(f"Glock 19 gen4 1500, {word} 60", -0.4)
    assert commodity not in told(f"Glock 19 gen4 1500, {word} 60", -0.6)
    assert commodity not in told(f"cocaïne 50, {word} 60", -0.4)


@pytest.mark.parametrize(
    ("text", "goods"),
    [
        ("Te koop: 10g coke 80 euro", ["cocaine"]),
        ("Vends 10g de résine 80€", ["cannabis"]),
        ("Nieuwe batch snelle 🔥 500gram voor €820", ["amphetamine"]),
        ("Nieuwe batch trips, 2st voor 17 euro", ["lsd"]),
        ("Nieuw binnen: planten pot 3 st voor 10 euro", []),
        ("Te koop: krat coke 12 euro", []),
        ("Te koop: 10g appeltjes 8 euro", []),  # only drugs are sold by a few grams
        ("Te koop: 10g bloem 80 euro, resine tafel 300", []),
    ],
)
def test_a_few_grams_of_it_are_no_drink(text: str, goods: list[str]) -> None:
    found = search_text(text)
    said = goods_in(found, wording_odds([wording_of(found)])[0].tolist())
    assert sorted({hit.term.concept for hit in said}) == goods


@pytest.mark.parametrize(
    ("beside", "word", "commodity"),
    [
        ("glock 19 1 stuk 1400€", "kruisboog", "other-weapons"),
        ("netflix account 2 stuks 15€", "geboorteakte", "documents"),
    ],
)
def test_everyday_goods_need_no_mark_in_a_price_list_of_unlawful_ones(
    beside: str, word: str, commodity: str
) -> None:
    line = f"{word} 2 stuks 150€"
    assert commodity in kept(f"Vandaag beschikbaar in Rotterdam\n- {beside}\n- {line}\nApp voor info")
    assert commodity not in kept(
        f"Vandaag beschikbaar in Rotterdam\n- stoel 2 stuks 15€\n- {line}\nApp voor info"
    )
