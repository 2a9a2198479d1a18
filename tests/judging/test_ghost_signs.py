"""Every sign in both directions, on a market small enough to read."""

import random
from collections.abc import Callable
from typing import Any

import pytest

from schakel.judging.ghost_signs import SIGNS
from schakel.judging.judge import judge
from schakel.judging.weights import ghost_model
from schakel.store.duckdb_engine import DuckDBEngine
from schakel.store.workers import Workers
from schakel.store.workspace import create_workspace
from tests.judging.small_market import SmallMarket, item, side_by_side

Case = Callable[[SmallMarket], None]


def reasons_of(market: SmallMarket, engine: DuckDBEngine, seller: str = "s_1") -> dict[str, dict[str, Any]]:
    market.write(engine)
    rows = judge(engine, [])["findings"].to_pylist()
    ghosts = [row for row in rows if row["kind"] == "ghost" and row["subject_id"] == seller]
    return {reason["rule"]: reason for row in ghosts for reason in row["reasons"]}


def base() -> SmallMarket:
    market = SmallMarket()
    market.seller("s_1", "a_shop", selectors=("username:shop",))
    return market


def old_customer(market: SmallMarket, name: str) -> None:
    for n in range(6):
        market.say(name, f"just talking {name} {n}", day=-20 + n)


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


def advance(market: SmallMarket) -> None:
    market.offers("a_shop", advance=True)


def cash(market: SmallMarket) -> None:
    market.offers("a_shop", payment=("cash",))


def voucher(market: SmallMarket) -> None:
    market.offers("a_shop", payment=("voucher",))


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


def clockwork(market: SmallMarket) -> None:
    for n in range(8 * 6):
        market.say("a_shop", f"menu {n % 3}", "offer", day=n / 8)


def by_hand(market: SmallMarket) -> None:
    for n in range(60):
        at = random.Random(n).randrange(540) / 1440  # scattered over nine hours, from noon on
        market.say("a_shop", f"menu {n % 3}", "offer", day=n // 3 + at)


def deleted(market: SmallMarket) -> None:
    market.offers("a_shop")
    market.flags["a_shop"] = ["deleted"]


def marked(market: SmallMarket) -> None:
    market.offers("a_shop")
    market.flags["a_shop"] = ["scam"]


def numbered(market: SmallMarket, number: int) -> None:
    market.offers("a_shop")
    market.numbers["a_shop"] = number


def renamed(market: SmallMarket) -> None:
    market.offers("a_shop")
    market.names["a_shop"] = ["Shop", "Shop2", "Snow"]


def around(market: SmallMarket) -> None:
    market.say("a_any", "early", day=-40)
    market.say("a_any", "late", day=130)


def short(market: SmallMarket) -> None:
    around(market)
    market.offers("a_shop")


def long(market: SmallMarket) -> None:
    market.offers("a_shop", days=range(0, 80, 8))


def gone(market: SmallMarket) -> None:
    around(market)
    market.offers("a_shop")
    market.say("a_victim", "scam", "warning", day=3, mentions=("@shop",))


def same_for_ever(market: SmallMarket) -> None:
    for n in range(40):
        market.say("a_shop", "always the same", "offer", day=n / 2)


def sold_out(market: SmallMarket) -> None:
    market.offers("a_shop")
    market.say("a_shop", "Helaas uitverkocht, morgen weer", day=3)


def price_moves(market: SmallMarket) -> None:
    for n in range(4):
        market.say("a_shop", f"menu {n}", "offer", day=n, items=(item("ketamine", 1, 50 + 5 * n),))


PRESENT: list[tuple[str, Case]] = [
    ("independent-accounts-warn", warned_by_name),
    ("independent-accounts-warn", warned_by_reply),
    ("independent-accounts-warn", warned_by_selector),
    ("not:independent-accounts-warn", never_warned),
    ("independent-accounts-vouch", vouched),
    ("not:independent-accounts-vouch", never_warned),
    ("only-doubtful-accounts-vouch", vouched_by_straw_men),
    ("questions-stay-unanswered", lambda m: questions(m, answered=False)),
    ("not:questions-stay-unanswered", lambda m: questions(m, answered=True)),
    ("payment-in-advance", advance),
    ("not:payment-in-advance", cash),
    ("paid-with-vouchers", voucher),
    ("wants-a-card-when-asked", card_first),
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
    ("posts-like-a-clock", clockwork),
    ("not:posts-like-a-clock", by_hand),
    ("posts-without-sleep", clockwork),
    ("not:posts-without-sleep", by_hand),
    ("account-deleted", deleted),
    ("marked-by-platform", marked),
    ("account-is-new", lambda m: numbered(m, 9_000_000)),
    ("not:account-is-new", lambda m: numbered(m, 1)),
    ("changes-names", renamed),
    ("short-life", short),
    ("not:short-life", long),
    ("gone-after-warnings", gone),
    ("stock-never-changes", same_for_ever),
    ("not:stock-never-changes", sold_out),
    ("prices-move", price_moves),
]


MARKETS = {f"{rule}-{n}": (rule, case) for n, (rule, case) in enumerate(PRESENT)}
Reasons = dict[str, dict[str, dict[str, Any]]]


def read_all(markets: dict[str, SmallMarket], engine: DuckDBEngine) -> Reasons:
    """The ghost reasons of seller s_1 of every market, from one workspace that holds them all side by side."""
    side_by_side(markets).write(engine)
    found: Reasons = {name: {} for name in markets}
    for row in judge(engine, [])["findings"].to_pylist():
        name, _, seller = row["subject_id"].rpartition("/")
        if row["kind"] == "ghost" and seller == "s_1":
            found[name] = {reason["rule"]: reason for reason in row["reasons"]}
    return found


@pytest.fixture(scope="module")
def judged(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, SmallMarket], Reasons, set[str]]:
    """All markets, what was said of them, and those whose sign went when the messages it rests on were taken away."""
    engine = DuckDBEngine(create_workspace(tmp_path_factory.mktemp("signs") / "w"), workers=Workers(1))
    markets = {}
    for name, (_, case) in MARKETS.items():
        markets[name] = base()
        case(markets[name])
    first = read_all(markets, engine)
    left, reasons = dict(markets), first
    for _ in range(20):  # a reason lists ten messages at most, so take away until nothing is listed any more
        shown = {
            name: {m.rpartition("/")[2] for m in reasons[name].get(MARKETS[name][0], {}).get("messages", [])}
            for name in markets
        }
        if not any(shown.values()):
            break
        left = {name: market.without(shown[name]) for name, market in left.items()}
        reasons = read_all(left, engine)
    return markets, first, {name for name in markets if MARKETS[name][0] not in reasons[name]}


@pytest.mark.parametrize("name", MARKETS)
def test_a_sign_speaks_in_its_direction(
    name: str, judged: tuple[dict[str, SmallMarket], Reasons, set[str]]
) -> None:
    rule, sign = MARKETS[name][0], MARKETS[name][0].removeprefix("not:")
    reasons, weights = judged[1][name], ghost_model().signs[sign]
    want = weights.absent if rule.startswith("not:") else weights.present
    assert want is not None
    assert rule in reasons
    assert reasons[rule]["weight"] * want.value > 0
    assert (sign if rule.startswith("not:") else f"not:{sign}") not in reasons


@pytest.mark.parametrize("name", MARKETS)
def test_a_sign_rests_on_its_messages(
    name: str, judged: tuple[dict[str, SmallMarket], Reasons, set[str]]
) -> None:
    markets, reasons, gone = judged
    rule = MARKETS[name][0]
    shown = {message.rpartition("/")[2] for message in reasons[name][rule]["messages"]}
    assert shown <= {said.message_id for said in markets[name].said}
    assert shown
    assert name in gone


def test_every_sign_of_the_data_has_a_rule_and_every_rule_its_weights() -> None:
    assert {sign.name for sign in SIGNS} == set(ghost_model().signs)
    tested = {rule for rule, _ in PRESENT}
    for sign in SIGNS:
        assert sign.claim.endswith(".")
        assert sign.name in tested
        assert ghost_model().signs[sign.name].absent is None or f"not:{sign.name}" in tested


@pytest.mark.parametrize(
    ("answer", "wants"),
    [
        ("ja zodra de paysafe binnen is", True),
        ("send me the amazon gift card code first", True),
        ("Erst Gutschein dann Adresse", True),
        ("d'abord une carte PCS", True),
        ("önce hediye kartı", True),
        ("сначала подарочная карта", True),
        ("50 pcs is fine", False),
        ("ja hoor, contant", False),
        ("ik zit op de kaart", False),
    ],
)
def test_a_card_is_told_from_other_answers(answer: str, wants: bool, engine: DuckDBEngine) -> None:
    market = base()
    ads = market.offers("a_shop")
    asked = market.say("a_q", "Nog beschikbaar?", day=6, reply_to=ads[0].tg_id)
    said = market.say("a_shop", answer, day=6.1, reply_to=asked.tg_id)
    market.say("a_q", "mijn cadeaukaart is op", day=6.2, reply_to=said.tg_id)  # not the seller's word
    reasons = read_all({"one": market}, engine)["one"]
    assert ("wants-a-card-when-asked" in reasons) == wants


def test_a_new_copying_or_befriended_voucher_counts_for_less(engine: DuckDBEngine) -> None:
    honest, straw = base(), base()
    vouched(honest)
    vouched_by_straw_men(straw)
    rule = "independent-accounts-vouch"
    assert reasons_of(honest, engine)[rule]["weight"] < reasons_of(straw, engine)[rule]["weight"] < 0


@pytest.mark.parametrize("days", [range(1), range(5)])
def test_who_was_seen_on_one_day_has_no_short_life_and_did_not_fall_silent(
    engine: DuckDBEngine, days: range
) -> None:
    market = base()
    around(market)
    market.offers("a_shop", days=days)
    if len(days) == 1:
        market.say("a_shop", "once more, the same day", "offer", day=0.1)
    market.say("a_victim", "scam", "warning", day=3, mentions=("@shop",))
    told = {"short-life", "gone-after-warnings"} & reasons_of(market, engine).keys()
    assert len(told) == (0 if len(days) == 1 else 2)


def test_a_silence_tells_nothing_of_who_posts_seldom(engine: DuckDBEngine) -> None:
    market = base()
    around(market)
    market.offers("a_shop", days=range(0, 10, 9))  # two days of 138
    assert "short-life" not in reasons_of(market, engine)


def test_vouches_in_return_count_for_less(engine: DuckDBEngine) -> None:
    def market(*, ring: bool) -> SmallMarket:
        made = base()
        made.seller("s_2", "a_friend", selectors=("username:friend",))
        made.offers("a_shop")
        made.offers("a_friend", days=range(-30, -20))
        made.say("a_friend", "very good shop", "vouch", day=5, mentions=("@shop",))
        if ring:
            made.say("a_shop", "very good friend", "vouch", day=6, mentions=("@friend",))
        return made

    rule = "independent-accounts-vouch"
    alone = reasons_of(market(ring=False), engine)[rule]["weight"]
    ring = reasons_of(market(ring=True), engine)[rule]["weight"]
    assert alone < ring < 0


def test_a_seller_cannot_vouch_for_itself(engine: DuckDBEngine) -> None:
    market = base()
    market.seller("s_1", "a_shop", "a_shop2", selectors=("username:shop",))
    market.offers("a_shop")
    market.say("a_shop2", "great shop", "vouch", day=5, mentions=("@shop",))
    assert "independent-accounts-vouch" not in reasons_of(market, engine)


def test_too_few_other_sellers_say_nothing_about_a_price(engine: DuckDBEngine) -> None:
    market = base()
    market.offers("a_shop", days=range(1), items=(item("cocaine", 1, 5),))
    for n in range(7):
        market.seller(f"s_other{n}", f"a_other{n}")
        market.offers(f"a_other{n}", days=range(1), items=(item("cocaine", 1, 50),))
    assert not any("price-far" in rule for rule in reasons_of(market, engine))


def test_an_answer_by_a_bystander_is_no_answer(engine: DuckDBEngine) -> None:
    market = base()
    ads = market.offers("a_shop")
    for n in range(4):
        asked = market.say(f"a_q{n}", "Nog daar?", day=6 + n, reply_to=ads[0].tg_id)
        market.say("a_any", "geen idee", day=6.1 + n, reply_to=asked.tg_id)
    assert "questions-stay-unanswered" in reasons_of(market, engine)
