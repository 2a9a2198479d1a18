"""Who asks others about a seller, what they answer, and thanks under an ad: told from questions, jokes and talk of other things."""

from schakel.store.duckdb_engine import DuckDBEngine
from tests.judging.ghost_signs.reading import base, old_customer, read_all, reasons_of
from tests.judging.small_market import SmallMarket

_ILL, _WELL = "spoken-ill-of-when-asked", "not:spoken-ill-of-when-asked"
_WARN, _VOUCH = "independent-accounts-warn", "independent-accounts-vouch"
QUESTIONS = (
    "is @shop legit?",
    "iemand ervaring met @shop",
    "heeft iemand wel eens bij @shop besteld",
    "anyone used @shop?",
    "hat jemand schon bei @shop bestellt?",
    "quelqu'un a testé @shop ?",
    "alguien ha comprado a @shop?",
    "@shop güvenilir mi",
    "кто брал у @shop?",
    "wie kent @shop?",
    "kan ik bij @shop bestellen?",
    "can i order from @shop?",
    "on peut commander chez @shop ?",
    "@shop bilen var mı?",
    "можно заказать у @shop?",
)
ILL = (
    "nee",
    "niet doen man",
    "opgelicht",
    "stay away",
    "Finger weg",
    "arnaque",
    "estafa",
    "uzak dur",
    "кидала",
)
WELL = ("ja", "nooit problemen gehad", "legit for me", "alles gut", "fiable", "todo bien", "sağlam", "ровный")
NEITHER = ("geen idee", "ken hem niet", "no idea bro", "nooit van gehoord", "is hij dat?", "haha")


def answered(question: str, answer: str, by: str = "a_buyer") -> SmallMarket:
    market = base()
    market.offers("a_shop")
    old_customer(market, "a_buyer")
    asked = market.say("a_asker", question, day=9, mentions=("@shop",))
    market.say(by, answer, day=9.1, reply_to=asked.tg_id)
    return market


def under_ad(text: str, act: str | None = None) -> SmallMarket:
    market = base()
    ads = market.offers("a_shop")
    old_customer(market, "a_buyer")
    market.say("a_buyer", text, act, day=9, reply_to=ads[0].tg_id)
    return market


def numbered(markets: list[SmallMarket], engine: DuckDBEngine) -> list[set[str]]:
    """The reasons in each market; numbers for names, since a name stands before every text of its market."""
    found = read_all({f"{n}": market for n, market in enumerate(markets)}, engine)
    return [set(found[f"{n}"]) for n in range(len(markets))]


def test_what_others_answer_to_a_question_about_the_seller_counts(engine: DuckDBEngine) -> None:
    cases = [(text, "nee", _ILL) for text in QUESTIONS]
    cases += [(QUESTIONS[0], text, _ILL) for text in ILL]
    cases += [(QUESTIONS[0], text, _WELL) for text in WELL]
    cases += [(QUESTIONS[0], text, "") for text in NEITHER]
    cases += [("@shop goed of scam?", "niet doen", _ILL), ("@shop goed of scam?", "nee", "")]
    found = numbered([answered(question, text) for question, text, _ in cases], engine)
    for case, reasons in zip(cases, found, strict=True):
        assert reasons & {_ILL, _WELL} == {case[2]} - {""}, case


def test_a_bare_yes_means_what_was_asked(engine: DuckDBEngine) -> None:
    asked = ("is @shop fake?", "@shop echt of nep?", "is @shop betrouwbaar?")
    bad, either, good = numbered([answered(text, "ja") for text in asked], engine)
    assert bad & {_ILL, _WELL} == {_ILL}
    assert not either & {_ILL, _WELL}
    assert good & {_ILL, _WELL} == {_WELL}


def test_nobody_answers_for_itself(engine: DuckDBEngine) -> None:
    markets = [answered(QUESTIONS[0], "ja", by=who) for who in ("a_shop", "a_asker", "a_buyer")]
    assert [_WELL in reasons for reasons in numbered(markets, engine)] == [False, False, True]


def test_who_only_asks_or_puts_somebody_out_for_something_else_is_no_witness(engine: DuckDBEngine) -> None:
    texts = (
        "heeft iemand laatst bij shop besteld",
        "Captcha niet gehaald, shop verwijderd.",
        "shop heeft mij opgelicht",
    )
    found = numbered([under_ad(text, "warning") for text in texts], engine)
    assert [_WARN in reasons for reasons in found] == [False, False, True]


def test_whether_it_still_is_there_is_a_question_and_no_warning(engine: DuckDBEngine) -> None:
    assert _WARN not in reasons_of(under_ad("staat die coke van laatst nog", "warning"), engine)


def test_thanks_under_an_ad_are_praise_and_talk_is_not(engine: DuckDBEngine) -> None:
    thanks = [
        "pakketje binnen, dank je",
        "all good here",
        "got mine",
        "alles angekommen",
        "reçu merci",
        "ровный",
    ]
    other = ["top", "binnen?", "goed, ik stuur pb", "legit? nee scammer", "bestel ik morgen"]
    found = numbered([under_ad(text) for text in thanks + other], engine)
    assert [_VOUCH in reasons for reasons in found] == [True] * len(thanks) + [False] * len(other)


def test_a_warning_that_opens_with_a_username_is_no_question(engine: DuckDBEngine) -> None:
    market = base()
    market.offers("a_shop")
    old_customer(market, "a_buyer")
    market.say("a_buyer", "@shop verkoopt bagger, was suiker", "warning", day=9, mentions=("@shop",))
    assert _WARN in reasons_of(market, engine)
