"""Two sellers that are easily told apart: a shop with customers, and a ghost with victims."""

from tests.judging.small_market import SmallMarket, item


def two_sellers() -> SmallMarket:
    market = SmallMarket()
    market.seller("s_real", "a_real", selectors=("username:real",))
    market.seller("s_ghost", "a_ghost", selectors=("username:ghost",))
    lines = (item("cocaine", 1, 50, scale="retail"), item("cocaine", 1000, 30000, scale="bulk"))
    ads = market.offers(
        "a_real", days=range(0, 90, 6), payment=("cash",), items=lines, places=(("Goes", "Zeeland", "Goes"),)
    )
    market.offers("a_ghost", days=range(20, 26), advance=True, text="worldwide shipping")
    for n in range(6):
        asked = market.say(f"a_buyer{n}", "still there?", day=5 + n, reply_to=ads[0].tg_id)
        market.say("a_real", "yes", day=5.1 + n, reply_to=asked.tg_id)
        market.say(f"a_buyer{n}", f"came on time {n}, thanks", "vouch", day=9 + n, mentions=("@real",))
        market.say(f"a_victim{n}", f"paid and blocked {n}", "warning", day=24, mentions=("@ghost",))
    return market
