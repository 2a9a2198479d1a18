"""People's words on pairs move the weight of their kind of sign: late, little, and not at all once taken back."""

from dataclasses import replace

import pytest

from schakel.linking.clustering.clusters import Ruling
from schakel.linking.clustering.told_by_people import with_words_of_people
from schakel.linking.comparing.agreement import Observation
from schakel.linking.comparing.background import Background
from schakel.linking.resolving import Evidence, resolve
from schakel.linking.weighing.link import Link
from schakel.records.facts import Reason

_SIGN = "a photo or price list"


def _pairs(many: int) -> list[tuple[str, str]]:
    return [(f"a{number:02d}", f"b{number:02d}") for number in range(many)]


def _seen(many: int, rule: str = "same_photo") -> list[Observation]:
    return [Observation(*pair, rule, f"x{at}") for at, pair in enumerate(_pairs(many))]


def _ruled(many: int, same: bool) -> list[Ruling]:
    return [Ruling(number, *pair, same) for number, pair in enumerate(_pairs(many))]


def _step(ruled: list[Ruling], rule: str = "same_photo") -> float:
    made = with_words_of_people({}, ruled, _seen(40, rule), Background({}))
    return made.get(_SIGN, (0.0, ""))[0]


def test_several_confirmed_pairs_raise_their_kind_of_sign_and_refused_ones_lower_it_a_little() -> None:
    assert 0 < _step(_ruled(8, same=True)) <= 0.3
    assert -0.3 <= _step(_ruled(40, same=False)) <= 0
    assert _step(_ruled(40, same=True)) >= _step(_ruled(8, same=True))


@pytest.mark.parametrize("many", [0, 1, 7])
def test_a_few_words_move_nothing(many: int) -> None:
    assert _step(_ruled(many, same=True)) == 0


def test_pairs_with_a_contact_in_common_tell_nothing_of_photos() -> None:
    seen = [*_seen(40), *_seen(40, "shares_phone")]
    for same in (True, False):  # most of all refused ones, which would lower what photos are worth
        assert with_words_of_people({}, _ruled(40, same=same), seen, Background({})) == {}


def test_words_are_compared_with_what_is_said_in_the_end_rivals_and_all() -> None:
    ruled = [replace(ruling, same=ruling.number == 0) for ruling in _ruled(8, same=False)]
    rivals = [Link(one, f"rival of {one}", 6.0, (Reason("same_name", 6.0),)) for one, _ in _pairs(8)]
    alone, beside = (
        with_words_of_people({}, ruled, _seen(8), Background({}), among).get(_SIGN, (0.0, ""))[0]
        for among in ([], rivals)
    )
    assert alone < beside


def test_the_last_word_on_a_pair_counts_and_what_contacts_told_stays_beside_it() -> None:
    turned = [replace(ruling, number=100 + ruling.number, same=False) for ruling in _ruled(8, same=True)]
    both = [*turned, *_ruled(8, same=True)]
    assert _step(both) == _step(turned) <= 0
    step, why = with_words_of_people(
        {_SIGN: (0.4, "of 9 such pairs")}, _ruled(8, same=True), _seen(8), Background({})
    )[_SIGN]
    assert step > 0.4
    assert why == "of 9 such pairs; of 8 such pairs that people decided on, 8 are one seller"


def test_other_pairs_move_with_eight_words_and_are_as_before_once_these_are_taken_back() -> None:
    accounts = frozenset(account for pair in _pairs(40) for account in pair)

    def others(words: int) -> list[float]:
        ruled = tuple(_ruled(words, same=True))
        verdicts = tuple(Observation(r.left, r.right, "verdict_same") for r in ruled)
        made = resolve(Evidence(accounts, (*_seen(40), *verdicts), Background({}), ruled))
        return [link.log10_lr for link in made.links if (link.left, link.right) not in _pairs(words)]

    untouched = others(0)
    assert others(7) == untouched[7:]
    assert min(others(8)) > max(untouched)
    assert max(others(8)) - max(untouched) == pytest.approx(0.3)
