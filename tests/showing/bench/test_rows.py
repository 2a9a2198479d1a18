import pytest

from schakel.showing.bench.methods import beside
from schakel.showing.bench.rows import Row, rows_of
from schakel.showing.bench.taken import OURS, Taken


def table(*changed: Taken) -> dict[str, Row]:
    """Every row with 100 messages in 2 seconds and 50 MB, but for those that are given."""
    told = {one.row for one in changed if one.by == OURS}
    plain = [Taken(row, OURS, 100, "messages", 2.0, 1.0, 50.0) for row in beside().row if row not in told]
    return {row.row: row for row in rows_of([*plain, *changed])}


def test_rows_stand_in_their_order() -> None:
    assert list(table()) == list(beside().row)


def test_the_median_of_all_rounds_and_how_far_they_lay_apart() -> None:
    rounds = [
        Taken("intake", OURS, 100, "messages", seconds, seconds, memory)
        for seconds, memory in ((3, 9), (1, 8), (2, 7))
    ]
    row = table(*rounds)["intake"]
    assert (row.ours.seconds.median, row.ours.seconds.least, row.ours.seconds.most) == (2, 1, 3)
    assert row.ours.peak_mb == 9
    assert row.ours.a_second == 50


def test_a_sample_is_compared_by_its_rate() -> None:
    row = table(
        Taken("reading", OURS, 1000, "texts", 10.0, 1.0, 50.0),
        Taken("reading", "one-expression", 10, "texts", 1.0, 1.0, 25.0),
    )["reading"]
    assert row.ratio("one-expression") == pytest.approx(10.0)
    assert row.memory_ratio("one-expression") == 0.5


def test_other_units_are_compared_by_the_seconds_of_the_same_market() -> None:
    row = table(Taken("linking", "splink", 7, "accounts", 6.0, 1.0, 100.0))["linking"]
    assert row.ratio("splink") == 3.0
    assert row.memory_ratio("splink") == 2.0


def test_what_was_not_measured_has_no_ratio() -> None:
    rows = table(
        Taken("copies", "datasketch", why="It is not installed."),
        Taken("grown", OURS, why="Pages cannot be cut."),
        Taken("grown", "plain-script", 100, "messages", 1.0, 1.0, 1.0),
    )
    assert rows["copies"].ratio("datasketch") is None
    assert rows["copies"].memory_ratio("all-pairs") is None
    assert rows["grown"].ratio("plain-script") is None
    assert rows["grown"].as_json()["why"] == "Pages cannot be cut."
    (told,) = rows["copies"].as_json()["beside"]
    assert told["why"] == "It is not installed."
    assert "seconds" not in told
