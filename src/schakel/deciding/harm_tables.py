"""The scales of harm as tables for SQL: which goods are read by which scale, units, and steps."""

from collections.abc import Sequence

import pyarrow as pa

from schakel.deciding.worth_data import WorthData

_Step = tuple[str, float | None, float | None, float]


def harm_tables(data: WorthData) -> dict[str, pa.Table]:
    """The tables `classes`, `unit_factors`, `harm_steps`, `user_classes` and `first_classes`.

    A row of `harm_steps` holds for amounts above `above` up to and including `up_to`; both are null for an offer
    without an amount.
    """
    classes = [(c, kind) for kind, entry in sorted(data.harm.items()) for c in entry.commodities]
    units = [
        (kind, unit, factor)
        for _, entry in sorted(data.measure.items())
        for kind in entry.classes
        for unit, factor in sorted(entry.units.items())
    ]
    steps = [step for kind in sorted(data.harm) for step in _ranges(data, kind)]
    return {
        "classes": _table(("commodity", "class"), classes, (pa.string(), pa.string())),
        "unit_factors": _table(("class", "unit", "factor"), units, (pa.string(), pa.string(), pa.float64())),
        "harm_steps": _table(
            ("class", "above", "up_to", "days"),
            steps,
            (pa.string(), pa.float64(), pa.float64(), pa.float64()),
        ),
        "user_classes": pa.table({"class": pa.array(data.user_quantity.classes, pa.string())}),
    }


def _ranges(data: WorthData, kind: str) -> list[_Step]:
    ladder = data.harm[kind].ladder
    above = [0.0, *(up_to for up_to, _ in ladder[:-1])]
    up_to = [*(up_to for up_to, _ in ladder[:-1]), float("inf")]
    found: list[_Step] = [(kind, a, b, step[1]) for a, b, step in zip(above, up_to, ladder, strict=True)]
    return [*found, (kind, None, None, data.harm[kind].unknown)]


def _table(
    names: tuple[str, ...], rows: Sequence[tuple[object, ...]], types: tuple[pa.DataType, ...]
) -> pa.Table:
    columns = zip(*rows, strict=True)
    return pa.table({n: pa.array(c, t) for n, c, t in zip(names, columns, types, strict=True)})
