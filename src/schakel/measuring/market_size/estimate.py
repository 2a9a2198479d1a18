"""The one way in: runs every estimator on a frequency table and recommends a bracket."""

from collections.abc import Callable
from dataclasses import dataclass

from schakel.measuring.market_size import (
    bracket,
    chao,
    chiu_chao,
    heterogeneity,
    hurdle,
    one_inflated,
    one_truncated,
    zelterman,
    zero_truncated,
)
from schakel.measuring.market_size.bootstrap import Estimator, bootstrapped
from schakel.measuring.market_size.count_families import GEOMETRIC, NEGATIVE_BINOMIAL, POISSON, CountFamily
from schakel.measuring.market_size.fit import Fit
from schakel.measuring.market_size.frequencies import Frequencies
from schakel.measuring.market_size.truncated_fit import Laws

Report = Callable[[str, int, int], object]  # step, done, total

_BY_FAMILY: tuple[Callable[[CountFamily, Laws], Fit], ...] = (
    zero_truncated.zero_truncated,
    one_truncated.one_truncated,
    one_inflated.inflated_then_truncated,
    one_inflated.truncated_then_inflated,
    hurdle.truncated_hurdle,
    hurdle.hurdle_truncated,
    one_truncated.persistent,
)
_PLAIN: tuple[Estimator, ...] = (
    chao.chao,
    chao.one_inflated_chao,
    zelterman.zelterman,
    chiu_chao.chiu_chao,
    heterogeneity.lower_bound,
    heterogeneity.all_alike,
    heterogeneity.poisson2,
    heterogeneity.darroch,
    heterogeneity.gamma,
)


@dataclass(frozen=True, slots=True)
class Answer:
    """All estimates from one table, the recommended brackets, and which of them to use."""

    fits: tuple[Fit, ...]
    brackets: bracket.Brackets
    advice: str


def estimate_population(
    table: Frequencies, *, draws: int = 0, seed: int = 1, report: Report = lambda *_: None
) -> Answer:
    """How many there are, seen and unseen, by every estimator; with `draws`, bounds from that many redrawn tables."""
    fits = [estimator(table) for estimator in _PLAIN]
    laws = Laws(table)
    fits += [
        model(family, laws) for family in (POISSON, GEOMETRIC, NEGATIVE_BINOMIAL) for model in _BY_FAMILY
    ]
    by_name = {fit.method: fit for fit in fits}
    if draws:
        redrawable = _redrawable()
        for done, (name, estimator) in enumerate(redrawable.items()):
            report("redrawing tables", done, len(redrawable))
            by_name[name] = bootstrapped(by_name[name], estimator, table, draws, seed)
    return Answer(tuple(by_name.values()), bracket.brackets(table), bracket.advice(table))


def _redrawable() -> dict[str, Estimator]:
    """Estimators that are fast enough to be run on a thousand redrawn tables."""
    chosen: dict[str, Estimator] = {
        "chao": chao.chao,
        "oichao": chao.one_inflated_chao,
        "zelterman": zelterman.zelterman,
        "chiu-chao-2016": chiu_chao.chiu_chao,
    }
    for family in (POISSON, GEOMETRIC):
        chosen[f"zt{family.name}"] = _anew(zero_truncated.zero_truncated, family)
        chosen[f"zot{family.name}"] = _anew(one_truncated.one_truncated, family)
        chosen[f"persistent-{family.name}"] = _anew(one_truncated.persistent, family)
    return chosen


def _anew(model: Callable[[CountFamily, Laws], Fit], family: CountFamily) -> Estimator:
    return lambda table: model(family, Laws(table))
