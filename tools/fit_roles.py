"""Fits what people of each function in the chain write, on transcripts and on markets of makers who did not know the program.

    python tools/fit_roles.py FOLDER                     fits, prints how makers left out are told, and writes the weights
    python tools/fit_roles.py FOLDER --compare           prints only
    python tools/fit_roles.py FOLDER --maker singel=3    fits on one more maker too (a seed of its markets); more than once if need be
    python tools/fit_roles.py FOLDER --without zijl      leaves a maker out

`FOLDER` keeps the markets as `<maker>.<world>.<seed>` (made by benchmarks/other_makers if they are not there), and workspaces of whole runs as
`--workspaces` names them. Two models, the second fitted on what the first says of makers on whom it was not fitted (stacking, Wolpert 1992): the
wording of single short lines, and of all that an account wrote together with what the word lists say of it. Needs scikit-learn (the `dev` extra).
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from itertools import combinations
from typing import Any

import numpy as np
import scipy.sparse as sp
from fit_reading import LN10
from market_runs import arguments
from role_markets import Market, Spoken, counted, markets_of, said_by, transcripts
from role_tables import write_roles, write_wording_of_work
from sklearn.linear_model import LogisticRegression, SGDClassifier
from sklearn.metrics import f1_score

from schakel.judging.roles.work import signs
from schakel.records.work_roles import WORK_ROLES

MAKERS = {
    "kade": 1,
    "veem": 1,
    "zijl": 3,
    "singel": 1,
    "kroon": 1,
    "schie": 1,
    "vliet": 1,
}  # with the seed of the markets that are fitted on
TALK = "transcripts"
# A line of one who writes much counts less, and those of who hold a role together a good part of those of all others.
PENALTY, PASSES, LIFT = 1e-5, 6, 0.7


@dataclass(frozen=True, slots=True)
class Way:
    """How a function is learned: from which signs, how freely, and whether what the rules say stands beside it or is one of the signs."""

    signs: Sequence[str]  # beginnings of their names
    freedom: float
    beside: bool = False
    shipped: bool = True  # else its figures are printed only


_ACTS = ("share of", "number of", "messages", "sells")
# Shipped is what tells makers left out better than the rules in the mean, F1 from even odds on (kade, veem, zijl, singel, kroon, schie, vliet). Couriers: .87 .94 .01 .49
# .77 .48 .30 by the rules, .92 .97 .87 .68 .75 .72 .76 by lines and acts, and the rules stand beside since they know more words (decision 75); vouchers .74 .80 .65 .76 .32 .35 .61 and .78 .75 .94 .87 .41 .81 .77; recruiters .79 .89 .93 .43 .66 .56
# .72 and, by lines and acts beside what the rules say, .79 .85 .95 .53 .68 .83 .82. Money handlers (.91 1.0 .97 .48 .85 .68 .54) gain .02, .02 and -.05 with three, keepers
# (1.0 .26 .69 .50 .63 .49 .81) .09 with one.
WAYS = {
    "courier": Way(("courier: ", *_ACTS), 0.5, True),
    "voucher": Way(("",), 0.5),
    "money-handler": Way(
        ("money-handler: ", "rules: money-handler", "share of", "messages", "sells"), 0.5, True, False
    ),
    "recruiter": Way(("recruiter: ", "rules: recruiter", "share of", "messages", "sells"), 0.5),
    "group-keeper": Way(("group-keeper: ",), 0.05, True, False),
}
Fitted = tuple[Any, Any]  # weights (a row a role) and priors, log10
Lines = Sequence[tuple[Spoken, sp.csr_matrix]]  # with the counts of their texts


def main() -> None:
    parser = arguments(__doc__)
    parser.add_argument("--maker", action="append", default=[])
    parser.add_argument("--without", action="append", default=[])
    options = parser.parse_args()
    seeds = MAKERS | {name: int(seed) for name, _, seed in (one.partition("=") for one in options.maker)}
    makers = [name for name in seeds if name not in options.without]
    markets = {name: markets_of(name, seeds[name], options.folder, options.workspaces) for name in makers}
    lines: dict[str, Lines] = {name: [(one.spoken, one.counts) for one in markets[name]] for name in makers}
    talk = transcripts()
    lines[TALK] = [(talk, counted(talk.texts))]
    print({name: sum(len(one.text) for one, _ in some) for name, some in lines.items()}, flush=True)
    fits = fit_wordings(lines, makers)
    spread = compare(makers, markets, fits)
    if not options.compare:
        write_wording_of_work(*fit_wording(lines, ()))
        weights, constants, names = fit_work(columns_of(makers, markets, fits))
        kept = [n for n, way in enumerate(WAYS.values()) if way.shipped]
        roles = list(WAYS)
        told = {roles[n]: (constants[n], spread[roles[n]], WAYS[roles[n]].beside) for n in kept}
        write_roles(weights[kept], names, told, makers)


# ---- wording


def fit_wordings(lines: Mapping[str, Lines], makers: Sequence[str]) -> dict[frozenset[str], Fitted]:
    """The wording fitted without each maker, and without each two of them."""
    left = [frozenset(some) for many in (1, 2) for some in combinations(makers, many)]
    return dict(zip(left, (fit_wording(lines, some) for some in left), strict=True))


def fit_wording(lines: Mapping[str, Lines], leaving: Collection[str]) -> Fitted:
    """The weights of each place for each role against its lack, as log10, and the prior."""
    kept = [some for name, some in lines.items() if name not in leaving]
    counts = sp.vstack([counts[spoken.text] for some in kept for spoken, counts in some]).tocsr()
    with ThreadPoolExecutor(2) as pool:
        made = list(pool.map(partial(_of_role, kept, counts), WORK_ROLES))
    weights, priors = zip(*made, strict=True)
    return np.vstack(weights) / LN10, np.array(priors) / LN10


def _of_role(kept: Sequence[Lines], counts: sp.csr_matrix, role: str) -> tuple[Any, float]:
    holds = [np.array([role in roles for spoken, _ in some for roles in spoken.roles]) for some in kept]
    weight = np.concatenate([_weights(some, held) for some, held in zip(kept, holds, strict=True)])
    model = SGDClassifier(loss="log_loss", alpha=PENALTY, max_iter=PASSES, tol=None, random_state=0)
    model.fit(counts, np.concatenate(holds), sample_weight=weight)
    return model.coef_[0], float(model.intercept_[0])


def _weights(some: Lines, holds: Any) -> Any:
    accounts = [(n, account) for n, (spoken, _) in enumerate(some) for account in spoken.account]
    many = Counter(accounts)
    weight = np.array([1.0 / np.sqrt(many[account]) for account in accounts])
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
    """The weight of each sign for each learned role (natural log odds), and the constants; every maker counts as much."""
    columns, names = np.vstack([some.columns for some in accounts]), accounts[0].names
    middle, width = columns.mean(axis=0), columns.std(axis=0) + 1e-6
    weight = np.concatenate([np.full(len(some.roles), 1.0 / len(some.roles)) for some in accounts])
    weights, constants = np.zeros((len(WAYS), len(names))), np.zeros(len(WAYS))
    for n, (role, way) in enumerate(WAYS.items()):
        kept = np.array([name.startswith(tuple(way.signs)) for name in names])
        model = LogisticRegression(C=way.freedom, max_iter=2000)
        held = np.concatenate([some.holds(role) for some in accounts])
        model.fit(((columns - middle) / width)[:, kept], held, sample_weight=weight / weight.mean())
        weights[n, kept] = model.coef_[0] / width[kept]
        constants[n] = model.intercept_[0] - weights[n] @ middle
    return weights, constants, names


def compare(
    makers: Sequence[str], markets: Mapping[str, Sequence[Market]], fits: Mapping[frozenset[str], Fitted]
) -> dict[str, float]:
    """Prints F1 from even odds on of each maker left out, by the rules and as learned; gives by how much the log odds were off."""
    off: dict[str, list[float]] = defaultdict(list)
    if len(makers) < 2:
        return dict.fromkeys(WAYS, 1.0)
    for name in makers:
        weights, constants, names = fit_work(columns_of(makers, markets, fits, name))
        own = accounts_of(markets[name], fits[frozenset({name})])
        odds, told = own.columns @ weights.T + constants, []
        for n, (role, way) in enumerate(WAYS.items()):
            held, rules = own.holds(role), own.columns[:, names.index(f"rules: {role}")]
            learned = np.maximum(odds[:, n], rules) if way.beside else odds[:, n]
            told.append(f"{role} {f1_score(held, rules >= 0):.2f} > {f1_score(held, learned >= 0):.2f}")
            off[role].append(_shift(learned, held))
        print(f"{name}: {', '.join(told)}; off {[round(off[role][-1], 1) for role in WAYS]}", flush=True)
    return {role: float(np.sqrt(np.mean(np.square(shifts)))) for role, shifts in off.items()}


def _shift(odds: Any, held: Any) -> float:
    """By how much the log odds must be moved for as many to be expected as hold the role, at most 3."""
    shifts = np.linspace(-3.0, 3.0, 121)
    expected = (1.0 / (1.0 + np.exp(-(odds[:, None] + shifts)))).sum(axis=0)
    return float(shifts[np.argmin(np.abs(expected - held.sum()))])


if __name__ == "__main__":
    main()
