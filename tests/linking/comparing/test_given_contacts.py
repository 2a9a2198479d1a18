"""Contacts that stand beside each other in one account's ads."""

from datetime import UTC, datetime, timedelta

import pyarrow as pa

from schakel.linking.comparing.given_contacts import Period, given_contacts, has_own_beside

_START = datetime(2026, 1, 1, tzinfo=UTC)


def _days(first: int, last: int) -> Period:
    return Period(_START + timedelta(days=first), _START + timedelta(days=last))


def test_a_number_of_ones_own_counts_only_at_the_same_time() -> None:
    mine = {"rider": _days(0, 20), "own": _days(5, 30)}
    assert has_own_beside("rider", mine, {"rider": _days(0, 9)})
    assert not has_own_beside(
        "rider", mine, {"rider": _days(0, 9), "own": _days(0, 1)}
    )  # the other has it too
    assert not has_own_beside("rider", {"rider": _days(0, 20), "next": _days(19, 40)}, {"rider": _days(0, 9)})


def test_contacts_of_others_are_not_given_as_ones_own() -> None:
    rows = [("a", "phone", "1", False), ("a", "phone", "2", True), ("b", "btc", "x", False)]
    columns = dict(zip(("account_id", "type", "value", "third_party"), zip(*rows, strict=True), strict=True))
    moments = pa.array([_START] * 3, pa.timestamp("s", tz="UTC"))
    table = pa.table({name: list(column) for name, column in columns.items()})
    table = table.append_column("first_seen", moments).append_column("last_seen", moments)
    given = given_contacts(table)
    assert {
        account: {kind: list(values) for kind, values in kinds.items()} for account, kinds in given.items()
    } == {
        "a": {"phone": ["1"]},
        "b": {"btc": ["x"]},
    }
