"""What somebody's lines say of its work, as numbers: the signs from which the chance of a function is learned."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from schakel.records.work_roles import WORK_ROLES

Numbers = npt.NDArray[np.float64]

ACTS = ("offers", "requests", "vouches", "warnings", "recruits")
# All functions of which word lists and acts tell: what they say of one tells of another (who sells rides seldom).
BY_RULES = (
    *("supplier", "wholesaler", "retailer", "courier", "recruiter"),
    *("group-keeper", "money-handler", "customer", "voucher"),
)
_LEAST_SURE = 0.01  # a rule says no less, and no more than one less this


@dataclass(frozen=True, slots=True)
class Work:
    """One row a writer. By function: different lines that read so, messages, their odds together and of the best three; by act how many
    messages; and how likely the rules say that each function of `BY_RULES` is held.
    """

    lines: Numbers
    messages: Numbers
    odds: Numbers
    best: Numbers
    wrote: Numbers
    acts: Numbers
    sells: Numbers
    rules: Numbers


def work_of(said: pa.Table, at_work: pa.Table, rules: Sequence[Mapping[str, float]]) -> Work:
    """The numbers of every account of `at_work`; `rules` are the chances that rules give each of them."""
    many, accounts = at_work.num_rows, at_work["account_id"].combine_chunks()
    row = pc.index_in(said["account_id"].combine_chunks(), value_set=accounts).fill_null(-1).to_numpy()
    role = pc.index_in(said["role"].combine_chunks(), value_set=pa.array(WORK_ROLES)).fill_null(-1).to_numpy()
    kept = (row >= 0) & (role >= 0)

    def by_role(name: str) -> Numbers:
        table = np.zeros((many, len(WORK_ROLES)))
        table[row[kept], role[kept]] = said[name].to_numpy()[kept]
        return table

    acts = np.stack([at_work[name].to_numpy() for name in ACTS], axis=1).astype(np.float64)
    chances = [[one.get(name, 0.0) for name in BY_RULES] for one in rules]
    return Work(
        by_role("lines"),
        by_role("messages"),
        by_role("odds"),
        by_role("best"),
        at_work["messages"].to_numpy().astype(np.float64),
        acts.reshape(many, len(ACTS)),
        pc.is_valid(at_work["seller_no"]).to_numpy().astype(np.float64),
        np.array(chances, np.float64).reshape(many, len(BY_RULES)),
    )


def together(work: Work, groups: Sequence[Sequence[int]]) -> Work:
    """Groups of rows as one writer each: what they wrote is added up, the best and the likeliest stand."""
    summed = {
        name: [getattr(work, name)[list(rows)].sum(axis=0) for rows in groups]
        for name in ("lines", "messages", "odds", "wrote", "acts")
    }
    most = {
        name: [getattr(work, name)[list(rows)].max(axis=0) for rows in groups]
        for name in ("best", "sells", "rules")
    }
    return Work(**{name: np.array(rows) for name, rows in (summed | most).items()})


def signs(work: Work) -> tuple[Numbers, list[str]]:
    """The signs of every writer, a column each, and their names."""
    talk = np.maximum(work.wrote - work.acts[:, 0], 0.0)[:, None]
    shares = work.acts / np.maximum(work.wrote, 1.0)[:, None]
    sure = np.clip(work.rules, _LEAST_SURE, 1.0 - _LEAST_SURE)
    columns = {
        "best three": work.best / 3.0,
        "odds a message": work.odds / (talk + 3.0),
        "lines": np.log1p(work.lines),
        "share": work.messages / (np.maximum(talk, work.messages) + 2.0),
    }
    names = [f"{role}: {name}" for name in columns for role in WORK_ROLES]
    names += [*(f"share of {act}" for act in ACTS), *(f"number of {act}" for act in ACTS)]
    names += ["messages", "sells", *(f"rules: {role}" for role in BY_RULES)]
    more = [
        shares,
        np.log1p(work.acts),
        np.log1p(work.wrote)[:, None],
        work.sells[:, None],
        np.log(sure / (1.0 - sure)),
    ]
    return np.hstack([*columns.values(), *more]), names
