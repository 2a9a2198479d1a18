"""`ftm` tells of each tie and message what the tables do: the same ends, days and moments."""

import csv
from typing import Any

from tests.showing.handover.export.conftest import Exported, lines


def rows(exported: Exported, name: str) -> list[dict[str, str]]:
    with (exported("csv")[0] / f"{name}.csv").open(encoding="utf-8-sig", newline="") as opened:
        return list(csv.DictReader(opened))


def told(entity: dict[str, Any], *names: str) -> tuple[str, ...]:
    return tuple((entity["properties"].get(name) or [""])[0] for name in names)


def named(known: str) -> str:
    return known.replace("_", "-")


def test_ends_and_days_of_ties_are_those_of_the_tables(example_export: Exported) -> None:
    entities = lines(example_export("ftm")[0])
    ties = {
        told(one, "subject", "object", "startDate", "endDate")
        for one in entities
        if one["schema"] == "UnknownLink"
    }
    alike = {told(one, "candidate", "match") for one in entities if one["schema"] == "Similar"}
    members, links = rows(example_export, "members"), rows(example_export, "links")
    assert members
    assert {(named(one["seller_id"]), named(one["member_id"]), "", "") for one in members} <= ties
    for one in links:
        ends = (named(one["left_id"]), named(one["right_id"]))
        assert (*ends, one["first_month"], one["last_month"]) in ties
        if one["kind"] == "same-seller":
            assert (f"holder-{ends[0]}", f"holder-{ends[1]}") in alike


def test_moments_of_messages_are_those_of_the_tables(example_export: Exported) -> None:
    entities = lines(example_export("ftm")[0])
    found = {one["id"]: told(one, "date", "modifiedAt") for one in entities if one["schema"] == "Message"}
    messages = rows(example_export, "messages")
    assert len(found) == len(messages) > 0
    for one in messages:
        moments = (one["sent_at"].removesuffix("Z"), one["edited_at"].removesuffix("Z"))
        assert found[named(one["message_id"])] == moments
