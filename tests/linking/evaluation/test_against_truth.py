from pathlib import Path

import pytest

from schakel.linking.evaluation.against_truth import measure
from schakel.records.errors import SettingsError
from schakel.store.duckdb_engine import DuckDBEngine
from tests.linking.market import Market

_HEAD = "from_id,seller,alias\n"


def _market(engine: DuckDBEngine) -> None:
    market = Market()
    for who in (1, 2, 3):
        contact = "phone:+31612345678" if who < 3 else "phone:+31687654321"
        for day in (0, 3):
            market.post(
                who, f"verkoper {who} vers binnen dag {day} bel", day=day + who * 20, contacts=[contact]
            )
    market.link(engine)


def _truth(folder: Path, *rows: str) -> Path:
    (folder / "accounts.csv").write_text(_HEAD + "".join(row + "\n" for row in rows), encoding="utf-8")
    return folder


def test_a_seller_found_whole_and_what_each_rule_is_worth(engine: DuckDBEngine, tmp_path: Path) -> None:
    _market(engine)
    truth = _truth(tmp_path, "user1,s1,main", "user2,s1,backup", "user3,s2,main")
    made = measure(engine, [], truth)
    assert (made.accounts, made.holders, made.quality.true, made.quality.right) == (3, 2, 1, 1)
    assert made.quality.precision.value == made.quality.f1.value == 1.0
    assert made.by_kind == {"backup + main": (1, 1)}
    assert made.without[0].rule == "shares_phone"
    assert (made.without[0].f1, made.without[0].lost) == (0.0, 1.0)
    assert made.simple["any contact in common"].recall.value == 1.0
    assert made.never_compared == 0


def test_a_helper_and_an_unknown_account_are_their_own_holders(engine: DuckDBEngine, tmp_path: Path) -> None:
    _market(engine)
    made = measure(engine, [], _truth(tmp_path, "user1,s1,main", "user2,s1,"), ablation=False)
    assert (made.holders, made.quality.true, made.quality.found) == (3, 0, 1)
    assert (made.quality.false_clusters, made.quality.largest_false) == (1, 2)
    assert made.without == ()


def test_the_truth_of_another_market_is_not_measured_with(engine: DuckDBEngine, tmp_path: Path) -> None:
    _market(engine)
    with pytest.raises(SettingsError, match="none of the accounts"):
        measure(engine, [], _truth(tmp_path, "user8,s1,main", "user9,s1,backup"))


def test_a_truth_that_cannot_be_read_says_so(engine: DuckDBEngine, tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="cannot be read"):
        measure(engine, [], tmp_path / "nowhere")
    (tmp_path / "accounts.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    with pytest.raises(SettingsError, match="no columns"):
        measure(engine, [], tmp_path)
