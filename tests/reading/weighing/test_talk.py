"""What is said in a market's chat and is no act, though it sounds like praise, a warning or an offer."""

from time import process_time

import pytest

from schakel.reading.offers import read_text, search_text
from schakel.reading.weighing.talk import (
    ADVICE,
    ASKED,
    COSTS,
    DAILY,
    ERRAND,
    LIFE,
    MONEY_TO,
    MOVED,
    STOCK,
    talk_signs,
)

MOVES = (
    "Oude @bakfiets_zeist is weg, voeg @bakfiets_zeist2 toe", "mijn kanaal is weer dicht, nieuwe t.me/tuinfeest_nl",
    "vanaf nu alleen @lenteprikkel", "altes konto gesperrt, jetzt @rheinkiosk", "mon compte est banni, c'est @lesquais13 maintenant", "cuenta cerrada, ahora @bahia_verde",
    "старый акк удален, теперь @volga_opt",
)  # fmt: skip
ADVISED = (
    "nooit vooruit betalen mensen", "never pay upfront people", "niemals im voraus zahlen", "ne jamais payer d'avance", "nunca por adelantado gente",
    "als het te mooi is om waar te zijn dan is het nep", "iedereen is een oplichter tegenwoordig", "trust nobody in here",
)  # fmt: skip
LIVED = (
    "mijn broer zit vast door coke", "mein onkel kriegt tilidin vom hausarzt",
    "na ketamine slaap ik altijd slecht", "how long does coke stay in your blood",
)  # fmt: skip
COSTING = (
    "speed prijzen zijn echt ziek nu", "i buy for years and mdma was never so expensive", "wat hebben jullie gisteren betaald voor 25 lsd zegels", "how much did you pay for the keta last week",
)  # fmt: skip
QUESTIONS = (
    "wie is echt hier", "who's legit in here", "has anyone ordered from @harbourtom before", "heeft iemand hier bij @bakfiets gehaald", "quelqu'un a déjà commandé chez @lesquais ? c'est un vrai ?",
)  # fmt: skip
ACCOUNTS = ("zet het op NL91 ABNA 0417 1643 00", "wallet voor vandaag bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq", "send the rest to this one")  # fmt: skip

ERRANDS = (
    "2g keta naar Wilgenstraat 85", "Kerkweg 158, 1 gram coke, bel als je er bent", "3 stops: Bloemengracht 37 (speed) en dan Deventer", "10 xanax rue Pasteur 12",
    "5g speed an die Hauptstraße 9", "two g of coke to 14 Willow Road", "2 г мефа ул. Лесная 8",
)  # fmt: skip


@pytest.mark.parametrize(
    ("sign", "texts"),
    [
        (MOVED, MOVES),
        (ADVICE, ADVISED),
        (LIFE, LIVED),
        (COSTS, COSTING),
        (ASKED, QUESTIONS),
        (MONEY_TO, ACCOUNTS),
        (ERRAND, ERRANDS),
    ],
)
def test_such_talk_is_known_and_is_no_act(sign: str, texts: tuple[str, ...]) -> None:
    acts = {text: read_text(text).act for text in texts}
    assert {text: act for text, act in acts.items() if act != "none"} == {}
    assert [text for text in texts if sign not in signs_of(text)] == []


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("pas op voor @bakfiets, zelfde oplichter, nieuw account @bakfiets2", "warning"),
        ("@harbourtom is a scammer, never pay him upfront", "warning"),
        ("backup kanaal t.me/tuinfeest_nl, 5 gram haze 40, 10 gram 70, bezorgen in Zeist", "offer"),
        ("Schlagring 25 euro, teleskop 40, alles in Wien", "offer"),
        ("zoek keta in Zeist, mijn dokter geeft niks meer, wie heeft 5 gram", "request"),
        ("10 gram speed 60 euro, stuur naar deze NL91 ABNA 0417 1643 00 en ik post het", "offer"),
    ],
)
def test_acts_that_sound_like_such_talk_stay_acts(text: str, act: str) -> None:
    assert read_text(text).act == act


def signs_of(text: str) -> set[str]:
    """The kinds of talk that the text is."""
    found = search_text(text)
    return set(talk_signs(found, ()))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("der handwerker war top", True),
        ("der handwerker war top mit koks", False),  # beside goods
        ("handwerker war top, @bakfiets_zeist", False),  # beside an account
        ("war top beim handwerker", False),  # where somebody was
    ],
)
def test_daily_life_is_talked_about_where_no_goods_and_no_account_are_named(text: str, told: bool) -> None:
    found = search_text(text)
    assert (DAILY in set(talk_signs(found, found.wares))) is told


def test_hostile_text_takes_little_time() -> None:
    begun = process_time()
    for text in (
        "account " * 20,
        "oude a b is " * 13,
        "iedereen " * 17,
        "is a b c " * 17,
        "@ " * 80,
        "stuur a " * 20,
    ):
        assert signs_of(text) <= {MOVED}
    assert process_time() - begun < 0.5


@pytest.mark.parametrize(
    "text",
    [
        "ket is even op jongens, morgen weer",
        "tramadol komt donderdag pas binnen",
        "coke is sold out guys",
        "koks ist leider aus",
    ],
)
def test_goods_that_are_not_to_be_had_are_not_offered(text: str) -> None:
    assert STOCK in set(talk_signs(search_text(text), search_text(text).wares))
    assert read_text(text).act == "none"


@pytest.mark.parametrize(
    "text",
    [
        "test je pillen altijd jongens",
        "Kaartjes te koop voor defqon 2x 80",
        "2 tickets voor awakenings te koop 90 per stuk",
        "ze hebben hem gepakt met 3 kilo coke in de auto",
    ],
)
def test_tickets_arrests_and_testing_are_no_trade(text: str) -> None:
    assert read_text(text).act == "none"


@pytest.mark.parametrize(
    "text",
    [
        "çarptı beni araba",
        "yalancı bu",
        "ürün berbat paranıza yazık",
        "магазин топ",
        "продавец норм",
        "satıcıya teşekkürler hızlı kargo",
        "pasta in 10 minuti",
        "pasta direkt",
        "нужны склады под мебель",
        "химика на завод",
        "клофелин 0.15 в аптеке",
    ],
)
def test_what_people_say_of_shops_food_and_work_is_no_trade(text: str) -> None:
    assert read_text(text).act == "none"


@pytest.mark.parametrize(
    "text",
    [
        "Handwerker war pünktlich, klare empfehlung",
        "Amazon lieferung top schnell",
        "Kaffee war top, komme wieder",
        "hat alles geklappt mit dem umzug",
        "vermieter ist ein betrüger",
        "schiri hat uns verarscht",
        "mein ex hat mich verarscht",
        "fake profil auf tinder",
    ],
)
def test_what_germans_say_of_shops_and_people_of_daily_life_is_nothing(text: str) -> None:
    assert read_text(text).act == "none"


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("war pünktlich am hotel, gerne wieder", "vouch"),
        ("treff beim döner lief super, gerne wieder", "vouch"),
        ("hat mich vorm hotel abgezogen", "warning"),
        ("amazon refund typ ist ein betrüger, geld weg", "warning"),
        ("Quali 9/10, versand 8/10", "vouch"),
        ("seriöser händler, alles angekommen", "vouch"),
        ("gebt dem kein geld", "warning"),
        ("Zahlt nie im voraus bei dem", "warning"),
        ("ghostet nach bezahlung", "warning"),
        ("er schickt leere pakete", "warning"),
        ("finger weg, hat mich an der fahrschule abgezogen", "warning"),
        ("hat mein geld genommen vor der werkstatt, seitdem blockiert", "warning"),
        ("hat mich in die wohnung gelockt und abgezogen", "warning"),
        ("zwei stunden am ikea gewartet, keiner kommt, abzocker", "warning"),
        ("mein nachbar hat mich abgezogen mit gras", "warning"),
        ("hat 100€ genommen, fahrer kam nie, mein ex war dabei", "warning"),
        ("direkt vor die wohnung gebracht, gerne wieder", "vouch"),
        ("bis vor das hotel gebracht, gerne wieder", "vouch"),
    ],
)
def test_what_germans_say_of_sellers_still_praises_or_warns(text: str, act: str) -> None:
    assert read_text(text).act == act


@pytest.mark.parametrize(
    "text",
    [
        "gebt dem kind nichts süßes",
        "er ghostet mich seit dem date",
        "bin auf den aprilscherz reingefallen",
        "der arzt sagt leichtes übergewicht",
        "seriöser händler bei mobile.de",
        "er ghostet dich nach dem ersten date",
        "sie ghostet nach dem zweiten date",
        "gebt denen kein geld, die betteln nur",
        "auf den reinfallen würde ich nicht",
        "verschickt leere pakete der postbote",
        "legitcheck passt, schuhe sind original",
        "danke an den verkäufer, tolle schuhe",
        "bissl übergewicht dabei nach weihnachten",
        "seriöser händler, alles angekommen vom auto",
        "stealth 10/10 im spiel",
        "mein stammdealer für autos",
    ],
)
def test_the_same_german_words_of_daily_life_do_neither(text: str) -> None:
    assert read_text(text).act == "none"


@pytest.mark.parametrize(
    "text",
    [
        "wer hat raketen gekauft?",
        "hat jemand schon mal lsd probiert?",
        "elfbar mehrweg oder einweg?",
        "N26 oder revolut, was ist besser?",
        "wie setzt man tavor ab?",
    ],
)
def test_what_others_did_with_goods_is_asked_and_no_goods(text: str) -> None:
    assert read_text(text).act == "none"


@pytest.mark.parametrize(
    "text",
    [
        "hat wer haze?",
        "wer hat koks?",
        "hat jemand haze zum testen?",
        "hat wer koks oder nicht?",
        "hat jemand hier koks gekauft?",
    ],
)
def test_who_has_goods_is_still_a_request(text: str) -> None:
    assert read_text(text).act == "request"
