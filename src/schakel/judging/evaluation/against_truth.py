"""The ghost judgement measured on a workspace whose truth is known, with what each sign is worth beside it."""

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from schakel.judging.evaluation.figures import Quality, auc, quality
from schakel.judging.evaluation.truth import Truth, read_truth
from schakel.judging.facts import Facts
from schakel.judging.ghost_signs import SIGNS
from schakel.judging.ghosts.ghost import Evidence, Judged, all_evidence, judge_ghosts
from schakel.judging.ghosts.label_model import probability
from schakel.judging.ghosts.voiced import said_of_all
from schakel.judging.judge import gathered, verdicts_by_seller
from schakel.judging.weights import ghost_model
from schakel.records.errors import SettingsError
from schakel.records.facts import Verdict
from schakel.store.engine import Engine

Report = Callable[[str, int, int], None]
Judge = Callable[[list[Evidence]], Judged]
Floats = NDArray[np.float64]


class _Simple(NamedTuple):
    """What the simple methods count at one seller."""

    offers: int
    warners: int
    vouchers: int


class _Asked(NamedTuple):
    """Ads that demand payment in advance."""

    in_advance: int


@dataclass(frozen=True, slots=True)
class Without:
    """The judgement when one sign says nothing: AUC, Brier score, and how much of each it was worth."""

    sign: str
    sellers: int  # at which it spoke
    auc: float
    auc_lost: float
    brier: float
    brier_lost: float


@dataclass(frozen=True, slots=True)
class AgainstTruth:
    """The judgement of a workspace against its truth.

    `families` gives the AUC of each rule set alone, `simple` that of simple methods; `share` is value, low, high
    (90 %) and `share_true` the share among the judged sellers, `share_of_holders` among the holders behind them.
    """

    sellers: int
    ghosts: int
    share: tuple[float, float, float]
    share_true: float
    share_of_holders: float
    whole: Quality
    families: dict[str, float]
    simple: dict[str, float]
    without: tuple[Without, ...]

    def as_json(self) -> dict[str, Any]:
        """All figures, for machines."""
        return asdict(self)


def measure(
    engine: Engine,
    verdicts: Sequence[Verdict],
    truth: Path,
    *,
    ablation: bool = True,
    report: Report | None = None,
) -> AgainstTruth:
    """Judges the sellers of the workspace anew, with the verdicts in force, and compares with the truth.

    SettingsError if the truth speaks of none of them.
    """
    facts, known = gathered(engine), read_truth(truth, engine)
    offering = facts.table("reputation").column("offers").to_numpy() > 0
    sellers = np.flatnonzero(offering)
    rows, ghost = _known_rows(facts, sellers, known)
    if not len(rows):
        raise _of_none_here(truth)
    evidence = all_evidence(facts, ghost_model(), offering)
    judge = _judge_of(facts, offering, verdicts)
    judged = judge(evidence)
    whole = _quality(judged, rows, ghost)
    return AgainstTruth(
        sellers=len(rows),
        ghosts=int(ghost.sum()),
        share=judged.weighed.share,
        share_true=float(ghost.mean()) if len(ghost) else 0.0,
        share_of_holders=known.share,
        whole=whole,
        families=_families(judged, rows, ghost),
        simple=_simple(facts, sellers[rows], ghost),
        without=_ablation(evidence, judge, whole, (rows, ghost), report) if ablation else (),
    )


def _of_none_here(truth: Path) -> SettingsError:
    return SettingsError(
        f"The truth in {truth} speaks of none of the sellers of this workspace.",
        means="Nothing was measured.",
        todo="Name the truth of the market that was read here, and link it first: schakel link",
    )


def _judge_of(facts: Facts, offering: NDArray[np.bool_], verdicts: Sequence[Verdict]) -> Judge:
    """Judges the sellers who offer by any part of the evidence, with the verdicts on them."""
    sellers, model = np.flatnonzero(offering), ghost_model()
    said, of_all = verdicts_by_seller(facts, verdicts), said_of_all(facts, offering)
    return lambda evidence: judge_ghosts(evidence, sellers, model, said, of_all)


def _known_rows(
    facts: Facts, sellers: NDArray[np.int64], truth: Truth
) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
    names = facts.table("subjects").column("seller_id").to_pylist()
    rows = np.array([at for at, n in enumerate(sellers) if names[n] in truth.ghost], np.int64)
    return rows, np.array([truth.ghost[names[n]] for n in sellers[rows]], np.bool_)


def _quality(judged: Judged, rows: NDArray[np.int64], ghost: NDArray[np.bool_]) -> Quality:
    score = judged.weighed.score[rows]
    return quality(probability(score), score - judged.weighed.learned.prior, ghost)


def _families(judged: Judged, rows: NDArray[np.int64], ghost: NDArray[np.bool_]) -> dict[str, float]:
    signs, place = ghost_model().signs, {int(n): at for at, n in enumerate(judged.sellers)}
    seller = np.array([place[one.seller_no] for one in judged.evidence])
    family = np.array([signs[SIGNS[one.sign].name].family for one in judged.evidence])
    found = {}
    for name in sorted(ghost_model().families):
        own = family == name
        weights = judged.weighed.learned.weights[own]
        score = np.bincount(seller[own], weights, minlength=len(judged.sellers)).astype(np.float64)
        found[name] = auc(score[rows], ghost)
    return found


def _simple(facts: Facts, sellers: NDArray[np.int64], ghost: NDArray[np.bool_]) -> dict[str, float]:
    spoken = list(facts.rows("reputation", _Simple))
    asked = list(facts.rows("payment", _Asked))
    warned = np.array([spoken[n].warners - spoken[n].vouchers for n in sellers], np.float64)
    advance = np.array([asked[n].in_advance > 0 for n in sellers], np.float64)
    few = np.array([-spoken[n].offers for n in sellers], np.float64)
    return {
        "warnings minus vouches": auc(warned, ghost),
        "prepayment only": auc(advance, ghost),
        "fewest ads": auc(few, ghost),
    }


def _ablation(
    evidence: Sequence[Evidence],
    judge: Judge,
    whole: Quality,
    known: tuple[NDArray[np.int64], NDArray[np.bool_]],
    report: Report | None,
) -> tuple[Without, ...]:
    out = []
    spoke = np.bincount([one.sign for one in evidence], minlength=len(SIGNS))
    for sign, rule in enumerate(SIGNS):
        if spoke[sign]:
            left = _quality(judge([one for one in evidence if one.sign != sign]), *known)
            lost = (left.auc, whole.auc - left.auc, left.brier, left.brier - whole.brier)
            out.append(Without(rule.name, int(spoke[sign]), *lost))
        if report:
            report("ablation", sign + 1, len(SIGNS))
    return tuple(sorted(out, key=lambda row: (-row.brier_lost, row.sign)))
