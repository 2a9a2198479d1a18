"""Eight writers on one casebook, one of them killed again and again: no act lost, none doubled, the chain holds."""

from pathlib import Path

from benchmarks.casebook_writers import hammer


def test_eight_writers_one_killed_again_and_again(where: Path | str) -> None:
    outcome = hammer(where, seconds=2.0, writers=8, least=60)
    assert outcome.kills >= 2
    assert outcome.lost == outcome.doubled == 0
    assert outcome.holds
    assert outcome.hours_add_up
