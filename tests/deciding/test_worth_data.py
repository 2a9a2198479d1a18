import json
from math import inf
from pathlib import Path
from tomllib import loads

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schakel.deciding.worth_data import read_worth
from schakel.records.errors import SettingsError
from tests.conftest import CHECKOUT

WHENCE = {"source": "steering group, 1 December"}


def test_the_default_scale_holds_the_published_figures(shared: Path) -> None:
    published = json.loads((shared / "fixtures" / "penalties_nl.json").read_text())
    ours = loads((CHECKOUT / "src/schakel/lexicons/penalties_nl.toml").read_text())
    tables = {
        "hard-drug-trade": "hard_drug_trade",
        "soft-drug-trade": "soft_drug_trade",
        "hard-drug-import-export": "hard_drug_import_export",
        "soft-drug-import-export": "soft_drug_import_export",
        "ammunition": "ammunition_rounds",
    }
    for name, table in tables.items():
        steps = [[row["le"], row["days"]] for row in published[table]]
        mine = [[None if up_to >= 1e6 else up_to, days] for up_to, days in ours["scale"][name]["steps"]]
        assert mine == steps, name
    assert ours["weapons"]["pistol-aggravated"] == published["weapons_aggravated_days"]["III.1 pistol"]
    assert ours["weapons"]["automatic-aggravated"] == published["weapons_aggravated_days"]["II.2"]
    years = {row["article"]: row["max_years"] for row in published["statutory_max"]}
    for law in ours["maximum"].values():
        assert law["years"] == pytest.approx(next(v for a, v in years.items() if law["article"] in a))


def test_more_never_weighs_less_and_no_scale_passes_the_law() -> None:
    data = read_worth()
    for kind, harm in data.harm.items():
        days = [day for _, day in harm.ladder]
        assert days == sorted(days), kind
        assert days[0] > 0, kind
    assert "8 years" in data.harm["hard"].at_most
    assert data.harm["hard"].days(50) == data.harm["hard"].days(15) == 60  # the guideline goes down here
    assert data.harm["hard"].days(inf) == 1460


def test_a_workspace_changes_single_entries_and_says_where_from() -> None:
    changed = read_worth({**WHENCE, "harm": {"fireworks": {"unknown": 50}}, "reach": {"most": 1.2}})
    plain = read_worth()
    assert changed.harm["fireworks"].unknown == 50
    assert changed.harm["fireworks"].steps == plain.harm["fireworks"].steps
    assert changed.harm["fireworks"].source == changed.reach.source == WHENCE["source"]
    assert changed.harm["hard"] == plain.harm["hard"]


def test_own_steps_take_the_place_of_the_scale() -> None:
    changed = read_worth({**WHENCE, "harm": {"hard": {"steps": [[1, 10], [100, 20]]}}})
    assert changed.harm["hard"].days(50) == 20


@pytest.mark.parametrize(
    ("changes", "word"),
    [
        ({"reach": {"most": 1.2}}, "where they come from"),
        ({**WHENCE, "reach": {"mots": 1.2}}, "mots"),
        ({**WHENCE, "nationality": {"x": 1}}, "nationality"),
        ({**WHENCE, "language": 2}, "language"),
        ({**WHENCE, "identifiable": {"chance": {"phone": [0.9, 0.95, 0.99]}}}, "between its low and high"),
        ({**WHENCE, "harm": {"hard": {"scale": "no-such"}}}, "no-such"),
        ({**WHENCE, "harm": {"hard": {"steps": [[5, 1], [1, 2]]}}}, "growing"),
        ({**WHENCE, "harm": {"soft": {"steps": [[5, 9999]]}}}, "beyond the maximum"),
        ({**WHENCE, "user_quantity": {"factor": [1, 1, 1]}}, "user quantity"),
        ({**WHENCE, "harm": {"firearms": {"steps": [[1, 20]]}}}, "user quantity"),
    ],
)
def test_what_cannot_be_used_is_named(changes: dict[str, object], word: str) -> None:
    with pytest.raises(SettingsError) as told:
        read_worth(changes)
    assert word in told.value.diagnostics()
    assert told.value.todo or told.value.means


@given(st.floats(0, 1e9), st.floats(0, 1e9))
def test_days_grow_with_the_amount(one: float, other: float) -> None:
    small, large = sorted((one, other))
    for harm in read_worth_once().harm.values():
        assert harm.days(small) <= harm.days(large)


_kept = read_worth()


def read_worth_once():  # type: ignore[no-untyped-def]
    return _kept
