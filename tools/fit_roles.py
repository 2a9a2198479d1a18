"""Fits what people of each function in the chain write, on transcripts and on markets of makers who did not know the program.

    python tools/fit_roles.py FOLDER                     fits, prints how makers left out are told, and writes the weights
    python tools/fit_roles.py FOLDER --compare           prints only
    python tools/fit_roles.py FOLDER --maker singel=3    fits on one more maker too (a seed of its markets); more than once if need be
    python tools/fit_roles.py FOLDER --without zijl      leaves a maker out

`FOLDER` keeps the markets as `<maker>.<world>.<seed>` (made by benchmarks/other_makers if they are not there), and workspaces of whole runs as
`--workspaces` names them. Two models, the second fitted on what the first says of makers on whom it was not fitted (stacking, Wolpert 1992): the
wording of single short lines, and of all that an account wrote together with what the word lists say of it. Needs scikit-learn (the `dev` extra).
"""

import argparse
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
import scipy.sparse as sp
from fit_reading import LN10, fewer_places
from fit_reading import matrix as sequences
from role_markets import AT_ONCE, Market, Spoken, markets_of, said_by, transcripts
from role_tables import write_roles, write_wording_of_work
from sklearn.linear_model import LogisticRegression, SGDClassifier
from sklearn.metrics import f1_score

from schakel.judging.roles.work import signs
from schakel.reading.weighing.masking import masked_each
from schakel.reading.weighing.wording import BITS
from schakel.records.work_roles import WORK_ROLES

MAKERS = {"kade": 1, "veem": 1, "zijl": 3}  # with the seed of the markets that are fitted on
TALK = "transcripts"
# A line of one who writes much counts less, and those of who hold a role together a good part of those of all others.
SCAN_BITS = 18
PENALTY, PASSES, LIFT = 1e-5, 6, 0.7
WORK_C = 0.05
# Roles are learned where a maker left out is told better than by the rules, on the whole.
LEARNED = ("courier", "recruiter", "group-keeper", "money-handler", "voucher", "supplier")
Fitted = tuple[Any, Any]  # weights (a row a role) and priors, log10


@dataclass(frozen=True, slots=True)
class Lines:
    """Short lines of accounts whose functions are known: the account of each, its functions, its text and the counts of that text."""

    spoken: Spoken
    counts: sp.csr_matrix  # one row a different text


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--workspaces", default="{folder}/{market}.run")
    parser.add_argument("--compare", action="store_true")
    parser.add_argument("--maker", action="append", default=[])
    parser.add_argument("--without", action="append", default=[])
    options = parser.parse_args()
    seeds = MAKERS | {name: int(seed) for name, _, seed in (one.partition("=") for one in options.maker)}
    makers = [name for name in seeds if name not in options.without]
    markets = {name: markets_of(name, seeds[name], options.folder, options.workspaces) for name in makers}
    lines = {name: counted(Spoken.of(one.spoken for one in markets[name])) for name in makers}
    lines[TALK] = counted(transcripts())
    print({name: (len(some.spoken.text), some.counts.shape[0]) for name, some in lines.items()}, flush=True)
    fits = fit_wordings(lines, makers)
    spread = compare(makers, markets, fits)
    if not options.compare:
        write_wording_of_work(*fit_wording(lines, ()))
        write_roles(*fit_work(columns_of(makers, markets, fits)), LEARNED, spread, makers)


# ---- wording


def counted(spoken: Spoken) -> Lines:
    """The sequences of every different text."""
    parts = [spoken.texts[at : at + AT_ONCE] for at in range(0, len(spoken.texts), AT_ONCE)]
    counts = [
        fewer_places(sequences(masked_each(part)), BITS - SCAN_BITS).astype(np.float32) for part in parts
    ]
    return Lines(spoken, sp.vstack(counts).tocsr())


def fit_wordings(lines: Mapping[str, Lines], makers: Sequence[str]) -> dict[frozenset[str], Fitted]:
    """The wording fitted without each maker, and without each two of them."""
    left = [frozenset(some) for many in (1, 2) for some in combinations(makers, many)]
    return dict(zip(left, (fit_wording(lines, some) for some in left), strict=True))


def fit_wording(lines: Mapping[str, Lines], leaving: Collection[str]) -> Fitted:
    """The weights of each place for each role against its lack, as log10, and the prior."""
    kept = [some for name, some in lines.items() if name not in leaving]
    counts = sp.vstack([some.counts[some.spoken.text] for some in kept]).tocsr()
    with ThreadPoolExecutor(2) as pool:
        made = list(pool.map(partial(_of_role, kept, counts), WORK_ROLES))
    weights, priors = zip(*made, strict=True)
    return np.vstack(weights) / LN10, np.array(priors) / LN10


def _of_role(kept: Sequence[Lines], counts: sp.csr_matrix, role: str) -> tuple[Any, float]:
    holds = [np.array([role in roles for roles in some.spoken.roles]) for some in kept]
    weight = np.concatenate([_weights(some.spoken, held) for some, held in zip(kept, holds, strict=True)])
    model = SGDClassifier(loss="log_loss", alpha=PENALTY, max_iter=PASSES, tol=None, random_state=0)
    model.fit(counts, np.concatenate(holds), sample_weight=weight)
    return model.coef_[0], float(model.intercept_[0])


def _weights(spoken: Spoken, holds: Any) -> Any:
    many: dict[str, int] = defaultdict(int)
    for account in spoken.account:
        many[account] += 1
    weight = np.array([1.0 / np.sqrt(many[account]) for account in spoken.account])
    if holds.any():
        weight[holds] *= (weight[~holds].sum() / weight[holds].sum()) ** LIFT
    return weight / weight.mean()


# ---- all that an account wrote


@dataclass(frozen=True, slots=True)
class Accounts:
    """The signs of every account of a maker's markets, and the functions that each holds."""

    columns: Any
    names: list[str]
    roles: list[frozenset[str]]

    def holds(self, role: str) -> Any:
        return np.array([role in roles for roles in self.roles])


def accounts_of(places: Sequence[Market], fitted: Fitted) -> Accounts:
    """The signs of all accounts by a wording that was fitted without them."""
    works = [said_by(place, fitted) for place in places]
    made = [signs(work) for work in works]
    return Accounts(
        np.vstack([columns for columns, _ in made]),
        made[0][1],
        [roles for place in places for roles in place.roles],
    )


def columns_of(
    makers: Sequence[str],
    markets: Mapping[str, Sequence[Market]],
    fits: Mapping[frozenset[str], Fitted],
    without: str = "",
) -> list[Accounts]:
    """The accounts of every maker by a wording that knows neither that maker nor the one left out."""
    kept = [name for name in makers if name != without]
    return [accounts_of(markets[name], fits[frozenset({name, without} - {""})]) for name in kept]


def fit_work(accounts: Sequence[Accounts]) -> tuple[Any, Any, list[str]]:
    """The weight of each sign for each learned role (natural log odds), and the constants."""
    columns = np.vstack([some.columns for some in accounts])
    middle, width = columns.mean(axis=0), columns.std(axis=0) + 1e-6
    weights, constants = [], []
    # every maker counts as much
    weight = np.concatenate([np.full(len(some.roles), 1.0 / len(some.roles)) for some in accounts])
    for role in LEARNED:
        model = LogisticRegression(C=WORK_C, max_iter=2000)
        held = np.concatenate([some.holds(role) for some in accounts])
        model.fit((columns - middle) / width, held, sample_weight=weight / weight.mean())
        weights.append(model.coef_[0] / width)
        constants.append(model.intercept_[0] - float((model.coef_[0] * middle / width).sum()))
    return np.array(weights), np.array(constants), accounts[0].names


def compare(
    makers: Sequence[str], markets: Mapping[str, Sequence[Market]], fits: Mapping[frozenset[str], Fitted]
) -> dict[str, float]:
    """Prints F1 from even odds on of each maker left out, by the rules and as learned; gives by how much the log odds were off."""
    off: dict[str, list[float]] = defaultdict(list)
    if len(makers) < 2:
        return dict.fromkeys(LEARNED, 1.0)
    for name in makers:
        weights, constants, names = fit_work(columns_of(makers, markets, fits, name))
        own = accounts_of(markets[name], fits[frozenset({name})])
        odds = own.columns @ weights.T + constants
        told = []
        for column, role in enumerate(LEARNED):
            held = own.holds(role)
            rules = own.columns[:, names.index(f"rules: {role}")] >= 0
            told.append(f"{role} {f1_score(held, rules):.2f} > {f1_score(held, odds[:, column] >= 0):.2f}")
            off[role].append(_shift(odds[:, column], held))
        print(f"{name}: {', '.join(told)}; off {[round(off[role][-1], 1) for role in LEARNED]}", flush=True)
    return {role: float(np.sqrt(np.mean(np.square(shifts)))) for role, shifts in off.items()}


def _shift(odds: Any, held: Any) -> float:
    """By how much the log odds must be moved for as many to be expected as hold the role, at most 3."""
    shifts = np.linspace(-3.0, 3.0, 121)
    expected = (1.0 / (1.0 + np.exp(-(odds[:, None] + shifts)))).sum(axis=0)
    return float(shifts[np.argmin(np.abs(expected - held.sum()))])


if __name__ == "__main__":
    main()
