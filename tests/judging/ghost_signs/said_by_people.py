"""Cases in which people speak of the seller, or ask it."""

from collections.abc import Callable

from tests.judging.ghost_signs.reading import old_customer
from tests.judging.small_market import SmallMarket

Case = Callable[[SmallMarket], None]


def warned_by_name(market: SmallMarket) -> None:
    market.offers("a_shop")
    old_customer(market, "a_victim")
    market.say("a_victim", "scammer, lost 100", "warning", day=9, mentions=("@Shop",))


def warned_by_reply(market: SmallMarket) -> None:
    ads = market.offers("a_shop")
    old_customer(market, "a_victim")
    market.say("a_victim", "nothing came", "warning", day=9, reply_to=ads[0].tg_id)


def warned_by_selector(market: SmallMarket) -> None:
    market.offers("a_shop")
    old_customer(market, "a_victim")
    market.say("a_victim", "shop took my money", "warning", day=9, selectors=(("username", "shop"),))


def never_warned(market: SmallMarket) -> None:
    market.offers("a_shop", days=range(40))
    market.seller("s_2", "a_spoken_of", selectors=("username:spoken",))
    market.offers("a_spoken_of")
    for n in range(12):
        market.say(f"a_w{n}", f"lost {n} euro there", "warning", day=9, mentions=("@spoken",))
        market.say(f"a_v{n}", f"all came, order {n}", "vouch", day=9, mentions=("@spoken",))


def vouched(market: SmallMarket) -> None:
    market.offers("a_shop")
    for who in ("a_k1", "a_k2"):
        old_customer(market, who)
        market.say(who, f"came on time, thanks {who}", "vouch", day=9, mentions=("@shop",))


def vouched_by_straw_men(market: SmallMarket) -> None:
    market.offers("a_shop")
    for who in ("a_n1", "a_n2", "a_n3"):
        market.say(
            who,
            "hundred percent trusted, received it all, best of telegram",
            "vouch",
            day=9,
            mentions=("@shop",),
        )


def grumbled(market: SmallMarket) -> None:
    ads = market.offers("a_shop")
    for n in range(3):
        old_customer(market, f"a_k{n}")
        market.say(f"a_k{n}", "een uur te laat maar ok", day=9 + n, reply_to=ads[0].tg_id)


def on_a_list(market: SmallMarket, head: str, act: str) -> None:
    market.offers("a_shop")
    market.say("a_keeper", "pinned", service=True)
    market.say("a_keeper", f"{head}: @shop", act, day=9, mentions=("@shop",))


def questions(market: SmallMarket, *, answered: bool) -> None:
    ads = market.offers("a_shop")
    for n in range(5):
        asked = market.say(f"a_q{n}", "Nog beschikbaar?", day=6 + n, reply_to=ads[0].tg_id)
        if answered:
            market.say("a_shop", "ja", day=6.1 + n, reply_to=asked.tg_id)


def card_first(market: SmallMarket) -> None:
    ads = market.offers("a_shop")
    for n in range(3):
        asked = market.say(f"a_q{n}", "Nog beschikbaar?", day=6 + n, reply_to=ads[0].tg_id)
        market.say(
            "a_shop", "Ja, stuur eerst de code van de kaart" if n else "ja", day=6.1 + n, reply_to=asked.tg_id
        )


def money_first(market: SmallMarket) -> None:
    ads = market.offers("a_shop")
    asked = market.say("a_q", "Kun je vanavond?", day=6, reply_to=ads[0].tg_id)
    market.say("a_shop", "ja maar wel eerst betalen", day=6.1, reply_to=asked.tg_id)


def asked_about(market: SmallMarket, *answers: str) -> None:
    market.offers("a_shop")
    for n, answer in enumerate(answers):
        old_customer(market, f"a_buyer{n}")
        asked = market.say(f"a_q{n}", f"is @shop legit? {n}", day=9 + n, mentions=("@shop",))
        market.say(f"a_buyer{n}", answer, day=9.1 + n, reply_to=asked.tg_id)


def thanked(market: SmallMarket) -> None:
    ads = market.offers("a_shop")
    for n in range(2):
        old_customer(market, f"a_k{n}")
        market.say(f"a_k{n}", "pakketje binnen, dank je", day=9 + n, reply_to=ads[0].tg_id)


SAID_BY_PEOPLE: list[tuple[str, Case]] = [
    ("independent-accounts-warn", warned_by_name),
    ("independent-accounts-warn", warned_by_reply),
    ("independent-accounts-warn", warned_by_selector),
    ("not:independent-accounts-warn", never_warned),
    ("independent-accounts-vouch", vouched),
    ("not:independent-accounts-vouch", never_warned),
    ("only-doubtful-accounts-vouch", vouched_by_straw_men),
    ("customers-grumble", grumbled),
    ("listed-as-scammer", lambda m: on_a_list(m, "Scamlijst bijgewerkt", "warning")),
    ("not:listed-as-scammer", lambda m: on_a_list(m, "Geverifieerde lijst", "warning")),
    ("independent-accounts-vouch", thanked),
    ("spoken-ill-of-when-asked", lambda m: asked_about(m, "nee", "blijf weg")),
    ("not:spoken-ill-of-when-asked", lambda m: asked_about(m, "ja", "nooit problemen")),
    ("questions-stay-unanswered", lambda m: questions(m, answered=False)),
    ("not:questions-stay-unanswered", lambda m: questions(m, answered=True)),
    ("wants-a-card-when-asked", card_first),
    ("wants-money-first-when-asked", money_first),
]
