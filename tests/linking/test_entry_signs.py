"""What names and copies are worth is told by pairs whose contacts tell, and by nothing else."""

from datetime import UTC, datetime

from schakel.linking.agreement import Observation, sign_of
from schakel.linking.background import Background
from schakel.linking.entry_signs import learn_signs
from schakel.linking.given_contacts import Period

_WHEN = Period(datetime(2026, 1, 1, tzinfo=UTC), datetime(2026, 3, 1, tzinfo=UTC))
Pair = tuple[str, str]


def _market(pairs: int, same: int, rule: str) -> tuple[list[Observation], Background, set[Pair], set[Pair]]:
    seen, given, one, two = [], {}, set[Pair](), set[Pair]()
    for number in range(pairs):
        pair = f"a{number:03d}", f"b{number:03d}"
        seen.append(Observation(*pair, rule, f"x{number}"))
        (one if number < same else two).add(pair)
        if number < same:
            seen.append(Observation(*pair, "shares_phone", f"phone {number}"))
        given |= {account: {"phone": {f"+31{number < same or account}": _WHEN}} for account in pair}
    known = Background(dict.fromkeys(given, _WHEN), contacts=given)
    return seen, known, one, two


def test_where_every_ad_is_stolen_a_copy_is_worth_less_and_where_none_is_more() -> None:
    stolen = learn_signs(*_market(60, 3, "posts_same_ad"))["the same ad"]
    kept = learn_signs(*_market(60, 57, "posts_same_ad"))["the same ad"]
    assert (stolen.pairs, stolen.same) == (60, 3)
    assert stolen.step < -0.5
    assert kept.step >= 0.5


def test_copies_of_a_rare_kind_take_what_all_copies_tell_and_names_do_not() -> None:
    learned = learn_signs(*_market(60, 57, "posts_same_ad"))
    assert learned["a photo or price list"].step == learned["a near copy"].step > 0
    assert "a like name" not in learned


def test_a_handful_of_pairs_tells_nothing() -> None:
    assert learn_signs(*_market(7, 0, "same_name")) == {}


def test_the_order_of_what_was_seen_does_not_matter() -> None:
    seen, known, one, two = _market(30, 11, "same_name")
    assert learn_signs(seen[::-1], known, one, two) == learn_signs(seen, known, one, two)


def test_kinds_of_entry_sign() -> None:
    def kind(*rules: str) -> str | None:
        return sign_of([Observation("a", "b", rule) for rule in rules])

    assert kind("same_name", "posts_same_text") == "a like name and an ad"
    assert kind("same_name", "posts_same_text", "same_photo") == "a like name and a photo"
    assert kind("posts_same_text", "others_share_too") == "a near copy that others have too"
    assert kind("posts_same_ad", "others_share_too") == "the same ad"
    assert kind("posts_same_text", "posts_same_ad") == "the same ad"
    assert kind("same_photo", "posts_same_text") == "a near copy"
    assert kind("announces_move") is None
