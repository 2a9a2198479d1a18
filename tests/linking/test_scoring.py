"""Adding up what is seen on a pair of accounts."""

from schakel.linking.agreement import CONTACTS, Observation
from schakel.linking.background import Background
from schakel.linking.scoring import score
from schakel.linking.weights import load_settings


def test_of_contacts_that_weigh_the_same_the_cap_cuts_the_last_by_name() -> None:
    settings = load_settings()
    weights: dict[float, list[str]] = {}
    for rule in CONTACTS:
        weights.setdefault(settings.rules[rule.__name__].of(2), []).append(rule.__name__)
    alike = max(weights.values(), key=lambda names: (len(names), names))
    seen = [Observation("a_1", "a_2", rule, f"{rule}:x") for rule in reversed(alike)]
    (link,) = score(seen, Background({}))
    assert len(alike) > 1
    given = {reason.rule: reason.weight for reason in link.reasons}
    assert [given[rule] for rule in sorted(alike)] == sorted(given.values(), reverse=True)
    assert sum(given.values()) <= settings.cluster["contact_cap"] + 1e-9


def test_the_order_in_which_things_were_seen_does_not_matter() -> None:
    seen = [
        Observation("a_1", "a_2", rule.__name__, f"{rule.__name__}:{number}")
        for rule in CONTACTS
        for number in (1, 2)
    ]
    assert score(seen, Background({})) == score(seen[::-1], Background({}))


def test_nothing_in_common_is_no_link() -> None:
    assert score([], Background({})) == []
