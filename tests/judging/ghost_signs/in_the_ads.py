"""Cases in which something stands in the ads: terms, prices, words and pictures of others, goods."""

from collections.abc import Callable

from tests.judging.small_market import SmallMarket, item

Case = Callable[[SmallMarket], None]


def advance(market: SmallMarket) -> None:
    market.offers("a_shop", advance=True)


def cash(market: SmallMarket) -> None:
    market.offers("a_shop", payment=("cash",))


def voucher(market: SmallMarket) -> None:
    market.offers("a_shop", payment=("voucher",))


def login(market: SmallMarket) -> None:
    market.say(
        "a_shop",
        "menu: eerst verifiëren via https://kies.veilig-menu.com/a, dan sturen wij de lijst",
        "offer",
    )


def priced(market: SmallMarket, *, own: float, goods: str) -> None:
    market.offers("a_shop", days=range(1), items=(item(goods, 1, own),))
    for n in range(9):
        market.seller(f"s_other{n}", f"a_other{n}")
        market.offers(f"a_other{n}", days=range(1), items=(item(goods, 1, 48 + n),))


def borrowed_text(market: SmallMarket) -> None:
    market.seller("s_2", "a_first")
    market.say("a_first", "long menu with everything in it", "offer", day=0)
    market.say("a_shop", "long menu with everything in it", "offer", day=3)


def own_text(market: SmallMarket) -> None:
    market.offers("a_shop")


def borrowed_photo(market: SmallMarket) -> None:
    market.seller("s_2", "a_first")
    market.say("a_first", "mine", "offer", day=0, media="ff00")
    market.say("a_shop", "mine too", "offer", day=3, media="ff00")


def own_photo(market: SmallMarket) -> None:
    market.say("a_shop", "mine", "offer", day=0, media="ff00")


def everything(market: SmallMarket) -> None:
    goods = ("cocaine", "firearms", "documents", "counterfeit-money")
    market.say("a_shop", "all", "offer", items=tuple(item(g, 1, unit="piece") for g in goods))


def one_kind(market: SmallMarket) -> None:
    market.say("a_shop", "weed", "offer", items=(item("cannabis", 5),))


def everywhere(market: SmallMarket) -> None:
    market.say("a_shop", "Top quality, shipping WORLDWIDE", "offer")


def one_town(market: SmallMarket) -> None:
    market.say("a_shop", "bezorging tilburg", "offer", places=(("Tilburg", "Noord-Brabant", "Tilburg"),))


IN_THE_ADS: list[tuple[str, Case]] = [
    ("payment-in-advance", advance),
    ("not:payment-in-advance", cash),
    ("paid-with-vouchers", voucher),
    ("wants-a-login-behind-a-link", login),
    ("price-far-below-market", lambda m: priced(m, own=15, goods="heroin")),
    ("not:price-far-below-market", lambda m: priced(m, own=52, goods="ghb")),
    ("texts-first-posted-by-another", borrowed_text),
    ("not:texts-first-posted-by-another", own_text),
    ("photos-first-used-by-another", borrowed_photo),
    ("not:photos-first-used-by-another", own_photo),
    ("offers-everything", everything),
    ("not:offers-everything", one_kind),
    ("delivers-everywhere", everywhere),
    ("not:delivers-everywhere", one_town),
]
