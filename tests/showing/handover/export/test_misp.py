"""`misp`: one event that is never empty. PyMISP is no part of the tests; the facts of its data files stand below."""

import json
import re
from typing import Any
from uuid import UUID

import pytest

from tests.commands import CHECKOUT
from tests.showing.handover.export.conftest import Exported

# Facts of describeTypes.json and misp-objects as PyMISP 2.5.34.4 has them.
CATEGORIES = {
    "comment": {"Internal reference", "Other"},
    "text": {"Other", "Internal reference"},
    "sha256": {"Payload delivery"},
    "float": {"Other"},
    "datetime": {"Other"},
    "btc": {"Financial fraud"},
    "phone-number": {"Other"},
}
TEMPLATES = {
    "telegram-account": ("06f02ecf-5afb-42c5-9cb0-b362e222f52c", "2", {"id", "username", "first_name"}, {"id"}),
    "chat-message": (
        "2273e7ab-9cf7-43d3-9eb6-e69697dcc7d5",
        "2",
        {"message-id", "timestamp", "content", "chat-id", "user-account-id", "reply-to-message-id", "language", "protocol"},
        {"message-id", "timestamp"},
    ),
}  # fmt: skip


@pytest.fixture(scope="module", params=["hostile", "lead"])
def event(request: pytest.FixtureRequest, exported: Exported, example_export: Exported) -> dict[str, Any]:
    export = exported if request.param == "hostile" else example_export
    made: dict[str, Any] = json.loads(export("misp")[0].read_text("utf-8"))["Event"]
    return made


def attributes(event: dict[str, Any]) -> list[dict[str, Any]]:
    return [*event["Attribute"], *(one for made in event["Object"] for one in made["Attribute"])]


def test_our_own_template_names_every_attribute_of_its_object(event: dict[str, Any]) -> None:
    written = CHECKOUT / "docs" / "misp" / "proposed-seller" / "definition.json"
    template = json.loads(written.read_text("utf-8"))
    for made in event["Object"]:
        if made["name"] == template["name"]:
            assert (made["template_uuid"], made["template_version"]) == (
                template["uuid"],
                str(template["version"]),
            )
            for one in made["Attribute"]:
                assert template["attributes"][one["object_relation"]]["misp-attribute"] == one["type"]


def test_it_is_not_empty(event: dict[str, Any]) -> None:
    names = {made["name"] for made in event["Object"]}
    assert names == {"proposed-seller", "telegram-account", "chat-message"}
    assert all(made["Attribute"] for made in event["Object"])
    assert any(one["object_relation"] == "content" for made in event["Object"] for one in made["Attribute"])


def test_nothing_is_for_detection_or_for_others(event: dict[str, Any]) -> None:
    assert all(one["to_ids"] is False for one in attributes(event))
    assert (event["published"], event["distribution"]) == (False, "0")
    assert {"name": "tlp:amber"} in event["Tag"]


def test_types_and_templates_are_those_of_misp(event: dict[str, Any]) -> None:
    for one in attributes(event):
        assert one["category"] in CATEGORIES[one["type"]], one
        assert one["value"]
    for made in event["Object"]:
        if made["name"] in TEMPLATES:
            uuid, version, allowed, required = TEMPLATES[made["name"]]
            relations = {one["object_relation"] for one in made["Attribute"]}
            assert (made["template_uuid"], made["template_version"]) == (uuid, version)
            assert required <= relations <= allowed


def test_ids_are_unique_and_references_lead_somewhere(event: dict[str, Any]) -> None:
    known = [one["uuid"] for one in [*attributes(event), *event["Object"]]]
    assert len(set(known)) == len(known)
    assert all(UUID(one).version == 5 for one in known)
    references = [one for made in event["Object"] for one in made.get("ObjectReference", [])]
    assert references
    assert {one["referenced_uuid"] for one in references} <= set(known)
    assert len({one["uuid"] for one in references}) == len(references)
    values = [(one["type"], one["value"]) for one in event["Attribute"]]
    assert len(set(values)) == len(values)  # MISP refuses an attribute that it has


def test_a_seller_carries_its_probability_in_words_that_misp_knows(exported: Exported) -> None:
    event = json.loads(exported("misp")[0].read_text("utf-8"))["Event"]
    sellers = [made for made in event["Object"] if made["name"] == "proposed-seller"]
    tags = {
        one["value"]: one["Tag"][0]["name"]
        for made in sellers
        for one in made["Attribute"]
        if one["object_relation"] == "ghost-probability"
    }
    assert tags == {
        "0.06": 'estimative-language:likelihood-probability="very-unlikely"',
        "0.71": 'estimative-language:likelihood-probability="likely"',
    }
    assert all("not a person" in made["comment"] for made in sellers)
    findings = [
        one["value"] for made in sellers for one in made["Attribute"] if one["object_relation"] == "finding"
    ]
    assert any(re.search(r"ghost: real 0.06 \(0.02 - 0.21\)", one) for one in findings)


def test_messages_in_which_nothing_was_read_stay_behind(exported: Exported) -> None:
    counted = exported("misp")[1]["counts"]["messages"]
    assert counted["exported"] == 4
    assert counted["left_out"] == {"nothing-read": 2}
