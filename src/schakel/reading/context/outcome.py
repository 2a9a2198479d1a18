"""The tables that come out where the context of messages has been weighed."""

from collections.abc import Sequence

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from schakel.reading.context.evidence import Evidence
from schakel.reading.context.ground import Ints
from schakel.reading.context.reweigh import NONE, Decision
from schakel.reading.weighing.weights import ACTS
from schakel.records.columns import REASONS
from schakel.records.ids import make_id
from schakel.records.tables import SCHEMAS, check, counts_add_up

_ACTS = pa.array([*ACTS, "none"], pa.string())
_REASON = REASONS.value_type
_SMALL = 0.005  # log10: weights below this are not told


def outcome(
    doubts: pa.Table, alone: Decision, after: Decision, evidence: Sequence[Evidence]
) -> dict[str, pa.Table]:
    """`offers`, `items`, `selectors` and `contexts` of the messages in doubt, in their order."""
    acting = np.flatnonzero(after.act != NONE)
    counts_add_up("messages in doubt", doubts.num_rows, acts=len(acting), none=int((after.act == NONE).sum()))
    reasons = _reasons(evidence, after.nearest)
    act = _acts(after.act)
    return {
        "offers": _offers(doubts, acting, after, reasons),
        "items": _unfold("items", _rows(doubts, acting, "items", "items"), act.take(pa.array(acting))),
        "selectors": _unfold("selectors", doubts, act),
        "contexts": _fit(
            "contexts",
            doubts,
            act=act,
            nearest=_acts(after.nearest),
            score=pa.array(after.score),
            act_alone=_acts(alone.act),
            score_alone=pa.array(alone.score),
            reasons=reasons,
        ),
    }


def _offers(doubts: pa.Table, rows: Ints, after: Decision, context: pa.ListArray) -> pa.Table:
    kept = _rows(doubts, rows, "offers", "acts")
    ids = [make_id("o", message) for message in kept["message_id"].to_pylist()]
    return _fit(
        "offers",
        kept,
        offer_id=pa.array(ids, pa.string()),
        act=_acts(after.act[rows]),
        score=pa.array(after.score[rows]),
        reasons=_joined(_of_text(kept, after.act[rows]), context.take(pa.array(rows))),
    )


def _rows(doubts: pa.Table, rows: Ints, name: str, *more: str) -> pa.Table:
    """Some rows, with the columns that the table `name` has too and some more: lists take long to copy."""
    wanted = [one for one in doubts.column_names if one in SCHEMAS[name].names or one in more]
    return doubts.select(wanted).take(pa.array(rows))


def _of_text(doubts: pa.Table, act: Ints) -> pa.ListArray:
    """The reasons of the text for the act of each message; a context can make an act only of those that stand there."""
    acts = doubts["acts"].combine_chunks()
    row = pc.list_parent_indices(acts).to_numpy(zero_copy_only=False)
    flat = acts.flatten()
    wanted = pc.index_in(flat.field("act"), value_set=_ACTS).to_numpy(zero_copy_only=False) == act[row]
    return flat.field("reasons").filter(pa.array(wanted))


def _reasons(evidence: Sequence[Evidence], act: Ints) -> pa.ListArray:
    """The reasons of the context for one act of each message, in the order of the rules."""
    parts = [_reason_rows(one, act) for one in evidence]
    row = np.concatenate([rows for rows, _ in parts])
    flat = pa.concat_arrays([reasons for _, reasons in parts])
    return _listed(row, flat, len(act))


def _reason_rows(one: Evidence, act: Ints) -> tuple[Ints, pa.StructArray]:
    weight = one.weights[np.arange(len(one.rows)), act[one.rows]]
    told = np.flatnonzero(np.abs(weight) >= _SMALL)
    nothing = pa.nulls(len(told), pa.int32())
    messages = [[one.messages[at]] for at in told.tolist()] if one.messages else [[]] * len(told)
    columns = [
        pa.array([one.rule] * len(told), pa.string()),
        pa.array(weight[told]),
        nothing,
        nothing,
        pa.array([one.details[at] for at in told.tolist()], pa.string()),
        pa.array(messages, pa.list_(pa.string())),
    ]
    return one.rows[told], pa.StructArray.from_arrays(columns, fields=list(_REASON))


def _joined(first: pa.ListArray, second: pa.ListArray) -> pa.ListArray:
    """The lists of each row, one behind the other."""
    rows = [pc.list_parent_indices(one).to_numpy(zero_copy_only=False) for one in (first, second)]
    flat = pa.concat_arrays([one.flatten().cast(_REASON) for one in (first, second)])
    return _listed(np.concatenate(rows), flat, len(first))


def _listed(row: Ints, flat: pa.Array, size: int) -> pa.ListArray:
    """One list for each of `size` rows with the values that belong to it, in the order given."""
    ends = np.concatenate([[0], np.cumsum(np.bincount(row, minlength=size))]).astype(np.int32)
    values = flat.take(pa.array(np.argsort(row, kind="stable")))
    return pa.ListArray.from_arrays(pa.array(ends), values, type=REASONS)


def _unfold(name: str, doubts: pa.Table, act: pa.Array) -> pa.Table:
    """The rows of the lists in column `name`, each with what belongs to its message."""
    lists = doubts[name].combine_chunks()
    row = pc.list_parent_indices(lists).to_numpy(zero_copy_only=False)
    flat = lists.flatten()
    fields = {field.name: flat.field(field.name) for field in flat.type}
    return _fit(name, _rows(doubts, row, name), act=act.take(pa.array(row)), **fields)


def _fit(name: str, rows: pa.Table, **columns: pa.Array) -> pa.Table:
    """The table `name` with the columns given, and for the others those of `rows`."""
    schema = SCHEMAS[name]
    made = [columns[one] if one in columns else rows[one] for one in schema.names]
    return check(pa.table(made, names=schema.names).cast(schema), name)


def _acts(act: Ints) -> pa.Array:
    return _ACTS.take(pa.array(np.where(act == NONE, len(ACTS), act)))
