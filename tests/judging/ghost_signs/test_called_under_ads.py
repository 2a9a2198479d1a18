"""Usernames that no seller gives: whose they are by what others call under ads."""

from schakel.store.duckdb_engine import DuckDBEngine
from tests.judging.ghost_signs.reading import base, old_customer, read_all
from tests.judging.small_market import SmallMarket

_WARN = "independent-accounts-warn"


def called(
    name: str, *said: str, by: str = "a_first", under: str = "ad", also_by_another: bool = False
) -> SmallMarket:
    """Somebody answers a seller, and later somebody else warns of a username."""
    market = base()
    ads = market.offers("a_shop")
    chat = market.say("a_shop", "goedemorgen", day=4)
    market.seller("s_2", "a_other")
    others = market.offers("a_other")
    for witness in ("a_first", "a_second"):
        old_customer(market, witness)
    for text in said:
        market.say(by, text.format(name), day=5, reply_to=(ads[0] if under == "ad" else chat).tg_id)
    if also_by_another:
        market.say("a_second", f"@{name} top", day=5.2, reply_to=others[0].tg_id)
    market.say("a_second", f"betaald aan @{name} en niks gehad", "warning", day=9)
    return market


def test_a_username_called_under_an_ad_is_that_of_its_seller(engine: DuckDBEngine) -> None:
    markets = {
        "called": called("nachtrit", "ben jij @{} nog wakker"),
        "by nobody": called("dagrit"),
        "beside another": called("avondrit", "@{} of @ochtendrit"),
        "under talk": called("snelrit", "hoi @{}", under="talk"),
        "by a seller": called("stadsrit", "kom bij @{}", by="a_other"),
        "under two sellers": called("zondagsrit", "@{} top", also_by_another=True),
    }
    warned = {name for name, reasons in read_all(markets, engine).items() if _WARN in reasons}
    assert warned == {"called"}
