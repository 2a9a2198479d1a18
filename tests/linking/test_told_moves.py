"""Moves that sellers tell themselves: a backup, a next account, the end of the old one."""

import pyarrow.compute as pc
import pytest

from schakel.store.duckdb_engine import DuckDBEngine
from tests.linking.corners import Corner, linked
from tests.linking.market import Market, account, groups, post_own, reasons


def test_an_announced_backup_is_the_same_seller(engine: DuckDBEngine) -> None:
    market = Market()
    for day in range(6):
        post_own(market, 1, contact="username:plug_main", day=day)
        post_own(market, 2, contact="username:plug_later", day=day + 1)
    market.post(1, "mijn backup account is @plug_later", act=None, day=6, contacts=["username:plug_later"])
    made = market.link(engine)
    assert reasons(made, 1, 2)["announces_move"] > 0


def test_a_move_told_by_who_was_there_first_weighs_more_than_one_claimed_later(engine: DuckDBEngine) -> None:
    market = Market()
    names = {1: "sneeuwpop", 2: "ijsbeertje", 3: "groeneplug", 4: "kaasfondue"}
    for who, day in ((1, 0), (2, 40), (3, 0), (4, 40)):
        post_own(market, who, day=day, contact=f"username:{names[who]}")
        post_own(market, who, day=day + 1, contact=f"username:{names[who]}")
    market.post(
        1, "account weg, nieuwe is @ijsbeertje", act="warning", day=30, contacts=["username:ijsbeertje"]
    )
    market.post(4, "oude account was @groeneplug", act=None, day=50, contacts=["username:groeneplug"])
    made = market.link(engine)
    assert reasons(made, 1, 2)["announces_move"] > reasons(made, 3, 4)["takes_over"] > 0
    assert "quarrels" not in reasons(made, 1, 2)
    assert groups(made) == [[1, 2], [3, 4]]
    post_own(market, 3, day=60, contact="username:groeneplug")  # so the earlier account is not gone after all
    still = market.link(engine)
    assert reasons(made, 3, 4)["takes_over"] > reasons(still, 3, 4)["claims_move"] > 0
    assert groups(still) == [[1, 2], [3], [4]]


_TOLD = [
    "Oude account was Groene Plug, dit ben ik nu",
    "Groene_Plug is geband, vanaf nu hier",
    "old account got banned (Groene Plug), this is me now",
    "Alter Account GroenePlug ist weg",
    "Ancien compte Groene Plug banni",
    "mi cuenta anterior era Groene Plug",
    "старый аккаунт Groene Plug забанили",
    "Eski hesap Groene Plug gitti",
    "Oude account was @groeneplug_83",  # a username that no ad gives, made of the name
    "neuer Account, @groeneplugstar wurde gesperrt",  # the same with one more word
]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Corner]:
    """What is made of an account that tells of its earlier one, by how it tells."""

    def write(corner: Corner, text: str) -> None:
        corner.call(a3="Groene Plug", a4="kaasfondue", a5="Groene Plak")
        for who, day in ((3, 0), (4, 40), (5, 0)):
            corner.post_own(who, day=day, contact=f"phone:+3161234567{who}")
        corner.post(4, text, act="warning", day=50)

    return linked(tmp_path_factory, _TOLD, write)


@pytest.mark.parametrize("text", _TOLD)
def test_a_move_is_told_in_every_language_and_by_display_name(told: dict[str, Corner], text: str) -> None:
    seen = told[text].reasons(3, 4)
    assert seen["takes_over"] > 1
    assert "quarrels" not in seen
    ties = told[text].made["links"].filter(pc.equal(told[text].made["links"]["kind"], "warns"))
    assert ties.num_rows == 0  # it is no warning about the account that it names, nor are the others


def test_who_accuses_another_by_display_name_warns_and_tells_of_no_move(engine: DuckDBEngine) -> None:
    market = Market(names={3: "Groene Plug", 4: "kaasfondue"})
    for who, day in ((3, 0), (4, 40)):
        post_own(market, who, day=day, contact=f"phone:+3161234567{who}")
    market.post(4, "Groene Plug is een oplichter, zijn account is weg", act="warning", day=50)
    made = market.link(engine)
    warned = made["links"].filter(pc.equal(made["links"]["kind"], "warns"))
    assert warned["right_id"].to_pylist() == [account(3)]
    assert "takes_over" not in reasons(made, 3, 4)


def test_a_farewell_of_which_nothing_was_read_tells_of_a_move(engine: DuckDBEngine) -> None:
    market = Market()
    post_own(market, 1, contact="username:sneeuwpop")
    post_own(market, 2, contact="username:winterkoning", day=50)
    market.post(1, "ik stop hier, alleen nog nieuw account @Winterkoning", day=40, act=None)
    market.post(2, "mail@sneeuwpop.nl was mijn oude account niet", day=51, act=None)
    made = market.link(engine)
    assert [1, 2] in groups(made)
    assert reasons(made, 1, 2)["announces_move"] > 0
    assert "claims_move" not in reasons(made, 1, 2)


def test_an_escrow_named_on_another_line_than_the_backup_is_no_next_account(engine: DuckDBEngine) -> None:
    market = Market()
    for who, name in ((1, "sneeuwpop"), (2, "plug_later"), (3, "safe_hands")):
        for day in range(3):
            post_own(market, who, contact=f"username:{name}", day=day + who)
    both = ["username:plug_later", "username:safe_hands"]
    market.post(1, "2g 90\nbackup: @plug_later\nescrow: @safe_hands", day=6, contacts=both)
    made = market.link(engine)
    assert reasons(made, 1, 2)["announces_move"] > 0
    assert "announces_move" not in reasons(made, 1, 3)


def test_who_accuses_tells_of_no_move(engine: DuckDBEngine) -> None:
    market = Market()
    for who in (1, 2):
        post_own(market, who, contact=f"username:own_name_{who}")
    text = "pas op @own_name_2 zegt dat dit mijn nieuwe account is, oplichter"
    market.post(1, text, act="warning", day=3, contacts=["username:own_name_2"])
    seen = reasons(market.link(engine), 1, 2)
    assert seen["quarrels"] < 0
    assert not {"announces_move", "claims_move"} & set(seen)
