"""Whether somebody is at work behind the ads: what counts as words beside them, and how much each tells."""

from collections.abc import Callable

import pytest

from schakel.judging.ghost_signs.at_work import AtWork, never_mends_its_ads, writes_nothing_but_ads
from schakel.judging.ghost_signs.sign import Limits, Seen
from schakel.judging.weights import ghost_model
from tests.judging.ghost_signs.over_time import other_at_work
from tests.judging.ghost_signs.reading import Judged, base, ghost_reasons
from tests.judging.small_market import SmallMarket
from tests.judging.together import Together

LIMITS = ghost_model().limits
together = Together()


def row(ads: int = 40, talk: int = 0, mended: int = 0, usual: float = 4.0) -> AtWork:
    return AtWork(ads, talk, mended, usual, usual)


def test_who_writes_nothing_else_is_noticed_the_more_the_more_is_usual() -> None:
    few, many = (writes_nothing_but_ads(row(usual=usual), LIMITS) for usual in (0.5, 4.0))
    assert few is not None
    assert many is not None
    assert (few.present, many.present) == (True, True)
    assert few.strength < many.strength <= LIMITS["work_most"]
    assert many.detail == "0 messages of its own beside 40 ads; usual here would be 4.0."


def test_silence_tells_nothing_where_nobody_talks_or_mends() -> None:
    assert writes_nothing_but_ads(row(usual=0.0), LIMITS) is None
    assert never_mends_its_ads(row(usual=0.0), LIMITS) is None


def test_who_writes_a_little_beside_its_ads_speaks_for_itself_half() -> None:
    little, much = (writes_nothing_but_ads(row(talk=talk), LIMITS) for talk in (3, 20))
    assert little is not None
    assert much is not None
    assert (little.present, much.present) == (False, False)
    assert little.strength == 0.5 * much.strength
    assert writes_nothing_but_ads(row(ads=100, talk=1), LIMITS) is None


def test_who_mends_its_ads_speaks_for_itself() -> None:
    seen = never_mends_its_ads(row(mended=2), LIMITS)
    assert seen is not None
    assert not seen.present
    assert never_mends_its_ads(row(ads=400, mended=2), LIMITS) is None


@pytest.mark.parametrize("rule", [writes_nothing_but_ads, never_mends_its_ads])
def test_who_posts_nothing_is_not_judged_by_it(rule: Callable[[AtWork, Limits], Seen | None]) -> None:
    assert rule(row(ads=0), LIMITS) is None


KINDS = ["own words", "answers", "passed on", "praise"]


@together.market(*KINDS)
def beside(kind: str) -> SmallMarket:
    market = base()
    other_at_work(market)
    first = market.offers("a_shop", days=range(60))[0]
    for day in range(20):
        said = {
            "own words": {"text": f"ben er weer {day}"},
            "answers": {"text": f"ja hoor {day}", "reply_to": first.tg_id},
            "passed on": {"text": f"kijk eens {day}", "forwards": "a_else"},
            "praise": {"text": f"die man is goed {day}", "act": "vouch"},
        }[kind]
        market.say("a_shop", day=day + 0.2, **said)
    return market


@pytest.fixture(scope="module")
def reasons(tmp_path_factory: pytest.TempPathFactory) -> Judged:
    return together.judged(tmp_path_factory, ghost_reasons)


@pytest.mark.parametrize("kind", KINDS)
def test_only_words_of_its_own_that_answer_nobody_stand_beside_the_ads(kind: str, reasons: Judged) -> None:
    of = reasons(beside, kind)["s_1"]
    assert ("not:writes-nothing-but-ads" in of) is (kind == "own words")
    assert ("writes-nothing-but-ads" in of) is (kind != "own words")
