"""The table `market`: every figure of the market report, one a row, in the order of the report."""

from collections.abc import Iterator
from typing import Any

import numpy as np
import pyarrow as pa

from schakel.measuring.market.base import Base
from schakel.measuring.market.concentration import gini, lorenz, top_shares
from schakel.measuring.market.discounts import discounts
from schakel.measuring.settings import given
from schakel.records.tables import SCHEMAS, check, empty

_STEPS = (
    "market_volume",
    "market_scale",
    "market_assortment",
    "market_areas",
    "market_rhythm",
    "market_comings",
    "market_prices",
    "market_price_moves",
)


def market_figures(base: Base) -> pa.Table:
    """All figures; without ads no rows."""
    if not base.ads.num_rows:
        return empty("market")
    least = given().least
    parts = [
        _fitted(base.ask(step, least=least.price_sellers, currency=base.currency, quiet=least.vanished_days))
        for step in _STEPS
    ]
    rows = [*_concentration(base), *_discounts(base)]
    parts.append(pa.Table.from_pylist(rows, schema=SCHEMAS["market"]))
    order = [(name, "ascending") for name in ("section", "subject", "unit", "measure", "key")]
    return check(_rounded(pa.concat_tables(parts)).sort_by(order).combine_chunks(), "market")


def _concentration(base: Base) -> Iterator[dict[str, Any]]:
    held = base.ask("ads_by_seller")
    for column, measure in (("ads", "ads"), ("texts", "unique-ads")):
        amounts = held[column].to_numpy().astype(np.float64)
        yield _row("concentration", measure, "gini", gini(amounts), held.num_rows)
        for name, (share, many) in top_shares(amounts).items():
            yield _row("concentration", measure, name, share, many)
        for across, share in lorenz(amounts):
            yield _row("lorenz", measure, f"{across:.2f}", share, held.num_rows)


def _discounts(base: Base) -> Iterator[dict[str, Any]]:
    ladders = base.ask("price_ladders", currency=base.currency)
    for one in discounts(ladders, given().least.ladder_texts):
        value, low, high = one.tenfold()
        row = _row("discount", one.commodity, "power", one.power, one.texts)
        yield row | {"low": one.low, "high": one.high}
        yield _row("discount", one.commodity, "tenfold", value, one.sellers) | {"low": low, "high": high}


def _row(section: str, subject: str, key: str, value: float, rows: int) -> dict[str, Any]:
    return {
        "section": section,
        "subject": subject,
        "key": key,
        "unit": "",
        "measure": "share",
        "value": value,
        "low": value,
        "high": value,
        "rows": rows,
    }


def _fitted(answer: pa.Table) -> pa.Table:
    return answer.select(SCHEMAS["market"].names).cast(SCHEMAS["market"])


def _rounded(table: pa.Table) -> pa.Table:
    """Figures with nine digits that count, so that the order of adding up cannot be seen in the bytes."""
    for name in ("value", "low", "high"):
        place = table.schema.get_field_index(name)
        figures = [None if one is None else float(f"{one:.9g}") for one in table[name].to_pylist()]
        table = table.set_column(place, name, pa.array(figures, pa.float64()))
    return table
