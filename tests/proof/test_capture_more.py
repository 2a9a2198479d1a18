"""Covariates, several lists and changing populations against published figures."""

import numpy as np
import pytest

from schakel.measuring.delimited import read_columns
from schakel.measuring.market_size.covariates import with_covariates
from schakel.measuring.market_size.covariates_inflated import inflated_with_covariates
from schakel.measuring.market_size.fit import Fit
from schakel.measuring.market_size.from_columns import people_of
from schakel.measuring.market_size.histories import histories
from schakel.measuring.market_size.lists import from_lists
from schakel.measuring.market_size.open_population import OpenPopulation, jolly_seber

# Eider ducks, six years, 63 patterns "years seen: number"; Coulson (1984), Ibis 126, in Cormack (1989), Biometrics 45.
DUCKS = """
111111:13 011111:4 101111:5 001111:4 110111:7 010111:3 100111:7 000111:6 111011:5 011011:2 101011:5
001011:8 110011:5 010011:2 100011:2 000011:22 111101:6 101101:3 001101:5 110101:2 010101:2 100101:12
000101:15 111001:5 011001:2 101001:10 001001:14 110001:7 010001:6 100001:9 000001:79 111110:3
101110:6 001110:3 110110:4 100110:5 000110:3 111010:4 101010:3 001010:6 110010:4 010010:2 100010:7
000010:40 111100:6 101100:3 001100:3 110100:5 010100:1 100100:7 000100:16 111000:22 011000:11
101000:23 001000:27 110000:25 010000:18 100000:362
"""
# HIV in four reporting centres of Rome; Abeni, Brancato and Perucci (1994), Epidemiology 5, 410-414.
ROME = """
1110:3 1101:1 1100:33 1010:20 1001:6 1000:403 0111:3 0110:35 0101:10 0100:545 0011:11 0010:621
0001:205
"""


def _patterns(text: str) -> tuple[np.ndarray, np.ndarray]:
    pairs = [pair.split(":") for pair in text.split()]
    present = np.array([[letter == "1" for letter in pattern] for pattern, _ in pairs])
    return present, np.array([float(number) for _, number in pairs])


def _farm(shared: object, file: str, count: str, by: list[str]) -> dict[str, Fit]:
    rows, _ = read_columns(shared / "data/counts_singleRcapture/csv" / file, [count, *by])  # type: ignore[operator]
    group, left_out = people_of(rows, count, by)
    assert left_out == 0
    fits = with_covariates(group) + (inflated_with_covariates(group) if len(by) == 2 else [])
    return {fit.method: fit for fit in fits}


def _normal(fit: Fit, quantile: float = 1.959964) -> tuple[float, float]:
    assert fit.estimate is not None
    assert fit.se is not None
    return fit.estimate - quantile * fit.se, fit.estimate + quantile * fit.se


def test_dutch_immigrants_by_gender_age_and_nation(shared: object) -> None:
    fit = _farm(shared, "netherlandsimmigrant.csv", "capture", ["gender", "age", "nation"])["ztpoisson"]
    assert fit.estimate == pytest.approx(12690.35, abs=0.01)
    assert fit.se == pytest.approx(2808.169, abs=0.01)
    assert (fit.low, fit.high) == pytest.approx((8431.275, 19718.32), abs=0.01)
    assert fit.aic == pytest.approx(1712.901, abs=0.001)
    assert _normal(fit) == pytest.approx((7186.444, 18194.26), abs=0.01)


def test_dutch_immigrants_by_gender_and_age(shared: object) -> None:
    fits = _farm(shared, "netherlandsimmigrant.csv", "capture", ["gender", "age"])
    assert fits["zelterman"].estimate == pytest.approx(10213, abs=0.5)
    assert _normal(fits["zelterman"]) == pytest.approx((8416, 12009), abs=0.7)
    assert fits["ztoigeom"].estimate == pytest.approx(5661.522, abs=0.01)
    # The reference leaves a factor out of one variance term of this model: see test_capture.
    assert _normal(fits["ztoigeom"], 2.575829) == pytest.approx((3178.674, 8144.37), rel=0.004)


def test_farm_submissions(shared: object) -> None:
    fits = _farm(shared, "farmsubmission.csv", "TOTAL_SUB", ["log_size", "log_distance", "C_TYPE"])
    assert fits["ztpoisson"].estimate == pytest.approx(18346, abs=0.5)
    assert _normal(fits["ztpoisson"]) == pytest.approx((17932, 18760), abs=0.6)
    assert fits["chao"].estimate == pytest.approx(21657, abs=0.5)
    assert _normal(fits["chao"]) == pytest.approx((20883, 22430), abs=0.6)


def _ducks() -> OpenPopulation:
    present, numbers = _patterns(DUCKS)
    return jolly_seber(histories(tuple("123456"), present, numbers))


def test_ducks_are_those_of_rcapture() -> None:
    found = _ducks()
    expected = {
        "present": (378.6, 455.2, 356.7, 455.7),
        "seen-share": (0.4649, 0.4635, 0.4457, 0.4170),
        "stayed": (0.4469, 0.9578, 0.7135, 1.0),
        "arrived": (92.6, 31.9, 99.0),
    }
    for what, figures in expected.items():
        ours = [figure.estimate for figure in found.figures if figure.what == what]
        assert ours == pytest.approx(figures, rel=2e-4, abs=0.06 if figures[0] > 1 else 6e-5)
    total = found.figures[-1]
    assert (total.estimate, total.se) == pytest.approx((962, 12), abs=0.5)
    assert (found.deviance, found.freedom) == (pytest.approx(83.36, abs=0.005), 49)


def test_rome_is_that_of_rcapture() -> None:
    present, numbers = _patterns(ROME)
    fits = {fit.method: fit for fit in from_lists(histories(tuple("1234"), present, numbers))}
    for method, estimate, se in (
        ("M0", 11576.7, 946.1),
        ("Mt", 11124.6, 904.8),
        ("Mth-chao", 11701.0, 1030.9),
        ("Mh-chao", 12145.1, 1076.2),
    ):
        assert (fits[method].estimate, fits[method].se) == pytest.approx((estimate, se), abs=0.06), method
    assert fits["Mt-pairs"].why.endswith("1+2")  # the dependence that Baillargeon and Rivest (2007) find
