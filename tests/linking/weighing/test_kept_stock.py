"""What the share of ads or photos in common weighs is learned on pairs that share a contact."""

from schakel.linking.comparing.background import Background
from schakel.linking.comparing.habits import Habit
from schakel.linking.comparing.shared_stock import InCommon
from schakel.linking.weighing.kept_stock import kept_stock, learn_kept_stock
from schakel.linking.weighing.link import Link

_MOST, _ONE = (4, 5), (1, 8)


def _market(
    sure: list[InCommon], others: list[InCommon]
) -> tuple[list[Link], Background, set[tuple[str, str]]]:
    """Pairs surely one by a contact, and pairs of which nobody knows, by what they have in common."""
    same = {(f"a{number:03d}", f"b{number:03d}"): found for number, found in enumerate(sure)}
    rest = {(f"c{number:03d}", f"d{number:03d}"): found for number, found in enumerate(others)}
    links = [Link(*pair, 9.0, ()) for pair in same] + [Link(*pair, 4.0, ()) for pair in rest]
    habits = {pair: Habit(ads=found) for pair, found in (same | rest).items()}
    return links, Background({}, habits=habits), set(same)


def _weights(sure: list[InCommon], others: list[InCommon]) -> tuple[float, float]:
    links, known, same = _market(sure, others)
    known = known.with_learned({}, {}, {}, against=learn_kept_stock(links, known, same, set()))
    few, most = (
        sum(reason.weight for reason in kept_stock(f"c{at:03d}", f"d{at:03d}", known))
        for at in (0, len(others) - 1)
    )
    return few, most


def test_one_ad_of_many_says_two_sellers_where_sellers_bring_all_of_theirs() -> None:
    few, most = _weights([_MOST] * 30, [_ONE] * 90 + [_MOST] * 10)
    assert few < -0.5
    assert most > 0.5


def test_it_says_nothing_where_sellers_bring_one_ad_along_too_or_nobody_is_known() -> None:
    few, most = _weights([_ONE] * 27 + [_MOST] * 3, [_ONE] * 90 + [_MOST] * 10)
    assert abs(few) < 0.1
    assert abs(most) < 0.1
    assert _weights([], [_ONE] * 50 + [_MOST] * 50) == (0, 0)


def test_more_in_common_never_says_less() -> None:
    few, most = _weights([_ONE] * 20 + [(2, 5)] * 9, [_ONE] * 50 + [(2, 5)] * 5 + [_MOST] * 20)
    assert few <= most


def test_accounts_with_one_ad_each_share_all_or_none() -> None:
    links, known, same = _market([_MOST] * 30, [_ONE] * 60)
    learned = learn_kept_stock(links, known, same, set())
    alone = Background({}, habits={("e", "f"): Habit(ads=(1, 1))}, against=learned)
    assert kept_stock("e", "f", alone) == []
    assert kept_stock("x", "y", alone) == []


def test_photos_count_where_no_ad_is_shared() -> None:
    links, known, same = _market([_MOST] * 30, [_ONE] * 60)
    shown = Background({}, habits={p: Habit(photos=h.ads) for p, h in known.habits.items()})
    learned = learn_kept_stock(links, shown, same, set())
    pair = Background(
        {},
        habits={("e", "f"): Habit(photos=_ONE), ("g", "h"): Habit(ads=(1, 1), photos=_ONE)},
        against=learned,
    )
    assert [reason.rule for reason in kept_stock("e", "f", pair)] == ["photos_in_common"]
    assert kept_stock("g", "h", pair) == []
