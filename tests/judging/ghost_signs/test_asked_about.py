"""Who asks others about a seller, what they answer, and thanks under an ad: told from questions, jokes and talk of other things."""

from collections.abc import Callable

import pytest

from schakel.store.duckdb_engine import DuckDBEngine
from tests.judging.ghost_signs.reading import base, ghost_reasons, old_customer, reasons_of
from tests.judging.small_market import SmallMarket
from tests.judging.together import Together

HERE = Together()
Rules = Callable[..., set[str]]
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
    "legit check @shop",
    "iemand die @shop kent",
    "wie heeft er al eens bij @shop gehaald",
    "wat is de echte @shop",
    "which one is the real @shop",
    "any1 used @shop",
)
ILL = (
    "nee",
    "50 euro kwijt",
    "slechtste die er is",
    "niet doen man",
    "opgelicht",
    "stay away",
    "Finger weg",
    "arnaque",
    "estafa",
    "uzak dur",
    "кидала",
)
WELL = (
    "ja",
    "kwam alles aan",
    "is een goeie",
    "nooit problemen gehad",
    "legit for me",
    "alles gut",
    "fiable",
    "todo bien",
    "sağlam",
    "ровный",
    "geen scam deze",
    "not a scam",
    "pas une arnaque",
    "не кидала",
    "+1",
    "can confirm",
    "thanks was lekker",
    "10/10",
)
NEITHER = ("geen idee", "ken hem niet", "no idea bro", "nooit van gehoord", "is hij dat?", "haha")


CASES = [
    *((text, "nee", _ILL) for text in QUESTIONS),
    *((QUESTIONS[0], text, _ILL) for text in ILL),
    *((QUESTIONS[0], text, _WELL) for text in WELL),
    *((QUESTIONS[0], text, "") for text in NEITHER),
    ("@shop goed of scam?", "niet doen", _ILL),
    ("@shop c'est un fake ou pas", "arnaque", _ILL),
    ("@shop goed of scam?", "nee", ""),
    ("@shop goed of scam?", "+1", ""),
    ("is @shop fake?", "can confirm", _ILL),
    ("is @shop fake?", "geen fake", _WELL),
]
AGREED_TO = {"is @shop fake?": {_ILL}, "@shop echt of nep?": set(), "is @shop betrouwbaar?": {_WELL}}
UNDER_WARNINGS = {
    "heeft iemand laatst bij shop besteld": False,
    "Captcha niet gehaald, shop verwijderd.": False,
    "shop heeft mij opgelicht": True,
}
THANKS = ("pakketje binnen, dank je", "all good here", "got mine", "alles angekommen", "reçu merci", "ровный")
NO_THANKS = ("top", "binnen?", "goed, ik stuur pb", "legit? nee scammer", "bestel ik morgen")


@pytest.fixture(scope="module")
def rules(tmp_path_factory: pytest.TempPathFactory) -> Rules:
    """The rules that speak of the shop of a market."""
    judged = HERE.judged(tmp_path_factory, ghost_reasons)
    return lambda make, *given: set(judged(make, *given)["s_1"])


@HERE.market(
    *(case[:2] for case in CASES),
    *((question, "ja") for question in AGREED_TO),
    *((QUESTIONS[0], "ja", who) for who in ("a_shop", "a_asker")),
)
def answered(question: str, answer: str, by: str = "a_buyer") -> SmallMarket:
    market = base()
    market.offers("a_shop")
    old_customer(market, "a_buyer")
    asked = market.say("a_asker", question, day=9, mentions=("@shop",))
    market.say(by, answer, day=9.1, reply_to=asked.tg_id)
    return market


@HERE.market(*((text, "warning") for text in UNDER_WARNINGS), *THANKS, *NO_THANKS)
def under_ad(text: str, act: str | None = None) -> SmallMarket:
    market = base()
    ads = market.offers("a_shop")
    old_customer(market, "a_buyer")
    market.say("a_buyer", text, act, day=9, reply_to=ads[0].tg_id)
    return market


@pytest.mark.parametrize(("question", "answer", "says"), CASES)
def test_what_others_answer_to_a_question_about_the_seller_counts(
    question: str, answer: str, says: str, rules: Rules
) -> None:
    assert rules(answered, question, answer) & {_ILL, _WELL} == {says} - {""}


@pytest.mark.parametrize("question", AGREED_TO)
def test_a_bare_yes_means_what_was_asked(question: str, rules: Rules) -> None:
    assert rules(answered, question, "ja") & {_ILL, _WELL} == AGREED_TO[question]


def test_nobody_answers_for_itself(rules: Rules) -> None:
    assert _WELL not in rules(answered, QUESTIONS[0], "ja", "a_shop")
    assert _WELL not in rules(answered, QUESTIONS[0], "ja", "a_asker")
    assert _WELL in rules(answered, QUESTIONS[0], "ja")


@pytest.mark.parametrize("text", UNDER_WARNINGS)
def test_who_only_asks_or_puts_somebody_out_for_something_else_is_no_witness(text: str, rules: Rules) -> None:
    assert (_WARN in rules(under_ad, text, "warning")) is UNDER_WARNINGS[text]


def test_whether_it_still_is_there_is_a_question_and_no_warning(engine: DuckDBEngine) -> None:
    """It shows by how the text begins: in a market that stands alone, nothing stands before it."""
    assert _WARN not in reasons_of(under_ad("staat die coke van laatst nog", "warning"), engine)


@pytest.mark.parametrize("text", THANKS + NO_THANKS)
def test_thanks_under_an_ad_are_praise_and_talk_is_not(text: str, rules: Rules) -> None:
    assert (_VOUCH in rules(under_ad, text)) is (text in THANKS)


@HERE.market()
def opens_with_a_username() -> SmallMarket:
    market = base()
    market.offers("a_shop")
    old_customer(market, "a_buyer")
    market.say("a_buyer", "@shop verkoopt bagger, was suiker", "warning", day=9, mentions=("@shop",))
    return market


def test_a_warning_that_opens_with_a_username_is_no_question(rules: Rules) -> None:
    assert _WARN in rules(opens_with_a_username)
