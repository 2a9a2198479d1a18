from pathlib import Path

import numpy as np
import pytest

from schakel.judging.ghosts.blinded_checks import draw_by_lot, read_checks, share_from_checks
from schakel.records.errors import SettingsError


def test_the_bounds_hold_the_true_share_though_the_probabilities_are_wrong() -> None:
    chance, held, narrower = np.random.default_rng(8), 0, 0
    for _ in range(200):
        truth = chance.random(400) < 0.45
        said = np.clip(np.where(truth, 0.55, 0.15) + chance.normal(0, 0.1, 400), 0.01, 0.99)  # far too low
        picked = chance.choice(400, 40, replace=False)
        found = share_from_checks(said, {int(at): bool(truth[at]) for at in picked})
        held += found.low <= truth.mean() <= found.high
        plain = 1.645 * np.sqrt(truth[picked].mean() * (1 - truth[picked].mean()) / 40)
        narrower += (found.high - found.low) / 2 < plain
    assert held >= 170
    assert narrower >= 180


def test_probabilities_that_say_nothing_do_no_harm() -> None:
    chance, held = np.random.default_rng(9), 0
    for _ in range(200):
        truth, said = chance.random(300) < 0.3, chance.random(300)
        picked = chance.choice(300, 50, replace=False)
        found = share_from_checks(said, {int(at): bool(truth[at]) for at in picked})
        held += found.low <= truth.mean() <= found.high
    assert held >= 168


def test_checks_that_all_agree_do_not_make_it_sure() -> None:
    found = share_from_checks(np.full(100, 0.2), dict.fromkeys(range(10), False))
    assert found.value == 0.0
    assert found.high > 0.1


def test_too_few_checks_are_refused() -> None:
    with pytest.raises(SettingsError, match="too few"):
        share_from_checks(np.full(100, 0.2), {1: True})


def test_checks_are_read_from_lines(tmp_path: Path) -> None:
    path = tmp_path / "checks.csv"
    path.write_text("seller,answer\ns_1,ghost\ns_2,Real\ns_3,unsure\n", "utf-8")
    assert read_checks(path) == {"s_1": True, "s_2": False}
    path.write_text("seller,answer\ns_1,perhaps\n", "utf-8")
    with pytest.raises(SettingsError, match="Line 2"):
        read_checks(path)


def test_the_lot_is_the_same_for_the_same_sellers() -> None:
    sellers = [f"s_{n}" for n in range(50)]
    assert draw_by_lot(sellers, 10) == draw_by_lot(sellers[::-1], 10)
    assert draw_by_lot(sellers, 10) != sellers[:10]
