"""Who posts for others is no account of any of them."""

from itertools import product

from schakel.store.duckdb_engine import DuckDBEngine
from tests.linking.market import Market, groups, reasons

_WORDS = {
    1: "verse haze uit eigen tuin 5 gram 50 euro bezorgd in breda",
    2: "top keta 1 gram 20 euro ophalen in gouda",
}


def _post(market: Market, who: int, day: float, ad: str, *contacts: str) -> None:
    said = " ".join(one.split(":", 1)[1] for one in contacts)
    market.post(who, f"{ad} bericht aan {said}", day=day, contacts=contacts)


def _sellers(market: Market) -> None:
    for who, day in product((1, 2), (0, 10, 20)):
        _post(market, who, day, _WORDS[who], f"username:seller{who}", f"phone:+3161111000{who}")


def test_a_keeper_who_posts_for_two_sellers_is_neither_and_ties_them_not_together(
    engine: DuckDBEngine,
) -> None:
    market = Market()
    _sellers(market)
    for who, day in product((1, 2), (3, 14)):
        _post(market, 9, day + who, _WORDS[who], f"username:seller{who}", f"phone:+3161111000{who}")
    made = market.link(engine)
    assert groups(made) == [[1], [2], [9]]
    assert reasons(made, 1, 9) == {}
    assert "username:seller1" in made["sellers"]["member_id"].to_pylist()


def test_one_seller_with_two_numbers_in_its_ads_is_no_poster(engine: DuckDBEngine) -> None:
    market = Market()
    for who, day in product((1, 2), (0, 10, 20)):
        _post(market, who, day, f"{_WORDS[1]} door {who}", f"phone:+3161111000{who}")
    for day in (3, 14):
        _post(market, 9, day, "alles vers in breda vandaag", "phone:+31611110001", "phone:+31611110002")
    assert groups(market.link(engine)) == [[1, 2, 9]]


def test_numbers_that_follow_each_other_are_one_sellers(engine: DuckDBEngine) -> None:
    market = Market()
    for who, day in ((1, 0), (1, 10), (2, 20), (2, 30)):
        _post(market, who, day, f"{_WORDS[1]} door {who}", f"phone:+3161111000{who}")
        _post(market, 9, day + 1, "alles vers in breda vandaag", f"phone:+3161111000{who}")
    assert groups(market.link(engine)) == [[1, 2, 9]]


def test_a_username_in_one_ad_and_a_number_in_the_next_are_one_sellers(engine: DuckDBEngine) -> None:
    market = Market()
    for day in (0, 4, 9):
        _post(market, 1, day, "verse haze uit eigen tuin bezorgd in breda", "username:seller1")
        _post(market, 1, day + 1, "alleen vandaag top keta in breda", "phone:+31611110001")
    for day in (12, 20):
        _post(market, 2, day, "weer online met haze en keta", "username:seller1")
        _post(market, 3, day, "nieuwe ronde haze en keta vanavond", "phone:+31611110001")
    assert groups(market.link(engine)) == [[1, 2, 3]]


def test_a_channel_that_is_called_as_its_seller_is_one_sellers(engine: DuckDBEngine) -> None:
    market = Market()
    for day in (0, 4, 9):
        _post(market, 1, day, "verse haze uit eigen tuin bezorgd in breda", "username:tuin_breda")
        _post(market, 1, day + 1, "alleen vandaag top keta in breda", "username:tuin_breda108")
    for day in (12, 20):
        _post(market, 2, day, "weer online met haze en keta", "username:tuin_breda")
        _post(market, 3, day, "nieuwe ronde haze en keta vanavond", "username:tuin_breda108")
    assert groups(market.link(engine)) == [[1, 2, 3]]


def test_a_machine_that_posts_each_ad_once_is_no_seller_and_makes_none_look_like_it(
    engine: DuckDBEngine,
) -> None:
    market = Market()
    for who in range(1, 8):
        for day in (0, 10, 20):
            _post(market, who, day, f"waar van verkoper nummer {who} uit breda", f"phone:+3161111000{who}")
        _post(market, 9, who * 3, f"waar van verkoper nummer {who} uit breda", f"phone:+3161111000{who}")
    made = market.link(engine)
    assert groups(made) == [[1], [2], [3], [4], [5], [6], [7], [9]]
    assert reasons(made, 1, 9) == {}
