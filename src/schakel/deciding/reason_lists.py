"""Reasons as a column, built by field: several times as fast as from one dictionary a reason."""

from collections.abc import Sequence
from itertools import accumulate

import pyarrow as pa

from schakel.records.columns import REASONS
from schakel.records.facts import Reason


def reason_lists(lists: Sequence[Sequence[Reason]]) -> pa.Array:
    """A column of type `REASONS` with one list of reasons a row."""
    flat = [reason for reasons in lists for reason in reasons]
    values = pa.StructArray.from_arrays(
        [
            pa.array([reason.rule for reason in flat], pa.string()),
            pa.array([reason.weight for reason in flat], pa.float64()),
            pa.array([reason.span.start if reason.span else None for reason in flat], pa.int32()),
            pa.array([reason.span.end if reason.span else None for reason in flat], pa.int32()),
            pa.array([reason.detail for reason in flat], pa.string()),
            pa.array([reason.messages for reason in flat], pa.list_(pa.string())),
        ],
        fields=[REASONS.value_type.field(at) for at in range(REASONS.value_type.num_fields)],
    )
    ends = accumulate((len(reasons) for reasons in lists), initial=0)
    return pa.ListArray.from_arrays(pa.array(ends, pa.int32()), values).cast(REASONS)
