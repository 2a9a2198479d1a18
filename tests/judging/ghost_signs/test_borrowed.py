"""Who wrote an ad first: the author is no copier of those who repeat it."""

import pytest

from schakel.records.tables import from_rows
from schakel.store.duckdb_engine import DuckDBEngine
from tests.judging.ghost_signs.reading import base, reasons_of
from tests.judging.small_market import SmallMarket

SIGN = "texts-first-posted-by-another"
MENU = "verse ladder sterke haze uit eigen kelder altijd binnen tien minuten bij jou thuis gebracht"


def repeated(by: str) -> SmallMarket:
    """The shop writes a menu, another repeats it, and the shop writes it anew with another price."""
    market = base()
    market.seller("s_2", by)
    market.say("a_shop", MENU + " 50 euro", "offer", day=0)
    market.say(by, MENU + " 50 euro", "offer", day=3)
    market.say("a_shop", MENU + " nu voor 45", "offer", day=6)
    return market


def test_who_writes_its_own_ad_anew_after_another_repeated_it_is_no_copier(engine: DuckDBEngine) -> None:
    assert SIGN not in reasons_of(repeated("a_thief"), engine)


def test_who_repeats_it_is_the_copier(engine: DuckDBEngine) -> None:
    assert reasons_of(repeated("a_thief"), engine, "s_2")[SIGN]["weight"] > 0


def test_a_forward_says_whose_words_these_are(engine: DuckDBEngine) -> None:
    market = base()
    market.seller("s_2", "a_first")
    market.say("a_first", MENU, "offer", day=0)
    market.say("a_shop", MENU, "offer", day=3, forwards="a_first")
    assert {SIGN, f"not:{SIGN}"}.isdisjoint(reasons_of(market, engine))


@pytest.mark.parametrize("channel", [True, False])
def test_a_noticeboard_makes_no_author(channel: bool, engine: DuckDBEngine) -> None:
    market = base()
    market.seller("s_board", "a_board")
    market.channels = {"a_board"} if channel else set()
    for n, text in enumerate(
        ("snelle wagen voor de deur zonder gedoe elke dag", "alles wat je zoekt in een enkele tas")
    ):
        market.seller(f"s_{n + 2}", f"a_{n + 2}")
        market.say(f"a_{n + 2}", text, "offer", day=0)
        market.say("a_board", text, "offer", day=1)
    market.say("a_board", MENU, "offer", day=2)
    market.say("a_shop", MENU, "offer", day=3)
    assert (SIGN in reasons_of(market, engine)) != channel


def test_a_copy_counts_by_the_chance_that_the_other_is_somebody_else(engine: DuckDBEngine) -> None:
    market = base()
    market.seller("s_2", "a_first")
    market.say("a_first", MENU, "offer", day=0)
    market.say("a_shop", MENU, "offer", day=3)
    alone = reasons_of(market, engine)[SIGN]
    link = {"left_id": "a_first", "right_id": "a_shop", "kind": "same-seller", "probability": 0.75}
    engine.write(from_rows([link], "links"), "links")
    linked = reasons_of(market, engine)[SIGN]
    assert linked["weight"] == pytest.approx(0.25 * alone["weight"])
    assert "Counted as 0.2" in linked["detail"]
