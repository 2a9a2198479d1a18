import time

import pytest

from schakel.reading.offers import read_text
from schakel.reading.weighing.reports import (
    AGAIN,
    CALLED_TO_ORDER,
    FALSE,
    FILLED,
    HONEST,
    LOST,
    MADE_UP,
    ON_TIME,
    RECOMMENDED,
    TESTED,
    WEIGHED,
    report_signs,
)


@pytest.mark.parametrize(
    ("plain", "sign"),
    [
        ("took 200 from me", LOST),
        ("deze heeft me 50 euro afgepakt", LOST),
        ("kevin hat mich um 40 beschissen", LOST),
        ("danny m a vole 120", LOST),
        ("este me robo 40", LOST),
        ("кинул на 100", LOST),
        ("beni 2 bin dolandirdi", LOST),
        ("paid 300 to tim nothing came", LOST),
        ("al 4x besteld", AGAIN),
        ("уже 3 раза брал", AGAIN),
        ("взвесил, 1.05", WEIGHED),
        ("nagewogen 3,52", WEIGHED),
        ("kan carmen aanraden", RECOMMENDED),
        ("kann sam bar nur empfehlen", RECOMMENDED),
        ("+1 @westcobra", RECOMMENDED),
        ("rico = nep", FALSE),
        ("mij nooit genaaid", HONEST),
        ("never been robbed by this lot", HONEST),
        ("der hat mich noch nie abgezockt", HONEST),
        ("j ai jamais ete arnaque chez lui", HONEST),
        ("no me ha estafado nunca", HONEST),
        ("beni hic dolandirmadi", HONEST),
        ("меня ни разу не кинул", HONEST),
        ("jelle kreeg een waarschuwing van een beheerder", CALLED_TO_ORDER),
        ("@theo243 warned 1/3", CALLED_TO_ORDER),
        ("@max wurde von einem admin verwarnt", CALLED_TO_ORDER),
        ("@leo a ete averti par un admin", CALLED_TO_ORDER),
        ("@paco advertencia 1/3", CALLED_TO_ORDER),
        ("@ali uyari 2/3", CALLED_TO_ORDER),
        ("@vova предупреждение 1/3", CALLED_TO_ORDER),
        ("ref +1 bakir abi", RECOMMENDED),
        ("drie weken weg met mijn 400 euro", LOST),
        ("hab selbst 180 verloren", LOST),
        ("then he wanted another £90", LOST),
        ("держит мои 40к с воскресенья", LOST),
        ("laten testen, 178mg en verder niks", TESTED),
        ("getestet 84% laut labor", TESTED),
        ("hij zei 20 min en het was 18", ON_TIME),
        ("45 dakika dedi 38'de geldi", ON_TIME),
        ("er zat gewoon suiker in", FILLED),
        ("внутри мука", FILLED),
        ("all his reviews are written on the same day", MADE_UP),
    ],
)
def test_what_customers_tell(plain: str, sign: str) -> None:
    assert list(report_signs(plain)) == [sign]


@pytest.mark.parametrize(
    "plain",
    [
        "weighed 2.3 for a 3.5",
        "kan iemand een schilder aanraden?",
        "200 euro gewonnen",
        "de maat = 40",
        "paid 300 to tim, all came",
        "kan " + "heel veel " * 10 + "aanraden",
        "tested at over 280 mg, start with a quarter",
        "verdachte zei dat de 30 fietsen van vrienden waren",
        "lost mary 600 puff",
        "zit er suiker in de thee?",
    ],
)
def test_what_is_told_of_other_things_is_none_of_these(plain: str) -> None:
    assert not list(report_signs(plain))


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("deze heeft me 50 euro afgepakt", "warning"),
        ("took 200 from me", "warning"),
        ("kan Carmen aanraden", "vouch"),
    ],
)
def test_such_a_form_is_as_good_as_listed_words(text: str, act: str) -> None:
    assert read_text(text).act == act


def test_hostile_text_takes_little_time() -> None:
    begun = time.process_time()
    for plain in ("1 " * 150, "paid 1 " * 42, "heb 1 betaald" * 22, "kan " * 17, "+1" + " a" * 30):
        list(report_signs(plain))
    assert time.process_time() - begun < 0.5


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("nooit opgelicht door hem", "vouch"),
        ("never ripped me off in two years", "vouch"),
        ("nie abgezogen worden bei dem", "vouch"),
        ("il m'a jamais carotté", "vouch"),
        ("a mi nunca me ha timado", "vouch"),
        ("adam dolandırmaz", "vouch"),
        ("он не кидает", "vouch"),
        ("nooit meer, door die gast opgelicht", "warning"),
        ("i was never scammed until this guy", "warning"),
        ("on m'a jamais autant arnaqué", "warning"),
        ("nunca me habían timado así", "warning"),
        ("@team_usta kreeg een waarschuwing van een beheerder", "none"),
        ("@kees gewaarschuwd 2/3", "none"),
        ("laatste waarschuwing voor @kees, stuurt niks", "warning"),
        ("laatste waarschuwing 2/3 voor @kees, stuurt niks", "warning"),
        ("Warning 2/3: @kees scammed two members", "warning"),
        ("@kees kreeg al een waarschuwing, oplichter", "warning"),
        ("@kees scammt und wurde von mods verwarnt", "warning"),
        ("waarschuwing: @kees is een oplichter", "warning"),
        ("word niet opgelicht door @kees, hij stuurt niks", "warning"),
        ("werdet nicht betrogen, @kees ist ein Scammer", "warning"),
        ("ben nog nooit opgelicht, tot @kees kwam", "warning"),
        ("nog nooit opgelicht behalve door @kees", "warning"),
        ("@kees arnaque pas mal de monde", "warning"),
        ("nunca me han estafado hasta ahora con @kees", "warning"),
        ("кто не кидает? @kees кидает всех", "warning"),
        ("ben ik niet opgelicht? @kees reageert niet meer", "warning"),
    ],
)
def test_what_is_said_in_words_of_warning_need_not_warn(text: str, act: str) -> None:
    assert read_text(text).act == act


@pytest.mark.parametrize(
    "text",
    [
        "pas op dat je niet opgelicht wordt",
        "niemand wil opgelicht worden",
        "hiç bu kadar dolandırılmadım",
        "меня никогда так не кидали",
        "nooit afgezet door een taxi",
        "mijn kat is niet getild",
        "the bank never robbed us",
        "jamais volé de vélo ici",
        "we zijn niet opgelicht door de makelaar gelukkig",
    ],
)
def test_who_fears_to_be_cheated_or_never_was_so_much_praises_nobody(text: str) -> None:
    assert read_text(text).act != "vouch"
