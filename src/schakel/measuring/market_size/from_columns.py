"""From columns of a file to what the estimators start from."""

from collections.abc import Sequence

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from schakel.measuring.market_size.frequencies import Frequencies, frequencies
from schakel.measuring.market_size.histories import Histories, histories
from schakel.measuring.market_size.people import People, people
from schakel.records.errors import SourceError

_ABSENT = ("", "0", "no", "false", "nee", "n")


def table_of_sightings(rows: pa.Table, account: str, per: str = "") -> Frequencies:
    """How many accounts were seen once, twice, ...: one row a sighting; with `per`, once for each value of it."""
    named = rows.filter(pc.fill_null(pc.not_equal(rows[account], ""), fill_value=False))
    if not named.num_rows:
        raise SourceError(
            f"No row names an account in the column {account!r}.", means="Nothing was estimated."
        )
    keys = [account, per] if per else [account]
    if per:
        named = named.group_by(keys).aggregate([])
    times = named.group_by([account]).aggregate([([], "count_all")])["count_all"]
    counted = times.value_counts()
    pairs = zip(counted.field("values").to_pylist(), counted.field("counts").to_pylist(), strict=True)
    return frequencies(dict(pairs))


def people_of(rows: pa.Table, count: str, by: Sequence[str]) -> tuple[People, int]:
    """Accounts with how often each was seen and its covariates, and how many rows were left out for want of one."""
    if not _all_numbers(rows[count]):
        raise SourceError(
            f"The column {count!r} holds words where numbers of sightings are meant.",
            means="Nothing was estimated.",
        )
    # Accounts that agree in everything become one row first: ten million then cost as little as their patterns.
    groups = rows.group_by([count, *by]).aggregate([([], "count_all")])
    numbers = pc.cast(groups[count], pa.float64()).to_numpy(zero_copy_only=False)
    whole = np.isfinite(numbers) & (numbers >= 1) & (numbers == np.floor(numbers))
    for name in by:
        known = pc.fill_null(pc.not_equal(groups[name], ""), fill_value=False)
        whole &= known.to_numpy(zero_copy_only=False)
    if not whole.any():
        raise SourceError(
            f"No row has a whole number of sightings in {count!r} and a value in each covariate.",
            means="Nothing was estimated.",
        )
    kept = groups.filter(pa.array(whole))
    weights = kept["count_all"].to_pylist()
    covariates = {name: kept[name].to_pylist() for name in by}
    found = people([int(number) for number in numbers[whole]], covariates, weights)
    return found, rows.num_rows - sum(weights)


def histories_of(rows: pa.Table, lists: Sequence[str], weight: str = "") -> Histories:
    """On which lists each account is: one row an account (or a pattern, with `weight` accounts)."""
    columns = []
    for name in lists:
        words = pc.utf8_lower(pc.utf8_trim_whitespace(pc.fill_null(rows[name], "")))
        columns.append(~pc.is_in(words, pa.array(_ABSENT)).to_numpy(zero_copy_only=False))
    weights = None
    if weight:
        if not _all_numbers(rows[weight]):
            raise SourceError(
                f"The column {weight!r} holds words where numbers are meant.", means="Nothing was done."
            )
        weights = pc.cast(rows[weight], pa.float64()).to_numpy(zero_copy_only=False)
    return histories(tuple(lists), np.column_stack(columns), weights)


def _all_numbers(column: pa.ChunkedArray) -> bool:
    try:
        pc.cast(column, pa.float64())
    except pa.ArrowInvalid:
        return False
    return True
