"""Who wrote an ad first: the author is no copier of those who repeat it."""

import pytest

from schakel.records.tables import from_rows
from schakel.store.duckdb_engine import DuckDBEngine
from tests.judging.ghost_signs.reading import Judged, base, ghost_reasons, reasons_of
from tests.judging.small_market import SmallMarket
from tests.judging.together import Together

HERE = Together()
SIGN = "texts-first-posted-by-another"
# Each market has a menu of its own: words that more sellers use would be nobody's.
MENUS = {
    "repeated": "verse ladder sterke haze uit eigen kelder altijd binnen tien minuten bij jou thuis gebracht",
    "forwarded": "dikke toppen van zolder vandaag geknipt en overmorgen gedroogd op je deurmat",
    "user board": "gele bollen zonder poespas die iedere nacht doorgaan tot de zon opkomt achter de dijk",
    "channel board": "witte brokken rechtuit van het blok gehakt zoals opa ze vroeger ook nam na het eten",
}
MENU = MENUS["repeated"]


@pytest.fixture(scope="module")
def judged(tmp_path_factory: pytest.TempPathFactory) -> Judged:
    return HERE.judged(tmp_path_factory, ghost_reasons)


@HERE.market()
def repeated() -> SmallMarket:
    """The shop writes a menu, another repeats it, and the shop writes it anew with another price."""
    market = base()
    market.seller("s_2", "a_thief")
    market.say("a_shop", MENU + " 50 euro", "offer", day=0)
    market.say("a_thief", MENU + " 50 euro", "offer", day=3)
    market.say("a_shop", MENU + " nu voor 45", "offer", day=6)
    return market


def test_who_writes_its_own_ad_anew_after_another_repeated_it_is_no_copier(judged: Judged) -> None:
    assert SIGN not in judged(repeated)["s_1"]


def test_who_repeats_it_is_the_copier(judged: Judged) -> None:
    assert judged(repeated)["s_2"][SIGN]["weight"] > 0


@HERE.market()
def forwarded() -> SmallMarket:
    market = base()
    market.seller("s_2", "a_first")
    market.say("a_first", MENUS["forwarded"], "offer", day=0)
    market.say("a_shop", MENUS["forwarded"], "offer", day=3, forwards="a_first")
    return market


def test_a_forward_says_whose_words_these_are(judged: Judged) -> None:
    assert {SIGN, f"not:{SIGN}"}.isdisjoint(judged(forwarded)["s_1"])


POSTED = {
    "user": ("snelle wagen voor de deur zonder gedoe elke dag", "alles wat je zoekt in een enkele tas"),
    "channel": (
        "grote bus om de hoek met ruime keus in de avond",
        "nooit meer wachten op je zakje sinds ons",
    ),
}


@HERE.market(*POSTED)
def noticeboard(kind: str) -> SmallMarket:
    market = base()
    market.seller("s_board", "a_board")
    market.channels = {"a_board"} if kind == "channel" else set()
    for n, text in enumerate(POSTED[kind]):
        market.seller(f"s_{n + 2}", f"a_{n + 2}")
        market.say(f"a_{n + 2}", text, "offer", day=0)
        market.say("a_board", text, "offer", day=1)
    market.say("a_board", MENUS[f"{kind} board"], "offer", day=2)
    market.say("a_shop", MENUS[f"{kind} board"], "offer", day=3)
    return market


@pytest.mark.parametrize("kind", POSTED)
def test_a_noticeboard_makes_no_author(kind: str, judged: Judged) -> None:
    assert (SIGN in judged(noticeboard, kind)["s_1"]) is (kind != "channel")


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
