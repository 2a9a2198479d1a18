"""Every sign in both directions, on a market small enough to read."""

import pytest

from schakel.judging.ghost_signs import SIGNS
from schakel.judging.weights import ghost_model
from schakel.store.duckdb_engine import DuckDBEngine
from schakel.store.workers import Workers
from schakel.store.workspace import create_workspace
from tests.judging.ghost_signs.in_the_ads import IN_THE_ADS
from tests.judging.ghost_signs.over_time import OVER_TIME
from tests.judging.ghost_signs.reading import Reasons, base, read_all
from tests.judging.ghost_signs.said_by_people import SAID_BY_PEOPLE
from tests.judging.small_market import SmallMarket

PRESENT = [*SAID_BY_PEOPLE, *IN_THE_ADS, *OVER_TIME]
MARKETS = {f"{rule}-{n}": (rule, case) for n, (rule, case) in enumerate(PRESENT)}


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
