"""`schakel evaluate judging`: every figure it prints, on two sellers of whom the truth is known, and on markets it makes."""

from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

from schakel.judging.evaluation.against_truth import AgainstTruth, measure
from schakel.judging.ghost_signs import SIGNS
from schakel.judging.judge import judge
from schakel.judging.weights import ghost_model
from schakel.records.errors import SettingsError
from schakel.showing import adapted_markets
from schakel.showing.cli.evaluate_judging_page import print_adapted, print_measured
from schakel.simulating import MarketSettings
from schakel.store.duckdb_engine import DuckDBEngine
from tests.judging.small_market import SmallMarket
from tests.judging.two_sellers import two_sellers


def truth_of(market: SmallMarket, folder: Path, ghosts: set[str]) -> Path:
    """The truth as the simulator writes it: who is a ghost, and whose each account is."""
    numbers = {row["account_id"]: row["account_tg_id"] for row in market.tables()["accounts"]}
    sellers = ["seller,truth", *(f"{s},{'ghost' if s in ghosts else 'real'}" for s in sorted(market.sellers))]
    accounts = ["from_id,seller,role,alias"]
    for seller, members in sorted(market.sellers.items()):
        accounts += [
            f"user{numbers[member]},{seller},retailer,main" for kind, member in members if kind == "account"
        ]
    (folder / "sellers.csv").write_text("\n".join(sellers) + "\n", "utf-8")
    (folder / "accounts.csv").write_text("\n".join(accounts) + "\n", "utf-8")
    return folder


def measured(known: DuckDBEngine, folder: Path, ghosts: set[str], *, ablation: bool = True) -> AgainstTruth:
    return measure(known, [], truth_of(two_sellers(), folder, ghosts), ablation=ablation)


def test_the_figures_are_those_of_the_findings(known: DuckDBEngine, tmp_path: Path) -> None:
    found = measured(known, tmp_path, {"s_ghost"})
    rows = judge(known, [])["findings"].to_pylist()
    said = {row["subject_id"]: row["value"] for row in rows if row["kind"] == "ghost"}
    assert (found.sellers, found.ghosts, found.share_true, found.share_of_holders) == (2, 1, 0.5, 0.5)
    assert found.whole.auc == 1.0
    assert found.whole.brier == pytest.approx(
        (said["s_real"] ** 2 + (1 - said["s_ghost"]) ** 2) / 2, abs=1e-5
    )
    assert found.whole.expected_error == pytest.approx((said["s_real"] + 1 - said["s_ghost"]) / 2, abs=1e-5)
    assert 0.0 < found.whole.cllr < 0.5
    assert [part.sellers for part in found.whole.bins] == [1, 1]
    assert [part.true for part in found.whole.bins] == [0.0, 1.0]
    market = next(row for row in rows if row["kind"] == "ghost-share")
    assert found.share == pytest.approx((market["value"], market["low"], market["high"]), abs=1e-5)


def test_the_same_judgement_against_the_opposite_truth_is_bad(known: DuckDBEngine, tmp_path: Path) -> None:
    found = measured(known, tmp_path, {"s_real"}, ablation=False)
    assert found.whole.auc == 0.0
    assert found.whole.brier > 0.7
    assert found.whole.cllr > 1.0
    assert found.without == ()


def test_each_rule_set_and_each_sign_has_its_worth(known: DuckDBEngine, tmp_path: Path) -> None:
    found = measured(known, tmp_path, {"s_ghost"})
    assert set(found.families) == set(ghost_model().families)
    assert found.families["reputation"] == 1.0
    assert found.families["age"] == 0.5  # too few accounts to tell young from old
    assert found.simple["warnings minus vouches"] == 1.0
    names = [row.sign for row in found.without]
    assert set(names) < {sign.name for sign in SIGNS}
    assert names.index("independent-accounts-warn") < len(names) - 1
    assert found.without[0].brier_lost >= found.without[-1].brier_lost
    for row in found.without:
        assert row.brier == pytest.approx(found.whole.brier + row.brier_lost)
        assert row.sellers > 0


def test_what_is_printed(known: DuckDBEngine, tmp_path: Path) -> None:
    found, out = measured(known, tmp_path, {"s_ghost"}), StringIO()
    print_measured(Console(file=out, width=120), found)
    printed = out.getvalue()
    for words in (
        "2 sellers",
        "AUC 1.000",
        "Brier",
        "Cllr",
        "reliability",
        "rule set alone",
        "without the sign",
    ):
        assert words in printed
    assert found.as_json()["whole"]["auc"] == 1.0


def test_a_truth_that_is_not_there_says_so(known: DuckDBEngine, tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="cannot be read"):
        measure(known, [], tmp_path / "nowhere")


@pytest.mark.parametrize("sellers", [True, False])
def test_a_truth_of_another_market_or_sellers_that_were_not_linked_say_so(
    engine: DuckDBEngine, tmp_path: Path, *, sellers: bool
) -> None:
    market, other = two_sellers(), SmallMarket()
    truth = truth_of(market, tmp_path, set())
    if sellers:
        other.seller("s_1", "a_1")
        other.numbers = {"a_1": 77}
    other.offers("a_1")
    other.write(engine)
    with pytest.raises(SettingsError, match="none of the sellers"):
        measure(engine, [], truth)


def test_markets_are_made_for_each_way_to_adapt(monkeypatch: pytest.MonkeyPatch) -> None:
    ways = {"all": MarketSettings(adaptation=True)}
    monkeypatch.setattr(adapted_markets, "WAYS", ways)
    monkeypatch.setattr(adapted_markets, "SELLERS", 20)
    monkeypatch.setattr(adapted_markets, "DAYS", 12)
    told: list[tuple[int, int]] = []
    rows = adapted_markets.measure_adapted(1, lambda _, done, of: told.append((done, of)))
    assert [row.way for row in rows] == list(ways)
    assert told == [(0, 1)]
    for row in rows:
        assert row.markets == 1
        assert 0.5 < row.auc <= 1.0
        assert 0.0 < row.brier < 0.4
        assert 0.0 < row.width < 1.0
        assert row.held in (0, 1)
    out = StringIO()
    print_adapted(Console(file=out, width=120), rows)
    assert "share held" in out.getvalue()
