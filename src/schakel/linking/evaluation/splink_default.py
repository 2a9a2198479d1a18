"""Splink beside it, with its default training: each account a record of its words, numbers and one text."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Any

import numpy as np
import pyarrow as pa

from schakel.linking.copies.shingles import Ints

_RARE = 20  # accounts that may share a word before it brings no pairs together
_KEPT = 60


def by_splink(texts: Sequence[Sequence[str]], wanted: Ints) -> list[Ints] | None:
    """The accounts by Splink's match weight; None where Splink is not installed or cannot be trained.

    Records: the words that 2 to 20 accounts share, the numbers with their units, and the longest text. Comparisons
    are Splink's own: array intersections and Jaro-Winkler at default thresholds; u by random sampling, m by
    expectation maximisation on blocks of the same first word.
    """
    try:
        import splink.comparison_library as compare  # noqa: PLC0415 (an extra)
        from splink import Linker, SettingsCreator, block_on  # noqa: PLC0415
        from splink.internals.exceptions import EMTrainingException  # noqa: PLC0415
    except ImportError:
        return None
    block = block_on("rare", arrays_to_explode=["rare"])
    settings = SettingsCreator(
        link_type="dedupe_only",
        comparisons=[
            compare.ArrayIntersectAtSizes("words", [8, 4, 2, 1]),
            compare.ArrayIntersectAtSizes("numbers", [4, 2, 1]),
            compare.JaroWinklerAtThresholds("sample"),
        ],
        blocking_rules_to_generate_predictions=[block],
    )
    try:
        pairs = _predicted(
            Linker(quiet_backend().register(_records(texts)), settings, log_level="ERROR"), block_on
        )
    except (ValueError, EMTrainingException):  # too few texts to train on, or no two that begin alike
        return None
    best: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for row in pairs:
        one, other = int(row["unique_id_l"]), int(row["unique_id_r"])
        best[one].append((-row["match_weight"], other))
        best[other].append((-row["match_weight"], one))
    return [np.array([other for _, other in sorted(best[half])], np.int64) for half in wanted.tolist()]


def quiet_backend() -> Any:
    """Splink's own DuckDB without a bar: that of a query of over two seconds would stand in the answer of --json."""
    from splink import DuckDBAPI  # noqa: PLC0415 (an extra)

    backend = DuckDBAPI()
    backend.duckdb_con.execute("SET enable_progress_bar = false")
    return backend


def _predicted(linker: Any, block_on: Any) -> list[dict[str, Any]]:
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6, seed=1)
    linker.training.estimate_parameters_using_expectation_maximisation(block_on("opening"))
    rows: list[dict[str, Any]] = linker.inference.predict(threshold_match_weight=-50).as_record_list()
    return rows


def _records(texts: Sequence[Sequence[str]]) -> pa.Table:
    words = [sorted(set(re.findall(r"\w+", " ".join(own).lower()))) for own in texts]
    users = Counter(word for own in words for word in own)
    rare = [[word for word in own if 2 <= users[word] <= _RARE][:_KEPT] for own in words]
    numbers = [sorted(set(re.findall(r"\d+[.,]?\d*\s?\w*", " ".join(own).lower())))[:_KEPT] for own in texts]
    return pa.table(
        {
            "unique_id": list(range(len(texts))),
            "words": [own[: 4 * _KEPT] for own in words],
            "rare": rare,
            "numbers": numbers,
            "opening": [
                Counter(text.split()[0].lower() for text in own).most_common(1)[0][0] for own in texts
            ],
            "sample": [max(own, key=lambda text: (len(text), text))[:200] if own else "" for own in texts],
        }
    )
