"""Contacts in offers that are somebody else's: of whom the writer works for or bought from, or to whom it sends people."""

import pytest

from tests.linking.corners import Corner, linked

_OTHERS = [
    "ik rij vanavond weer voor @groeneplug",
    "net 12 adressen gedaan voor @groeneplug",
    "wie had besteld bij @groeneplug? sta beneden",
    "werk nu bij @groeneplug, elke dag op de weg",
    "i drive for @groeneplug tonight",
    "dropped 9 packs at the post office for @groeneplug",
    "always ordered from @groeneplug, never a problem",
    "shoutout to @groeneplug",
    "fahre heute für @groeneplug",
    "bin kurier von @groeneplug",
    "je livre ce soir pour @groeneplug",
    "soy repartidor de @groeneplug",
    "развожу сегодня для @groeneplug",
    "bugün @groeneplug için çalışıyorum",
    "vraag maar aan @groeneplug",
    "ask @groeneplug",
    "frag mal @groeneplug",
    "demande à @groeneplug",
    "pregúntale a @groeneplug",
    "спроси у @groeneplug",
    "@groeneplug'a sor",
    "dankjewel @groeneplug",
    "met dank aan @groeneplug",
    "thx @groeneplug",
    "dropped seventeen envelopes at the central station for @groeneplug",  # the word stands 55 letters before
]
_OWN = [
    "bestellen via @groeneplug",
    "order at @groeneplug",
    "kan ook besteld worden via @groeneplug",
    "bestellung bei @groeneplug",
    "commande chez @groeneplug",
    "pedidos a @groeneplug",
    "работаем круглосуточно, заказы на @groeneplug",
    "sipariş için @groeneplug yazın",
    "bezorgen in heel de stad, bestellen bij @groeneplug",
    "wij leveren ook op zondag, app @groeneplug",
    "delivery all day, write to @groeneplug",
    "menu staat online, ga naar @groeneplug",
    "vragen? vraag @groeneplug",
    "new menu, go to @groeneplug",
    "any questions ask @groeneplug",
    "fragen? frag @groeneplug",
    "nouvelle carte, allez chez @groeneplug",
    "¿preguntas? pregunta a @groeneplug",
    "новое меню, спросите у @groeneplug",
    "sorular için @groeneplug'a sor",
    "thanks for the support, cheers @groeneplug",
    "much love and respect @groeneplug",
    "gott sei dank @groeneplug",
    "dropped unbelievably heavyweight consignments everywhere throughout amsterdam for @groeneplug",  # too far before
]
_WITH_GOODS = ["coke nodig? vraag @groeneplug", "coke? ask @groeneplug"]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Corner]:
    """What is made of a seller and of whoever names its contact in what was read as an offer."""

    def write(corner: Corner, text: str) -> None:
        corner.call(a3="Groene Plug", a4="Rode Stier")
        for day in range(3):
            corner.post_own(3, day=day, contact="username:groeneplug")
        prices = {"prices": [(1, 50)]} if text in _WITH_GOODS else {}
        corner.post(4, text, day=2, contacts=["username:groeneplug"], **prices)

    return linked(tmp_path_factory, [*_OTHERS, *_OWN, *_WITH_GOODS], write)


@pytest.mark.parametrize("text", _OTHERS)
def test_whom_somebody_works_for_buys_from_or_sends_others_to_is_another(
    told: dict[str, Corner], text: str
) -> None:
    assert "shares_username" not in told[text].reasons(3, 4)


@pytest.mark.parametrize("text", [*_OWN, *_WITH_GOODS])
def test_where_orders_go_is_a_contact_of_ones_own(told: dict[str, Corner], text: str) -> None:
    assert told[text].reasons(3, 4)["shares_username"] > 0
