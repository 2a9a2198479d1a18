"""The plan that explains itself: leads by worth per hour, the best first, each if it still fits."""

import numpy as np

from schakel.deciding.program import SLACK, Bools, Floats, Ints, Program


def greedy(program: Program, taken: Bools | None = None) -> Bools:
    """The options chosen by worth per hour, those that are wanted first; `taken` are chosen beforehand."""
    rate = program.worth / np.maximum(program.hours, 1e-9)
    order = np.lexsort((program.unit, program.lead, -program.worth, -rate))
    filling = _Filling(program, np.zeros(program.size, bool) if taken is None else taken)
    for want in range(len(program.least)):
        bring = program.wanted[[want]].toarray()[0]
        filling.take(order[bring[order] > 0], bring, float(program.least[want]))
    filling.take(order)
    return filling.chosen


class _Filling:
    """Puts options into what is left of the limits, one by one."""

    def __init__(self, program: Program, taken: Bools) -> None:
        columns = program.limits.tocsc()
        self._start = columns.indptr.tolist()
        self._row = columns.indices.tolist()
        self._use = columns.data.tolist()
        self._left = (program.upper - program.limits @ taken.astype(float)).tolist()
        self.chosen = taken.copy()

    def take(self, order: Ints, bring: Floats | None = None, enough: float = np.inf) -> None:
        """Takes what fits, in order; with `bring` only until what was brought is enough."""
        brought = float(bring[self.chosen].sum()) if bring is not None else 0.0
        for option in order.tolist():
            if brought >= enough - SLACK:
                return
            uses = range(self._start[option], self._start[option + 1])
            if self.chosen[option] or any(self._use[k] > self._left[self._row[k]] + SLACK for k in uses):
                continue
            for k in uses:
                self._left[self._row[k]] -= self._use[k]
            self.chosen[option] = True
            brought += float(bring[option]) if bring is not None else 0.0
