from schakel.reading.acts import ACTS, Evidence, judge_act
from schakel.reading.find_terms import find_terms
from schakel.reading.plain_text import plain_text


def _judge(text: str, selectors: int = 0) -> tuple[str, float]:
    folded = plain_text(text)
    hits = find_terms(folded)
    goods = [hit for hit in hits if hit.term.kind == "commodity"]
    judgement = judge_act(Evidence(folded, hits, goods, [], [], selectors, 0))
    return judgement.act, judgement.odds


def test_nothing_found_is_no_act() -> None:
    act, odds = _judge("goedemorgen")
    assert act == "none"
    assert odds < -1


def test_more_evidence_raises_the_odds() -> None:
    assert _judge("cocaïne te koop, dm mij, bezorging", 1)[1] > _judge("cocaïne te koop")[1]


def test_talk_of_news_lowers_the_odds() -> None:
    assert _judge("cocaïne te koop, volgens de politie en de rechtbank")[1] < _judge("cocaïne te koop")[1]


def test_reasons_sum_to_the_odds() -> None:
    folded = plain_text("@x is een oplichter, betaald en niks ontvangen")
    judgement = judge_act(Evidence(folded, find_terms(folded), [], [], [], 1, 0))
    assert judgement.act in ACTS
    assert abs(sum(reason.weight for reason in judgement.reasons) - judgement.odds) < 1e-3
