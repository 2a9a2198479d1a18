"""Markets of known size with throwaways, aliases and ghosts (200 of them: python -m benchmarks.market_populations)."""

import numpy as np
from benchmarks.market_populations import ends, market


def test_brackets_of_real_sellers_hold_the_truth_where_points_do_not() -> None:
    told = [(one.truth, ends(one)) for one in (market(number, 12_000) for number in range(40))]

    def held(name: str) -> float:
        return float(
            np.mean(
                [
                    low <= truth and (high is None or truth <= high)
                    for truth, by in told
                    for low, high in [by[name]]
                ]
            )
        )

    assert held("measured") >= 0.9
    assert max(held(f"{name}, {of}") for name in ("chao", "zelterman") for of in ("accounts", "points")) < 0.4
    assert np.median([(by["measured"][1] or np.inf) / max(by["measured"][0], 1.0) for _, by in told]) < 3.6
