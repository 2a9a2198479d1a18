"""What one message that may be misread is worth for a role, by what all others write."""

from schakel.judging.roles.role_hints import Hint, Rates, found_rates, held_by

BEFORE = {"accounts": 50, "messages": 2000, "recruit": {"held": 0.01, "slips": 0.001}}


def hint(texts: int, written: int, sure: int = 0, all_written: int = 20_000, writers: int = 400) -> Hint:
    return Hint(None, f"a_{texts}_{written}", "recruit", sure, texts, 0.1, written, all_written, writers)


def test_one_text_among_many_says_little_and_several_of_few_say_much() -> None:
    rates = Rates(0.01, 0.001)
    assert held_by(hint(1, 60), rates) < 0.1
    assert held_by(hint(3, 6), rates) > 0.95
    assert held_by(hint(1, 2), rates) < held_by(hint(2, 2), rates)
    assert held_by(hint(0, 5, sure=2), rates) == 0.0


def test_where_many_have_one_such_text_it_is_worth_less() -> None:
    few = found_rates([hint(1, 50) for _ in range(2)], BEFORE, "recruit")
    many = found_rates([hint(1, 50) for _ in range(150)], BEFORE, "recruit")
    assert many.slips > 3 * few.slips
    assert held_by(hint(1, 2), many) < held_by(hint(1, 2), few)


def test_those_who_are_sure_make_the_role_more_common_here() -> None:
    none = found_rates([hint(1, 50)], BEFORE, "recruit")
    some = found_rates([hint(1, 50), *(hint(0, 5, sure=1) for _ in range(40))], BEFORE, "recruit")
    assert some.held > 3 * none.held
    assert found_rates([], BEFORE, "recruit") == Rates(0.01, 0.001)


def test_no_numbers_are_too_odd() -> None:
    for odd in (hint(5000, 5000), hint(1, 10**9), hint(1, 1, all_written=0, writers=0)):
        rates = found_rates([odd], BEFORE, "recruit")
        assert 0.0 <= held_by(odd, rates) <= 1.0
