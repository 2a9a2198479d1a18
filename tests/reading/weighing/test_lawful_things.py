"""Lawful things that are named after drugs or weapons are no goods of the trade; the goods beside them are."""

from time import process_time

import pytest

from schakel.reading.folding.plain_text import plain_text
from schakel.reading.offers import read_text
from schakel.reading.terms.term_search import TermHit, find_terms
from schakel.reading.weighing.lawful_things import lawful_wares, names_only_lawful


def _kinds(plain: str) -> dict[str, list[TermHit]]:
    kinds: dict[str, list[TermHit]] = {}
    for hit in find_terms(plain_text(plain)):
        kinds.setdefault(hit.term.kind, []).append(hit)
    return kinds


def _lawful(text: str) -> set[str]:
    """The words for goods in a text that only belong to the name of a lawful thing."""
    plain = plain_text(text).plain
    return {plain[hit.start : hit.end] for hit in lawful_wares(plain, _kinds(text))}


@pytest.mark.parametrize(
    "text",
    [
        # tests for drugs
        "XTC-test te koop 5 euro per stuk",
        "Drogentest Kokain 5 Stück 12 Euro",
        "Test de dépistage cannabis 5€",
        "Test cocaïne 5€ pièce",
        "Drug test kit cocaine £5 each",
        "MDMA test kits £15 each",
        "Test de drogas cocaína 5€",
        "Тест на кокаин 300 руб",
        "Kokain testi 50 TL",
        # tools for use
        "Grinder voor wiet en hasj 10 euro",
        "Bong voor wiet 25 euro te koop",
        "Weed grinder £5",
        "Feinwaage für Koks 15 Euro",
        "Balance pour weed 10€",
        "Pipa para marihuana 8€",
        # tools and toys called guns
        "Pistolet à colle 10€",
        "Pistolet de massage 30€",
        "Pistola de clavos 60€",
        "Водяной пистолет 300 руб",
        "Silikon tabancası 150 TL",
        "Heißklebepistole 10 Euro",
        "Lijmpistool 10 euro",
        # what protects from fireworks
        "Vuurwerkbril 5 euro per stuk",
        "Gafas para fuegos artificiales 5€",
        # films, books, clothes
        "DVD Cocaine Cowboys 5 euro",
        "T-shirt cannabis 10€",
        "Poster Cannabis 4 euro",
        "Книга Кокаин 300 руб",
        "Kokain kitabı 50 TL",
        # bread and cola
        "Bruine bolletjes 6 voor 2 euro bakker Utrecht",
        "Coca cola 24 blikjes 12 euro",
    ],
)
def test_a_lawful_thing_is_no_offer(text: str) -> None:
    assert read_text(text).act == "none"


@pytest.mark.parametrize(
    ("text", "goods"),
    [
        ("coke getest 90% puur 50 per gram", "cocaine"),
        ("Boek cocaine via dm, 50 euro", "cocaine"),
        ("Bruine bolletjes 10 euro, afspreken bij de bakker Rotterdam dm", "heroin"),
        ("Coke test 92%, 1g 50", "cocaine"),
        ("MDMA tested with marquis reagent, 1g 30", "mdma"),
        ("XTC getest met testkit, 10 stuks 35", "mdma"),
        ("Pharma test e 250, deca 10ml 40 euro", "steroids"),
        ("gratis grinder bij 10g wiet 80 euro", "cannabis"),
        ("wiet + vloei 3g 25", "cannabis"),
        ("Bong + wiet 25 euro", "cannabis"),
        ("Grinder cadeau, haze 5g 45", "cannabis"),
        ("a bowl of weed £10", "cannabis"),
        ("Glock 17 en lijmpistool 1500", "firearms"),
        ("pistolet 9mm 1500€", "firearms"),
        ("Bruine bolletjes 10 euro, bezorging Rotterdam dm", "heroin"),
        ("Coca cola 1g 50, bezorging", "cocaine"),
        ("mdma reagent tested 10 euro", "mdma"),
        ("mdma reagens getest 10 euro", "mdma"),
    ],
)
def test_the_goods_themselves_stay_an_offer(text: str, goods: str) -> None:
    reading = read_text(text)
    assert reading.act == "offer"
    assert goods in {item.commodity for item in reading.items}


@pytest.mark.parametrize(
    ("text", "goods"),
    [
        ("Drogentest für Kokain 5 Euro", {"kokain"}),
        ("weegschaal voor je wiet 10 euro", {"wiet"}),
        ("esrar için öğütücü 100 tl", {"esrar"}),
        ("grinder voor wiet, hasj 10 euro", {"wiet", "hasj"}),
        ("mdma marquis reagent 10 euro", {"mdma"}),
        ("cannabis poster 10 euro", {"cannabis"}),
        ("Te koop\ntest xtc 5 euro", {"test", "xtc"}),
        ("grinder voor wiet\n10 gram coke 50", {"wiet"}),
        ("dvd the great cocaine 5 euro", {"cocaine"}),
        ('poster met "cannabis" 5 euro', {"cannabis"}),
        ("cannabis leaf poster 5 euro", {"cannabis"}),
        ('"cannabis" poster 5 euro', {"cannabis"}),
    ],
)
def test_a_word_ties_the_thing_to_the_drug(text: str, goods: set[str]) -> None:
    assert _lawful(text) == goods


@pytest.mark.parametrize(
    "text",
    [
        "getest met testkit: xtc 10 euro",
        "getest met een testkit: xtc 10 euro",
        "mdma reagent tested 10 euro",
        "xtc testkit getest 10 euro",
        "mdma marquis test passed 10 euro",
        "xtc testkit 10 pillen 30 euro",
        "xtc testkit puur 30 euro",
        "tramadol film 10 euro",  # one to melt on the tongue
        "Bruine bolletjes 5 gram 10 euro bakker Utrecht",
    ],
)
def test_what_was_tested_counted_or_is_pure_is_sold_itself(text: str) -> None:
    assert _lawful(text) == set()


@pytest.mark.parametrize(
    "text",
    [
        "pepper spray gun 30 euro",  # no spray gun
        "weegschaal voor vuurwerk 10 euro",  # no drug
        "test wit 5 euro",  # white of any kind
        "t-shirt wit 10 euro",
        "test deca 10 euro",  # testosterone
        "test sustanon 10 euro",
        "Wel test xtc 5 euro",  # no heading
        "Bruine bolletjes en coke 10 euro bakker Utrecht",  # no baker has coke
    ],
)
def test_a_thing_beside_other_goods_takes_nothing_from_them(text: str) -> None:
    assert _lawful(text) == set()


@pytest.mark.parametrize(
    ("text", "only"),
    [
        ("lijmpistool 10 euro", True),
        ("drogentest 5 euro", True),
        ("grinder voor wiet 5 euro", True),
        ("lijmpistool 10 euro en glock 17 900", False),
        ("grinder 5 euro", False),  # it may be for coffee
    ],
)
def test_whether_only_lawful_things_are_named(text: str, only: bool) -> None:
    kinds = _kinds(text)
    assert names_only_lawful(kinds, lawful_wares(plain_text(text).plain, kinds)) is only


def test_who_delivers_and_who_wears_a_shirt_names_no_title() -> None:
    assert {item.commodity for item in read_text("Tramadol 200 LP x30").items} == {"opioids"}
    assert {
        item.commodity for item in read_text("qui livre de la coke sur Annecy ? j'en prends 2g").items
    } == {"cocaine"}


@pytest.mark.parametrize("text", ["grinder voor wiet en " * 400, "te koop grinder voor wiet " + "1," * 8000])
def test_a_long_line_takes_no_longer_for_it(text: str) -> None:
    read_text("grinder voor wiet 10 euro")  # loads the lists
    begun = process_time()
    read_text(text)
    assert process_time() - begun < 2


@pytest.mark.parametrize(
    "text",
    [
        "suche Tickets für Samstag, zahle 80",
        "Suche 2 Karten für Bayern",
        "Je cherche un livreur de fleurs pour mon mariage",
        "un paquet de bonbons 2€",
        "Tüte Bonbons 1€",
        "bolsa de gominolas 2€",
        "Montar a caballo 50€ la hora",
        "balade à cheval 30€",
        "setas del bosque 10€ el kilo",
    ],
)
def test_sweets_horses_mushrooms_and_seats_are_no_goods(text: str) -> None:
    assert not [item for item in read_text(text).items if item.commodity]


@pytest.mark.parametrize(
    "text",
    ["bonbons dispo, taz de qualité", "caballo 50 el gramo", "setas secas 10g 60", "suche Karten mit Pin"],
)
def test_the_same_words_of_the_trade_still_are(text: str) -> None:
    assert [item for item in read_text(text).items if item.commodity]


@pytest.mark.parametrize(
    "text",
    [
        "cristal templado de ventana 10€",
        "copas de cristal 20€",
        "pollo de corral 6 euros el kilo",
        "polen de abeja 10€ el kilo",
        "plomos de pesca 100g 2€",
        "Paneles solares 200€ unidad",
        "certificado energetico 60€",
        "caballo español 8 años, 3000€",
        "hierba artificial 8€ m2",
        "vitre cristal 40€",
        "filtre a huile 10€",
        "mortier et ciment 5€ le sac",
        "plomb de peche 2€",
        "résine epoxy 20€ le kilo",
        "cartouche d'encre hp 25€",
    ],
)
def test_glass_food_and_building_are_no_goods(text: str) -> None:
    reading = read_text(text)
    assert reading.act == "none"
    assert not [item for item in reading.items if item.commodity]


@pytest.mark.parametrize(
    "text",
    [
        "cristal 60€ el gramo",
        "pollo 60, medio pollo 35",
        "huevos de 10 a 40€",
        "polen 100g 220€",
        "polen de flores 10g 40€",
        "caballo 30 el gramo",
        "panel bbva 300",
        "resine 10g 40€",
        "filtré x3 50€",
        "mortiers dispo 10€ pièce",
        "cartouche marlboro 55€",
    ],
)
def test_the_same_words_beside_grams_and_doses_are_offered(text: str) -> None:
    assert read_text(text).act == "offer"


@pytest.mark.parametrize(
    "text",
    [
        "Weißes Hemd größe L 15€",
        "weiße Fliesen 20 m2 100€",
        "Puzzle 1000 teile 8€",
        "50 Blatt Pappe und Papier 3€",
        "eier 10 stück 3€",
        "protein riegel 12 stk 15€",
        "Blutdruck tabletten 20 stk zuzahlung 5€",
        "Platte von Pink Floyd 20€",
        "flex makita 50€",
        "emma kommt um 8",
        "AK oder M4 in cs2?",
        "eis 2 kugeln 3€",
        "Batterien AA 20 stück 8€",
        "Trip nach Prag 99€",
        "Platten aus Beton 5€ stk",
        "schnelles internet für 30€",
        "nadeln und garn 3€",
        "brauner reis 2€ das kilo",
        "brauner zucker 2€",
        "emma kommt auch mit",
        "tina kommt mit dem bus",
        "schnee auf den straßen",
        "Jacke und weißes Hemd 20€",
    ],
)
def test_a_word_of_german_slang_is_no_goods_beside_a_thing_of_the_house(text: str) -> None:
    reading = read_text(text)
    assert reading.act == "none"
    assert not [item for item in reading.items if item.commodity]


@pytest.mark.parametrize(
    ("text", "goods"),
    [
        ("Weißes 70 das g treff am flohmarkt", "cocaine"),
        ("teile 10 stk 50€ neben dem puzzle laden", "mdma"),
        ("haze 10g 90, dazu puzzle", "cannabis"),
        ("riegel xanax 10 stk 30", "benzodiazepines"),
        ("emma ist da, 25 das g", "mdma"),
        ("Platten 100g 250", "cannabis"),
        ("pappen 10 stk 70€", "lsd"),
        ("Falsche Blüten 50er 10 stk 80", "counterfeit-money"),
        ("brauner zucker 40 das g", "heroin"),
        ("stoff in schwarz verpackt, 10g 90", "cannabis"),
        ("schnee bis zur tür, 70 das g", "cocaine"),
        ("charlie kommt mit fahrer 70 das g", "cocaine"),
        ("tina kommt um 9, 60 das g", "methamphetamine"),
        ("emma kommt auch mit, 10 stück 80", "mdma"),
        ("molly kommt mit fahrer, 10 stk 60", "mdma"),
        ("Weißes 70 das stück, treff in der eisdiele", "cocaine"),
        ("Weißes 70, lieferung auch zur hochzeit", "cocaine"),
        ("teile 10 stk 50 im kleiderschrank gelagert", "mdma"),
        ("platten 250 frisch aus dem kühlschrank", "cannabis"),
        ("weißes 80, jacke abholen", "cocaine"),
    ],
)
def test_the_same_word_without_such_a_thing_or_met_there_still_is(text: str, goods: str) -> None:
    reading = read_text(text)
    assert reading.act == "offer"
    assert goods in {item.commodity for item in reading.items}


@pytest.mark.parametrize(
    ("text", "goods"),
    [
        ("weißes hemd 15", {"weißes"}),
        ("hemd in weißes tuch 15", {"weißes"}),
        ("weißes gibt es heute hier bei mir, hemd 15", set()),  # not near
        ("weißes 80, hemd", set()),  # its price stands between
        ("weißes hemd 15, kokain 70", set()),  # another word means goods and nothing else
        ("kokain im hemd", set()),
        ("weißes auf der hochzeit", set()),  # where it is handed over
    ],
)
def test_words_of_a_household_are_lawful_only_where_all_of_the_text_may_be(
    text: str, goods: set[str]
) -> None:
    assert _lawful(text) == {plain_text(one).plain for one in goods}


def test_a_verb_that_parts_with_a_word_behind_it_names_no_goods() -> None:
    assert {item.commodity for item in read_text("gebe tilidin ab, 10 stk 30€").items} == {"opioids"}
    assert {item.commodity for item in read_text("gebe 10ml ab 30€").items} == {"ghb"}
    assert not read_text("ich gebe 2 stühle ab").items


@pytest.mark.parametrize(
    "text", ["beyaz gömlek 200 tl", "белая рубашка 1500р", "кокосы свежие 200р шт", "hap gibi oynadı takım"]
)
def test_clothes_and_sports_in_turkish_and_russian_are_no_goods(text: str) -> None:
    assert read_text(text).act == "none"


@pytest.mark.parametrize(
    ("text", "goods"),
    [
        ("beyaz gramı 3000", "cocaine"),
        ("кокос 1 гр 12000", "cocaine"),
        ("yeni mal geldi skunk", "cannabis"),
        ("меф 1г 2000, куртка в подарок", "designer-drugs"),
    ],
)
def test_the_goods_called_like_them_still_are_in_turkish_and_russian(text: str, goods: str) -> None:
    reading = read_text(text)
    assert reading.act == "offer"
    assert goods in {item.commodity for item in reading.items}


@pytest.mark.parametrize(
    "text", ["Crystal meth doku auf netflix", "podcast über kokain hören", "Kokain: eine Reportage"]
)
def test_films_and_reports_named_after_drugs_offer_none(text: str) -> None:
    assert read_text(text).act == "none"


@pytest.mark.parametrize(
    "text",
    [
        "mag ik 2 bestellen voor vanavond",
        "mag je 10 bestellen",
        "wat mag ik betalen voor 5",
        "dat mag niet hier",
        "mag het ook 2 zijn",
    ],
)
def test_leave_to_do_something_is_no_magazine(text: str) -> None:
    reading = read_text(text)
    assert reading.act == "none"
    assert reading.items == ()


@pytest.mark.parametrize("text", ["glock mag 30", "mag voor glock 40", "glock mag erbij"])
def test_magazines_are_still_found(text: str) -> None:
    assert "weapon-parts" in {item.commodity for item in read_text(text).items}
