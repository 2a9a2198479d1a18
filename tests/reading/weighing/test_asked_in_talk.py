"""Who seeks goods for a friend, or orders them behind a question, asks for them."""

import pytest

from schakel.reading.offers import read_text


@pytest.mark.parametrize(
    "text",
    [
        "maat zoekt een blaffer",
        "vriend zoekt een 9mm, pb",
        "@gerritje oxazepam nog op voorraad? doe maar 3 strips, kom ze halen",
        "mate of mine is after a shooter, dm me",
        "need a full uk pack, name dob sort code, who sells",
        "ein Freund braucht 20 Teile fürs Wochenende, wer kann",
        "besoin de mortiers, une caisse, livrée si possible",
        "amigo busca carnet falso, vendedores serios",
        "@luna queda maría? ponme 20 g, paso a las 8",
        "друг ищет ствол, в лс",
        "@usta xanax kaldı mı? 2 kutu ayır bana, gelip alırım",
    ],
)
def test_who_seeks_for_another_or_orders_asks_for_goods(text: str) -> None:
    assert read_text(text).act == "request"


@pytest.mark.parametrize(
    "text",
    [
        "vriend zoekt een kamer in Utrecht, pb",
        "@bakery rolls still about? save me 2",
        "@bakker nog speculaas? doe mij maar 2 pakken, ben er om 8 uur",
        "Kumpel sucht ne Wohnung, pn",
        "un pote cherche un appart, mp",
        "un colega busca piso, md",
        "друг ищет квартиру, в лс",
        "arkadaş ev arıyor, dm",
        "oxazepam op voorraad, 3 strips 40, kom ze halen",
        "zoek je een 9mm? ik heb er een liggen, pb",
    ],
)
def test_rooms_bread_and_offers_are_not_asked_for(text: str) -> None:
    assert read_text(text).act != "request"


@pytest.mark.parametrize(
    "text", ["een vriend wil 10 gram wiet kwijt, pb", "kumpel will 5g gras loswerden, pn"]
)
def test_goods_that_somebody_else_wants_to_be_rid_of_are_not_sought_for_him(text: str) -> None:
    assert "goods sought for somebody else" not in {reason.rule for reason in read_text(text).reasons}
