import pytest

from schakel.deciding.rules import Rules
from schakel.records.errors import SettingsError


def test_limits_of_the_plan_are_read_in_the_units_own_words() -> None:
    plan = {
        "per_network": 2,
        "skills": {"zwb": {"tactical": 0}},
        "minimum": [{"name": "prevention", "hours": 20, "tags": ["minors"], "units": ["oost"]}],
    }
    rules = Rules.of({}, {}, plan, ()).plan
    assert rules.per_network == 2
    assert rules.skills == {"zeeland-west-brabant": {"tactical": 0}}
    assert rules.minimum[0].units == ["oost-nederland"]
    assert rules.simulations == Rules.default().plan.simulations


@pytest.mark.parametrize(
    ("plan", "word"),
    [
        ({"skills": {"atlantis": {}}}, "atlantis"),
        ({"skills": {"oost": {"magic": 3}}}, "magic"),
        ({"skills": {"oost": {"tactical": -3}}}, "-3"),
        ({"minimum": [{"name": "x"}]}, "hours"),
        ({"per_netwrok": 2}, "per_netwrok"),
    ],
)
def test_what_cannot_be_used_is_named(plan: dict[str, object], word: str) -> None:
    with pytest.raises(SettingsError) as told:
        Rules.of({}, {}, plan, ())
    assert word in told.value.diagnostics()
