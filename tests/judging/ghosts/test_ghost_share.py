import numpy as np

from schakel.judging.ghosts.ghost_share import ghost_share
from schakel.records.tables import empty, from_rows


def findings(values: list[float], spread: float = 0.1, kind: str = "ghost") -> list[dict[str, object]]:
    return [
        {
            "finding_id": f"f_{kind}{n}",
            "subject_kind": "seller",
            "subject_id": f"s_{n}",
            "kind": kind,
            "value": value,
            "low": max(value - spread, 0.0),
            "high": min(value + spread, 1.0),
        }
        for n, value in enumerate(values)
    ]


def test_the_share_is_the_mean_and_other_findings_do_not_count() -> None:
    rows = findings([0.2, 0.4, 0.9]) + findings([1.0], kind="role")
    assert abs(ghost_share(from_rows(rows, "findings")).value - 0.5) < 1e-6


def test_many_sellers_never_make_the_bounds_narrower_than_the_weights_allow() -> None:
    values = [0.3] * 5000
    share = ghost_share(from_rows(findings(values, spread=0.2), "findings"))
    assert share.low <= 0.1
    assert share.high >= 0.5


def test_few_sellers_keep_the_chance_of_the_count() -> None:
    share = ghost_share(from_rows(findings([0.5] * 4, spread=0.0), "findings"))
    assert share.low <= 0.1
    assert share.high >= 0.9


def test_the_bounds_hold_the_true_share_where_the_probabilities_are_right() -> None:
    chance, held = np.random.default_rng(7), 0
    for _ in range(200):
        p = chance.beta(1, 2, 60)
        share = ghost_share(from_rows(findings(p.tolist(), spread=0.0), "findings"))
        held += share.low <= (chance.random(60) < p).mean() <= share.high
    assert held >= 167  # 90 % of 200, less three standard deviations


def test_without_findings_nothing_is_known() -> None:
    share = ghost_share(empty("findings"))
    assert (share.low, share.high) == (0.0, 1.0)


def test_the_order_of_the_rows_does_not_matter() -> None:
    rows = findings([0.1, 0.7, 0.33, 0.2])
    assert ghost_share(from_rows(rows, "findings")) == ghost_share(from_rows(rows[::-1], "findings"))
