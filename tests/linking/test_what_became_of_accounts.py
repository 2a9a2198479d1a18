"""Moves told as what an account became, or why it is silent: by the next one, by the old one, by a third."""

import pytest

from tests.linking.corners import Corner, linked

_OF_ITSELF = [
    "mensen @groeneplug is voortaan @kaasfondue",
    "Groene Plug is nu @kaasfondue",
    "mijn Groene Plug doet het niet meer, app @kaasfondue",
    "@groeneplug is now @kaasfondue",
    "my @groeneplug stopped working, please message @kaasfondue",
    "from now on write @kaasfondue, not Groene Plug",
    "Groene Plug ist jetzt @kaasfondue",
    "mein @groeneplug geht nicht mehr, schreibt @kaasfondue",
    "@groeneplug est maintenant @kaasfondue",
    "mon Groene Plug ne marche plus, contactez @kaasfondue",
    "@groeneplug ahora es @kaasfondue",
    "mi @groeneplug ya no funciona, escríbeme a @kaasfondue",
    "@groeneplug теперь @kaasfondue",
    "мой @groeneplug больше не работает, пишите на @kaasfondue",
    "@groeneplug artık @kaasfondue",
]
_OF_ITSELF_TOO = [
    "wij zijn nu @kaasfondue\nthanks @rodestier",
    "mijn account is weg, ik ben nu @kaasfondue. vouches bij @rodestier",
    "wij zijn nu @kaasfondue\nescrow loopt via @rodestier",
    "we are now @kaasfondue\nthanks @rodestier",
    "mijn profiel doet het niet meer, app @kaasfondue",
    "my telegram is down, text @kaasfondue",
    "unser konto geht nicht mehr, schreibt @kaasfondue",
    "mi cuenta ya no funciona, escríbeme a @kaasfondue",
    "мой акк не работает, пишите на @kaasfondue",
    "yenimiz bu: @kaasfondue",
    "wir sind neu hier, ab jetzt nur @kaasfondue",
]
_OF_OTHERS = [
    "@groeneplug is nu @kaasfondue geloof ik",
    "@groeneplug is now @kaasfondue",
    "@groeneplug ist ab jetzt @kaasfondue",
]
_NOTHING = [
    "mijn scooter doet het niet meer, wie brengt me",
    "coke is nu 50 bij Groene Plug",
    "my phone stopped working, who sells one",
    "@groeneplug is nu de beste, @kaasfondue ook",
    "@groeneplug and @kaasfondue are now both closed",
    "wer ist jetzt besser, @groeneplug oder @kaasfondue",
    "mijn scooter doet het niet meer, app @kaasfondue",
    "mijn scooter doet het niet meer, app morgen",
    "my bike is broken, message @kaasfondue",
    "my driver is down, text @kaasfondue",
    "mein auto geht nicht mehr, schreibt @kaasfondue",
    "mon scooter ne marche plus, contactez @kaasfondue",
    "mi moto ya no funciona, escríbeme a @kaasfondue",
    "мой мопед больше не работает, пишите на @kaasfondue",
    "@kaasfondue gibts was neues hier?",
    "yeni bu hafta: @kaasfondue",
    "admin is nu @kaasfondue",
    "de beste pizza is nu @kaasfondue",
    "the best pizza is now @kaasfondue",
    "der beste döner ist jetzt @kaasfondue",
    "la mejor pizza ahora es @kaasfondue",
]


def _write(corner: Corner) -> None:
    corner.call(a3="Groene Plug", a4="Kaas Fondue", a5="Rode Stier")
    for who, username, day in ((3, "groeneplug", 0), (4, "kaasfondue", 40), (5, "rodestier", 0)):
        for more in range(3):
            corner.post_own(who, day=day + more, contact=f"username:{username}")


@pytest.fixture(scope="module")
def next_one(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Corner]:
    """What is made of an account that advertises no more, and of the next one that says so."""

    def write(corner: Corner, text: str) -> None:
        _write(corner)
        corner.post(4, text, act=None, day=41)

    return linked(tmp_path_factory, [*_OF_ITSELF, *_NOTHING], write)


@pytest.fixture(scope="module")
def third(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Corner]:
    """The same where a third seller says it."""

    def write(corner: Corner, text: str) -> None:
        _write(corner)
        corner.post(5, text, act=None, day=42)

    return linked(tmp_path_factory, _OF_OTHERS, write)


@pytest.fixture(scope="module")
def customer(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Corner]:
    """The same where somebody says it who sells nothing."""

    def write(corner: Corner, text: str) -> None:
        _write(corner)
        corner.post(50, text, act=None, day=42)

    return linked(tmp_path_factory, _OF_OTHERS, write)


@pytest.fixture(scope="module")
def old_one(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Corner]:
    """The same where the account that goes says it, before the next one begins."""

    def write(corner: Corner, text: str) -> None:
        _write(corner)
        corner.post(3, text, act=None, day=4)

    return linked(tmp_path_factory, [*_OF_ITSELF, *_OF_ITSELF_TOO, *_NOTHING], write)


@pytest.mark.parametrize("text", _OF_ITSELF)
def test_the_next_account_says_what_the_old_one_became(next_one: dict[str, Corner], text: str) -> None:
    assert next_one[text].reasons(3, 4)["takes_over"] > 0


@pytest.mark.parametrize("text", _OF_ITSELF)
def test_the_old_account_says_what_it_becomes_and_that_weighs_more(
    old_one: dict[str, Corner], next_one: dict[str, Corner], text: str
) -> None:
    assert old_one[text].reasons(3, 4)["announces_move"] > next_one[text].reasons(3, 4)["takes_over"]


@pytest.mark.parametrize("text", _OF_ITSELF_TOO)
def test_who_says_so_of_itself_may_name_others_on_further_lines(
    old_one: dict[str, Corner], text: str
) -> None:
    assert old_one[text].reasons(3, 4)["announces_move"] == 4.5


@pytest.mark.parametrize("text", _NOTHING)
def test_what_works_no_more_or_is_dearer_now_tells_of_no_move(
    next_one: dict[str, Corner], old_one: dict[str, Corner], text: str
) -> None:
    for said in (next_one, old_one):
        assert not {"takes_over", "claims_move", "announces_move"} & set(said[text].reasons(3, 4))


@pytest.mark.parametrize("text", _OF_OTHERS)
def test_a_third_seller_who_says_it_tells_nothing_of_itself(third: dict[str, Corner], text: str) -> None:
    for one in (3, 4):
        assert not {"takes_over", "claims_move", "announces_move"} & set(third[text].reasons(one, 5))


@pytest.mark.parametrize("text", _OF_OTHERS)
def test_somebody_else_who_says_it_counts_for_less(
    customer: dict[str, Corner], next_one: dict[str, Corner], text: str
) -> None:
    heard = customer[text].reasons(3, 4)
    assert 0 < heard["said_to_be_one"] < next_one[_OF_ITSELF[0]].reasons(3, 4)["takes_over"]
