"""What ways weigh, learned without labels."""

import random
from datetime import UTC, datetime
from itertools import pairwise

from schakel.linking.clustering.clusters import Ruling
from schakel.linking.comparing.agreement import Observation
from schakel.linking.comparing.background import Background
from schakel.linking.comparing.given_contacts import Period
from schakel.linking.comparing.habits import Habit
from schakel.linking.learning import learn, with_learned
from schakel.linking.resolving import Evidence


def _evidence(hours_tell: bool, pairs: int = 240, seed: int = 4) -> Evidence:
    """Pairs with a contact in common, and pairs with a like name and contacts of their own."""
    chance = random.Random(seed)
    seen, habits, contacts = [], {}, {}
    for number in range(pairs):
        left, right = f"a{number:03d}", f"b{number:03d}"
        same = number % 2 == 0
        rule = "shares_phone" if same else "same_photo"
        seen.append(Observation(left, right, rule, f"x{number}"))
        told = same != (number % 60 in (4, 5)) if hours_tell else chance.random() < 0.5
        value = 1.5 if told else -1.5
        habits[left, right] = Habit(hours=value + chance.uniform(-0.2, 0.2), chats=0.3)
        if not same:
            contacts |= {left: _own(left), right: _own(right)}
    known = Background({}, contacts=contacts, habits=habits)
    return Evidence(frozenset(a for one in seen for a in (one.left, one.right)), tuple(seen), known, ())


def _own(account: str) -> dict[str, dict[str, Period]]:
    return {
        "phone": {f"+31{account}": Period(datetime(2026, 1, 1, tzinfo=UTC), datetime(2026, 3, 1, tzinfo=UTC))}
    }


def test_hours_that_part_sure_pairs_well_count_more_and_are_used() -> None:
    learned = learn(_evidence(hours_tell=True))
    assert learned.scales["hours"] > 1
    assert learned.sure == (120, 120)
    assert learned.better
    assert learned.after is not None
    assert learned.before is not None
    assert learned.after < learned.before
    assert with_learned(_evidence(hours_tell=True)).known.scales == learned.scales


def test_hours_that_tell_nothing_count_less() -> None:
    learned = learn(_evidence(hours_tell=False))
    assert learned.scales["hours"] < 0.5
    assert learned.better


def test_too_few_sure_pairs_change_nothing() -> None:
    evidence = _evidence(hours_tell=True, pairs=30)
    assert learn(evidence).before is None
    assert with_learned(evidence).known.scales == {}
    assert with_learned(_evidence(hours_tell=True, pairs=8)) == _evidence(hours_tell=True, pairs=8)


def test_a_verdict_teaches_nothing_about_others() -> None:
    evidence = _evidence(hours_tell=True)
    ruled = Evidence(
        evidence.accounts,
        (*evidence.observations, Observation("a000", "b000", "verdict_not_same")),
        evidence.known,
        (Ruling(1, "a000", "b000", False),),
    )
    assert learn(ruled) == learn(evidence)


def test_nothing_to_learn_from() -> None:
    assert learn(Evidence(frozenset(), (), Background({}), ())).scales == {"hours": 1.0, "chats": 1.0}


def test_where_hardly_anybody_gives_a_number_pairs_drawn_by_lot_stand_for_two_sellers() -> None:
    chance = random.Random(5)
    pairs = [(f"a{number:03d}", f"b{number:03d}") for number in range(80)]
    strangers = tuple((left, right) for (left, _), (_, right) in pairwise(pairs))
    habits = {pair: Habit(hours=chance.choice((-1.5, 1.5)), chats=0.3) for pair in (*pairs, *strangers)}
    seen = tuple(Observation(*pair, "shares_phone", f"x{number}") for number, pair in enumerate(pairs))
    photos = tuple(Observation(*pair, "same_photo", f"y{number}") for number, pair in enumerate(strangers))
    known = Background({}, habits=habits, strangers=strangers)
    learned = learn(Evidence(frozenset(a for pair in pairs for a in pair), seen + photos, known, ()))
    assert learned.sure == (80, 0)
    assert learned.scales["hours"] < 1
    assert learned.better
