"""How far those who praise and warn are believed, and what half an answer says, on a market small enough to read."""

import pytest

from schakel.store.duckdb_engine import DuckDBEngine
from tests.judging.ghost_signs.reading import base, old_customer, reasons_of
from tests.judging.small_market import SmallMarket


@pytest.mark.parametrize("grows", [True, False])
def test_who_posts_once_is_not_missed_as_one_who_posts_all_day_where_thanks_grow_with_ads(
    engine: DuckDBEngine, grows: bool
) -> None:
    market = base()
    market.offers("a_shop", days=range(1))
    for number in range(12):
        ads = 5 * 2 ** (number % 3)
        market.seller(f"s_x{number}", f"a_x{number}", selectors=(f"username:other{number}",))
        market.offers(f"a_x{number}", days=range(ads))
        for n in range(2 * ads // 5 if grows else 4):
            text = f"buyer {n} of number {number} is happy"
            market.say(f"a_b{number}_{n}", text, "vouch", day=9 + n, mentions=(f"@other{number}",))
    missed = reasons_of(market, engine)["not:independent-accounts-vouch"]["detail"]
    usual = float(missed.rpartition("would be ")[2].rstrip("."))
    assert usual <= 0.6 if grows else usual >= 1.0  # by the root of the ads it would be 1.4 and 1.2


def thanked(market: SmallMarket, seller: str, name: str, words: str) -> None:
    for n in range(8):
        who = f"a_{name}{n}"
        old_customer(market, who)
        market.say(who, words.format(n=n), "vouch", day=9 + n / 10, mentions=(f"@{seller}",))


def trust_of(market: SmallMarket, engine: DuckDBEngine) -> float:
    detail = reasons_of(market, engine)["independent-accounts-vouch"]["detail"]
    return float(detail.split("counted as ")[1].split(" ")[0])


def test_copied_thanks_count_for_little_only_where_others_find_words_of_their_own(
    engine: DuckDBEngine,
) -> None:
    def market(others: str) -> SmallMarket:
        market = base()
        market.offers("a_shop")
        thanked(market, "shop", "k", "all came on time and it was good stuff, thanks")
        for number in range(3):
            market.seller(f"s_x{number}", f"a_x{number}", selectors=(f"username:other{number}",))
            market.offers(f"a_x{number}")
            thanked(market, f"other{number}", f"x{number}_", others.format(number=number))
        return market

    apart = trust_of(
        market("order {number}{{n}} arrived, happy customer number {{n}} of other {number}"), engine
    )
    usual = trust_of(market("ordered at number {number}, everything arrived and was as promised"), engine)
    assert usual > 1.5 * apart


def test_mouths_that_do_nothing_but_praise_do_not_set_what_is_usual(engine: DuckDBEngine) -> None:
    market = base()
    market.offers("a_shop")
    thanked(market, "shop", "k", "all came on time and it was good stuff, thanks")
    plain = trust_of(market, engine)
    for number in range(3):
        market.seller(f"s_x{number}", f"a_x{number}", selectors=(f"username:other{number}",))
        market.offers(f"a_x{number}")
        for n in range(12):
            text = "best of telegram, always legit and fast, number one"
            market.say(f"a_hired{n % 4}", text, "vouch", day=9 + n, mentions=(f"@other{number}",))
    assert trust_of(market, engine) == pytest.approx(plain, abs=0.15)


def test_who_praises_eight_sellers_is_a_doubtful_witness_though_it_asks_where_others_do_not(
    engine: DuckDBEngine,
) -> None:
    def market(praised: int) -> SmallMarket:
        market = base()
        market.offers("a_shop")
        for number in range(7):
            market.seller(f"s_x{number}", f"a_x{number}", selectors=(f"username:other{number}",))
            market.offers(f"a_x{number}")
            thanked(market, f"other{number}", f"x{number}_", f"order {number}{{n}} arrived, happy customer")
        old_customer(market, "a_mouth")
        market.say("a_mouth", "anybody with green?", "request", day=1)
        for number in range(praised - 1):
            text = f"number {number} was good to me"
            market.say("a_mouth", text, "vouch", day=10 + number, mentions=(f"@other{number}",))
        market.say("a_mouth", "and this one came on time", "vouch", day=20, mentions=("@shop",))
        return market

    many, several = (trust_of(market(praised), engine) for praised in (8, 7))
    assert many < several / 2


def test_friends_who_only_praise_one_seller_and_never_ask_hardly_count(engine: DuckDBEngine) -> None:
    def trust(asks: bool, again: int) -> float:
        market = base()
        market.seller("s_other", "a_other", selectors=("username:other",))
        market.offers("a_other")
        for n in range(12):  # customers as they usually are: they talk, ask, and thank once
            customer(market, f"a_u{n}", "other", f"order {n} came, thanks")
        ads = market.offers("a_shop")
        for n in range(2):
            for time in range(again):
                market.say(
                    f"a_f{n}", f"good man number {n}, {time}", "vouch", day=9 + time, mentions=("@shop",)
                )
            if asks:
                market.say(f"a_f{n}", "still there?", day=8, reply_to=ads[0].tg_id)
                old_customer(market, f"a_f{n}")
        return trust_of(market, engine)

    assert trust(asks=False, again=2) <= 0.1
    assert trust(asks=True, again=1) >= 1.5


def test_a_regular_customer_who_asks_too_is_believed(engine: DuckDBEngine) -> None:
    market = base()
    market.seller("s_other", "a_other", selectors=("username:other",))
    market.offers("a_other")
    for n in range(12):
        customer(market, f"a_u{n}", "other", f"order {n} came, thanks")
    ads = market.offers("a_shop")
    old_customer(market, "a_regular")
    for time in range(2):
        market.say("a_regular", "still there?", day=8 + time, reply_to=ads[0].tg_id)
        market.say("a_regular", f"came again, {time}", "vouch", day=8.5 + time, mentions=("@shop",))
    assert trust_of(market, engine) >= 0.9


def test_where_most_who_vouch_live_of_praise_one_honest_customer_does_not_hide_it(
    engine: DuckDBEngine,
) -> None:
    def market(hired: int) -> SmallMarket:
        market = base()
        market.offers("a_shop")
        customer(market, "a_honest", "shop", "order came, thanks")
        for number in range(2):
            market.seller(f"s_x{number}", f"a_x{number}", selectors=(f"username:other{number}",))
            market.offers(f"a_x{number}")
        for n in range(hired):
            for other in ("shop", "other0", "other1"):
                market.say(
                    f"a_hired{n}", f"{other} is legit {n}", "vouch", day=9 + n, mentions=(f"@{other}",)
                )
        return market

    assert "only-doubtful-accounts-vouch" in reasons_of(market(2), engine)
    assert "only-doubtful-accounts-vouch" not in reasons_of(market(1), engine)


def customer(market: SmallMarket, who: str, seller: str, words: str) -> None:
    old_customer(market, who)
    market.say(who, f"anybody with stuff, {who}?", "request", day=-10)
    market.say(who, words, "vouch", day=9, mentions=(f"@{seller}",))


def test_who_answers_half_of_the_questions_says_less_than_who_answers_all(engine: DuckDBEngine) -> None:
    def weight(asked: int, answered: int) -> float:
        market = base()
        ads = market.offers("a_shop")
        for n in range(asked):
            question = market.say(f"a_q{n}", "Nog beschikbaar?", day=6 + n, reply_to=ads[0].tg_id)
            if n < answered:
                market.say("a_shop", "ja", day=6.1 + n, reply_to=question.tg_id)
        return float(reasons_of(market, engine)["not:questions-stay-unanswered"]["weight"])

    assert weight(8, 4) > 0.7 * weight(4, 4)  # both negative: for a real seller


def test_who_only_answers_a_seller_is_no_customer_of_it_where_customers_ask(engine: DuckDBEngine) -> None:
    def trust(words: str) -> float:
        market = base()
        market.seller("s_other", "a_other", selectors=("username:other",))
        market.offers("a_other")
        for n in range(12):
            customer(market, f"a_u{n}", "other", f"order {n} came, thanks")
        ads = market.offers("a_shop")
        for n in range(2):
            old_customer(market, f"a_f{n}")
            market.say(f"a_f{n}", words, day=8, reply_to=ads[0].tg_id)
            market.say(f"a_f{n}", f"good man number {n}", "vouch", day=9, mentions=("@shop",))
        return trust_of(market, engine)

    assert trust("still there?") >= 1.8
    assert trust("see you around here again") <= 0.9


@pytest.mark.parametrize("others_ask", [True, False])
def test_who_praises_again_and_never_asks_lives_of_it_where_customers_ask(
    engine: DuckDBEngine, others_ask: bool
) -> None:
    market = base()
    market.seller("s_other", "a_other", selectors=("username:other",))
    market.offers("a_other")
    for n in range(16):
        if others_ask or n == 0:
            customer(market, f"a_u{n}", "other", f"order {n} came, thanks")
        else:
            old_customer(market, f"a_u{n}")
            market.say(f"a_u{n}", f"order {n} came, thanks", "vouch", day=9, mentions=("@other",))
    market.offers("a_shop")
    old_customer(market, "a_again")
    for time, seller in enumerate(("shop", "other")):
        market.say("a_again", f"{seller} is good, {time}", "vouch", day=9 + time, mentions=(f"@{seller}",))
    assert ("only-doubtful-accounts-vouch" in reasons_of(market, engine)) is others_ask
