"""Moves told by the one who goes: which account is meant, by username or by name."""

import pytest

from schakel.store.duckdb_engine import DuckDBEngine
from tests.linking.market import Market, reasons


def _own(market: Market, who: int, *, contact: str, day: float = 0) -> None:
    value = contact.split(":", 1)[1]
    market.post(who, f"verkoper {who} heeft vers binnen {value} dag {day}", day=day, contacts=[contact])


@pytest.mark.parametrize(
    "text",
    [
        "wir ziehen um auf @kaasfondue_zh",  # a username that no ad gives, made of the name of who came later
        "this account is closing, message me now at @kaasfondue_zh",
        "nieuwe naam: Kaas Fondue",
    ],
)
def test_who_was_there_first_may_name_the_next_account_as_it_is_called(
    engine: DuckDBEngine, text: str
) -> None:
    market = Market(names={3: "Groene Plug", 4: "Kaas Fondue", 5: "Groene Plak"})
    for who, day in ((3, 0), (4, 40), (5, 0)):
        _own(market, who, day=day, contact=f"phone:+3161234567{who}")
    market.post(3, text, act=None, day=30)
    assert reasons(market.link(engine), 3, 4)["announces_move"] > 0


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


@pytest.mark.parametrize(
    "line",
    [
        "vorige account @groeneplug weg, dit is mn nieuwe",
        "antes @groeneplug, me banearon",
        "eski hesap @groeneplug gitti, buradayım",
        "lost my account, formerly @groeneplug",
    ],
)
def test_a_username_that_an_ad_says_its_writer_had_is_no_contact_of_the_ad(
    engine: DuckDBEngine, line: str
) -> None:
    """It is the account of that name, although the ad of the next one is the only one that gives it."""
    market = Market(names={3: "Groene Plug", 4: "Kaas Fondue", 5: "Rode Stier"})
    for who, day in ((3, 0), (4, 40), (5, 0)):
        _own(market, who, day=day, contact=f"phone:+3161234567{who}")
    market.post(4, f"{line}\nverse kaas van de plank", day=45, contacts=["username:groeneplug"])
    made = market.link(engine)
    assert reasons(made, 3, 4)["takes_over"] > 0
    given = {row["member_id"] for row in made["sellers"].to_pylist() if row["member_kind"] == "selector"}
    assert "username:groeneplug" not in given


def test_a_username_that_other_ads_give_too_stays_a_contact(engine: DuckDBEngine) -> None:
    market = Market(names={4: "Kaas Fondue"})
    market.post(4, "voorheen @groeneplug, acc weg\nverse kaas", day=45, contacts=["username:groeneplug"])
    for day in range(3):
        _own(market, 4, contact="username:groeneplug", day=50 + day)
    made = market.link(engine)
    given = {row["member_id"] for row in made["sellers"].to_pylist() if row["member_kind"] == "selector"}
    assert "username:groeneplug" in given


@pytest.mark.parametrize(
    "text",
    [
        "Groene Plug is eraf getrapt door tele, ben nu hier",
        "tele heeft me er weer afgegooid (@groeneplug), gewoon verder hier",
        "Groene Plug got kicked off, back here",
    ],
)
def test_that_one_was_thrown_off_tells_of_a_move(engine: DuckDBEngine, text: str) -> None:
    market = Market(names={3: "Groene Plug", 4: "Kaas Fondue"})
    for who, day in ((3, 0), (4, 40)):
        _own(market, who, day=day, contact=f"phone:+3161234567{who}")
    market.post(4, text, act=None, day=45)
    assert reasons(market.link(engine), 3, 4)["takes_over"] > 0
