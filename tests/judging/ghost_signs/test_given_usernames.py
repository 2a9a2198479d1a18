"""Usernames that sellers give in short messages and in no ad: whose they are when others speak of them."""

from collections.abc import Callable

import pytest

from schakel.store.duckdb_engine import DuckDBEngine
from schakel.store.workers import Workers
from schakel.store.workspace import create_workspace
from tests.judging.ghost_signs.reading import base, old_customer
from tests.judging.small_market import SmallMarket, side_by_side
from tests.judging.some_findings import ghost_rows

_WARN, _ILL = "independent-accounts-warn", "spoken-ill-of-when-asked"
Rules = dict[str, set[str]]


def rules_of(markets: dict[str, SmallMarket], engine: DuckDBEngine) -> Rules:
    """The ghost rules of every seller (market/seller) of markets that stand side by side."""
    side_by_side(markets).write(engine)
    return {row["subject_id"]: {reason["rule"] for reason in row["reasons"]} for row in ghost_rows(engine)}


def spoken_of(username: str, *said: str, by: str = "a_shop") -> SmallMarket:
    """Somebody warns of a username, after an account said what is said here."""
    market = base()
    market.offers("a_shop")
    old_customer(market, "a_buyer")
    for text in said:
        market.say(by, text, day=3)
    market.say("a_buyer", f"betaald aan @{username} en niks gehad", "warning", day=9)
    return market


def with_another(market: SmallMarket, *said: str, gives: str = "") -> SmallMarket:
    market.seller("s_2", "a_other", selectors=(f"username:{gives}",) if gives else ())
    market.offers("a_other")
    for text in said:
        market.say("a_other", text, day=4)
    return market


GIVEN: dict[str, Callable[[str], SmallMarket]] = {
    "in an answer": lambda name: spoken_of(name, f"heb ik @{name}"),
    "in capitals": lambda name: spoken_of(name, f"got it @{name.upper()}!!"),
    "before a picture": lambda name: spoken_of(name, f"dm @{name} 🔥"),
}
NOT_GIVEN: dict[str, Callable[[str], SmallMarket]] = {
    "by nobody": spoken_of,
    "asked after": lambda name: spoken_of(name, f"ken je @{name}?"),
    "with more said of it": lambda name: spoken_of(name, f"@{name} is een goede vent die alles heeft"),
    "beside another": lambda name: spoken_of(name, f"zie @{name} en @iemand_{name}"),
    "by a customer": lambda name: spoken_of(name, f"dm @{name}", by="a_buyer"),
    "by two sellers": lambda name: with_another(spoken_of(name, f"heb ik @{name}"), f"heb ik @{name}"),
    "with one mark less": lambda name: spoken_of(f"{name}_", f"heb ik @{name}"),
}


@pytest.fixture(scope="module")
def rules(tmp_path_factory: pytest.TempPathFactory) -> Rules:
    engine = DuckDBEngine(create_workspace(tmp_path_factory.mktemp("case") / "workspace"), workers=Workers(1))
    cases = {**GIVEN, **NOT_GIVEN}
    markets = {case.replace(" ", "_"): make(f"boef_{n}x") for n, (case, make) in enumerate(cases.items())}
    return rules_of(markets, engine)


@pytest.mark.parametrize("case", GIVEN)
def test_a_username_by_which_a_seller_bids_others_write_to_it_is_its_own(case: str, rules: Rules) -> None:
    assert _WARN in rules[f"{case.replace(' ', '_')}/s_1"]


@pytest.mark.parametrize("case", NOT_GIVEN)
def test_a_username_that_is_not_given_or_not_by_one_seller_alone_is_nobodys(case: str, rules: Rules) -> None:
    assert _WARN not in rules[f"{case.replace(' ', '_')}/s_1"]


def test_a_username_of_another_sellers_ads_stays_that_sellers(engine: DuckDBEngine) -> None:
    market = spoken_of("straat_boef", "heb ik @straat_boef")
    with_another(market, gives="straat_boef").write(engine)
    found = {row["subject_id"]: {one["rule"] for one in row["reasons"]} for row in ghost_rows(engine)}
    assert _WARN not in found["s_1"]
    assert _WARN in found["s_2"]


def asked(read_as: str | None, question: str, answer: str) -> SmallMarket:
    market = base()
    market.seller("s_2", "a_asker")
    market.offers("a_shop")
    market.offers("a_asker")
    old_customer(market, "a_buyer")
    said = market.say("a_asker", question, day=9, mentions=("@shop",))
    market.say("a_buyer", answer, read_as, day=9.1, reply_to=said.tg_id)
    return market


def test_an_answer_is_about_whom_was_asked_as_it_is_worded_or_read(engine: DuckDBEngine) -> None:
    """Not about the seller who asks; and words that are not listed count as they are read."""
    listed, other = "blijf weg", "daar praat ik liever anders over"
    found = rules_of(
        {
            "worded": asked(None, "is @shop betrouwbaar?", listed),
            "both": asked("warning", "is @shop betrouwbaar?", listed),
            "read_ill": asked("warning", "wie kent @shop?", other),
            "read_well": asked("vouch", "wie kent @shop?", other),
            "neither": asked(None, "wie kent @shop?", other),
        },
        engine,
    )
    told = {name: {rule for rule in found[f"{name}/s_1"] if _ILL in rule} for name in ("worded", "both", "read_ill", "read_well", "neither")}  # fmt: skip
    assert told == {"worded": {_ILL}, "both": {_ILL}, "read_ill": {_ILL}, "read_well": {"not:" + _ILL}, "neither": set()}  # fmt: skip
    assert not [name for name in told if {_WARN, _ILL} & found[f"{name}/s_2"]]
