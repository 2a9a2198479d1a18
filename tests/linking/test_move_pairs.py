"""Moves told by the one who goes: which account is meant, by username or by name."""

import pytest

from schakel.store.duckdb_engine import DuckDBEngine
from tests.linking.corners import Corner, linked
from tests.linking.market import Market, reasons


def _own(market: Market, who: int, *, contact: str, day: float = 0) -> None:
    value = contact.split(":", 1)[1]
    market.post(who, f"verkoper {who} heeft vers binnen {value} dag {day}", day=day, contacts=[contact])


_GOING = [
    "wir ziehen um auf @kaasfondue_zh",  # a username that no ad gives, made of the name of who came later
    "this account is closing, message me now at @kaasfondue_zh",
    "nieuwe naam: Kaas Fondue",
]
_WAS = [
    "vorige account @groeneplug weg, dit is mn nieuwe",
    "antes @groeneplug, me banearon",
    "eski hesap @groeneplug gitti, buradayım",
    "lost my account, formerly @groeneplug",
]
_THROWN_OFF = [
    "Groene Plug is eraf getrapt door tele, ben nu hier",
    "tele heeft me er weer afgegooid (@groeneplug), gewoon verder hier",
    "Groene Plug got kicked off, back here",
]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Corner]:
    """What is made of an account and the next one of its seller, by how one of them tells of the other."""

    def write(corner: Corner, text: str) -> None:
        corner.call(a3="Groene Plug", a4="Kaas Fondue")
        for who, day in ((3, 0), (4, 40)):
            corner.post_own(who, day=day, contact=f"phone:+3161234567{who}")
        if text in _THROWN_OFF:
            corner.post(4, text, act=None, day=45)
            return
        corner.call(a5="Groene Plak" if text in _GOING else "Rode Stier")
        corner.post_own(5, contact="phone:+31612345675")
        if text in _GOING:
            corner.post(3, text, act=None, day=30)
        else:
            ad = f"{text}\nverse kaas van de plank"
            corner.post(4, ad, day=45, contacts=["username:groeneplug"])

    return linked(tmp_path_factory, [*_GOING, *_WAS, *_THROWN_OFF], write)


@pytest.mark.parametrize("text", _GOING)
def test_who_was_there_first_may_name_the_next_account_as_it_is_called(
    told: dict[str, Corner], text: str
) -> None:
    assert told[text].reasons(3, 4)["announces_move"] > 0


def test_a_later_account_of_the_speaker_s_own_name_is_no_announced_one(engine: DuckDBEngine) -> None:
    market = Market(names={3: "Groene Plug", 4: "Groene Plug"})
    for who, day in ((3, 0), (4, 40)):
        _own(market, who, day=day, contact=f"phone:+3161234567{who}")
    market.post(3, "nieuwe naam: Groene Plug", act=None, day=50)
    assert "announces_move" not in reasons(market.link(engine), 3, 4)


def test_a_username_that_one_account_gives_now_and_then_is_its_own(engine: DuckDBEngine) -> None:
    market = Market()
    for day in range(4):
        _own(market, 1, contact="phone:+31612345671", day=day)
        _own(market, 2, contact="phone:+31612345672", day=40 + day)
    _own(market, 2, contact="username:winterkoning", day=50)
    market.post(1, "we verhuizen naar @winterkoning", day=39, act=None)
    assert reasons(market.link(engine), 1, 2)["announces_move"] > 0


@pytest.mark.parametrize("line", _WAS)
def test_a_username_that_an_ad_says_its_writer_had_is_no_contact_of_the_ad(
    told: dict[str, Corner], line: str
) -> None:
    """It is the account of that name, although the ad of the next one is the only one that gives it."""
    corner = told[line]
    assert corner.reasons(3, 4)["takes_over"] > 0
    sellers = corner.made["sellers"].to_pylist()
    given = {row["member_id"] for row in sellers if row["member_kind"] == "selector"}
    assert corner.own("phone:+31612345674") in given
    assert corner.own("username:groeneplug") not in given


def test_a_username_that_other_ads_give_too_stays_a_contact(engine: DuckDBEngine) -> None:
    market = Market(names={4: "Kaas Fondue"})
    market.post(4, "voorheen @groeneplug, acc weg\nverse kaas", day=45, contacts=["username:groeneplug"])
    for day in range(3):
        _own(market, 4, contact="username:groeneplug", day=50 + day)
    made = market.link(engine)
    given = {row["member_id"] for row in made["sellers"].to_pylist() if row["member_kind"] == "selector"}
    assert "username:groeneplug" in given


@pytest.mark.parametrize("text", _THROWN_OFF)
def test_that_one_was_thrown_off_tells_of_a_move(told: dict[str, Corner], text: str) -> None:
    assert told[text].reasons(3, 4)["takes_over"] > 0
