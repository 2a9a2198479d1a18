"""The share of ghosts from a few sellers that were checked by people who did not see what the program said of them."""

import csv
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from schakel.records.errors import SettingsError
from schakel.records.facts import Estimate
from schakel.records.ids import make_id

_Z = 1.644854  # 90 %
_LEAST = 5
_METHOD = "prediction-powered mean of blinded checks (Angelopoulos and others, 2023), bounds of 90 %"


def share_from_checks(probability: NDArray[np.float64], checked: Mapping[int, bool]) -> Estimate:
    """The share of ghosts among all sellers: their mean probability, put right by how far it was off at the checked.

    `checked` tells of places in `probability` whether that seller turned out to be a ghost; they must have been drawn
    by lot. The weight of the probabilities is the one that gives the narrowest bounds (PPI++, Angelopoulos, Duchi and
    Zrnic 2023), so bad probabilities do no harm. SettingsError with fewer than five checks.
    """
    if len(checked) < _LEAST:
        raise SettingsError(
            f"{len(checked)} checks are too few to say anything of all sellers.",
            todo=f"Check at least {_LEAST} sellers, drawn by lot: schakel judge --draw 30",
        )
    places = np.array(sorted(checked), np.int64)
    truth, said = np.array([float(checked[int(at)]) for at in places]), probability[places]
    few, many = len(places), len(probability)
    spread = float(np.var(said, ddof=1))
    power = 0.0 if not spread else float(np.cov(truth, said)[0, 1]) / (spread * (1 + few / many))
    power = min(max(power, 0.0), 1.0)
    value = float(truth.mean() + power * (probability.mean() - said.mean()))
    # One more ghost and one more real seller keep the variance from being nothing where all checks agree.
    rest = np.append(truth - power * said, [1.0 - power * said.mean(), -power * said.mean()])
    error = np.sqrt(np.var(rest, ddof=1) / few + power**2 * np.var(probability) / many)
    value = min(max(value, 0.0), 1.0)
    half = _Z * float(error)
    return Estimate(
        round(value, 6),
        round(max(value - half, 0.0), 6),
        round(min(value + half, 1.0), 6),
        _METHOD,
        (
            f"{few} of {many} sellers were checked, drawn by lot and blindly",
            "a check tells ghost from real rightly",
        ),
    )


def draw_by_lot(sellers: Sequence[str], count: int) -> list[str]:
    """So many sellers by lot: the same ones for the same sellers, and in no order that says anything."""
    return sorted(sellers, key=lambda seller: make_id("lot", seller))[:count]


def read_checks(path: Path) -> dict[str, bool]:
    """Seller (or account) and whether it is a ghost, from lines `seller,ghost` or `seller,real`; `unsure` is left out.

    SettingsError if the file cannot be read or a line says something else.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as opened:
            rows = [row for row in csv.reader(opened) if row and row[0].strip()]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise SettingsError(
            f"The checks in {path} cannot be read: {error}.", todo="Give another file."
        ) from error
    found: dict[str, bool] = {}
    for number, row in enumerate(rows, 1):
        word = row[1].strip().lower() if len(row) > 1 else ""
        if word in ("ghost", "real"):
            found[row[0].strip()] = word == "ghost"
        elif word != "unsure" and number > 1:
            raise SettingsError(
                f"Line {number} of {path} does not say ghost, real or unsure.",
                means="No share was made from the checks.",
                todo="Write one seller a line, for example: s_0f3a...,ghost",
            )
    return found
