import pytest

from schakel.reading.folding.plain_text import plain_text
from schakel.reading.offers import search_text, wording_of
from schakel.reading.weighing.act_signs import ActSign, act_signs
from schakel.reading.weighing.acts import (
    LEAST_ODDS,
    LEAST_SHARE,
    NO_GROUNDS,
    OFFER_AHEAD,
    SURE_OFFER,
    Judgement,
    act_odds,
    judge_act,
    lack_of_grounds,
)
from schakel.reading.weighing.weights import ACTS
from schakel.reading.weighing.wording import wording_odds


def judged(text: str) -> Judgement:
    found = search_text(text)
    signs = act_signs(found, found.wares, [], 0, wording_odds([wording_of(found)])[0].tolist())
    return judge_act(signs, found.text)


def offer_odds(text: str) -> float:
    found = search_text(text)
    signs = act_signs(found, found.wares, [], 0, wording_odds([wording_of(found)])[0].tolist())
    return act_odds(signs)[0]


def test_nothing_found_is_no_act() -> None:
    judgement = judged("goedemorgen")
    assert (judgement.act, judgement.odds < 0) == ("none", True)


def test_talk_of_news_lowers_the_odds_of_an_offer() -> None:
    assert offer_odds("cocaïne te koop, volgens de politie en de rechtbank") < offer_odds("cocaïne te koop")


def test_an_offer_needs_goods_or_street_words() -> None:
    assert (
        lack_of_grounds("offer", {"wording like offer", "price", "selector given"})
        == NO_GROUNDS["offer"]
        <= -1
    )
    assert lack_of_grounds("offer", {"goods"}) == 0
    assert lack_of_grounds("vouch", {"no listed word"}) < -2
    bare = [ActSign("prior", 1.0), ActSign("wording like offer", 3.0)]
    lacking = act_odds([*bare, ActSign("goods", 0.0)])[0] - act_odds(bare)[0]
    assert lacking == pytest.approx(-NO_GROUNDS["offer"])


@pytest.mark.parametrize(
    ("act", "offer", "margin"),
    [
        *((act, SURE_OFFER - 0.1, OFFER_AHEAD) for act in (1, 2, 3, 4)),
        *((act, SURE_OFFER + 0.1, OFFER_AHEAD if act in (1, 4) else 0) for act in (1, 2, 3, 4)),
    ],
)
def test_an_offer_must_be_clearly_likelier_than_another_act(act: int, offer: float, margin: float) -> None:
    def said(odds: float) -> str:
        return judge_act(
            [], plain_text(""), [offer if at == 0 else odds if at == act else -9.0 for at in range(5)]
        ).act

    assert said(offer - margin - 0.01) == "offer"
    assert said(offer - margin + 0.01) == ACTS[act]


@pytest.mark.parametrize(
    "text",
    [
        "@x is een oplichter, betaald en niks ontvangen",
        "coke te koop, dm mij, bezorging in Utrecht",
        "mooi weer vandaag",
        "iemand nog wiet in de buurt van Zwolle?",
    ],
)
def test_reasons_add_up_to_the_odds_against_none(text: str) -> None:
    judgement = judged(text)
    assert judgement.act in {*ACTS, "none"}
    assert sum(reason.weight for reason in judgement.reasons) == pytest.approx(judgement.odds, abs=1e-3)
    assert 0.0 <= judgement.score <= 1.0
    assert judgement.act == "none" or (judgement.odds > 0 and judgement.score > LEAST_SHARE)
    sure = judgement.odds > LEAST_ODDS[judgement.nearest] and judgement.score > LEAST_SHARE
    assert judgement.act != "none" or not sure
