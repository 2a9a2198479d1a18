"""Estimates against fits of singleRcapture 0.2 (Chlebicki and Beręsewicz, 2026) and Rcapture on the same tables."""

import json
import math
import re
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from schakel.measuring.market_size.count_families import GEOMETRIC
from schakel.measuring.market_size.estimate import estimate_population
from schakel.measuring.market_size.fit import Fit, log_normal_interval
from schakel.measuring.market_size.frequencies import Frequencies, frequencies
from schakel.measuring.market_size.one_inflated import inflated_then_truncated
from schakel.measuring.market_size.truncated_fit import Laws

# Where the reference itself is not at the top of its own likelihood, or fits more parameters than the table has cells.
NOT_AT_THE_TOP = {
    ("nl_illegal_immigrants_1995", "ztHurdlegeom"): 0.015,  # its two printed runs differ by 6 %
    ("scrapie_france", "ztHurdlegeom"): 0.003,
    ("traffic_accidents_simar1976", "ztHurdlegeom"): 0.0012,
    ("h5n1", "zotnegbin"): 0.0012,
    ("rotterdam_opiate_users", "oiztnegbin"): 0.002,
}
WE_REFUSE = {("nl_illegal_firearms", "ztoinegbin")}  # three parameters, three frequencies


@cache
def tables(shared: Path) -> dict[str, Frequencies]:
    read = json.loads((shared / "fixtures/capture/frequency_tables.json").read_text())
    return {name: frequencies({int(k): f for k, f in entry["f"].items()}) for name, entry in read.items()}


@cache
def ours(shared: Path, name: str) -> dict[str, Fit]:
    return {fit.method: fit for fit in estimate_population(tables(shared)[name]).fits}


def reference(shared: Path) -> dict[str, dict[str, Any]]:
    read = json.loads((shared / "fixtures/capture/expected_singleRcapture.json").read_text())
    results: dict[str, dict[str, Any]] = read["results"]
    return results


def test_every_sound_reference_fit_is_reproduced(shared: Path) -> None:
    checked = 0
    for name, models in reference(shared).items():
        for method, expected in models.items():
            if expected["degenerate"] or (name, method) in WE_REFUSE:
                continue
            fit = ours(shared, name)[method]
            assert fit.estimate is not None, (name, method, fit.why)
            allowed = NOT_AT_THE_TOP.get((name, method), 0.001)
            assert fit.estimate == pytest.approx(expected["N"], rel=allowed, abs=0.06), (name, method)
            checked += 1
    assert checked == 216


def test_our_likelihood_is_never_lower_than_that_of_the_reference(shared: Path) -> None:
    for name, models in reference(shared).items():
        for method, expected in models.items():
            fit = ours(shared, name)[method]
            if expected["ll"] is None or expected["degenerate"] or fit.loglik is None:
                continue
            assert fit.loglik >= expected["ll"] - 6e-4, (name, method)


def test_every_degenerate_reference_fit_is_refused_in_words(shared: Path) -> None:
    refused = [
        ours(shared, name)[method]
        for name, models in reference(shared).items()
        for method, expected in models.items()
        if expected["degenerate"]
    ]
    assert len(refused) == 20
    assert all(fit.refused and fit.estimate is None and len(fit.why) > 20 for fit in refused)


def test_intervals_are_those_of_the_reference(shared: Path) -> None:
    for name, models in reference(shared).items():
        for method, expected in models.items():
            if expected["degenerate"] or (name, method) in NOT_AT_THE_TOP or (name, method) in WE_REFUSE:
                continue
            low, high = _bounds_with_the_terms_of_the_reference(
                tables(shared)[name], ours(shared, name)[method]
            )
            # The reference is printed in whole numbers for most tables.
            assert low == pytest.approx(expected["logn"][0], rel=0.01, abs=0.5), (name, method)
            assert high == pytest.approx(expected["logn"][1], rel=0.01, abs=0.5), (name, method)


def _bounds_with_the_terms_of_the_reference(table: Frequencies, fit: Fit) -> tuple[float, float]:
    """Our bounds, but for three geometric models with the second variance term as singleRcapture 0.2 has it.

    With p the chance of being seen, that term is the sum of (1-p)/p² over those seen (its own vignette, and its
    Poisson models). For three geometric models the package sums (1-p)/p or 1/p. We keep the first.
    """
    assert fit.estimate is not None
    assert fit.se is not None
    rest = sum(f for k, f in zip(table.times, table.accounts, strict=True) if k > 1)
    mean = (table.sightings - table.f(1)) / rest - 2
    ratio = (mean**2 + mean + 1) / mean**2
    if fit.method == "zotgeom":
        difference = rest * (ratio - ratio**2 * (1 + 2 * mean) / (1 + mean) ** 2)
    elif fit.method == "ztHurdlegeom":
        difference = table.seen * (ratio - ratio * (mean + 1) / mean**2)
    elif fit.method == "ztoigeom":
        shown = table.seen / fit.estimate
        difference = table.seen * (1 - shown) * (1 / shown - 1 / shown**2)
    else:
        assert fit.low is not None
        assert fit.high is not None
        return fit.low, fit.high
    return log_normal_interval(table.seen, fit.estimate, math.sqrt(fit.se**2 + difference))


def test_our_term_and_not_that_of_the_reference_gives_the_spread_of_estimates() -> None:
    chance = np.random.default_rng(1)
    estimates, ours, theirs = [], [], []
    for _ in range(300):
        times, accounts = np.unique(chance.poisson(chance.exponential(1.0, 300)), return_counts=True)
        table = frequencies({int(k): int(f) for k, f in zip(times, accounts, strict=True) if k})
        fit = inflated_then_truncated(GEOMETRIC, Laws(table))
        assert fit.estimate is not None
        assert fit.se is not None
        shown = table.seen / fit.estimate
        difference = table.seen * (1 - shown) * (1 / shown - 1 / shown**2)
        estimates.append(fit.estimate)
        ours.append(fit.se)
        theirs.append(math.sqrt(fit.se**2 + difference))
    spread = np.std(estimates)
    assert np.median(ours) == pytest.approx(spread, rel=0.08)
    assert np.median(theirs) < 0.9 * spread


RCAPTURE_TABLES = {
    "traffic9461": "traffic_accidents_simar1976",
    "cottontail135": "cottontail",
    "golftees250_MEM": "golf_tees_stabil",
    "taxicab420_MEM": "edinburgh_taxicabs",
    "nl": "nl_illegal_immigrants_1995",
    "firearms": "nl_illegal_firearms",
    "drunk": "nl_drunk_driving",
    "rotterdam": "rotterdam_opiate_users",
    "vancouver": "vancouver_prostitutes",
}
RCAPTURE_MODELS = {
    "M0": "loglinear-alike",
    "Mh Chao (LB)": "lower-bound",
    "Mh Poisson2": "poisson2",
    "Mh Darroch": "darroch",
    "Mh Gamma3.5": "gamma3.5",
}


def test_log_linear_models_of_one_list_are_those_of_rcapture(shared: Path) -> None:
    checked, fits = 0, {}
    for line in (shared / "fixtures/capture/expected_rcapture_closedp.txt").read_text().splitlines():
        if line.startswith("##"):
            fits = ours(shared, RCAPTURE_TABLES[line[2:].strip()])
        model = next((name for name in RCAPTURE_MODELS if line.startswith(name + " ")), None)
        if model:
            estimate, se = (float(word) for word in line[len(model) :].split()[:2])
            assert fits[RCAPTURE_MODELS[model]].estimate == pytest.approx(estimate, rel=1e-3)
            assert fits[RCAPTURE_MODELS[model]].se == pytest.approx(se, rel=2e-3, abs=0.06)
            checked += 1
    assert checked == 45


def test_profile_bounds_are_those_of_rcapture(shared: Path) -> None:
    checked, fits = 0, {}
    for line in (shared / "fixtures/capture/expected_rcapture_closedp.txt").read_text().splitlines():
        if line.startswith("##"):
            fits = ours(shared, RCAPTURE_TABLES[line[2:].strip()])
        found = re.fullmatch(r"(LB|Darroch|Gamma3\.5) profile ([\d.]+) ([\d.]+) (>?)([\d.]+) ?", line)
        if found:
            fit = fits[{"LB": "lower-bound", "Darroch": "darroch", "Gamma3.5": "gamma3.5"}[found[1]]]
            assert fit.low == pytest.approx(float(found[3]), rel=2e-3)
            if found[4]:  # the reference stopped looking there
                assert fit.high is not None
                assert fit.high > float(found[5])
            else:
                assert fit.high == pytest.approx(float(found[5]), rel=2e-3)
            checked += 1
    assert checked == 27


@pytest.mark.parametrize(
    "name", ["traffic_accidents_simar1976", "cottontail", "golf_tees_stabil", "edinburgh_taxicabs"]
)
def test_the_bracket_covers_the_stated_truth(shared: Path, name: str) -> None:
    read = json.loads((shared / "fixtures/capture/frequency_tables.json").read_text())
    bracket = estimate_population(tables(shared)[name]).brackets.all_accounts
    assert bracket.low is not None
    assert bracket.high is not None
    assert bracket.low < read[name]["truth"] < bracket.high


def test_no_upper_end_where_the_table_does_not_carry_one(shared: Path) -> None:
    bracket = estimate_population(tables(shared)["nl_illegal_firearms"]).brackets.all_accounts
    assert bracket.low is not None
    assert bracket.low < 5956  # the one-inflated lower bound of the same table
    assert bracket.high is None
    assert "no upper end" in bracket.high_rests_on
