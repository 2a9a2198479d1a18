"""Who seeks may be somebody else: goods are laid out for them in the middle of a talk."""

import pytest

from schakel.reading.offers import read_text, search_text
from schakel.reading.weighing.offered_in_talk import LAID_OUT, laid_out_signs


@pytest.mark.parametrize(
    "text",
    [
        "voor wie nog ket zoekt: ik heb 5 g liggen, 30",
        "wie nog wiet nodig heeft voor het weekend, ik heb nog 25 g liggen",
        "zat hier net niet iemand om hasj te vragen? 10 euro de g bij mij",
        "if any lads want test I'm splitting my order, £35 a vial",
        "to the guy looking for shrooms, i have an oz here, 120",
        "need a shooter? got one here, dm me",
        "falls noch wer Schlagringe sucht, liegen 4 bei mir, je 20",
        "brauchst ne Knarre? hab eine da, pn",
        "pour celui qui cherche de la coke, j'ai 3 g, 60 le g",
        "quelqu'un parlait de ketamine hier, j'en ai 4 g à 35",
        "el que pidió balas: caja a 30",
        "para quien andaba buscando un puño americano, tengo uno por 25",
        "кто хотел экстази, у меня 10 штук, 1000 за шт",
        "xanax lazım diyene: 2 kutu var 500 tl",
        "ot arayan vardı, elimde 10 g var, 1500",
    ],
)
def test_goods_laid_out_for_who_seeks_them_are_offered(text: str) -> None:
    assert read_text(text).act == "offer"


@pytest.mark.parametrize(
    "text",
    [
        "voor wie nog een fiets zoekt: ik heb er een staan, 50 euro",
        "die jongen die naar een loodgieter vroeg: mijn neef doet het voor 40 per uur",
        "iemand die nog ket zoekt wordt hier keihard gerip, kijk uit",
        "ik zoek iemand die ket heeft, betaal 100",
        "someone asked for coke at the bar, we only have pepsi",
        "if your mate still wants that bike ive got it, 40 quid",
        "who has xans left? need 2 boxes",
        "wer noch Karten fürs Derby sucht, hab 2 übrig, je 30",
        "wer Gras sucht soll aufpassen, hier laufen nur Abzocker rum",
        "pour ceux qui cherchent un plombier, le mien prend 45 de l'heure",
        "je cherche quelqu'un qui a du shit, j'ai 80 balles",
        "el que pidió balas ayer era un policía, cuidado",
        "quién tiene coca, me hacen falta 3 g",
        "кто искал меф у этого типа, тот кинут на 5к",
        "bisiklet arayana: bir tane var 1500 tl",
        "ot satan birini arıyorum, 1500 param var",
    ],
)
def test_who_seeks_lawful_things_buys_or_is_warned_is_offered_none(text: str) -> None:
    assert read_text(text).act != "offer"


def test_without_goods_or_at_length_nothing_is_laid_out() -> None:
    found = search_text("wie nog ket zoekt: ik heb 5 g liggen")
    assert list(laid_out_signs(found, found.wares)) == [LAID_OUT]
    assert not list(laid_out_signs(found, []))
    long = search_text("wie nog ket zoekt: ik heb 5 g liggen " + "en nog meer " * 20)
    assert not list(laid_out_signs(long, long.wares))
